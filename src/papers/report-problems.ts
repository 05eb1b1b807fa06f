/** 存在问题 of the report: who has how many, why by the units' own words, who reopened, and what is done about it. The numbers of the tasks stand in an annex. */
import type { Entry, Ledger } from '../domain/entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { ViewOf } from '../document/shape.ts';
import { formatIssueDate } from '../document/official-text.ts';
import { counters } from '../domain/counts.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Office } from '../domain/office.ts';
import type { Scorecard } from '../domain/score.ts';
import { problemShape, problemsOf } from './asked.ts';
import { causesOf, practicesOf } from './practices.ts';
import { numberedShortcomings, shortcomingsShape } from './shortcomings.ts';
import { taskNumbers, unstopped } from './words.ts';

const shortcomings = ['red', 'overdue', 'yellow', 'missing', 'late', 'reopened'] as const;

/** A row for each task that something is asked about, unit by unit. */
export const listedShape = [
  {
    unit: 'text',
    no: problemShape.no,
    text: 'text',
    light: 'text',
    lightClass: 'text',
    reason: 'text',
    said: 'blank',
  },
] as const;

export const reportProblemsShape = {
  isClean: 'flag',
  problems: shortcomingsShape(shortcomings),
  counts: { red: 'number', overdue: 'number', yellow: 'number', missing: 'number', late: 'number', silent: 'number' },
  /** What stands in the way, as the units wrote it. */
  causes: 'blank',
  goodPractices: 'blank',
  listed: listedShape,
  /** By the office's own rules; off by default. */
  isRevisited: 'flag',
  interviewFrom: 'number',
  interviewed: 'blank',
} as const;

type View = ViewOf<typeof reportProblemsShape>;

type Parts = {
  readonly scorecards: readonly Scorecard[];
  readonly office: Pick<Office, 'followUp'>;
  readonly ledger: Pick<Ledger, 'asOf'>;
};

/** What was not filed is red for that reason alone and is named once, under the missing returns. */
export const isRedByProgress = (entry: Entry): boolean => counters.red(entry) && !counters.silent(entry);

export function reportProblems(assessed: readonly Entry[], { scorecards, office, ledger }: Parts): View {
  const of = {
    red: assessed.filter(isRedByProgress),
    overdue: assessed.filter(counters.overdue),
    yellow: assessed.filter(counters.yellow),
    missing: assessed.filter(counters.missing),
    late: assessed.filter(counters.late),
  };
  const reopened = assessed.filter(counters.reopened);
  const units = numberedShortcomings(shortcomings, {
    red: unitsWithCounts(of.red),
    overdue: unitsWithCounts(of.overdue),
    yellow: unitsWithCounts(of.yellow),
    missing: unitsWithCounts(of.missing),
    late: unitsWithCounts(of.late),
    reopened: reopenedWords(reopened),
  });
  const { revisit, interviewFrom } = office.followUp;
  return {
    isClean: Object.values(units).every((each) => each.units === ''),
    problems: units,
    counts: {
      red: of.red.length,
      overdue: of.overdue.length,
      yellow: of.yellow.length,
      missing: of.missing.length,
      late: of.late.length,
      silent: assessed.filter(counters.silent).length,
    },
    causes: causesOf(of.red),
    goodPractices: practicesOf(scorecards, assessed),
    listed: listedOf(assessed, ledger.asOf),
    isRevisited: revisit && of.red.length + reopened.length > 0,
    interviewFrom,
    interviewed: interviewFrom === 0 ? '' : namesWith(of.red, interviewFrom).join('、'),
  };
}

/** `区委组织部3项、区财政局1项`, units in the order in which they first occur. */
export function unitsWithCounts(entries: readonly Entry[]): string {
  return [...groupBy(entries, ({ unit }) => unit.name)].map(([unit, own]) => `${unit}${own.length}项`).join('、');
}

function namesWith(entries: readonly Entry[], least: number): readonly string[] {
  return [...groupBy(entries, ({ unit }) => unit.name)].filter(([, own]) => own.length >= least).map(([name]) => name);
}

/** Which tasks, who leads them, since when and why: `第61项（区财政局、区委办公室），2024年12月20日恢复督办（督办回访发现…）`. */
export function reopenedWords(entries: readonly Entry[]): string {
  const leads = entries.filter(({ role }) => role === 'lead');
  return [...groupBy(leads, ({ task }) => task.id).values()]
    .map((own) => {
      const [first] = own;
      const act = first?.closure ?? null;
      const since = act === null ? '' : `，${formatIssueDate(act.on)}恢复督办（${unstopped(act.basis)}）`;
      return `${taskNumbers([first?.task.no ?? ''])}（${own.map(({ unit }) => unit.name).join('、')}）${since}`;
    })
    .join('；');
}

export function listedOf(assessed: readonly Entry[], asOf: CalendarDate): ViewOf<typeof listedShape> {
  return [...groupBy(assessed, ({ unit }) => unit.code).values()]
    .toSorted((a, b) => Number((a[0]?.unit.code ?? '') > (b[0]?.unit.code ?? '')) * 2 - 1)
    .flatMap((own) =>
      problemsOf(own, asOf).map(({ no, text, light, lightClass, reason, said }) => ({
        unit: own[0]?.unit.name ?? '',
        no,
        text,
        light,
        lightClass,
        reason,
        said,
      })),
    );
}
