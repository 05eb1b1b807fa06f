/** The papers of a year (seed items 13, 88, 89): the order of their stages, as prepare.ts tells that of a quarter's. */
import type { CalendarDate } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { readFaces } from '../workspace/faces.ts';
import { hasErrors, type Result } from '../message/message.ts';
import type { Writers } from './plan.ts';
import { readTemplates } from '../papers/templates.ts';
import { yearStandingOf, type YearStanding } from './year-standing.ts';
import { yearlyPapers, type YearPapers } from './yearly-papers.ts';

/** Everything up to the writing. */
export type PreparedYear = {
  readonly standing: YearStanding;
  readonly papers: YearPapers;
  readonly writers: Writers;
};

/** From the inputs to papers that only have to be written; null when anything is wrong, with all of it told. */
export async function prepareYear(
  disk: Disk,
  year: number,
  asOf: CalendarDate | null,
): Promise<Result<PreparedYear | null>> {
  const { value: standing, messages } = await yearStandingOf(disk, year, asOf);
  if (standing === null) return { value: null, messages };
  const { office } = standing.workspace;
  const faces = readFaces(disk, office);
  const templates = readTemplates(disk);
  if (hasErrors([...faces.messages, ...templates.messages])) {
    return { value: null, messages: [...messages, ...faces.messages, ...templates.messages] };
  }
  // As in prepare.ts: the heavy libraries come only where papers are made.
  const [{ drawCharts }, { createWriters }] = await Promise.all([import('./charts.ts'), import('./writers.ts')]);
  const history = standing.quarters.slice(0, -1).map(({ ledger }) => ledger);
  const { figures } = await drawCharts({ ...standing.last, history }, faces.value);
  const writers = await createWriters(disk, office, faces.value);
  const papers = yearlyPapers(standing, { templates: templates.value, figures });
  const all = [...messages, ...templates.messages, ...writers.messages, ...papers.messages];
  if (writers.value === null || hasErrors(all)) return { value: null, messages: all };
  return { value: { standing, papers: papers.value, writers: writers.value }, messages: all };
}
