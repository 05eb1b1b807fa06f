/** How far one quarter is: returns, errors, drafts, issued papers, bags. */
import { readArchiveLog } from '../../archive/archive-log.ts';
import type { Disk } from '../../disk/disk.ts';
import { entriesBehind } from '../../domain/counts.ts';
import { filingDay } from '../../domain/filing.ts';
import { errorsOf, hasErrors, type Message, type Result } from '../../message/message.ts';
import { once } from '../../message/result.ts';
import { silentUnits } from '../../papers/reminder.ts';
import { draftStandings, type DraftStanding } from '../../register/draft-checks.ts';
import type { Draft } from '../../register/draft.ts';
import type { Register } from '../../register/entry.ts';
import { notIssuedYet } from '../../register/issue.ts';
import type { CalendarDate, Quarter } from '../../trade/calendar.ts';
import { paperRow } from '../../trade/paper-kinds.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { awaitedOf } from '../awaited.ts';
import { wordStanding } from '../prepare.ts';
import { filesSinceClosing } from '../since-closing.ts';
import { readableStanding, type Standing, type UnreadableFile } from '../standing.ts';

/** How many drafts stand how. */
export type DraftCounts = Readonly<Record<DraftStanding, number>>;

export type QuarterFacts = {
  readonly quarter: Quarter;
  readonly filingDay: CalendarDate;
  /** Where returns are put. */
  readonly folder: string;
  readonly hasForms: boolean;
  readonly isClosed: boolean;
  /** Files that came in. */
  readonly received: number;
  /** Units that have filed nothing, those of them that were reminded, and those that have not filed for every task. */
  readonly silent: readonly string[];
  readonly reminded: readonly string[];
  readonly partial: readonly string[];
  /** Units whose returns have errors, and errors beside them. */
  readonly faulty: readonly string[];
  readonly otherErrors: number;
  /** Drafts of papers that are not out, and of those to be issued again; null with errors. */
  readonly drafts: DraftCounts | null;
  readonly again: DraftCounts | null;
  /** Units that did not sign for a paper, and the days of answers that did not come: one for each paper. */
  readonly unsigned: readonly string[];
  readonly replyDays: readonly CalendarDate[];
  /** How many papers are registered, and what their bag says of them. */
  readonly papers: number;
  readonly bag: 'none' | 'old' | 'whole';
  /** An earlier quarter whose papers have no bag. */
  readonly earlier: { readonly quarter: Quarter; readonly papers: number } | null;
  readonly hasYear: boolean;
  /** Units, or files of nobody, of what came or went after the quarter was closed. */
  readonly since: readonly string[];
};

type Read = {
  readonly workspace: Workspace;
  /** With an error among its messages nothing can be issued. */
  readonly register: Result<Register>;
  readonly quarter: Quarter;
  readonly date: CalendarDate | null;
};

export async function quarterFacts(disk: Disk, read: Read): Promise<QuarterFacts> {
  const { workspace, quarter, date } = read;
  const { value: register, messages: registered } = read.register;
  const stood = readableStanding(disk, quarter, { look: null, today: date, forDay: date });
  const drafts =
    stood.value === null || hasErrors([...registered, ...stood.messages]) ? null : await draftsOf(disk, stood.value);
  const folder = `inputs/${quarter}/returns`;
  return {
    quarter,
    folder,
    filingDay: filingDay(workspace.office, quarter),
    hasForms: disk.list(`out/${quarter}/forms`).length > 0,
    isClosed: register.quarters.has(quarter),
    received: disk.list(folder).length,
    ...awaited(stood.value, register),
    ...faults([...stood.messages, ...(drafts?.messages ?? []), ...registered], stood.unreadable),
    drafts: drafts?.drafts ?? null,
    again: drafts?.again ?? null,
    ...waiting(disk, read),
    ...registeredIn(disk, read),
    since: stood.value === null ? [] : [...new Set(filesSinceClosing(disk, stood.value))],
    hasYear: disk.read(`out/${quarter.slice(0, 4)}/manifest.json`) !== null,
  };
}

function awaited(
  standing: Standing | null,
  { entries }: Register,
): Pick<QuarterFacts, 'silent' | 'reminded' | 'partial'> {
  if (standing === null) return { silent: [], reminded: [], partial: [] };
  const { live, quarter } = standing;
  const silent = silentUnits(live);
  const reminders = entries.filter((entry) => entry.quarter === quarter && entry.kind === 'reminder');
  const told = new Set(reminders.map(({ addressee }) => addressee?.code));
  const open = [...entriesBehind(live, 'missing'), ...entriesBehind(live, 'pending')].map(({ unit }) => unit);
  const partial = live.units.filter((unit) => open.includes(unit) && !silent.includes(unit));
  return {
    silent: silent.map(({ name }) => name),
    reminded: silent.filter(({ code }) => told.has(code)).map(({ name }) => name),
    partial: partial.map(({ name }) => name),
  };
}

function faults(
  messages: readonly Message[],
  unreadable: readonly UnreadableFile[],
): Pick<QuarterFacts, 'faulty' | 'otherErrors'> {
  const others = once(errorsOf(messages)).filter(({ code }) => code !== 'return-unreadable').length;
  const faulty = [...new Set(unreadable.map(({ unit, file }) => unit?.name ?? file))];
  return { faulty, otherErrors: others };
}

type Drafted = {
  readonly drafts: DraftCounts | null;
  readonly again: DraftCounts | null;
  readonly messages: readonly Message[];
};

async function draftsOf(disk: Disk, standing: Standing): Promise<Drafted> {
  const { quarter, register } = standing;
  const { value: worded, messages } = await wordStanding(disk, standing, true);
  if (worded === null) return { drafts: null, again: null, messages };
  const drafts: readonly Draft[] = worded.papers.flatMap((paper) => {
    const { kind } = paper;
    return paperRow(kind).issued === 'quarter' ? [{ ...paper, kind: kind as Draft['kind'] }] : [];
  });
  const open = notIssuedYet({ drafts, quarter }, register).map((draft) => ({ draft }));
  const counted = (papers: readonly { readonly draft: Draft }[]): DraftCounts =>
    countsIn(draftStandings({ disk, period: quarter }, papers).map(({ standing: stands }) => stands));
  return { drafts: counted(open), again: counted(worded.again), messages };
}

function countsIn(standings: readonly DraftStanding[]): DraftCounts {
  const count = (of: DraftStanding): number => standings.filter((each) => each === of).length;
  return {
    'as-built': count('as-built'),
    'not-built': count('not-built'),
    'out-of-date': count('out-of-date'),
    edited: count('edited'),
    gone: count('gone'),
  };
}

/** A paper asks for one answer, however many things it asks; what goes to all is nobody's answer. */
function waiting(
  disk: Disk,
  { register: { value: register }, quarter, workspace: { roster } }: Read,
): Pick<QuarterFacts, 'unsigned' | 'replyDays'> {
  const { unsigned, unanswered } = awaitedOf(disk, { register, roster, quarter }).value;
  const days = new Map<string, CalendarDate>();
  for (const { number, addressee, kind, by } of unanswered) {
    const known = days.get(number);
    if (kind === 'answer' && addressee !== null && (known === undefined || by < known)) days.set(number, by);
  }
  return { unsigned: [...new Set(unsigned.map(({ addressee }) => addressee.name))], replyDays: [...days.values()] };
}

function registeredIn(
  disk: Disk,
  { register: { value: register }, quarter }: Read,
): Pick<QuarterFacts, 'papers' | 'bag' | 'earlier'> {
  const { value: log } = readArchiveLog(disk);
  const papersOf = (of: Quarter): number => register.entries.filter((entry) => entry.quarter === of).length;
  const bagOf = (of: Quarter): QuarterFacts['bag'] => {
    const bag = log.filter((each) => each.quarter === of).at(-1);
    if (bag === undefined) return 'none';
    // Bags of 0.1.0 tell how many papers they hold, and not which.
    const isWhole =
      bag.numbers.length === 0
        ? Number(bag.papers) === papersOf(of)
        : register.entries.every(({ number, quarter: own }) => own !== of || bag.numbers.includes(number));
    const isLater = register.lines.some(({ act }) => act.quarter === of && act.date > bag.date);
    return isWhole && !isLater ? 'whole' : 'old';
  };
  const before = [...new Set(register.entries.map((entry) => entry.quarter))].filter((each) => each < quarter);
  const unbagged = before.toSorted().find((each) => bagOf(each) === 'none');
  return {
    papers: papersOf(quarter),
    bag: bagOf(quarter),
    earlier: unbagged === undefined ? null : { quarter: unbagged, papers: papersOf(unbagged) },
  };
}
