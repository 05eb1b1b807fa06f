/** 督查通报: the quarter as a whole. Assess, sum up, find shortcomings, urge (seed item 133); the detail stands in annexes. */
import { groupBy } from '../domain/grouping.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import type { FigureSet } from '../document/markup.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { changesSince } from '../domain/changes.ts';
import { countsOf } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { filingOver } from '../domain/history.ts';
import type { Scorecard } from '../domain/score.ts';
import { filingFields, filingShape, lightFields, lightShape } from './figure-fields.ts';
import { ledgerSections, ledgerSectionsShape } from './ledger-table.ts';
import type { LetterParts } from './letter.ts';
import { officialMeta } from './meta.ts';
import { isBlameless } from './practices.ts';
import { reportProblems, reportProblemsShape } from './report-problems.ts';
import { chapterRows, chapterShape } from './report-rows.ts';
import { scoreGroups, scoreGroupsShape } from './summary.ts';
import { quarterWords } from './words.ts';

/** `亮灯好转8项次`: kinds of change that came up at all. */
const changeShape = { name: 'text', count: 'number', measure: 'text' } as const;

export const reportShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  /** 第n次更正; 0 = as closed. */
  correction: 'number',
  filingDay: 'date',
  taskCount: 'number',
  unitCount: 'number',
  ...filingShape,
  ...lightShape,
  chapters: [chapterShape],
  /** There were lights last quarter to compare with. */
  isCompared: 'flag',
  changes: [changeShape],
  goodCount: 'number',
  good: 'blank',
  ...reportProblemsShape,
  replyDays: 'number',
  /** Blank in the last quarter of the breakdown's period. */
  nextQuarter: 'blank',
  nextFilingDay: 'date',
  sections: ledgerSectionsShape,
  groups: scoreGroupsShape,
} as const;

export type ReportParts = Omit<LetterParts, 'replacement' | 'duties' | 'remarks'> & {
  readonly scorecards: readonly Scorecard[];
  readonly filingDay: LetterParts['next']['filingDay'];
  readonly figures: FigureSet;
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
    correction: parts.correction,
    filingDay: parts.filingDay,
    taskCount: figures.taskCount,
    unitCount: figures.unitCount,
    ...filingFields(filingOver([figures.total])),
    ...lightFields(figures.total),
    chapters: chapterRows(figures),
    ...changeFields(ledger),
    ...goodUnits(scorecards, assessed),
    ...reportProblems(assessed, parts),
    replyDays: office.replyDays,
    nextQuarter: next.isInPeriod ? quarterWords(next.quarter) : '',
    nextFilingDay: next.filingDay,
    sections: ledgerSections(ledger),
    groups: scoreGroups(ledger, scorecards),
  };
}

/** Without a light last quarter there is nothing to compare with. */
function changeFields(ledger: Ledger): Pick<ViewOf<typeof reportShape>, 'isCompared' | 'changes'> {
  const { better, worse, newlyOverdue, newlyClosed, reopened } = changesSince(ledger);
  const changes = [
    { name: '亮灯好转', count: better.length, measure: '项次' },
    { name: '变差', count: worse.length, measure: '项次' },
    { name: '新增逾期', count: newlyOverdue.length, measure: '项次' },
    { name: '新销号任务', count: countsOf(newlyClosed).tasks, measure: '项' },
    { name: '恢复督办任务', count: countsOf(reopened).tasks, measure: '项' },
  ].filter(({ count }) => count > 0);
  return { isCompared: ledger.entries.some(({ previousLight }) => previousLight !== null), changes };
}

/** Units that filed everything on time, have only green lights, and nothing overdue or reopened. */
function goodUnits(scorecards: readonly Scorecard[], assessed: readonly Entry[]) {
  const byUnit = groupBy(assessed, ({ unit }) => unit.code);
  const good = scorecards.filter(({ unit, unranked }) => {
    const entries = byUnit.get(unit.code) ?? [];
    const isGood = ({ light, filing }: Entry): boolean =>
      light === 'green' && (filing === 'on-time' || filing === 'not-required');
    return unranked === null && entries.length > 0 && entries.every(isGood) && isBlameless(entries);
  });
  const names = good.map(({ unit }) => unit.name);
  return { goodCount: names.length, good: names.join('、') };
}
