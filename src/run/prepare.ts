/**
 * The order of the stages; it reads as a table of contents (DESIGN.md §2). A quarter and a year go the same way: what stands there, faces,
 * what cannot be printed, templates, charts, papers, writers. Each stage is a function from value to value.
 */
import type { Templates } from '../document/template.ts';
import { trendOf } from '../domain/figures.ts';
import type { Disk } from '../disk/disk.ts';
import { hasErrors, warning, type Message, type Result } from '../message/message.ts';
import { after, failed, mapped, silent } from '../message/result.ts';
import { fileOnly } from '../message/place.ts';
import type { ChartParts } from '../papers/chart-data.ts';
import { papersOf, type MadePaper } from '../papers/made.ts';
import type { Periods } from '../papers/kinds.ts';
import { unsaidRemarks } from '../papers/unsaid.ts';
import { readTemplates } from './read-templates.ts';
import { paperKinds, type PaperKind } from '../trade/paper-kinds.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { readFaces, type Faces } from '../workspace/faces.ts';
import { referenceFaults } from '../workspace/reference.ts';
import { wordPending, type Again } from './again.ts';
import { drawCharts, type Charts } from './charts.ts';
import { trendBefore } from './history.ts';
import { plainFiles } from './plain-files.ts';
import type { PlainFile, Writers } from './plan.ts';
import { readableStanding, standingOf, type Days, type Standing, type Stood } from './standing.ts';
import { unprintableIn } from './unprintable.ts';
import { quarterlyOf, yearlyOf } from './views.ts';
import { yearStandingOf, type YearStanding } from './year-standing.ts';

/** What the papers of a period say; `view` is what they were worded from. */
export type Worded<Period extends keyof Periods, Stands> = {
  readonly standing: Stands;
  readonly view: Periods[Period];
  readonly faces: Faces;
  readonly templates: Templates;
  readonly papers: readonly MadePaper[];
  readonly files: readonly PlainFile[];
  /** What must be issued again, for `out/Q/reissue/`. */
  readonly again: readonly Again[];
};

type WithWriters = { readonly writers: Writers };

/** Papers that only have to be written. */
export type Prepared = Worded<'quarter', Standing> & WithWriters;
export type PreparedYear = Worded<'year', YearStanding> & WithWriters;

/** From the inputs to papers that only have to be written; null when anything is wrong, with all of it told. */
export async function prepare(disk: Disk, quarter: Quarter, days: Days): Promise<Result<Prepared | null>> {
  return written(disk, await wordQuarter(disk, quarter, { ...days, isDrawn: true }));
}

/** Whether a command is about reminders and nothing else (`--only 'reminders/*'`). */
export function isReminding(only: readonly string[]): boolean {
  return only.length > 0 && only.every((pattern) => pattern.startsWith(`${paperKinds.reminder.path}/`));
}

/** Reminders alone, as far as returns can be read: a unit whose file cannot be is sent that file back, and no reminder. */
export async function prepareReminders(disk: Disk, quarter: Quarter, days: Days): Promise<Result<Prepared | null>> {
  const { value: standing, messages, registerErrors, unreadable } = readableStanding(disk, quarter, days);
  if (standing === null || registerErrors.length > 0) return failed(messages);
  const result = after(messages, await word(disk, { ...readyQuarter(disk, standing, []), only: 'reminder' }, false));
  if (result.value === null) return failed(result.messages);
  const back = new Map(unreadable.map(({ file, unit }) => [unit?.code, file]));
  const reminders = result.value.papers;
  const withheld = reminders.flatMap(({ addressee }) => {
    const file = back.get(addressee?.code);
    return addressee === null || file === undefined
      ? []
      : [warning(fileOnly(file), 'reminder-withheld', { unit: addressee.name })];
  });
  const papers = reminders.filter(({ addressee }) => !back.has(addressee?.code));
  const worded = { ...result.value, papers, files: [] };
  return written<'quarter', Standing>(disk, { value: worded, messages: [...result.messages, ...withheld] });
}

export async function prepareYear(
  disk: Disk,
  year: number,
  asOf: CalendarDate | null,
): Promise<Result<PreparedYear | null>> {
  const { value: standing, messages } = await yearStandingOf(disk, year, asOf);
  if (standing === null) return failed(messages);
  const { quarters, last } = standing;
  const stood: Ready<'year', YearStanding> = {
    period: 'year',
    standing,
    quarters,
    latest: { ...last, history: trendOf(quarters.slice(0, -1).map(({ ledger }) => ledger)) },
    viewOf: (charts) => yearlyOf(standing, charts),
    filesOf: () => [],
    unsaidIn: () => [],
    againOf: () => silent([]),
  };
  return written(disk, after(messages, await word(disk, stood, true)));
}

/** Every paper of the quarter in words, and nothing written. `isDrawn` false: without charts, for commands that only look. */
export async function wordQuarter(
  disk: Disk,
  quarter: Quarter,
  { isDrawn, ...days }: Days & { readonly isDrawn: boolean },
): Promise<Result<Worded<'quarter', Standing> | null> & Pick<Stood, 'inputs'>> {
  const { value: standing, inputs, messages } = standingOf(disk, quarter, days);
  if (standing === null) return { value: null, inputs, messages };
  return { ...after(messages, await wordStanding(disk, standing, isDrawn)), inputs };
}

/** The same of a quarter that was read already. */
export function wordStanding(
  disk: Disk,
  standing: Standing,
  isDrawn: boolean,
): Promise<Result<Worded<'quarter', Standing> | null>> {
  const { value: history, messages } = isDrawn ? trendBefore(disk, standing) : silent([]);
  if (hasErrors(messages)) return Promise.resolve(failed(messages));
  return word(disk, readyQuarter(disk, standing, history), isDrawn);
}

function readyQuarter(disk: Disk, standing: Standing, history: ChartParts['history']): Ready<'quarter', Standing> {
  return {
    period: 'quarter',
    standing,
    quarters: [standing],
    latest: { ...standing, history },
    viewOf: (charts) => quarterlyOf(standing, charts),
    filesOf: plainFiles,
    unsaidIn: (papers) => unsaidRemarks(papers, { ...standing.parts, quarter: standing.quarter }),
    againOf: (view, templates) => wordPending(disk, { standing, view, templates }),
  };
}

/** A period as it stands, and how its papers draw on it. */
type Ready<Period extends keyof Periods, Stands> = {
  readonly period: Period;
  readonly standing: Stands & Pick<Standing, 'workspace'>;
  /** The one kind that is wanted; every kind without it. */
  readonly only?: PaperKind;
  readonly quarters: readonly Standing[];
  /** What the charts show. */
  readonly latest: ChartParts;
  readonly viewOf: (charts: Charts) => Periods[Period];
  readonly againOf: (view: Periods[Period], templates: Templates) => Result<readonly Again[]>;
  /** What was to be said and is in none of the papers. */
  readonly unsaidIn: (papers: readonly MadePaper[]) => readonly Message[];
  readonly filesOf: (view: Periods[Period], papers: readonly MadePaper[], charts: Charts) => readonly PlainFile[];
};

async function word<Period extends keyof Periods, Stands>(
  disk: Disk,
  stood: Ready<Period, Stands>,
  isDrawn: boolean,
): Promise<Result<Worded<Period, Stands> | null>> {
  const { office } = stood.standing.workspace;
  const faces = readFaces(disk, office);
  const templates = await readTemplates(disk);
  const unprintable = hasErrors(faces.messages) ? [] : await unprintableIn(stood.quarters, faces.value);
  const found = [...faces.messages, ...unprintable, ...templates.messages, ...referenceFaults(disk)];
  if (templates.value === null || hasErrors(found)) return failed(found);
  const charts = isDrawn ? drawCharts(stood.latest) : noCharts;
  const view = stood.viewOf(charts);
  const papers = papersOf(stood.period, view, { templates: templates.value, only: stood.only });
  const again = stood.againOf(view, templates.value);
  const unsaid = stood.only === undefined ? stood.unsaidIn(papers.value) : [];
  const messages = [...found, ...papers.messages, ...unsaid, ...again.messages];
  if (hasErrors(messages)) return failed(messages);
  // Who only looks writes none.
  const files = isDrawn ? stood.filesOf(view, papers.value, charts) : [];
  const worded = { standing: stood.standing, view, faces: faces.value, templates: templates.value };
  return { value: { ...worded, papers: papers.value, files, again: again.value }, messages };
}

const noCharts: Charts = { figures: {}, slim: {} };

async function written<Period extends keyof Periods, Stands extends Pick<Standing, 'workspace'>>(
  disk: Disk,
  { value: worded, messages }: Result<Worded<Period, Stands> | null>,
): Promise<Result<(Worded<Period, Stands> & WithWriters) | null>> {
  if (worded === null) return failed(messages);
  const { createWriters } = await import('./writers.ts');
  const writers = await createWriters(disk, worded.standing.workspace.office, worded.faces);
  return after(
    messages,
    mapped(writers, (value) => (value === null ? null : { ...worded, writers: value })),
  );
}
