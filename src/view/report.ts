/** 督查通报: the quarter as a whole. Assess, sum up, find shortcomings, urge (seed item 133); the detail stands in annexes. */
import { addDays } from '../calendar.ts';
import type { Figures } from '../document/markup.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Entry } from '../domain/ledger.ts';
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
  return {
    quarter: quarterWords(ledger.quarter),
    breakdown: parts.breakdown,
    asOf: ledger.asOf,
    filingDay: parts.filingDay,
    taskCount: ledger.tasks.length,
    unitCount: scorecards.length,
    ...filingFigures(assessed),
    ...lightFigures(assessed),
    chapters: chapterRows(ledger),
    ...changeFigures(assessed),
    ...goodUnits(scorecards, assessed),
    ...shortcomings(assessed),
    replyBy: addDays(ledger.asOf, office.replyDays),
    nextQuarter: quarterWords(next.quarter),
    nextFilingDay: next.filingDay,
    sections: ledgerSections(ledger),
    groups: scoreGroups(ledger, scorecards),
  };
}

function filingFigures(assessed: readonly Entry[]) {
  const onTime = assessed.filter(({ filing }) => filing === 'on-time').length;
  const late = assessed.filter(({ filing }) => filing === 'late' || filing === 'after-reminder').length;
  const missing = assessed.filter(({ filing }) => filing === 'missing').length;
  const [onTimeShare = 0, lateShare = 0, missingShare = 0] = shares([onTime, late, missing]);
  return { required: onTime + late + missing, onTime, onTimeShare, late, lateShare, missing, missingShare };
}

function lightFigures(assessed: readonly Entry[]) {
  const [green, yellow, red] = (['green', 'yellow', 'red'] as const).map(
    (light) => assessed.filter((entry) => entry.light === light).length,
  ) as [number, number, number];
  const [greenShare = 0, yellowShare = 0, redShare = 0] = shares([green, yellow, red]);
  const completed = assessed.filter(({ status, isClosed }) => status === 'completed' && !isClosed).length;
  const closed = new Set(assessed.filter(({ isClosed }) => isClosed).map(({ task }) => task.id)).size;
  return { lit: green + yellow + red, green, greenShare, yellow, yellowShare, red, redShare, completed, closed };
}

const order = { green: 0, yellow: 1, red: 2 } as const;

function changeFigures(assessed: readonly Entry[]) {
  const moves = assessed.flatMap(({ light, previousLight }) =>
    light === null || previousLight === null ? [] : [order[light] - order[previousLight]],
  );
  const tasksOf = (applies: (entry: Entry) => boolean): number =>
    new Set(assessed.filter(applies).map(({ task }) => task.id)).size;
  return {
    hasChanges: moves.length > 0,
    better: moves.filter((move) => move < 0).length,
    worse: moves.filter((move) => move > 0).length,
    newlyOverdue: assessed.filter(({ isOverdue, wasOverdue }) => isOverdue && !wasOverdue).length,
    newlyClosed: tasksOf(({ isClosed, wasClosed }) => isClosed && !wasClosed),
    reopened: tasksOf(({ isReopened }) => isReopened),
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
  const missingEntries = assessed.filter(({ filing }) => filing === 'missing');
  // What was not filed is red for that reason alone and is named once, under the missing returns.
  const red = unitsWithTasks(assessed.filter(({ light, filing }) => light === 'red' && filing !== 'missing'));
  const yellow = unitsWithTasks(assessed.filter(({ light }) => light === 'yellow'));
  const missing = unitsWithTasks(missingEntries);
  const late = unitsWithTasks(assessed.filter(({ filing }) => filing === 'late' || filing === 'after-reminder'));
  // （一） goes to the first that has anything in it.
  const redPart = Number(red !== '');
  const yellowPart = redPart + Number(yellow !== '');
  const missingPart = yellowPart + Number(missing !== '');
  return {
    hasRed: red !== '',
    redUnits: red,
    redPart,
    hasYellow: yellow !== '',
    yellowUnits: yellow,
    yellowPart,
    hasMissing: missing !== '',
    missingUnits: missing,
    missingPart,
    hasLate: late !== '',
    lateUnits: late,
    latePart: missingPart + Number(late !== ''),
    hasProblems: red + yellow + missing + late !== '',
  };
}
