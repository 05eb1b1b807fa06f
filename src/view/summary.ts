/** 考核得分汇总表: all units by group and rank, with the counts that the scores rest on. */
import type { Paper } from '../document/paper.ts';
import type { Figures } from '../document/markup.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Entry, Ledger } from '../domain/ledger.ts';
import type { Scorecard } from '../domain/score.ts';
import { tableMeta } from './meta.ts';
import { formatPoints } from './scorecard.ts';
import { quarterWords } from './words.ts';

const groupShape = {
  name: 'text',
  units: [
    {
      rank: 'text',
      unit: 'text',
      required: 'number',
      onTime: 'number',
      late: 'number',
      missing: 'number',
      green: 'number',
      yellow: 'number',
      red: 'number',
      closed: 'number',
      score: 'text',
    },
  ],
} as const;

export const scoreGroupsShape = [groupShape] as const;
export type ScoreGroups = ViewOf<typeof scoreGroupsShape>;

export const summaryShape = { quarter: 'text', asOf: 'date', unitCount: 'number', groups: scoreGroupsShape } as const;

export function summaryPaper(
  ledger: Ledger,
  scorecards: readonly Scorecard[],
  figures: Figures,
): Paper<typeof summaryShape> {
  return {
    template: 'summary',
    shape: summaryShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      asOf: ledger.asOf,
      unitCount: scorecards.length,
      groups: scoreGroups(ledger, scorecards),
    },
    meta: tableMeta('portrait'),
    figures,
  };
}

/** Groups in the order in which their first unit stands in the roster; within one by rank, the unranked last. */
export function scoreGroups(ledger: Ledger, scorecards: readonly Scorecard[]): ScoreGroups {
  const names = [...new Set(scorecards.map(({ rankGroup }) => rankGroup))];
  return names.map((name) => ({
    name,
    units: scorecards
      .filter(({ rankGroup }) => rankGroup === name)
      .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || Number(a.unit.code > b.unit.code) * 2 - 1)
      .map((scorecard) => scoreRow(scorecard, ledger)),
  }));
}

function scoreRow(scorecard: Scorecard, ledger: Ledger): ScoreGroups[number]['units'][number] {
  const entries = ledger.entries.filter((entry) => entry.isAssessed && entry.unit.code === scorecard.unit.code);
  const count = (applies: (entry: Entry) => boolean): number => entries.filter(applies).length;
  return {
    rank: scorecard.rank === null ? '—' : String(scorecard.rank),
    unit: scorecard.isOwn ? `${scorecard.unit.name}（本办）` : scorecard.unit.name,
    required: count(({ filing }) => filing !== 'not-required'),
    onTime: count(({ filing }) => filing === 'on-time'),
    late: count(({ filing }) => filing === 'late' || filing === 'after-reminder'),
    missing: count(({ filing }) => filing === 'missing'),
    green: count(({ light }) => light === 'green'),
    yellow: count(({ light }) => light === 'yellow'),
    red: count(({ light }) => light === 'red'),
    closed: count(({ isClosed }) => isClosed),
    score: formatPoints(scorecard.score),
  };
}
