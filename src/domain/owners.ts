/** Owners: whether a unit has a task, for the check of returns. */
import type { CalendarDate } from '../calendar.ts';
import type { AssignedTask, AssignedTasks } from './assignment.ts';
import type { Role } from './return.ts';
import type { Unit } from './roster.ts';

/** The role of a unit in a task, null when it has none. With `filedOn`, also what it had until its task moved. */
export type Owns = (unit: Pick<Unit, 'code'>, taskId: string, filedOn?: CalendarDate) => Role | null;

export function owns(assigned: AssignedTasks): Owns {
  const tasks = new Map(assigned.tasks.map((task) => [task.task.id, task]));
  const members = new Map(
    [...assigned.members].map(([code, units]) => [code, new Set(units.map((unit) => unit.code))]),
  );
  return (unit, taskId, filedOn) => {
    const task = tasks.get(taskId);
    if (task === undefined) return null;
    return (
      currentRole(task, unit.code, members) ?? (filedOn === undefined ? null : formerRole(task, unit.code, filedOn))
    );
  };
}

function currentRole(task: AssignedTask, code: string, members: ReadonlyMap<string, ReadonlySet<string>>): Role | null {
  const named = task.holders.find((holder) => holder.unit.code === code);
  const holder = named ?? task.holders.find((each) => members.get(each.unit.code)?.has(code) === true);
  return holder?.role ?? null;
}

function formerRole(task: AssignedTask, code: string, filedOn: CalendarDate): Role | null {
  const heir = task.holders.find((holder) =>
    holder.predecessors.some((each) => each.unit.code === code && filedOn < each.until),
  );
  return heir?.role ?? null;
}
