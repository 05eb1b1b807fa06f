/** Changes 变化: what is other than at the end of last quarter, entry by entry. Closed (销号) is not completed (办结). */
import type { Light } from '../trade/claims.ts';
import type { Entry, Ledger } from './entry.ts';
import { counters, isActOf } from './counts.ts';

export type Changes = {
  readonly better: readonly Entry[];
  readonly worse: readonly Entry[];
  readonly newlyOverdue: readonly Entry[];
  readonly newlyClosed: readonly Entry[];
  /** By the office in this quarter, closed in an earlier one or in this. */
  readonly reopened: readonly Entry[];
};

const order = { green: 0, yellow: 1, red: 2 } as const satisfies Record<Light, number>;

export function changesSince(ledger: Ledger): Changes {
  const assessed = ledger.entries.filter((entry) => entry.isAssessed);
  return {
    better: assessed.filter((entry) => stepOf(entry) < 0),
    worse: assessed.filter((entry) => stepOf(entry) > 0),
    newlyOverdue: assessed.filter((entry) => entry.isOverdue && !entry.wasOverdue),
    newlyClosed: assessed.filter((entry) => entry.isClosed && !entry.wasClosed),
    reopened: assessed.filter((entry) => counters.reopened(entry) && isActOf(entry, ledger)),
  };
}

/** Above 0: worse. An entry without a light then or now neither gained nor lost. */
export function stepOf({ light, previousLight }: Pick<Entry, 'light' | 'previousLight'>): number {
  return light === null || previousLight === null ? 0 : order[light] - order[previousLight];
}
