/** Assessment 考核: a scorecard a unit, ranked within its 考核分组; the issuing office's own unit apart or not at all. */
import type { Entry, Ledger } from './entry.ts';
import { error, warning, type Message, type Result } from '../message/message.ts';
import type { Adjustment } from './adjustment.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Office } from './office.ts';
import { ownGroup, wholeDistrict } from '../trade/figure-words.ts';
import type { Scorecard } from './score.ts';
import { scoreLines, scoreOf } from './scoring.ts';
import type { Unit } from './roster.ts';

export type AssessParts = {
  readonly office: Pick<Office, 'ownUnits' | 'selfRanking' | 'scoring'>;
  readonly adjustments: readonly Adjustment[];
};

/** Scorecards in roster order: one for each unit of the district that has any task. */
export function assess(ledger: Ledger, parts: AssessParts): Result<readonly Scorecard[]> {
  const entries = groupBy(ledger.entries, (entry) => entry.unit.code);
  const adjustments = groupBy(parts.adjustments, (each) => each.unit.code);
  const units = ledger.units.filter((unit) => unit.kind === 'unit');
  const cards = units.map((unit) => {
    const record = { entries: groupOf(entries, unit.code), adjustments: groupOf(adjustments, unit.code) };
    const lines = scoreLines(record, parts.office.scoring, ledger);
    return { ...standing(unit, record.entries, parts.office), unit, lines, score: scoreOf(lines) };
  });
  return { value: ranked(cards), messages: adjustmentProblems(ledger, parts) };
}

type Standing = Pick<Scorecard, 'isOwn' | 'unranked' | 'rankGroup'>;

function standing(unit: Unit, entries: readonly Entry[], office: AssessParts['office']): Standing {
  const { scoring, selfRanking } = office;
  const isOwn = office.ownUnits.includes(unit.code);
  const required = entries.filter((entry) => entry.isAssessed).length;
  // Apart and alone there is nobody to be first of.
  const isAlone = selfRanking === 'none' || (selfRanking === 'apart' && office.ownUnits.length === 1);
  const unranked = required < scoring.rankedFrom ? 'no-tasks' : isOwn && isAlone ? 'own' : null;
  const group = scoring.rankWithin === 'all' ? wholeDistrict : unit.category;
  return { isOwn, unranked, rankGroup: isOwn && selfRanking === 'apart' ? ownGroup : group };
}

function adjustmentProblems(ledger: Ledger, { adjustments, office }: AssessParts): readonly Message[] {
  const codes = new Set(ledger.units.map((unit) => unit.code));
  const tasks = new Set(ledger.tasks.map(({ task }) => task.id));
  const rules = office.scoring.groups.flatMap((group) => group.rules);
  const withPoints = new Set(
    rules.flatMap(({ counts, points }) => ('finding' in counts && points !== null ? [counts.finding] : [])),
  );
  return adjustments.flatMap((each) => {
    if (!codes.has(each.unit.code)) return [warning(each.place, 'adjustment-without-entry', { unit: each.unit.name })];
    if (each.taskId !== null && !tasks.has(each.taskId)) {
      return [error(each.place, 'office-names-unknown-task', { task: each.taskId })];
    }
    if (each.points === null && !withPoints.has(each.kind)) {
      return [error(each.place, 'adjustment-without-points', { kind: each.kind })];
    }
    return [];
  });
}

type Unranked = Omit<Scorecard, 'rank' | 'rankedCount'>;

/** 排名: within each group by score; ties share the rank and the next one is left out (1, 1, 3). */
function ranked(cards: readonly Unranked[]): readonly Scorecard[] {
  const groups = groupBy(
    cards.filter((card) => card.unranked === null),
    (card) => card.rankGroup,
  );
  const ranks = new Map([...groups.values()].flatMap(ranksOf));
  return cards.map((card) => {
    const rankedCount = groupOf(groups, card.rankGroup).length;
    return { ...card, rank: ranks.get(card) ?? null, rankedCount };
  });
}

/** One more than the number of better ones. */
function ranksOf(members: readonly Unranked[]): readonly (readonly [Unranked, number])[] {
  const byScore = groupBy(
    members.toSorted((a, b) => b.score - a.score),
    (card) => card.score,
  );
  let better = 0;
  return [...byScore.values()].flatMap((same) => {
    const rank = better + 1;
    better += same.length;
    return same.map((card) => [card, rank] as const);
  });
}
