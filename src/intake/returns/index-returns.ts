/** Returns by unit and task, oldest first, as the ledger will see them: the last one counts. */
import { inFilingOrder } from '../../domain/filing.ts';
import { groupBy } from '../../domain/grouping.ts';
import type { Return } from '../../domain/return.ts';
import type { Unit } from '../../domain/roster.ts';

export type ReturnIndex = ReadonlyMap<string, readonly Return[]>;

export function indexReturns(returns: readonly Return[]): ReturnIndex {
  const groups = groupBy(returns, (each) => keyOf(each.unit, each.taskId));
  return new Map([...groups].map(([key, same]) => [key, inFilingOrder(same)]));
}

/** All that the unit filed on the task, oldest first. */
export function filedOnTask(index: ReturnIndex, unit: Unit, taskId: string): readonly Return[] {
  return index.get(keyOf(unit, taskId)) ?? [];
}

function keyOf(unit: Unit, taskId: string): string {
  return `${unit.code} ${taskId}`;
}
