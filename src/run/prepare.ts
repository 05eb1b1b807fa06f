/** The order of the stages; it reads as a table of contents (DESIGN.md §2). Each stage is a function from value to value. */
import type { Ledger } from '../domain/entry.ts';
import { nextQuarter, yearOf, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { assess } from '../domain/assess.ts';
import { closingDay, filingDay } from '../domain/filing.ts';
import { ledgerAsOf } from '../domain/ledger.ts';
import type { Scorecard } from '../domain/score.ts';
import { hasErrors, type Result } from '../message/message.ts';
import { draftsOf, tablesOf, type Quarterly } from './papers.ts';
import type { PlainFile, QuarterPapers, Writers } from './plan.ts';
import { readQuarter, type QuarterInputs } from '../workspace/quarter-inputs.ts';
import { readRegister } from '../register/read-register.ts';
import { writeCsv } from '../table/csv-write.ts';
import { referenceFaults } from '../workspace/reference.ts';
import { readTemplates } from '../papers/templates.ts';
import { pageView } from '../papers/page.ts';
import { pagePapers } from './page-papers.ts';
import { historyOf } from './history.ts';
import { readFaces } from '../workspace/faces.ts';
import { writePage } from '../write/page/page.ts';
import type { Charts } from './charts.ts';
import { ledgerColumns, ledgerRows } from '../papers/ledger-csv.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';
import { unprintableIn } from './unprintable.ts';

/** A quarter as it stands: the workspace, the two quarters' returns, the ledger and the scores. */
export type Standing = {
  readonly workspace: Workspace;
  readonly quarter: Quarter;
  readonly inputs: QuarterInputs;
  readonly ledger: Ledger;
  readonly scorecards: readonly Scorecard[];
};

/** Reads and joins; null when something in the data is wrong, with what could be read beside it. `asOf` null = the quarter's last day, or its filing day when that is later. */
export async function standingOf(
  disk: Disk,
  quarter: Quarter,
  asOf: CalendarDate | null,
): Promise<Result<Standing | null> & { readonly inputs: QuarterInputs | null }> {
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
  if (hasErrors(messages)) return { value: null, inputs: inputs.value, messages };
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

/** What the papers of the quarter say, with the templates that word it; null when a template or the reference document is wrong. */
export function quarterlyOf(disk: Disk, standing: Standing, charts: Charts = noCharts): Result<Quarterly | null> {
  const templates = readTemplates(disk);
  const faults = [...templates.messages, ...referenceFaults(disk)];
  if (hasErrors(faults)) return { value: null, messages: faults };
  const { workspace, quarter, ledger, scorecards } = standing;
  const next = nextQuarter(quarter);
  const lastYear = workspace.catalogue.period?.to ?? Infinity;
  const value: Quarterly = {
    quarter,
    ledger,
    scorecards,
    office: workspace.office,
    breakdown: workspace.catalogue.title,
    filingDay: filingDay(workspace.office, quarter),
    next: { quarter: next, filingDay: filingDay(workspace.office, next), isInPeriod: yearOf(next) <= lastYear },
    templates: templates.value,
    figures: charts.figures,
    slimCharts: charts.slim,
  };
  return { value, messages: templates.messages };
}

/** For commands that only look. */
const noCharts: Charts = { figures: {}, slim: {} };

/** Every paper of the quarter as a Document. */
export function papersOf(standing: Standing, quarterly: Quarterly): Result<QuarterPapers> {
  const drafts = draftsOf(quarterly);
  const tables = tablesOf(quarterly);
  const papers = { drafts: drafts.value, tables: tables.value };
  const value = { ...papers, files: filesOf(standing, quarterly, papers) };
  return { value, messages: [...drafts.messages, ...tables.messages] };
}

/** Files of the quarter that are no papers. */
function filesOf(
  { ledger }: Standing,
  quarterly: Quarterly,
  papers: Pick<QuarterPapers, 'drafts' | 'tables'>,
): readonly PlainFile[] {
  const csv = writeCsv(ledgerColumns, ledgerRows(ledger.entries));
  const figures = Object.entries(quarterly.figures).map(([name, figure]) => ({
    ...figure,
    slimSvg: quarterly.slimCharts[name] ?? figure.svg,
  }));
  const { office } = quarterly;
  const page = writePage(
    pageView({ ...quarterly, figures, papers: pagePapers(papers, office.formats), notice: office.pageNotice }),
  );
  return [
    { path: 'ledger.csv', kind: 'data', bytes: csv },
    { path: 'index.html', kind: 'page', bytes: page },
  ];
}

/** Everything up to the writing: what the papers say, and the writers of the formats. */
export type Prepared = {
  readonly standing: Standing;
  readonly quarterly: Quarterly;
  readonly papers: QuarterPapers;
  readonly writers: Writers;
};

/** From the inputs to papers that only have to be written; null when anything is wrong, with all of it told. */
export async function prepare(
  disk: Disk,
  quarter: Quarter,
  asOf: CalendarDate | null,
): Promise<Result<Prepared | null>> {
  const standing = await standingOf(disk, quarter, asOf);
  if (standing.value === null) return { value: null, messages: standing.messages };
  const faces = readFaces(disk, standing.value.workspace.office);
  if (hasErrors(faces.messages)) return { value: null, messages: [...standing.messages, ...faces.messages] };
  const unprintable = await unprintableIn(standing.value, faces.value);
  if (unprintable.length > 0) return { value: null, messages: [...standing.messages, ...unprintable] };
  // The writers and charts bring the heavy libraries along; commands that only look need not wait for them.
  const [{ drawCharts }, { createWriters }] = await Promise.all([import('./charts.ts'), import('./writers.ts')]);
  const history = historyOf(disk, standing.value.workspace, quarter);
  const charts = await drawCharts({ ...standing.value, history }, faces.value);
  const quarterly = quarterlyOf(disk, standing.value, charts);
  const writers = await createWriters(disk, standing.value.workspace.office, faces.value);
  // A reference document that cannot serve is told by both.
  const told = new Set(quarterly.messages.map(({ code }) => code));
  const others = writers.messages.filter(({ code }) => !told.has(code));
  const messages = [...standing.messages, ...quarterly.messages, ...others];
  if (quarterly.value === null || writers.value === null) return { value: null, messages };
  const papers = papersOf(standing.value, quarterly.value);
  const all = [...messages, ...papers.messages];
  if (hasErrors(all)) return { value: null, messages: all };
  const value = { standing: standing.value, quarterly: quarterly.value, papers: papers.value, writers: writers.value };
  return { value, messages: all };
}
