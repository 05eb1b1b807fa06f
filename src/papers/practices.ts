/** Why tasks stand badly, by the units' own words; and what was done well, as the office marked it. */
import { recommended } from '../trade/claims.ts';
import { counters } from '../domain/counts.ts';
import type { Entry } from '../domain/entry.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Scorecard } from '../domain/score.ts';
import { unstopped } from './words.ts';

const [mostCauses, mostPractices] = [3, 3];

/** What stands in the way, as the units wrote it: `区财政局第67项，资金未到位；…`. */
export function causesOf(red: readonly Entry[]): string {
  const told = red.filter(({ latest }) => latest !== null && latest.problems !== '').slice(0, mostCauses);
  return told
    .map(({ unit, task, latest }) => `${unit.name}第${task.no}项，${unstopped(latest?.problems ?? '')}`)
    .join('；');
}

/** What the office marked, by points (领导肯定) or as 推荐 without, of units that nothing is held against. */
export function practicesOf(scorecards: readonly Scorecard[], assessed: readonly Entry[]): string {
  const byUnit = groupBy(assessed, ({ unit }) => unit.code);
  const told = scorecards
    .filter(({ unit, isOwn }) => !isOwn && isBlameless(byUnit.get(unit.code) ?? []))
    .flatMap(({ unit, lines }) =>
      lines.flatMap(({ label, evidence }) =>
        evidence.flatMap(({ fact, points }) =>
          fact.kind === 'finding' && (points > 0 || (label === recommended && points === 0))
            ? [`${unit.name}${unstopped(fact.reason)}`]
            : [],
        ),
      ),
    );
  return told.slice(0, mostPractices).join('；');
}

/** Nothing red, overdue or reopened. */
export function isBlameless(entries: readonly Entry[]): boolean {
  return !entries.some((entry) => counters.red(entry) || counters.overdue(entry) || counters.reopened(entry));
}
