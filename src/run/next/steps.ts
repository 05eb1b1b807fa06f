/**
 * What an office does next: one table, in the order of the work. The first stage that applies is the next step; what is open besides is told
 * with it. The words are message/wording/next.ts.
 */
import { errorsOf, hasErrors } from '../../message/message.ts';
import type { Language } from '../../message/wording/language.ts';
import { nextWords } from '../../message/wording/next.ts';
import { stepWords } from '../../message/wording/next-steps.ts';
import type { CalendarDate } from '../../trade/calendar.ts';
import { nextQuarter, numberOfQuarter, yearOf } from '../../trade/calendar.ts';
import type { NextFacts } from './facts.ts';
import type { DraftCounts, QuarterFacts } from './quarter.ts';

type StepWords = (typeof stepWords)['zh'];
type StepId = keyof StepWords;
type DataOfStep<I extends StepId> =
  Parameters<StepWords[I]['why']> extends [] ? Record<string, never> : Parameters<StepWords[I]['why']>[0];
/** What stands in a command where only the clerk knows more. */
type Blanks = (typeof nextWords)[Language]['blanks'];
type Day = CalendarDate | Blanks['day'];

type Row = {
  readonly id: StepId;
  readonly kind: 'stage' | 'besides';
  /** The data of its words; null where it does not apply. */
  readonly when: (facts: NextFacts) => unknown;
  /** What is typed, one after the other; [] where nothing is to be typed. */
  readonly commands: (facts: NextFacts, blanks: Blanks) => readonly string[];
};

export type NextStep = {
  readonly step: StepId;
  readonly what: string;
  readonly why: string;
  readonly commands: readonly string[];
};

/** A step of the workspace as a whole. */
function ofAll<I extends StepId>(
  id: I,
  when: (facts: NextFacts) => DataOfStep<I> | null,
  commands: Row['commands'],
): Row {
  return { id, kind: 'stage', when, commands };
}

type InQuarter<I extends StepId> = {
  readonly when: (work: QuarterFacts, facts: NextFacts) => DataOfStep<I> | null;
  readonly commands: (work: QuarterFacts, day: Day) => readonly string[];
};

/** A step of the quarter. */
function inQuarter<I extends StepId>(id: I, kind: Row['kind'], { when, commands }: InQuarter<I>): Row {
  return {
    id,
    kind,
    when: (facts) => (facts.work === null ? null : when(facts.work, facts)),
    commands: ({ work, date }, blanks) => (work === null ? [] : commands(work, date ?? blanks.day)),
  };
}

const toBuild = ({ 'not-built': missing, 'out-of-date': outOfDate, gone }: DraftCounts) => ({
  missing: missing + gone,
  outOfDate,
});
const unbuilt = (counts: DraftCounts): number => counts['not-built'] + counts['out-of-date'] + counts.gone;
const built = (counts: DraftCounts): number => counts['as-built'] + counts.edited;

const isInTime = (date: CalendarDate | null, filingDay: CalendarDate): boolean => date !== null && date <= filingDay;

const rows: readonly Row[] = [
  ofAll(
    'init',
    ({ isThere }) => (isThere ? null : {}),
    (_, { folder }) => [`duban init ${folder}`],
  ),
  ofAll(
    'several-sources',
    ({ severalSources: files }) => (files.length === 0 ? null : { files }),
    () => [],
  ),
  ofAll(
    'source',
    ({ hasSource }) => (hasSource ? null : {}),
    () => ['duban parse'],
  ),
  ofAll(
    'roster',
    ({ unlisted: names }) => (names.length === 0 ? null : { names }),
    () => ['duban roster'],
  ),
  ofAll(
    'office',
    ({ blanks }) => (blanks === 0 ? null : { blanks }),
    () => ['duban check'],
  ),
  ofAll(
    'workspace-errors',
    ({ errors, register }) =>
      errors === 0 && !hasErrors(register) ? null : { errors: errors + errorsOf(register).length },
    ({ errors, register }) => [
      ...(errors === 0 ? [] : ['duban check']),
      ...(hasErrors(register) ? ['duban verify out/issued'] : []),
    ],
  ),
  ofAll(
    'forms',
    ({ quarter, work }) =>
      work === null || !(work.hasForms || work.received > 0 || work.isClosed) ? { quarter } : null,
    ({ quarter }, blanks) => [`duban forms ${quarter ?? blanks.quarter}`],
  ),
  inQuarter('collect', 'stage', {
    when: (work, { date }) => {
      const isAwaited = work.received === 0 || (isInTime(date, work.filingDay) && work.silent.length > 0);
      return isAwaited && !work.isClosed ? { ...work, missing: work.silent } : null;
    },
    commands: ({ quarter }) => [`duban check ${quarter}`],
  }),
  inQuarter('errors', 'stage', {
    when: ({ quarter, faulty, otherErrors }) =>
      faulty.length + otherErrors === 0 ? null : { quarter, units: faulty, others: otherErrors },
    commands: ({ quarter }) => [`duban check ${quarter}`],
  }),
  inQuarter('build', 'stage', {
    when: ({ quarter, drafts }) => (drafts === null || unbuilt(drafts) === 0 ? null : { quarter, ...toBuild(drafts) }),
    commands: ({ quarter, drafts }, day) => [
      drafts !== null && drafts['out-of-date'] > 0 && /^\d/u.test(day)
        ? `duban build ${quarter} --for ${day}`
        : `duban build ${quarter}`,
    ],
  }),
  inQuarter('issue', 'stage', {
    when: ({ quarter, drafts }) =>
      drafts === null || drafts['as-built'] === 0
        ? null
        : { quarter, ready: drafts['as-built'], edited: drafts.edited },
    commands: ({ quarter }, day) => [`duban issue ${quarter} --date ${day}`],
  }),
  inQuarter('issue-edited', 'stage', {
    when: ({ quarter, drafts }) =>
      drafts === null || drafts.edited === 0 ? null : { quarter, ready: 0, edited: drafts.edited },
    commands: ({ quarter }, day) => [`duban issue ${quarter} --as-edited --date ${day}`],
  }),
  inQuarter('build-again', 'stage', {
    when: ({ quarter, again }) => (again === null || unbuilt(again) === 0 ? null : { quarter, papers: unbuilt(again) }),
    commands: ({ quarter }, day) => [`duban build ${quarter} --for ${day}`],
  }),
  inQuarter('reissue', 'stage', {
    when: ({ quarter, again }) => (again === null || built(again) === 0 ? null : { quarter, papers: built(again) }),
    commands: ({ quarter, again }, day) => [
      `duban reissue ${quarter}${(again?.edited ?? 0) > 0 ? ' --as-edited' : ''} --date ${day}`,
    ],
  }),
  inQuarter('archive', 'stage', {
    when: ({ quarter, papers, bag }) => (bag === 'none' && papers > 0 ? { quarter, papers } : null),
    commands: ({ quarter }, day) => [`duban archive ${quarter} --date ${day}`],
  }),
  inQuarter('archive-again', 'stage', {
    when: ({ quarter, papers, bag }) => (bag === 'old' ? { quarter, papers } : null),
    commands: ({ quarter }, day) => [`duban archive ${quarter} --date ${day}`],
  }),
  inQuarter('done', 'stage', {
    when: ({ quarter }) => ({ quarter }),
    commands: ({ quarter }) => [`duban forms ${nextQuarter(quarter)}`],
  }),
  inQuarter('missing', 'besides', {
    when: ({ isClosed, received, silent, partial, reminded, quarter, filingDay }, { date }) =>
      isClosed || received === 0 || isInTime(date, filingDay) || silent.length + partial.length === 0
        ? null
        : { quarter, filingDay, units: silent, reminded: reminded.length, partial },
    commands: ({ quarter, silent, reminded }, day) =>
      silent.length === reminded.length
        ? []
        : ['build', 'issue'].map((act) => `duban ${act} ${quarter} --only "reminders/*" --date ${day}`),
  }),
  inQuarter('since', 'besides', {
    when: ({ quarter, since: names }) => (names.length === 0 ? null : { quarter, names }),
    commands: ({ quarter }) => [`duban status ${quarter}`],
  }),
  inQuarter('unsigned', 'besides', {
    when: ({ quarter, unsigned: units }) => (units.length === 0 ? null : { quarter, units }),
    commands: () => [],
  }),
  inQuarter('replies', 'besides', {
    when: ({ replyDays }, { date }) => {
      const days = [...new Set(replyDays)].toSorted().map((day) => ({
        day,
        count: replyDays.filter((each) => each === day).length,
        isPast: date === null ? null : day < date,
      }));
      return days.length === 0 ? null : { days };
    },
    commands: (_, day) => [`duban due --on ${day}`],
  }),
  inQuarter('earlier', 'besides', {
    when: ({ earlier }) => earlier,
    commands: ({ earlier }, day) => (earlier === null ? [] : [`duban archive ${earlier.quarter} --date ${day}`]),
  }),
  inQuarter('year', 'besides', {
    when: ({ quarter, bag, hasYear }) =>
      numberOfQuarter(quarter) === 4 && bag === 'whole' && !hasYear ? { year: yearOf(quarter) } : null,
    commands: ({ quarter }) => [`duban build ${yearOf(quarter)}`],
  }),
];

export type WhatIsNext = { readonly next: NextStep | null; readonly besides: readonly NextStep[] };

/** `next`: null only where nothing can be said, with the roster whole and no quarter that is known. */
export function whatIsNext(facts: NextFacts, language: Language): WhatIsNext {
  const applying = rows.flatMap((row) => {
    const data = row.when(facts);
    return data === null ? [] : [{ kind: row.kind, step: worded(row, data, { facts, language }) }];
  });
  return {
    next: applying.find(({ kind }) => kind === 'stage')?.step ?? null,
    besides: applying.filter(({ kind }) => kind === 'besides').map(({ step }) => step),
  };
}

function worded(
  { id, commands }: Row,
  data: unknown,
  { facts, language }: { readonly facts: NextFacts; readonly language: Language },
): NextStep {
  const { what, why } = stepWords[language][id];
  // `ofAll` and `inQuarter` pair a step's data with its words; the type is lost in the table.
  const say = why as (data: unknown) => string;
  return { step: id, what: what(), why: say(data), commands: commands(facts, nextWords[language].blanks) };
}
