/** The order of the stages; it reads as a table of contents (DESIGN.md §2). Each stage is a function from value to value. */
import { lastDayOf, nextQuarter, previousQuarter, type CalendarDate, type Quarter } from './calendar.ts';
import type { Disk } from './disk.ts';
import type { Adjustment } from './domain/adjustment.ts';
import { assignTasks } from './domain/assignment.ts';
import { assess } from './domain/assess.ts';
import { filingDay } from './domain/filing.ts';
import { ownershipOf } from './domain/ownership.ts';
import { ledgerAsOf, type Ledger } from './domain/ledger.ts';
import type { Scorecard } from './domain/score.ts';
import { hasErrors, type Message, type Result } from './message.ts';
import { draftsOf, tablesOf, type Quarterly } from './papers.ts';
import type { PlainFile, QuarterPapers, Writers } from './plan.ts';
import { writeCsv } from './read/table/csv-write.ts';
import { readReturns } from './read/returns/read-returns.ts';
import type { Expectations } from './read/returns/expectations.ts';
import type { ReturnsReading } from './read/returns/reading.ts';
import { createWriters } from './writers.ts';
import { readTemplates } from './templates.ts';
import { ledgerColumns, ledgerRows } from './view/ledger-csv.ts';
import { readQuarterAdjustments, readWorkspace, returnFiles, type Workspace } from './workspace.ts';

/** A quarter as it stands: the workspace, the two quarters' returns, the ledger and the scores. */
export type Standing = {
  readonly workspace: Workspace;
  readonly quarter: Quarter;
  readonly reading: ReturnsReading;
  readonly adjustments: readonly Adjustment[];
  readonly ledger: Ledger;
  readonly scorecards: readonly Scorecard[];
};

/** Reads and joins; null when something in the data is wrong. `asOf` null = the quarter's last day. */
export async function standingOf(
  disk: Disk,
  quarter: Quarter,
  asOf: CalendarDate | null,
): Promise<Result<Standing | null>> {
  const day = asOf ?? lastDayOf(quarter);
  const workspace = await readWorkspace(disk);
  if (workspace.value === null) return { value: null, messages: workspace.messages };
  const before = readQuarterReturns(disk, workspace.value, {
    quarter: previousQuarter(quarter),
    expectations: null,
  });
  const assigned = assignTasks(day, workspace.value);
  const reading = readQuarterReturns(disk, workspace.value, {
    quarter,
    expectations: {
      ownership: ownershipOf(assigned.value),
      filingDay: filingDay(workspace.value.office, quarter),
      previous: before.value.returns,
      hollowBelow: 10,
    },
  });
  const adjustments = readQuarterAdjustments(disk, workspace.value, quarter);
  const ledger = ledgerAsOf(day, {
    ...workspace.value,
    quarter,
    returns: reading.value.returns,
    previousReturns: before.value.returns,
  });
  const scorecards = assess(ledger.value, { office: workspace.value.office, adjustments: adjustments.value });
  const messages = [workspace, reading, adjustments, ledger, scorecards].flatMap((part) => part.messages);
  // Last quarter's returns were checked in their own quarter; here only what stops reading counts.
  const all = [...messages, ...before.messages.filter(({ severity }) => severity === 'error')];
  if (hasErrors(all)) return { value: null, messages: all };
  const value: Standing = {
    workspace: workspace.value,
    quarter,
    reading: reading.value,
    adjustments: adjustments.value,
    ledger: ledger.value,
    scorecards: scorecards.value,
  };
  return { value, messages: all };
}

/** Words the quarter: templates are checked first, then every paper is made as a Document. */
export function papersOf(disk: Disk, standing: Standing): Result<QuarterPapers | null> {
  const templates = readTemplates(disk);
  if (hasErrors(templates.messages)) return { value: null, messages: templates.messages };
  const { workspace, quarter, ledger, scorecards } = standing;
  const next = nextQuarter(quarter);
  const quarterly: Quarterly = {
    quarter,
    ledger,
    scorecards,
    office: workspace.office,
    breakdown: workspace.catalogue.title,
    filingDay: filingDay(workspace.office, quarter),
    next: { quarter: next, filingDay: filingDay(workspace.office, next) },
    templates: templates.value,
    figures: {},
  };
  const drafts = draftsOf(quarterly);
  const tables = tablesOf(quarterly);
  const messages: readonly Message[] = [...templates.messages, ...drafts.messages, ...tables.messages];
  return { value: { drafts: drafts.value, tables: tables.value, files: filesOf(standing) }, messages };
}

/** Files of the quarter that are no papers. */
function filesOf({ ledger }: Standing): readonly PlainFile[] {
  return [{ path: 'ledger.csv', kind: 'data', bytes: writeCsv(ledgerColumns, ledgerRows(ledger.entries)) }];
}

/** Everything that a paper of the quarter needs: what it says, and the writers of the formats. */
export type Prepared = { readonly standing: Standing; readonly papers: QuarterPapers; readonly writers: Writers };

/** From the inputs to papers that only have to be written; null when anything is wrong, with all of it told. */
export async function prepare(
  disk: Disk,
  quarter: Quarter,
  asOf: CalendarDate | null,
): Promise<Result<Prepared | null>> {
  const standing = await standingOf(disk, quarter, asOf);
  if (standing.value === null) return { value: null, messages: standing.messages };
  const papers = papersOf(disk, standing.value);
  const writers = await createWriters(disk, standing.value.workspace.office);
  const messages = [standing, papers, writers].flatMap((part) => part.messages);
  if (papers.value === null || writers.value === null || hasErrors(messages)) return { value: null, messages };
  return { value: { standing: standing.value, papers: papers.value, writers: writers.value }, messages };
}

/** Last quarter's returns are read for comparison only; their sense was looked at in their own quarter. */
function readQuarterReturns(
  disk: Disk,
  workspace: Workspace,
  of: { readonly quarter: Quarter; readonly expectations: Expectations | null },
): Result<ReturnsReading> {
  return readReturns({ ...workspace, ...of, files: returnFiles(disk, of.quarter), fractions: 'refuse' });
}
