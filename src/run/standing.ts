/** A quarter as it stands: workspace, returns, ledger and scores, read and joined in this order. */
import type { Disk } from '../disk/disk.ts';
import { assess } from '../domain/assess.ts';
import type { Ledger } from '../domain/entry.ts';
import { closingDay } from '../domain/filing.ts';
import { ledgerAsOf } from '../domain/ledger.ts';
import type { Scorecard } from '../domain/score.ts';
import type { Unit } from '../domain/roster.ts';
import { error, hasErrors, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { readRegister } from '../register/read-register.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { readQuarter, type QuarterInputs } from '../workspace/quarter-inputs.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';

/** A quarter as it stands: the workspace, the two quarters' returns, the ledger and the scores. */
export type Standing = {
  readonly workspace: Workspace;
  readonly quarter: Quarter;
  readonly inputs: QuarterInputs;
  readonly ledger: Ledger;
  readonly scorecards: readonly Scorecard[];
};

/** Reads and joins; null when something in the data is wrong, with what could be read beside it. `asOf` null = the quarter's last day, or its filing day when that is later. */
export async function standingOf(disk: Disk, quarter: Quarter, asOf: CalendarDate | null): Promise<Stood> {
  const stood = joined(disk, quarter, asOf);
  return hasErrors(stood.messages) ? { ...stood, value: null } : stood;
}

/** A file of returns of which not everything could be read, and whose it is. */
export type UnreadableFile = { readonly file: string; readonly unit: Unit | null };

/**
 * As far as the quarter's returns can be read: a fault in one unit's file keeps nobody from seeing how the others stand, or from reminding
 * them. Each such file is told once; `check` says what is wrong in it. Null when anything else is wrong.
 */
export async function readableStanding(
  disk: Disk,
  quarter: Quarter,
  asOf: CalendarDate | null,
): Promise<Stood & { readonly unreadable: readonly UnreadableFile[] }> {
  const { value, inputs, messages } = joined(disk, quarter, asOf);
  const errors = messages.filter(({ severity }) => severity === 'error');
  const files = inputs?.reading.files ?? [];
  const unreadable = files.flatMap(({ file, unit, rows }) => {
    const count = errors.filter(({ place }) => place?.file === file).length;
    return count === 0 ? [] : [{ file, unit: unit ?? rows.find((row) => row.unit !== null)?.unit ?? null, count }];
  });
  const known = new Set(unreadable.map(({ file }) => file));
  const others = messages.filter((each) => each.severity !== 'error' || !known.has(each.place?.file ?? ''));
  const told = unreadable.map(({ file, unit, count }) =>
    error(fileOnly(file), 'return-unreadable', { unit: unit?.name ?? null, count }),
  );
  return { value: hasErrors(others) ? null : value, inputs, messages: [...others, ...told], unreadable };
}

type Stood = Result<Standing | null> & { readonly inputs: QuarterInputs | null };

function joined(disk: Disk, quarter: Quarter, asOf: CalendarDate | null): Stood {
  const workspace = readWorkspace(disk);
  if (workspace.value === null) return { value: null, inputs: null, messages: workspace.messages };
  const day = asOf ?? closingDay(workspace.value.office, quarter);
  const inputs = readQuarter(disk, workspace.value, { quarter, day });
  const ledger = ledgerAsOf(day, {
    ...workspace.value,
    quarter,
    returns: inputs.value.reading.returns,
    previousReturns: inputs.value.previous.returns,
    earlierReturns: inputs.value.earlier.returns,
    reminders: remindersOf(disk, quarter),
  });
  const scorecards = assess(ledger.value, { office: workspace.value.office, adjustments: inputs.value.adjustments });
  const messages = [workspace, inputs, ledger, scorecards].flatMap((part) => part.messages);
  const value: Standing = {
    workspace: workspace.value,
    quarter,
    inputs: inputs.value,
    ledger: ledger.value,
    scorecards: scorecards.value,
  };
  return { value, inputs: inputs.value, messages };
}

/** When a unit was first reminded in the quarter, by the register; its faults are told by the commands that use it. */
function remindersOf(disk: Disk, quarter: Quarter): ReadonlyMap<string, CalendarDate> {
  const { entries } = readRegister(disk).value;
  const reminders = entries.filter((entry) => entry.quarter === quarter && entry.kind === 'reminder');
  return new Map(
    reminders
      .toReversed()
      .flatMap(({ addressee, issuedOn }) => (addressee === null ? [] : [[addressee.code, issuedOn]])),
  );
}
