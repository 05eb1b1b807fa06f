/**
 * A quarter as it stands, by two clocks. Its figures stand as of the ledger's day, and once it is closed they are those that were frozen, whatever
 * comes in later; responsibilities stand as of the day of the paper.
 */
import type { Disk } from '../disk/disk.ts';
import { effectiveActs } from '../domain/acts.ts';
import type { Ledger } from '../domain/entry.ts';
import { closingDay } from '../domain/filing.ts';
import { judge, type Figured, type QuarterParts } from '../domain/judged.ts';
import { closedParts, ledgerAsOf } from '../domain/ledger.ts';
import type { Unit } from '../domain/roster.ts';
import { refusedFiles } from '../intake/returns/reading.ts';
import { error, errorsOf, hasErrors, type Message, type Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import { fileOnly } from '../message/place.ts';
import type { ClosedQuarter, Register } from '../register/entry.ts';
import { frozenFigures } from '../register/frozen-quarter.ts';
import { readRegister } from '../register/read-register.ts';
import { previousQuarter, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import { readQuarter, type QuarterInputs } from '../workspace/quarter-inputs.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';
import { wishesOf } from './wishes.ts';

/** Which days a command asks for; null = as the quarter has it. */
export type Days = {
  /** Figures as of this day, where the quarter is not closed: a look at a quarter that is under way. */
  readonly look: CalendarDate | null;
  /** The day of which reminders speak. */
  readonly today: CalendarDate | null;
  /** Responsibilities as of this day (`build --for`). */
  readonly forDay: CalendarDate | null;
};

/** The quarter by its own days. */
export const ownDays: Days = { look: null, today: null, forDay: null };

/** `--date` of commands that look: everything as of that day. */
export function daysOf(date: CalendarDate | null): Days {
  return { look: date, today: date, forDay: null };
}

export type Standing = Figured & {
  readonly workspace: Workspace;
  readonly register: Register;
  readonly quarter: Quarter;
  /** What the figures were made from: live, or frozen with them. */
  readonly parts: QuarterParts;
  /** Null while the quarter is open. */
  readonly closed: ClosedQuarter | null;
  /** Who answers for what on the day of the paper. Its entries have no figures of that day: those are the ledger's. */
  readonly duties: Ledger;
  /** As of the day asked for, closed or not: reminders speak of their own day. */
  readonly live: Ledger;
};

export type Stood = Result<Standing | null> & {
  /** What could be read of the quarter's inputs, with an error too; null when the workspace itself could not be read. */
  readonly inputs: QuarterInputs | null;
  /** Errors of the register, which are among the messages too. */
  readonly registerErrors: readonly Message[];
};

/** Reads and joins; null when something in the data is wrong. */
export function standingOf(disk: Disk, quarter: Quarter, days: Days): Stood {
  const stood = joined(disk, quarter, days);
  return hasErrors(stood.messages) ? { ...stood, value: null } : stood;
}

/** A file of returns of which not everything could be read, and whose it is. */
export type UnreadableFile = { readonly file: string; readonly unit: Unit | null };

/**
 * As far as the quarter's returns can be read: a fault in one unit's file keeps nobody from seeing how the others stand, or from reminding
 * them. Each such file is told once; `check` says what is wrong in it. Errors of the register keep nobody from looking either. Null when
 * anything else is wrong.
 */
export function readableStanding(
  disk: Disk,
  quarter: Quarter,
  days: Days,
): Stood & { readonly unreadable: readonly UnreadableFile[] } {
  const { value, inputs, messages, registerErrors } = joined(disk, quarter, days);
  const errors = errorsOf(messages);
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
  const isWhole = errorsOf(others).every((each) => registerErrors.includes(each));
  return { value: isWhole ? value : null, inputs, messages: [...others, ...told], registerErrors, unreadable };
}

/** With whatever could be made of it, errors or not. */
function joined(disk: Disk, quarter: Quarter, days: Days): Stood {
  const workspace = readWorkspace(disk);
  const { value: register, messages: registered } = readRegister(disk);
  const registerErrors = errorsOf(registered);
  const told = [...workspace.messages, ...registerErrors];
  if (workspace.value === null) return { value: null, inputs: null, messages: told, registerErrors };
  const asked = { workspace: workspace.value, register, quarter };
  const closed = register.quarters.get(quarter) ?? null;
  const open = closed === null || days.today !== null ? liveQuarter(disk, { ...asked, asOf: days.look }) : null;
  const figured = closed === null && open !== null ? open : frozenFigures(disk, register, { quarter, revision: null });
  const inputs = open?.inputs ?? null;
  // Of a closed quarter the figures are frozen; how it stands today is not, and rests on every file.
  const unread = figured === open ? [] : refusedFiles(open?.messages ?? []);
  const messages = [...told, ...figured.messages, ...unread];
  if (figured.value === null) return { value: null, inputs, messages, registerErrors };
  const { ledger, parts } = figured.value;
  const day = dayOfPaper(days, workspace.value, { closed, ledger });
  const duties = day === ledger.asOf && closed === null ? null : dutiesOn(day, workspace.value, parts);
  const value: Standing = {
    ...figured.value,
    ...asked,
    closed,
    duties: duties?.value ?? ledger,
    live: days.today === null ? ledger : liveQuarter(disk, { ...asked, asOf: days.today }).value.ledger,
  };
  // What needs an eye was told with the figures; what makes the duties wrong stops the papers.
  return { value, inputs, messages: [...messages, ...errorsOf(duties?.messages ?? [])], registerErrors };
}

type Asked = {
  readonly workspace: Workspace;
  readonly register: Register;
  readonly quarter: Quarter;
  readonly asOf: CalendarDate | null;
};

type Judged = Figured & { readonly parts: QuarterParts };

/** From the inputs as they are; with an error, only good for looking further. The quarter before counts as it was closed, if it was. */
export function liveQuarter(
  disk: Disk,
  { workspace, register, quarter, asOf }: Asked,
): Result<Judged> & { readonly inputs: QuarterInputs } {
  const day = asOf ?? closingDay(workspace.office, quarter);
  const read = readQuarter(disk, workspace, { quarter, day });
  const last = [...register.quarters.keys()]
    .filter((each) => each < quarter)
    .toSorted()
    .at(-1);
  const frozen = last === undefined ? silent(null) : frozenFigures(disk, register, { quarter: last, revision: null });
  const before = last === previousQuarter(quarter) ? frozen : silent(null);
  const { reading, previous, earlier, adjustments, remarks } = read.value;
  const { catalogue, roster, plans, closures, reassignments, taskChanges, extensions, office } = workspace;
  const parts: QuarterParts = {
    catalogue,
    roster,
    plans,
    closures,
    reassignments,
    taskChanges,
    extensions,
    office,
    quarter,
    day,
    adjustments,
    remarks,
    ...(reading.attachments.length === 0 ? {} : { attachments: reading.attachments }),
    returns: reading.returns,
    previousReturns: previous.returns,
    earlierReturns: earlier.returns,
    ...(before.value === null ? {} : { closedBefore: closedParts(before.value.ledger) }),
    reminders: remindersOf(register, quarter),
  };
  const judged = judge(parts);
  const messages = [...read.messages, ...before.messages, ...judged.messages, ...wishesOf(parts, frozen.value)];
  return { value: { ...judged.value, parts }, inputs: read.value, messages };
}

/**
 * The day of the paper: as asked; of a quarter that is closed, the last day on which an act takes effect, since the office that has recorded one
 * will not send the old letters; else the ledger's own.
 */
function dayOfPaper(
  { forDay }: Days,
  workspace: Workspace,
  { closed, ledger }: { readonly closed: ClosedQuarter | null; readonly ledger: Ledger },
): CalendarDate {
  if (forDay !== null) return forDay;
  const last = closed === null ? undefined : effectiveActs(workspace).at(-1)?.on;
  return last === undefined || last < ledger.asOf ? ledger.asOf : last;
}

function dutiesOn(day: CalendarDate, workspace: Workspace, parts: QuarterParts): Result<Ledger> {
  return ledgerAsOf(day, {
    ...parts,
    ...workspace,
    returns: [],
    previousReturns: [],
    earlierReturns: [],
    closedBefore: [],
  });
}

/** When a unit was first reminded in the quarter, by the register. */
function remindersOf({ entries }: Register, quarter: Quarter): ReadonlyMap<string, CalendarDate> {
  const reminders = entries.filter((entry) => entry.quarter === quarter && entry.kind === 'reminder');
  return new Map(
    reminders
      .toReversed()
      .flatMap(({ addressee, issuedOn }) => (addressee === null ? [] : [[addressee.code, issuedOn]])),
  );
}
