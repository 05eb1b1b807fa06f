/** 督查通报: the quarter as a whole. Assess, sum up, find shortcomings, urge (seed item 133); the detail stands in annexes. */
import type { Entry, Ledger } from '../domain/entry.ts';
import type { Figures } from '../document/markup.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { changesSince } from '../domain/changes.ts';
import { counters, countsOf } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { filingOver } from '../domain/history.ts';
import type { Scorecard } from '../domain/score.ts';
import { filingFields, filingShape, lightFields, lightShape } from './figure-fields.ts';
import { ledgerSections, ledgerSectionsShape } from './ledger-table.ts';
import type { LetterParts } from './letter.ts';
import { officialMeta } from './meta.ts';
import { chapterRows, chapterShape, unitsWithTasks } from './report-rows.ts';
import { numberedShortcomings, shortcomingsShape } from './shortcomings.ts';
import { scoreGroups, scoreGroupsShape } from './summary.ts';
import { quarterWords } from './words.ts';

const shortcomings = ['red', 'overdue', 'yellow', 'missing', 'late'] as const;

const changeKinds = ['isBetter', 'isWorse', 'isNewlyOverdue', 'isNewlyClosed', 'isReopened'] as const;

/** Exactly one flag is true; the count is above zero. */
const changeShape = {
  count: 'number',
  isBetter: 'flag',
  isWorse: 'flag',
  isNewlyOverdue: 'flag',
  isNewlyClosed: 'flag',
  isReopened: 'flag',
} as const;

export const reportShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  filingDay: 'date',
  taskCount: 'number',
  unitCount: 'number',
  ...filingShape,
  ...lightShape,
  chapters: [chapterShape],
  hasHistory: 'flag',
  changes: [changeShape],
  goodCount: 'number',
  good: 'blank',
  hasProblems: 'flag',
  problems: shortcomingsShape(shortcomings),
  replyDays: 'number',
  hasNext: 'flag',
  nextQuarter: 'text',
  nextFilingDay: 'date',
  sections: ledgerSectionsShape,
  groups: scoreGroupsShape,
} as const;

export type ReportParts = Omit<LetterParts, 'replacement' | 'duties'> & {
  readonly scorecards: readonly Scorecard[];
  readonly filingDay: LetterParts['next']['filingDay'];
  readonly figures: Figures;
};

export function reportPaper(parts: ReportParts): Paper<typeof reportShape> {
  const { office, ledger } = parts;
  const meta = officialMeta(office, { format: 'official', series: office.series.report, asOf: ledger.asOf });
  return {
    template: 'report',
    shape: reportShape,
    view: reportView(parts),
    meta: { ...meta, recipients: ['各有关单位'], copiedTo: office.copiedTo, printedBy: office.printedBy },
    figures: parts.figures,
  };
}

function reportView(parts: ReportParts): ViewOf<typeof reportShape> {
  const { ledger, scorecards, office, next } = parts;
  const assessed = ledger.entries.filter(({ isAssessed }) => isAssessed);
  const figures = figuresOf(ledger);
  const problems = problemsOf(assessed);
  return {
    quarter: quarterWords(ledger.quarter),
    breakdown: parts.breakdown,
    asOf: ledger.asOf,
    filingDay: parts.filingDay,
    taskCount: figures.taskCount,
    unitCount: figures.unitCount,
    ...filingFields(filingOver([figures.total])),
    ...lightFields(figures.total),
    chapters: chapterRows(figures),
    ...changeFields(ledger),
    ...goodUnits(scorecards, assessed),
    hasProblems: Object.values(problems).some(({ units }) => units !== ''),
    problems,
    replyDays: office.replyDays,
    hasNext: next.isInPeriod,
    nextQuarter: quarterWords(next.quarter),
    nextFilingDay: next.filingDay,
    sections: ledgerSections(ledger),
    groups: scoreGroups(ledger, scorecards),
  };
}

/** Kinds of change that came up at all; without a light last quarter there is nothing to compare with. */
function changeFields(ledger: Ledger) {
  const { better, worse, newlyOverdue, newlyClosed, reopened } = changesSince(ledger);
  const counts = {
    isBetter: better.length,
    isWorse: worse.length,
    isNewlyOverdue: newlyOverdue.length,
    isNewlyClosed: countsOf(newlyClosed).tasks,
    isReopened: countsOf(reopened).tasks,
  };
  const changes = changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({ count: counts[kind], ...changeFlags(kind) }));
  return { hasHistory: ledger.entries.some(({ previousLight }) => previousLight !== null), changes };
}

function changeFlags(kind: (typeof changeKinds)[number]): Omit<ViewOf<typeof changeShape>, 'count'> {
  const is = (each: (typeof changeKinds)[number]): boolean => each === kind;
  return {
    isBetter: is('isBetter'),
    isWorse: is('isWorse'),
    isNewlyOverdue: is('isNewlyOverdue'),
    isNewlyClosed: is('isNewlyClosed'),
    isReopened: is('isReopened'),
  };
}

/** Units that filed everything on time and have only green lights. */
function goodUnits(scorecards: readonly Scorecard[], assessed: readonly Entry[]) {
  const good = scorecards.filter(({ unit, unranked }) => {
    const entries = assessed.filter((entry) => entry.unit.code === unit.code);
    const isGood = ({ light, filing }: Entry): boolean =>
      light === 'green' && (filing === 'on-time' || filing === 'not-required');
    return unranked === null && entries.length > 0 && entries.every(isGood);
  });
  const names = good.map(({ unit }) => unit.name);
  return { goodCount: names.length, good: names.join('、') };
}

function problemsOf(assessed: readonly Entry[]): ViewOf<typeof reportShape>['problems'] {
  const unitsWith = (counts: (entry: Entry) => boolean): string => unitsWithTasks(assessed.filter(counts));
  return numberedShortcomings(shortcomings, {
    // What was not filed is red for that reason alone and is named once, under the missing returns.
    red: unitsWith((entry) => counters.red(entry) && !counters.missing(entry)),
    overdue: unitsWith(counters.overdue),
    yellow: unitsWith(counters.yellow),
    missing: unitsWith(counters.missing),
    late: unitsWith(counters.late),
  });
}
