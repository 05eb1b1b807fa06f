/** Assignment 责任单位: who answers for each task as of a day, after names are resolved and reassignments applied. */
import type { CalendarDate } from '../calendar.ts';
import type { Task } from './catalogue.ts';
import type { Reassignment } from './reassignment.ts';
import type { Role } from './return.ts';
import type { Unit } from './roster.ts';

/** A unit's part in a task, with the units that had it before. */
export type Holder = { readonly unit: Unit; readonly predecessors: readonly Predecessor[] };

/** `until`: the first day on which it no longer holds the task. */
export type Predecessor = { readonly unit: Unit; readonly until: CalendarDate };

/** One reassignment that touched a task: what a notice of hand-over or take-over says. */
export type Move = { readonly reassignment: Reassignment; readonly role: Role };

/** A task after reassignment: its units as roster units (groups kept as groups), in the order of the source. */
export type AssignedTask = {
  readonly task: Task;
  readonly leads: readonly Unit[];
  readonly cooperators: readonly Unit[];
  /** The same units with those they took over from; leads first. */
  readonly holders: readonly (Holder & { readonly role: Role })[];
  readonly moves: readonly Move[];
};

export type AssignedTasks = {
  readonly asOf: CalendarDate;
  readonly tasks: readonly AssignedTask[];
  /** Members of each group that a task names, as of the day, by the group's code; ended units replaced by their successors. */
  readonly members: ReadonlyMap<string, readonly Unit[]>;
};
