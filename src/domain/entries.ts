/** Entries 条目: one a task and unit. Members of a group have its tasks in common and are not assessed for them, unless the roster says so. */
import { isDropped } from './task-change.ts';
import type { AssignedTask, ClosedPart, Closure, Entry, Holder, Plan } from './entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { AssignedTasks } from './assignment.ts';
import { extendedPlan, type Extension } from './extension.ts';
import { inFilingOrder } from './filing.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Return } from './return.ts';
import type { Unit } from './roster.ts';
import {
  reportedPercent,
  returnKey,
  returnsFor,
  standingOfPart,
  type Moment,
  type JudgedPart,
  type PartStanding,
} from './standing.ts';

export type Known = {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly closures: ReadonlyMap<string, readonly Closure[]>;
  readonly extensions: readonly Extension[];
  readonly now: Moment;
  readonly before: Moment;
  /** Last quarter as it was closed, by task and unit; null: it is judged from `before`. */
  readonly closedBefore: ReadonlyMap<string, ClosedPart> | null;
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
  const isAssessed = group === null && holder.unit.kind === 'unit' && !isDropped(task);
  const closures = known.closures.get(task.id) ?? [];
  const partWith = (plan: Plan | null, unchanged: number | null): JudgedPart => {
    return { taskId: task.id, holder, isAssessed, plan, closures, unchanged };
  };
  const planned = (asOf: CalendarDate): ReturnType<typeof extendedPlan> =>
    extendedPlan(known.plans.get(task.id) ?? null, known.extensions, {
      taskId: task.id,
      unitCode: holder.unit.code,
      asOf,
    });
  const { plan, extended } = planned(known.now.asOf);
  const before =
    known.closedBefore === null
      ? judgedBefore(partWith(planned(known.before.asOf).plan, null), known)
      : closedBefore(partWith(plan, null), known.closedBefore);
  const part = partWith(plan, before.percent);
  return entryWith({ task, part, group, extended }, before, standingOfPart(part, known.now));
}

type Judging = Pick<Entry, 'task' | 'group' | 'extended'> & { readonly part: JudgedPart };

const noUnits: readonly Unit[] = [];

/** Name by name: an object that grows after it was spread takes V8 as long as all of its judging. */
function entryWith({ task, part, group, extended }: Judging, before: Before, standing: PartStanding): Entry {
  const { holder } = part;
  return {
    task,
    unit: holder.unit,
    role: holder.role,
    group,
    isAssessed: part.isAssessed,
    predecessors: holder.predecessors.length === 0 ? noUnits : holder.predecessors.map((each) => each.unit),
    plan: part.plan,
    extended,
    planned: standing.planned,
    filing: standing.filing,
    daysLate: standing.daysLate,
    status: standing.status,
    percent: standing.percent,
    latest: standing.latest,
    corrected: standing.corrected,
    isInherited: standing.isInherited,
    isClosed: standing.isClosed,
    isReopened: standing.isReopened,
    closure: standing.closure,
    isOverdue: standing.isOverdue,
    light: standing.light,
    reason: standing.reason,
    previous: before.latest,
    previousLight: before.light,
    wasClosed: before.isClosed,
    wasOverdue: before.isOverdue,
  };
}

type Before = Omit<ClosedPart, 'taskId' | 'unitCode'>;

const nothing: Before = { latest: null, percent: null, light: null, isClosed: false, isOverdue: false };

/** What the papers of the closed quarter showed of the part: of the unit itself, or of who had it then. */
function closedBefore({ taskId, holder }: JudgedPart, closed: NonNullable<Known['closedBefore']>): Before {
  const units = [holder.unit, ...holder.predecessors.map(({ unit }) => unit).toReversed()];
  const found = units.flatMap((unit) => closed.get(returnKey(taskId, unit.code)) ?? []);
  return found[0] ?? nothing;
}

/** Last quarter is not closed yet: as its returns say today. */
function judgedBefore(part: JudgedPart, known: Known): Before {
  const earlier = reportedPercent(lastReturn(part, known.earlier, known.before.asOf), null);
  const latest = lastReturn(part, known.before.returns, known.now.asOf);
  const { light, isClosed, isOverdue } = standingOfPart({ ...part, unchanged: earlier }, known.before);
  const shown = known.before.returns.size === 0 ? null : light;
  return { latest, percent: reportedPercent(latest, earlier), light: shown, isClosed, isOverdue };
}

/** A late one too, when it is known by the day. */
function lastReturn(part: JudgedPart, returns: Moment['returns'], asOf: CalendarDate): Return | null {
  return inFilingOrder(returnsFor(part, { returns, asOf })).at(-1) ?? null;
}
