/** The order of the stages; it reads as a table of contents (DESIGN.md §2). Each stage is a function from value to value. */
import { lastDayOf, nextQuarter, type CalendarDate, type Quarter } from './calendar.ts';
import type { Disk } from './disk.ts';
import { assess } from './domain/assess.ts';
import { filingDay } from './domain/filing.ts';
import { ledgerAsOf, type Ledger } from './domain/ledger.ts';
import type { Scorecard } from './domain/score.ts';
import { hasErrors, type Message, type Result } from './message.ts';
import { draftsOf, tablesOf, type Quarterly } from './papers.ts';
import type { PlainFile, QuarterPapers, Writers } from './plan.ts';
import { readQuarter, type QuarterInputs } from './quarter-inputs.ts';
import { writeCsv } from './read/table/csv-write.ts';
import { createWriters } from './writers.ts';
import { readTemplates } from './templates.ts';
import { ledgerColumns, ledgerRows } from './view/ledger-csv.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

/** A quarter as it stands: the workspace, the two quarters' returns, the ledger and the scores. */
export type Standing = {
  readonly workspace: Workspace;
  readonly quarter: Quarter;
  readonly inputs: QuarterInputs;
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
  const inputs = readQuarter(disk, workspace.value, { quarter, day });
  const ledger = ledgerAsOf(day, {
    ...workspace.value,
    quarter,
    returns: inputs.value.reading.returns,
    previousReturns: inputs.value.previous.returns,
  });
  const scorecards = assess(ledger.value, { office: workspace.value.office, adjustments: inputs.value.adjustments });
  const messages = [workspace, inputs, ledger, scorecards].flatMap((part) => part.messages);
  if (hasErrors(messages)) return { value: null, messages };
  const value: Standing = {
    workspace: workspace.value,
    quarter,
    inputs: inputs.value,
    ledger: ledger.value,
    scorecards: scorecards.value,
  };
  return { value, messages };
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
