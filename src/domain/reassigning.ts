/** Reassignments applied to what was promised, in order, up to a day; the rows after it are checked all the same. */
import type { Move } from './entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { groupBy } from './grouping.ts';
import type { Reassignment } from './reassignment.ts';
import type { DutyPart, PromisedTask } from './resolve.ts';

export type MovedTask = PromisedTask & { readonly moves: readonly Move[] };

/** `rows` in the order of reassignment-order.ts. The value stands as of the day, its effective date included. */
export function applyReassignments(
  promised: readonly PromisedTask[],
  rows: readonly Reassignment[],
  asOf: CalendarDate,
): Result<readonly MovedTask[]> {
  const tasks = new Map<string, MovedTask>(promised.map((each) => [each.task.id, { ...each, moves: [] }]));
  const effective = rows.filter((row) => row.effectiveOn <= asOf);
  const coming = rows.filter((row) => row.effectiveOn > asOf);
  const messages = effective.flatMap((row) => applyRow(tasks, row));
  const value = [...tasks.values()];
  return { value, messages: [...messages, ...coming.flatMap((row) => applyRow(tasks, row))] };
}

function applyRow(tasks: Map<string, MovedTask>, row: Reassignment): readonly Message[] {
  const ids = row.taskIds === 'all' ? [...tasks.keys()] : row.taskIds;
  return ids.flatMap((id) => {
    const before = tasks.get(id);
    if (before === undefined) return [error(row.place, 'reassignment-unknown-task', { task: id })];
    const after = moveTask(before, row);
    tasks.set(id, after);
    if (after !== before) return leadProblem(after, row);
    return row.taskIds === 'all' ? [] : [notOwned(id, row)];
  });
}

function moveTask(before: MovedTask, row: Reassignment): MovedTask {
  const matches = (part: DutyPart): boolean =>
    part.unit.code === row.from.code && (row.role === 'both' || row.role === part.role);
  const moved = before.parts.filter(matches);
  if (moved.length === 0) return before;
  const parts = before.parts.flatMap((part) => (matches(part) ? successors(part, row) : [part]));
  const roles = [...groupBy(moved, (part) => part.role).keys()];
  const moves = roles.map((role) => ({ reassignment: row, role }));
  return { task: before.task, parts, moves: [...before.moves, ...moves] };
}

/** Successors take the place of the old unit in the order of the source. */
function successors(part: DutyPart, row: Reassignment): readonly DutyPart[] {
  const predecessors = [...part.predecessors, { unit: part.unit, until: row.effectiveOn }];
  return row.to.map((unit) =>
    unit.code === part.unit.code ? part : { unit, role: part.role, predecessors, place: row.place },
  );
}

function leadProblem(after: MovedTask, row: Reassignment): readonly Message[] {
  if (after.parts.some((part) => part.role === 'lead')) return [];
  return [error(row.place, 'reassignment-leaves-no-lead', { task: after.task.id, unit: row.from.name })];
}

function notOwned(task: string, row: Reassignment): Message {
  return error(row.place, 'reassignment-of-unowned-task', { task, unit: row.from.name, role: row.role });
}
