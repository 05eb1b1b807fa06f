/** Plans and closures by task; what names no task, or says the same thing twice, is a message with the row. */
import type { Closure, Plan } from './entry.ts';
import { error, warning, type Message, type Result } from '../message/message.ts';
import type { Catalogue } from './catalogue.ts';
import { comparePlaces, compareTexts, rowNumberOf } from './compare.ts';
import { groupBy } from './grouping.ts';

export function plansByTask(plans: readonly Plan[], catalogue: Catalogue): Result<ReadonlyMap<string, Plan>> {
  const value = new Map<string, Plan>();
  const messages = unknownTasks(plans, catalogue);
  const repeated = plans.flatMap((plan) => {
    const first = value.get(plan.taskId);
    if (first === undefined) value.set(plan.taskId, plan);
    return first === undefined ? [] : [error(plan.place, 'plan-twice', { task: plan.taskId, row: rowNumberOf(first) })];
  });
  return { value, messages: [...messages, ...repeated] };
}

/** The office's acts on each task, oldest first; a task is closed, reopened, closed in turn. */
export function closuresByTask(
  closures: readonly Closure[],
  catalogue: Catalogue,
): Result<ReadonlyMap<string, readonly Closure[]>> {
  const sorted = closures.toSorted((a, b) => compareTexts(a.on, b.on) || comparePlaces(a.place, b.place));
  const value = groupBy(sorted, (act) => act.taskId);
  const outOfTurn = [...value.values()].flatMap((acts) =>
    acts.flatMap((act, index) => turnProblem(act, acts[index - 1])),
  );
  return { value, messages: [...unknownTasks(closures, catalogue), ...outOfTurn] };
}

function turnProblem(act: Closure, before: Closure | undefined): readonly Message[] {
  if (act.act !== (before?.act ?? 'reopen')) return [];
  return act.act === 'close'
    ? [warning(act.place, 'closed-twice', { task: act.taskId, row: rowNumberOf(before) })]
    : [error(act.place, 'reopened-but-not-closed', { task: act.taskId })];
}

function unknownTasks(rows: readonly (Plan | Closure)[], catalogue: Catalogue): readonly Message[] {
  const known = new Set(catalogue.tasks.map((task) => task.id));
  return rows
    .filter((row) => !known.has(row.taskId))
    .map((row) => error(row.place, 'office-names-unknown-task', { task: row.taskId }));
}
