/** Assignment 责任单位: who answers for each task as of a day, after names are resolved and reassignments applied. */
import { together } from '../message/result.ts';
import type { Role } from '../trade/claims.ts';
import type { Holder, AssignedTask } from './entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { info, type Message, type Result } from '../message/message.ts';
import type { Catalogue, Task } from './catalogue.ts';
import { rowNumberOf } from './compare.ts';
import { groupBy } from './grouping.ts';
import { groupMembers, strayUnits } from './membership.ts';
import type { Reassignment } from './reassignment.ts';
import { orderReassignments } from './reassignment-order.ts';
import { applyReassignments, type MovedTask } from './reassigning.ts';
import { resolveTasks, type DutyPart } from './resolve.ts';
import type { Roster, Unit } from './roster.ts';
import { catalogueOn, type TaskChange } from './task-change.ts';

export type AssignedTasks = {
  readonly asOf: CalendarDate;
  readonly tasks: readonly AssignedTask[];
  /** Members of each group that a task names, as of the day, by the group's code; ended units replaced by their successors. */
  readonly members: ReadonlyMap<string, readonly Unit[]>;
};

export type AssignmentParts = {
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  readonly reassignments: readonly Reassignment[];
  readonly taskChanges?: readonly TaskChange[];
};

/** Who answers for what as of a day, the effective date of a reassignment included. Asked twice of one day, it is answered once. */
export function assignTasks(asOf: CalendarDate, parts: AssignmentParts): Result<AssignedTasks> {
  const last = answered.get(parts.catalogue);
  const isSame =
    last?.asOf === asOf &&
    last.parts.roster === parts.roster &&
    last.parts.reassignments === parts.reassignments &&
    last.parts.taskChanges === parts.taskChanges;
  if (last !== undefined && isSame) return last.answer;
  const answer = assignAnew(asOf, parts);
  answered.set(parts.catalogue, { asOf, parts, answer });
  return answer;
}

type Answered = {
  readonly asOf: CalendarDate;
  readonly parts: AssignmentParts;
  readonly answer: Result<AssignedTasks>;
};

const answered = new WeakMap<Catalogue, Answered>();

function assignAnew(asOf: CalendarDate, parts: AssignmentParts): Result<AssignedTasks> {
  const promised = resolveTasks(catalogueOn(asOf, parts.catalogue, parts.taskChanges ?? []), parts.roster);
  const rows = orderReassignments(parts.reassignments);
  const moved = applyReassignments(promised.value, rows.value, asOf);
  const { value: tasks, messages: unsettled } = together(moved.value.map(settle));
  const members = groupMembers(tasks, parts.roster, { asOf, rows: rows.value });
  const messages = [
    ...promised.messages,
    ...inRowOrder([...rows.messages, ...moved.messages]),
    ...unsettled,
    ...strayUnits(tasks, asOf),
  ];
  return { value: { asOf, tasks, members }, messages };
}

/** All of them stand in rows of one file, and are read from top to bottom. */
function inRowOrder(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((a, b) => rowNumberOf(a) - rowNumberOf(b));
}

/** A unit named twice counts once; one that both leads and cooperates leads (DESIGN.md §5). Both leave a note. */
function settle(moved: MovedTask): Result<AssignedTask> {
  const byUnit = [...groupBy(moved.parts, (part) => part.unit.code).values()];
  const holders = byUnit.map(holderOf);
  const ordered = [...holders.filter(leads), ...holders.filter((holder) => !leads(holder))];
  const unitsOf = (role: Role): readonly Unit[] =>
    ordered.filter((each) => each.role === role).map((each) => each.unit);
  const value = {
    task: moved.task,
    leads: unitsOf('lead'),
    cooperators: unitsOf('cooperating'),
    holders: ordered,
    moves: moved.moves,
  };
  return { value, messages: byUnit.flatMap((same) => notesOn(moved.task, same)) };
}

function leads(holder: Holder | DutyPart): boolean {
  return holder.role === 'lead';
}

/** `same`: all parts of one unit in one task; never empty. */
function holderOf(same: readonly DutyPart[]): Holder {
  const first = same.find(leads) ?? (same[0] as DutyPart);
  const predecessors = new Map(
    same
      .flatMap((part) => part.predecessors)
      .filter((each) => each.unit.code !== first.unit.code)
      .map((each) => [`${each.unit.code} ${each.until}`, each]),
  );
  const { unit, role } = first;
  return { unit, role, predecessors: predecessors.size === 0 ? noPredecessors : [...predecessors.values()] };
}

const noPredecessors: Holder['predecessors'] = [];

function notesOn(task: Task, same: readonly DutyPart[]): readonly Message[] {
  const last = same.at(-1);
  if (last === undefined || same.length === 1) return [];
  const place = same.find((part) => part.predecessors.length > 0)?.place ?? last.place;
  const data = { task: task.id, unit: last.unit.name };
  const isBoth = same.some(leads) && !same.every(leads);
  return [isBoth ? info(place, 'lead-beats-cooperator', data) : info(place, 'unit-named-twice', data)];
}
