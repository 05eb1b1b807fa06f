/** Issue and reissue over the register: how the office's papers are numbered, worded and rendered (DESIGN.md §4, §6). */
import type { CalendarDate } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { archivedNumbers } from '../archive/archived-numbers.ts';
import type { Draft } from '../register/draft.ts';
import { hasErrors, type Message, type Result } from '../message/message.ts';
import { letterPaper } from '../papers/letter.ts';
import { madePaper } from '../papers/made.ts';
import { noticePaper } from '../papers/notice.ts';
import { rowOf, type NumberedKind } from '../trade/paper-kinds.ts';
import type { MadePaper } from '../papers/made.ts';
import type { Format, Writers } from './plan.ts';
import type { Difference } from '../register/differences.ts';
import type { IssueContext, Render } from '../register/issue-context.ts';
import { outOfDate } from '../register/out-of-date.ts';
import { readRegister } from '../register/read-register.ts';
import { wordQuarter, type Prepared } from './prepare.ts';
import type { Standing } from './standing.ts';
import { sha256 } from '../disk/sha256.ts';

/** What the register needs to give numbers and freeze papers. */
export function issueContext(
  disk: Disk,
  { standing, writers }: Prepared,
  of: {
    readonly date: CalendarDate;
    readonly jobs: number;
    readonly onProgress: NonNullable<IssueContext['onProgress']>;
  },
): IssueContext {
  const { office } = standing.workspace;
  const formats = office.formats;
  return {
    ...of,
    disk,
    quarter: standing.quarter,
    series: office.series,
    known: archivedNumbers(disk).value,
    writer: writerName(writers, formats),
    render: rendererOf(writers, formats),
  };
}

/** What makes the bytes, short: a paper can be reprinted as long as this is the same. */
export function writerName(writers: Writers, formats: readonly Format[]): string {
  const recipes = formats.map((format) => writers.recipe[format]).join('\n');
  return `duban ${sha256(new TextEncoder().encode(recipes)).slice(0, 16)}`;
}

export function rendererOf(writers: Writers, formats: readonly Format[]): Render {
  return async (document, _kind, endings) => {
    const messages: Message[] = [];
    const files = new Map<string, Uint8Array>();
    // A paper printed again has the formats it was issued in, whatever the office wants today.
    for (const format of endings === undefined ? formats : allFormats.filter((each) => endings.includes(each))) {
      // One after the other: the writers share parsed faces, and memory stays small.
      const written = await writers.write[format](document);
      messages.push(...written.messages);
      if (written.value !== null) files.set(format, written.value);
    }
    return { value: files, messages };
  };
}

const allFormats = ['docx', 'pdf'] as const satisfies readonly Format[];

/**
 * How a new paper of a reissue is worded: the letter of today with what it replaces, or the notice of what is handed over. With an error
 * nothing is issued.
 */
export function rewording({
  view,
  standing,
  templates,
}: Pick<Prepared, 'view' | 'standing' | 'templates'>): (difference: Difference) => Result<Draft> {
  return (difference) => {
    const { addressee, entry, changes, draft } = difference;
    const unit = standing.workspace.roster.units.find(({ code }) => code === addressee?.code);
    if (unit === undefined) return { value: keptDraft(difference), messages: [] };
    if (draft === null) {
      const paper = noticePaper(unit, { ...view, replaces: entry?.number ?? '' });
      return madePaper('notice', { unit, paper }, templates);
    }
    const paper = letterPaper(unit, { ...view, replacement: { replaces: entry?.number ?? null, changes } });
    return madePaper('letter', { unit, paper, facts: draft.facts }, templates);
  };
}

/** The report goes to no unit, and is worded anew as it stands. */
function keptDraft({ draft, addressee }: Difference) {
  if (draft === null) throw new Error(`no unit ${addressee?.code ?? ''} in the roster for an issued paper`);
  return draft;
}

/**
 * What `build` says of papers already issued: those that no longer tell the truth, by every change that the workspace knows of. Changes
 * of a later day than the ledger's count too: the clerk who recorded them must not send the old letters. Errors of the register stop
 * a build.
 */
export async function issuedMessages(disk: Disk, standing: Standing): Promise<readonly Message[]> {
  const { value: register, messages } = readRegister(disk);
  const isIssued = register.entries.some(({ quarter }) => quarter === standing.quarter);
  if (!isIssued || hasErrors(messages)) return messages;
  const drafts = await draftsOfLatestDay(disk, standing);
  return drafts === null ? messages : [...messages, ...outOfDate(register, standing.quarter, drafts)];
}

/** Null when the papers cannot be worded, as long as returns cannot be read. */
async function draftsOfLatestDay(disk: Disk, standing: Standing): Promise<readonly Draft[] | null> {
  const days = standing.workspace.reassignments.map(({ effectiveOn }) => effectiveOn);
  const latest = days.reduce((last, day) => (day > last ? day : last), standing.ledger.asOf);
  const worded = await wordQuarter(disk, standing.quarter, { asOf: latest, isDrawn: false });
  return worded.value === null ? null : draftsIn(worded.value.papers);
}

/** The papers that can get a number. */
export function draftsIn(papers: readonly MadePaper[]): readonly Draft[] {
  return papers.filter((paper): paper is MadePaper<NumberedKind> => rowOf(paper.kind).issued !== 'never');
}
