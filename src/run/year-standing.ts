/** A year as it stands: every quarter that has returns, joined as in prepare.ts, and the register of the 述廉报告. */
import { lastDayOf, firstDayOf, quarterOfYear, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { closingDay } from '../domain/filing.ts';
import type { Year } from '../domain/history.ts';
import { rollCall, type RollCall } from '../domain/roll-call.ts';
import { error, errorsOf, hasErrors, warning, type Message, type Result } from '../message/message.ts';
import { after, failed, once } from '../message/result.ts';
import { fileOnly } from '../message/place.ts';
import type { Register } from '../register/entry.ts';
import { readRegister } from '../register/read-register.ts';
import { readIntegrityReports } from '../intake/integrity-reports.ts';
import { daysOf, standingOf, type Standing } from './standing.ts';
import { returnFiles } from '../workspace/quarter-inputs.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';

/** A year as it stands: its quarters, and who has handed in the 述廉报告; null without a register of them. */
export type YearStanding = Omit<Year, 'quarters' | 'last'> & {
  readonly quarters: readonly Standing[];
  readonly last: Standing;
  readonly workspace: Workspace;
  readonly rollCall: RollCall | null;
};

/** Reads and joins every quarter of the year that has returns; null when something in the data is wrong. */
export async function yearStandingOf(
  disk: Disk,
  year: number,
  asOf: CalendarDate | null,
): Promise<Result<YearStanding | null>> {
  const { value: workspace, messages: found } = readWorkspace(disk);
  const { value: register, messages: registered } = readRegister(disk);
  const told = [...found, ...errorsOf(registered)];
  if (workspace === null) return failed(told);
  const { filled, leftOut } = quartersOf(disk, register, { year, asOf });
  const called = rollCallOf(disk, workspace, { year, asOf });
  const read = await readQuarters(disk, workspace, { filled, asOf });
  const without = leftOut.map((quarter) => warning(folderOf(quarter), 'quarter-without-returns', { quarter }));
  // What is wrong with workspace and register is found in every quarter.
  const messages = once([...told, ...without, ...called.messages, ...read.messages]);
  const last = read.value.at(-1);
  if (last === undefined && !hasErrors(messages)) {
    const nothing = error(folderOf(filled[0] ?? quarterOfYear(year, 1)), 'year-without-returns', { year });
    return failed([nothing]);
  }
  if (last === undefined || hasErrors(messages)) return failed(messages);
  const named = new Set(read.value.flatMap(({ ledger }) => ledger.units.map(({ code }) => code)));
  const units = workspace.roster.units.filter(({ code, kind }) => kind === 'unit' && named.has(code));
  return { value: { year, quarters: read.value, last, leftOut, units, workspace, rollCall: called.value }, messages };
}

type Quarters = { readonly filled: readonly Quarter[]; readonly leftOut: readonly Quarter[] };

/** Quarters that have begun by the day, with and without returns; one that was closed has what was frozen, whatever lies in inputs/. */
function quartersOf(
  disk: Disk,
  register: Register,
  { year, asOf }: { readonly year: number; readonly asOf: CalendarDate | null },
): Quarters {
  const begun = ([1, 2, 3, 4] as const)
    .map((number) => quarterOfYear(year, number))
    .filter((quarter) => asOf === null || firstDayOf(quarter) <= asOf);
  const isFilled = (quarter: Quarter): boolean =>
    register.quarters.has(quarter) || returnFiles(disk, quarter).length > 0;
  return { filled: begun.filter(isFilled), leftOut: begun.filter((quarter) => !isFilled(quarter)) };
}

/** Each as of the day its own papers stand by default, or the day asked for when that is earlier. */
async function readQuarters(
  disk: Disk,
  { office }: Workspace,
  { filled, asOf }: { readonly filled: readonly Quarter[]; readonly asOf: CalendarDate | null },
): Promise<Result<readonly Standing[]>> {
  const value: Standing[] = [];
  const messages: Message[] = [];
  for (const quarter of filled) {
    const closing = closingDay(office, quarter);
    const standing = standingOf(disk, quarter, daysOf(asOf !== null && asOf < closing ? asOf : null));
    // What needs an eye in the returns was told in their own quarter; errors stop the year too.
    messages.push(...standing.messages.filter(({ severity }) => severity === 'error'));
    if (standing.value !== null) value.push(standing.value);
  }
  return { value, messages };
}

/** The office's register may be later than the year: the roll-call is as of the year's end, or of the last report entered. */
function rollCallOf(
  disk: Disk,
  { roster }: Workspace,
  { year, asOf }: { readonly year: number; readonly asOf: CalendarDate | null },
): Result<RollCall | null> {
  const path = `inputs/${year}/integrity-reports.csv`;
  const bytes = disk.read(path);
  if (bytes === null) return failed([warning(fileOnly(path), 'no-integrity-reports')]);
  const reports = readIntegrityReports({ path, bytes }, { roster, year });
  const end = lastDayOf(quarterOfYear(year, 4));
  const latest = reports.value.reduce(
    (day, { submittedOn }) => ((submittedOn ?? day) > day ? (submittedOn ?? day) : day),
    end,
  );
  const called = rollCall(roster, reports.value, {
    day: asOf !== null && asOf < end ? asOf : end,
    asOf: asOf ?? latest,
  });
  return after(reports.messages, called);
}

function folderOf(quarter: Quarter) {
  return fileOnly(`inputs/${quarter}/returns`);
}
