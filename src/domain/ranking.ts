/** Ranking 排名: within each group by score; ties share the rank and the next one is left out (1, 1, 3). */
import { groupBy } from './grouping.ts';
import type { Scorecard } from './score.ts';

export function ranked(cards: readonly Omit<Scorecard, 'rank' | 'rankedCount'>[]): readonly Scorecard[] {
  const scores = groupBy(
    cards.filter((card) => card.unranked === null),
    (card) => card.rankGroup,
  );
  const ranks = new Map([...scores].map(([group, members]) => [group, ranksByScore(members)]));
  return cards.map((card) => {
    const rank = card.unranked === null ? (ranks.get(card.rankGroup)?.get(card.score) ?? null) : null;
    return { ...card, rank, rankedCount: scores.get(card.rankGroup)?.length ?? 0 };
  });
}

/** A score's rank is one more than the number of better ones. */
function ranksByScore(members: readonly Pick<Scorecard, 'score'>[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  members
    .map((card) => card.score)
    .toSorted((a, b) => b - a)
    .forEach((score, index) => {
      if (!ranks.has(score)) ranks.set(score, index + 1);
    });
  return ranks;
}
