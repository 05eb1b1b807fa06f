/**
 * `reassign`, `extend`, `task`: one dated act added to its file after it was checked against all that stands there. Whoever enters it is told whose
 * papers it touches and how many will be issued.
 */
import type { Disk } from '../disk/disk.ts';
import type { Ledger } from '../domain/entry.ts';
import { commonFacts, dutyFacts } from '../domain/facts.ts';
import { ledgerAsOf } from '../domain/ledger.ts';
import { error, hasErrors, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { compareFacts } from '../register/differences.ts';
import type { Change } from '../register/entry.ts';
import { exclusively } from '../register/exclusively.ts';
import { appendRow, standingRow } from '../table/append-row.ts';
import { quarterOf, type CalendarDate } from '../trade/calendar.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';

export type DatedAct = {
  /** `inputs/reassignments.csv` */
  readonly file: string;
  readonly columns: readonly string[];
  /** A cell a column; blank ones may be left out. */
  readonly row: Readonly<Record<string, string>>;
  /** The day on which it takes effect: whose papers it touches is judged as of then. */
  readonly day: CalendarDate;
  readonly isDry: boolean;
};

/** A unit whose letter says something else once the act is in force. */
export type Touched = { readonly unit: string; readonly changes: readonly Change[] };

export type Entered = {
  readonly touched: readonly Touched[];
  /** Who leads or cooperates changed, which all are told by one notice. */
  readonly isCommon: boolean;
  readonly isWritten: boolean;
};

/** When a row was written says nothing of the act: a run that was killed when it had written it is repeated on another day. */
const enteredOn = '登记日期';

/** Reads the workspace, checks the row against it and writes it, with the workspace to itself; a dry run only looks. */
export async function enterAct(disk: Disk, act: DatedAct): Promise<Result<Entered>> {
  return act.isDry ? enter(disk, act) : exclusively(disk, refused([]), () => enter(disk, act));
}

function enter(disk: Disk, act: DatedAct): Result<Entered> {
  const { file, day, isDry } = act;
  const standing = disk.read(file);
  const bytes = appendRow(standing, act);
  const before = readWorkspace(disk);
  if (before.value === null) return refused(before.messages.filter(({ severity }) => severity !== 'info'));
  const after = readWorkspace({ ...disk, read: (each) => (each === file ? bytes : disk.read(each)) });
  if (after.value === null) return refused(brought(file, after.messages, before.messages));
  const [then, now] = [ledgerOn(day, before.value), ledgerOn(day, after.value)];
  const messages = brought(file, [...after.messages, ...now.messages], [...before.messages, ...then.messages]);
  if (hasErrors(messages)) return refused(messages);
  const columns = act.columns.filter((name) => name !== enteredOn);
  const same = standingRow(standing, { ...act, columns });
  if (same !== null) return refused([error({ file, row: same, column: null }, 'act-known')]);
  const touched = touchedBy(then.value, now.value);
  if (isDry) return { value: { ...touched, isWritten: false }, messages };
  if (!disk.replace(file, bytes, standing)) return refused([error(fileOnly(file), 'saved-meanwhile')]);
  return { value: { ...touched, isWritten: true }, messages };
}

/** What the row brings with it: the clerk asked about this act, not about all others. One that stands there already is refused. */
function brought(file: string, after: readonly Message[], before: readonly Message[]): readonly Message[] {
  const known = new Set(before.map((message) => JSON.stringify(message)));
  const found = after.filter((message) => message.severity !== 'info' && !known.has(JSON.stringify(message)));
  return found.map((message) =>
    message.code === 'reassignment-twice' && message.place?.file === file
      ? error(message.place, 'reassignment-known', message.data)
      : message,
  );
}

function refused(messages: readonly Message[]): Result<Entered> {
  return { value: { touched: [], isCommon: false, isWritten: false }, messages };
}

function ledgerOn(day: CalendarDate, workspace: Workspace): Result<Ledger> {
  return ledgerAsOf(day, { ...workspace, quarter: quarterOf(day), returns: [], previousReturns: [] });
}

function touchedBy(before: Ledger, after: Ledger): Pick<Entered, 'touched' | 'isCommon'> {
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
