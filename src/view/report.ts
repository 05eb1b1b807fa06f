/** 督查通报: the quarter as a whole. Assess, sum up, find shortcomings, urge (seed item 133); the detail stands in annexes. */
import { addDays } from '../calendar.ts';
import type { Figures } from '../document/markup.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { changesSince } from '../domain/changes.ts';
import { counters, countsOf, type Counts } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Entry, Ledger } from '../domain/ledger.ts';
import type { Scorecard } from '../domain/score.ts';
import { shares } from '../domain/shares.ts';
import { ledgerSections, ledgerSectionsShape } from './ledger-table.ts';
import type { LetterParts } from './letter.ts';
import { officialMeta } from './meta.ts';
import { chapterRows, chapterShape, unitsWithTasks } from './report-rows.ts';
import { scoreGroups, scoreGroupsShape } from './summary.ts';
import { quarterWords } from './words.ts';

export const reportShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  filingDay: 'date',
  taskCount: 'number',
  unitCount: 'number',
  required: 'number',
  onTime: 'number',
  onTimeShare: 'percent',
  late: 'number',
  lateShare: 'percent',
  missing: 'number',
  missingShare: 'percent',
  lit: 'number',
  green: 'number',
  greenShare: 'percent',
  yellow: 'number',
  yellowShare: 'percent',
  red: 'number',
  redShare: 'percent',
  completed: 'number',
  closed: 'number',
  chapters: [chapterShape],
  hasChanges: 'flag',
  better: 'number',
  worse: 'number',
  newlyOverdue: 'number',
  newlyClosed: 'number',
  reopened: 'number',
  hasGood: 'flag',
  goodCount: 'number',
  good: 'blank',
  hasRed: 'flag',
  redUnits: 'blank',
  redPart: 'number',
  hasOverdue: 'flag',
  overdueUnits: 'blank',
  overduePart: 'number',
  hasYellow: 'flag',
  yellowUnits: 'blank',
  yellowPart: 'number',
  hasMissing: 'flag',
  missingUnits: 'blank',
  missingPart: 'number',
  hasLate: 'flag',
  lateUnits: 'blank',
  latePart: 'number',
  hasProblems: 'flag',
  replyBy: 'date',
  hasNext: 'flag',
  nextQuarter: 'text',
  nextFilingDay: 'date',
  sections: ledgerSectionsShape,
  groups: scoreGroupsShape,
} as const;

export type ReportParts = Omit<LetterParts, 'replacement'> & {
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
  return {
    quarter: quarterWords(ledger.quarter),
    breakdown: parts.breakdown,
    asOf: ledger.asOf,
    filingDay: parts.filingDay,
    taskCount: figures.taskCount,
    unitCount: figures.unitCount,
    ...figureFields(figures.total),
    chapters: chapterRows(figures),
    ...changeFields(ledger),
    ...goodUnits(scorecards, assessed),
    ...shortcomings(assessed),
    replyBy: addDays(ledger.asOf, office.replyDays),
    hasNext: next.isInPeriod,
    nextQuarter: quarterWords(next.quarter),
    nextFilingDay: next.filingDay,
    sections: ledgerSections(ledger),
    groups: scoreGroups(ledger, scorecards),
  };
}

function figureFields({ onTime, late, missing, green, yellow, red, completed, closedTasks }: Counts) {
  const [onTimeShare = 0, lateShare = 0, missingShare = 0] = shares([onTime, late, missing]);
  const [greenShare = 0, yellowShare = 0, redShare = 0] = shares([green, yellow, red]);
  return {
    required: onTime + late + missing,
    onTime,
    onTimeShare,
    late,
    lateShare,
    missing,
    missingShare,
    lit: green + yellow + red,
    green,
    greenShare,
    yellow,
    yellowShare,
    red,
    redShare,
    completed,
    closed: closedTasks,
  };
}

function changeFields(ledger: Ledger) {
  const { better, worse, newlyOverdue, newlyClosed, reopened } = changesSince(ledger);
  return {
    hasChanges: ledger.entries.some(({ previousLight }) => previousLight !== null),
    better: better.length,
    worse: worse.length,
    newlyOverdue: newlyOverdue.length,
    newlyClosed: countsOf(newlyClosed).tasks,
    reopened: countsOf(reopened).tasks,
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
  return { hasGood: names.length > 0, goodCount: names.length, good: names.join('、') };
}

function shortcomings(assessed: readonly Entry[]) {
  const missingEntries = assessed.filter(counters.missing);
  // What was not filed is red for that reason alone and is named once, under the missing returns.
  const red = unitsWithTasks(assessed.filter((entry) => counters.red(entry) && !counters.missing(entry)));
  const overdue = unitsWithTasks(assessed.filter(counters.overdue));
  const yellow = unitsWithTasks(assessed.filter(counters.yellow));
  const missing = unitsWithTasks(missingEntries);
  const late = unitsWithTasks(assessed.filter(counters.late));
  // （一） goes to the first that has anything in it.
  const redPart = Number(red !== '');
  const overduePart = redPart + Number(overdue !== '');
  const yellowPart = overduePart + Number(yellow !== '');
  const missingPart = yellowPart + Number(missing !== '');
  return {
    hasRed: red !== '',
    redUnits: red,
    redPart,
    hasOverdue: overdue !== '',
    overdueUnits: overdue,
    overduePart,
    hasYellow: yellow !== '',
    yellowUnits: yellow,
    yellowPart,
    hasMissing: missing !== '',
    missingUnits: missing,
    missingPart,
    hasLate: late !== '',
    lateUnits: late,
    latePart: missingPart + Number(late !== ''),
    hasProblems: red + overdue + yellow + missing + late !== '',
  };
}
