/** `reassign`: a change of responsibility is added to reassignments.csv after it has been checked against all that stands there. */
import type { Ledger } from '../domain/entry.ts';
import { quarterOf, type CalendarDate } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { commonFacts, dutyFacts } from '../domain/facts.ts';
import { ledgerAsOf } from '../domain/ledger.ts';
import type { Reassignment } from '../domain/reassignment.ts';
import { error, hasErrors, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { readReassignments, reassignmentColumns } from '../intake/reassignments.ts';
import { writeCsv } from '../table/csv-write.ts';
import { decodeText } from '../table/decode.ts';
import { compareFacts } from '../register/differences.ts';
import { exclusively } from '../register/exclusively.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';

const file = 'inputs/reassignments.csv';

/** The cells of a row, by the columns of reassignments.csv. */
export type NewReassignment = Readonly<Record<(typeof reassignmentColumns)[number], string>>;

/** A unit whose letter says something else once the change is in force. */
export type Touched = { readonly unit: string; readonly changes: ReturnType<typeof compareFacts> };

export type Reassigned = {
  readonly touched: readonly Touched[];
  /** Who leads or cooperates changed, which all are told. */
  readonly isCommon: boolean;
  readonly isWritten: boolean;
};

/** Reads the workspace, checks the row against it and writes it, with the workspace to itself. */
export function reassign(disk: Disk, row: NewReassignment): Promise<Result<Reassigned>> {
  return exclusively(disk, refused([]), () => {
    const { value: workspace, messages } = readWorkspace(disk);
    // Notes on what was repaired are for `check`.
    if (workspace === null) return refused(messages.filter(({ severity }) => severity !== 'info'));
    return addReassignment(disk, workspace, row);
  });
}

/** Writes the row only when it is right by itself and together with the others. */
function addReassignment(disk: Disk, workspace: Workspace, row: NewReassignment): Result<Reassigned> {
  const standing = disk.read(file);
  const bytes = withRow(standing, row);
  const read = readReassignments({ path: file, bytes }, workspace);
  const added = read.value.at(-1);
  if (hasErrors(read.messages) || added === undefined) return refused(read.messages);
  const before = ledgerOn(added.effectiveOn, workspace, workspace.reassignments);
  const after = ledgerOn(added.effectiveOn, workspace, read.value);
  const messages = broughtBy(added, after.messages, before.messages);
  if (hasErrors(messages)) return refused(messages);
  if (!disk.replace(file, bytes, standing)) return refused([error(fileOnly(file), 'saved-meanwhile')]);
  return { value: { ...touchedBy(before.value, after.value), isWritten: true }, messages };
}

/** What the row brings with it: the clerk asked about this change, not about all others. A change that stands there already is refused. */
function broughtBy({ place }: Reassignment, after: readonly Message[], before: readonly Message[]): readonly Message[] {
  const known = new Set(before.map((message) => JSON.stringify(message)));
  const brought = after.filter((message) => message.severity !== 'info' && !known.has(JSON.stringify(message)));
  return brought.map((message) =>
    message.code === 'reassignment-twice' && message.place?.row === place.row
      ? error(place, 'reassignment-known', message.data)
      : message,
  );
}

function refused(messages: Result<unknown>['messages']): Result<Reassigned> {
  return { value: { touched: [], isCommon: false, isWritten: false }, messages };
}

/** The file with the row at its end; what stood there keeps its bytes unless it was in an old code page. */
function withRow(before: Uint8Array | null, row: NewReassignment): Uint8Array {
  const columns = reassignmentColumns.map((name) => ({ name, kind: 'text' as const }));
  const whole = writeCsv(columns, [reassignmentColumns.map((name) => row[name])]);
  if (before === null || before.length === 0) return whole;
  const { text, encoding } = decodeText(before, file).value;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const rowText = new TextDecoder().decode(whole).split('\r\n').slice(1, -1).join('\n').replaceAll('\n', lineEnd);
  const body = text.endsWith('\n') ? text : `${text}${lineEnd}`;
  const mark = encoding === 'utf-8' ? '' : '\uFEFF';
  return new TextEncoder().encode(`${mark}${body}${rowText}${lineEnd}`);
}

function ledgerOn(day: CalendarDate, workspace: Workspace, reassignments: readonly Reassignment[]): Result<Ledger> {
  const parts = { ...workspace, reassignments, quarter: quarterOf(day), returns: [], previousReturns: [] };
  return ledgerAsOf(day, parts);
}

/** Units that get a letter of their own because of the change; with `isCommon` all are told by one notice. */
function touchedBy(before: Ledger, after: Ledger): Pick<Reassigned, 'touched' | 'isCommon'> {
  const units = new Map([...before.units, ...after.units].map((unit) => [unit.code, unit]));
  const touched = [...units.values()]
    .filter(({ kind }) => kind === 'unit')
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((unit) => ({
      unit: unit.name,
      changes: compareFacts(dutyFacts(unit, before), dutyFacts(unit, after)),
    }))
    .filter(({ changes }) => changes.length > 0);
  return { touched, isCommon: compareFacts(commonFacts(before), commonFacts(after)).length > 0 };
}
