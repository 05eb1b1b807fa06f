/** 考核得分汇总表: all units by group and rank, with the counts that the scores rest on. */
import type { Ledger } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { FigureSet } from '../document/markup.ts';
import type { ViewOf } from '../document/shape.ts';
import { countsOf, type Counts } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Scorecard } from '../domain/score.ts';
import { tallyShape, unaskedOf } from './figure-fields.ts';
import { tableMeta } from './meta.ts';
import { formatPoints } from './evidence.ts';
import { quarterWords } from './words.ts';

const groupShape = {
  name: 'text',
  units: [
    {
      rank: 'text',
      unit: 'text',
      ...tallyShape,
      score: 'text',
    },
  ],
} as const;

export const scoreGroupsShape = [groupShape] as const;
export type ScoreGroups = ViewOf<typeof scoreGroupsShape>;

export const summaryShape = {
  quarter: 'text',
  asOf: 'date',
  unitCount: 'number',
  unasked: 'number',
  groups: scoreGroupsShape,
} as const;

export function summaryPaper(
  ledger: Ledger,
  scorecards: readonly Scorecard[],
  figures: FigureSet,
): Paper<typeof summaryShape> {
  return {
    template: 'summary',
    shape: summaryShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      asOf: ledger.asOf,
      unitCount: scorecards.length,
      unasked: unaskedOf(countsOf(ledger.entries)),
      groups: scoreGroups(ledger, scorecards),
    },
    meta: tableMeta('portrait', ledger.asOf),
    figures,
  };
}

/** Groups in the order in which their first unit stands in the roster; within one by rank, the unranked last. */
export function scoreGroups(ledger: Ledger, scorecards: readonly Scorecard[]): ScoreGroups {
  const countsByUnit = new Map(figuresOf(ledger).units.map(({ unit, counts }) => [unit.code, counts]));
  const names = [...new Set(scorecards.map(({ rankGroup }) => rankGroup))];
  return names.map((name) => ({
    name,
    units: scorecards
      .filter(({ rankGroup }) => rankGroup === name)
      .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || Number(a.unit.code > b.unit.code) * 2 - 1)
      .map((scorecard) => scoreRow(scorecard, countsByUnit.get(scorecard.unit.code) ?? countsOf([]))),
  }));
}

function scoreRow(scorecard: Scorecard, counts: Counts): ScoreGroups[number]['units'][number] {
  return {
    ...counts,
    rank: scorecard.rank === null ? '—' : String(scorecard.rank),
    unit: scorecard.isOwn ? `${scorecard.unit.name}（本机关）` : scorecard.unit.name,
    score: formatPoints(scorecard.score),
  };
}
