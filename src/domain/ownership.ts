/** Ownership: whether a unit may report on a task, as of the day of its report. */
import type { Role } from '../trade/claims.ts';
import { quarterOf, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import type { AssignedTasks } from './assignment.ts';
import type { Unit } from './roster.ts';

export type Ownership = {
  /** The unit's part in the task on the day it filed; null when it has none (any more). */
  readonly role: (unit: Unit, taskId: string, filedOn: CalendarDate) => Role | null;
  /** Who has the task instead, leads first; for the message. */
  readonly owners: (taskId: string) => readonly Unit[];
  /** The first day on which the unit no longer had the task; null when it never had it. */
  readonly lostOn: (unit: Unit, taskId: string) => string | null;
};

/**
 * Holders, members of groups that hold, and until their day the units that held before; in the quarter of that day, later too: an office learns of a
 * reform after its date, and what the old unit reported then is no mistake of its own.
 */
export function ownershipOf(assigned: AssignedTasks, quarter: Quarter): Ownership {
  const holders = new Map(assigned.tasks.map((each) => [each.task.id, each.holders]));
  const holdersOf = (taskId: string) => holders.get(taskId) ?? [];
  const isIn = (group: Unit, unit: Unit): boolean =>
    assigned.members.get(group.code)?.some((member) => member.code === unit.code) === true;
  const lostOn = (unit: Unit, taskId: string): string | null =>
    holdersOf(taskId)
      .flatMap((holder) => holder.predecessors)
      .filter((each) => each.unit.code === unit.code)
      .reduce<string | null>((last, { until }) => (last === null || until > last ? until : last), null);
  return {
    role: (unit, taskId, filedOn) => {
      const own = holdersOf(taskId).find((holder) => holder.unit.code === unit.code || isIn(holder.unit, unit));
      if (own !== undefined) return own.role;
      const past = holdersOf(taskId).find((holder) =>
        holder.predecessors.some(
          (each) => each.unit.code === unit.code && (filedOn < each.until || quarterOf(each.until) === quarter),
        ),
      );
      return past?.role ?? null;
    },
    owners: (taskId) => holdersOf(taskId).map((holder) => holder.unit),
    lostOn,
  };
}
