/** Ranking 排名: within each group by score; ties share the rank and the next one is left out (1, 1, 3). */
import { groupBy, groupOf } from './grouping.ts';
import type { Scorecard } from './score.ts';

type Unranked = Omit<Scorecard, 'rank' | 'rankedCount'>;

export function ranked(cards: readonly Unranked[]): readonly Scorecard[] {
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
