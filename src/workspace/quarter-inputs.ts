/** The inputs of one quarter: its returns, checked against what the office knows, last quarter's, and the office's own score items. */
import { previousQuarter, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import { noteOther } from '../disk/asked.ts';
import type { Disk } from '../disk/disk.ts';
import { attempted } from '../disk/failure.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import type { Return } from '../domain/return.ts';
import type { Remark } from '../domain/remark.ts';
import { assignTasks } from '../domain/assignment.ts';
import { closingDay, filingDay } from '../domain/filing.ts';
import { ownershipOf } from '../domain/ownership.ts';
import { errorsOf, type Message, type Result } from '../message/message.ts';
import { readAdjustments } from '../intake/adjustments.ts';
import { readRemarks } from '../intake/remarks.ts';
import { readReturns } from '../intake/returns/read-returns.ts';
import { refusedFiles, type ReceivedFile, type ReturnsReading } from '../intake/returns/reading.ts';
import { officeFile } from '../intake/rows.ts';
import { rememberReading, type RememberedReading } from '../disk/remembered-reading.ts';
import { identityOfWorkspace, type Workspace } from './workspace.ts';

type PastReturns = Pick<ReturnsReading, 'returns'>;

export type QuarterInputs = {
  readonly reading: ReturnsReading;
  readonly previous: PastReturns;
  /** Of the quarter before last: what a zero report of last quarter left standing. */
  readonly earlier: PastReturns;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly Remark[];
};

export function readQuarter(
  disk: Disk,
  workspace: Workspace,
  { quarter, day }: { readonly quarter: Quarter; readonly day: CalendarDate },
): Result<QuarterInputs> {
  const { fractions, hollowBelow } = workspace.office.returns;
  const { value: past, identity } = pastOf(disk, workspace, quarter);
  const { previous, earlier, messages: stopping } = past;
  // A return that is filed after `day`, by whoever has the task by then, is no mistake: the ledger of `day` does not know it yet.
  const closing = closingDay(workspace.office, quarter);
  const assignedOn = day < closing ? closing : day;
  const assigned = assignTasks(assignedOn, workspace);
  const reading = readReturns({
    ...workspace,
    quarter,
    files: returnFiles(disk, quarter),
    expectations: {
      ownership: ownershipOf(assigned.value, quarter),
      filingDay: filingDay(workspace.office, quarter),
      planned: plannedFor(quarter, workspace),
      hollowBelow,
    },
    fractions,
    previous: previous.returns,
    // The past stands for the workspace, too.
    ...(identity === null ? {} : { basis: JSON.stringify([identity, quarter, assignedOn]) }),
  });
  const adjustments = readAdjustments(officeFile(disk, `inputs/${quarter}/adjustments.csv`), workspace);
  const remarks = readRemarks(officeFile(disk, `inputs/${quarter}/remarks.csv`), workspace);
  return {
    value: { reading: reading.value, previous, earlier, adjustments: adjustments.value, remarks: remarks.value },
    messages: [...reading.messages, ...stopping, ...adjustments.messages, ...remarks.messages],
  };
}

/** What was said in the two quarters before, for comparison: its sense was looked at in its own quarter, only what is wrong is told. */
export function readPast(disk: Disk, workspace: Workspace, quarter: Quarter): Past {
  return pastOf(disk, workspace, quarter).value;
}

function pastOf(disk: Disk, workspace: Workspace, quarter: Quarter): RememberedReading<Past> {
  const identity = identityOfWorkspace(workspace);
  if (identity === null) return { value: readThen(disk, workspace, quarter), identity };
  const of = JSON.stringify([identity, quarter]);
  return rememberReading(disk, { kind: 'past', of }, (from) => readThen(from, workspace, quarter));
}

type Past = Pick<QuarterInputs, 'previous' | 'earlier'> & { readonly messages: readonly Message[] };

function readThen(disk: Disk, workspace: Workspace, quarter: Quarter): Past {
  const past = (of: Quarter, previous: readonly Return[]): Result<ReturnsReading> => {
    const { fractions } = workspace.office.returns;
    const files = returnFiles(disk, of);
    return readReturns({ ...workspace, quarter: of, files, expectations: null, fractions, previous });
  };
  const before = previousQuarter(quarter);
  const earlier = past(previousQuarter(before), []);
  const previous = past(before, earlier.value.returns);
  const messages = [...refusedFiles(earlier.messages), ...errorsOf(previous.messages)];
  const returnsOf = ({ value: { returns } }: Result<ReturnsReading>): PastReturns => ({ returns });
  return { previous: returnsOf(previous), earlier: returnsOf(earlier), messages };
}

/** Files of returns as the units sent them. One that the system refuses keeps nobody from reading the others. */
export function returnFiles(disk: Disk, quarter: Quarter): readonly ReceivedFile[] {
  return returnNames(disk, quarter).map((path) => {
    const read = attempted(() => disk.readStart(path, largestReturn));
    if (read.refused === null && read.value !== null) return { path, bytes: read.value };
    return noteOther({ path, bytes: new Uint8Array(), refused: read.refused ?? absence(disk, path) });
  });
}

/** Why what was listed is no file: a link to a folder, whose files nobody would miss, or one that leads nowhere. */
function absence(disk: Disk, path: string): string {
  return disk.list(path).length > 0 ? 'EISDIR' : 'ENOENT';
}

/** Their paths. */
export function returnNames(disk: Disk, quarter: Quarter): readonly string[] {
  return disk.list(`inputs/${quarter}/returns`).filter((file) => !/\/\./.test(file));
}

/** In bytes. No table comes near it; of what is larger (films, disk images) the beginning is enough to tell what it is. */
const largestReturn = 64 * 1024 * 1024;

function plannedFor(quarter: Quarter, { plans }: Workspace): ReadonlyMap<string, number> {
  return new Map(
    plans.flatMap(({ taskId, percentBy }) => {
      const percent = percentBy.get(quarter);
      return percent === undefined ? [] : [[taskId, percent] as const];
    }),
  );
}
