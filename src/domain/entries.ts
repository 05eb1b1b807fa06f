/** Entries 条目: one a task and unit. Members of a group have its tasks in common and are not assessed for them, unless the roster says so. */
import type { Closure, Entry, Plan, AssignedTask, Holder } from './entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { AssignedTasks } from './assignment.ts';
import { inFilingOrder } from './filing.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Return } from './return.ts';
import type { Unit } from './roster.ts';
import { reportedPercent, returnsFor, standingOf, type Moment, type Part } from './standing.ts';

export type Known = {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly closures: ReadonlyMap<string, readonly Closure[]>;
  readonly now: Moment;
  readonly before: Moment;
  /** Returns of the quarter before that, as in `Moment`. */
  readonly earlier: Moment['returns'];
};

export function entriesOf(assigned: AssignedTasks, known: Known): readonly Entry[] {
  return assigned.tasks.flatMap((task) => shares(task, assigned.members).map((share) => entryOf(task, share, known)));
}

type Share = { readonly holder: Holder; readonly group: Unit | null };

/** Named units and members of assessed groups first; then members of other groups that are none of these, each once. */
function shares(task: AssignedTask, members: AssignedTasks['members']): readonly Share[] {
  const named = inOneRole(task.holders.flatMap((holder) => ownHolders(holder, members)));
  const taken = new Set(named.map((holder) => holder.unit.code));
  const common = task.holders
    .filter((holder) => holder.unit.kind === 'group' && holder.unit.isAssessed !== true)
    .flatMap((holder) =>
      groupOf(members, holder.unit.code).map((unit) => ({
        holder: { unit, role: holder.role, predecessors: [] },
        group: holder.unit,
      })),
    );
  const once = common.filter((share) => {
    const isNew = !taken.has(share.holder.unit.code);
    taken.add(share.holder.unit.code);
    return isNew;
  });
  return [...named.map((holder) => ({ holder, group: null })), ...once];
}

/** Who has the task as its own: the unit named, or every member of an assessed group (各镇). */
function ownHolders(holder: Holder, members: AssignedTasks['members']): readonly Holder[] {
  if (holder.unit.kind !== 'group') return [holder];
  if (holder.unit.isAssessed !== true) return [];
  return groupOf(members, holder.unit.code).map((unit) => ({ unit, role: holder.role, predecessors: [] }));
}

/** A unit that is named and a member too has one part in the task; if one of the two is to lead, it leads. */
function inOneRole(holders: readonly Holder[]): readonly Holder[] {
  return [...groupBy(holders, ({ unit }) => unit.code).values()].map((same) => {
    // Groups are never empty.
    const first = same[0] as Holder;
    return same.some(({ role }) => role === 'lead') ? { ...first, role: 'lead' } : first;
  });
}

function entryOf(assigned: AssignedTask, { holder, group }: Share, known: Known): Entry {
  const { task } = assigned;
  const part: Part = {
    taskId: task.id,
    holder,
    isAssessed: group === null && holder.unit.kind === 'unit',
    plan: known.plans.get(task.id) ?? null,
    closures: known.closures.get(task.id) ?? [],
    unchanged: null,
  };
  const earlier = reportedPercent(lastReturn(part, known.earlier, known.before.asOf), null);
  const previous = lastReturn(part, known.before.returns, known.now.asOf);
  const before = standingOf({ ...part, unchanged: earlier }, known.before);
  return {
    task,
    unit: holder.unit,
    role: holder.role,
    group,
    isAssessed: part.isAssessed,
    predecessors: holder.predecessors.map((each) => each.unit),
    plan: part.plan,
    ...standingOf({ ...part, unchanged: reportedPercent(previous, earlier) }, known.now),
    previous,
    previousLight: known.before.returns.size === 0 ? null : before.light,
    wasClosed: before.isClosed,
    wasOverdue: before.isOverdue,
  };
}

/** A late one too, when it is known by the day. */
function lastReturn(part: Part, returns: Moment['returns'], asOf: CalendarDate): Return | null {
  return inFilingOrder(returnsFor(part, { returns, asOf })).at(-1) ?? null;
}
