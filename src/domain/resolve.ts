/** Names of the breakdown resolved through the roster: who was made responsible, before any reassignment. */
import type { Role } from '../trade/claims.ts';
import { error, type Message, type Place, type Result } from '../message/message.ts';
import type { Catalogue, Task } from './catalogue.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { findUnit, nearestUnits, type Roster, type Unit } from './roster.ts';

/** A unit's part in a task while reassignments are applied: not yet deduped, since a later row may take one part away. */
export type DutyPart = {
  readonly unit: Unit;
  readonly role: Role;
  /** Earlier holders with the first day on which each no longer held the part, oldest first. */
  readonly predecessors: readonly { readonly unit: Unit; readonly until: CalendarDate }[];
  /** Where it is said that the unit has the part: the source line, or the last reassignment's row. */
  readonly place: Place;
};

export type PromisedTask = { readonly task: Task; readonly parts: readonly DutyPart[] };

/** A unit that the roster does not know is an error with the nearest names, never a silent match; each name is told once. */
export function resolveTasks(catalogue: Catalogue, roster: Roster): Result<readonly PromisedTask[]> {
  const unknown = new Map<string, Task[]>();
  const value = catalogue.tasks.map((task) => {
    const place = taskPlace(catalogue, task);
    const parts = namedUnits(task).flatMap(({ written, role }) => {
      const unit = findUnit(roster, written);
      if (unit !== null) return [{ unit, role, predecessors: [], place }];
      const tasks = unknown.get(written);
      if (tasks === undefined) unknown.set(written, [task]);
      else if (tasks.at(-1) !== task) tasks.push(task);
      return [];
    });
    return { task, parts };
  });
  return {
    value,
    messages: [...unknown].map(([written, tasks]) => unknownUnit(written, tasks, { catalogue, roster })),
  };
}

/** At its first task, with the lines of all of them. */
function unknownUnit(
  written: string,
  tasks: readonly Task[],
  { catalogue, roster }: { readonly catalogue: Catalogue; readonly roster: Roster },
): Message {
  const [first] = tasks;
  const place = first === undefined ? null : taskPlace(catalogue, first);
  return error(place, 'task-unit-unknown', {
    tasks: tasks.map(({ id }) => id),
    lines: tasks.map((task) => task.place.line),
    written,
    nearest: nearestUnits(roster, written),
  });
}

export function taskPlace(catalogue: Catalogue, task: Task): Place {
  if (task.origin !== undefined) return task.origin;
  return { file: catalogue.source.path, row: task.place.line, column: null, endRow: task.place.endLine };
}

/** 责任单位 alone lead; beside 牵头单位 they are the second column of some layouts and cooperate. */
function namedUnits(task: Task): readonly { readonly written: string; readonly role: Role }[] {
  const as = (role: Role) => (written: string) => ({ written, role });
  const responsible: Role = task.leads.length === 0 ? 'lead' : 'cooperating';
  return [
    ...task.leads.map(as('lead')),
    ...(responsible === 'lead' ? task.responsible.map(as('lead')) : []),
    ...task.cooperators.map(as('cooperating')),
    ...(responsible === 'cooperating' ? task.responsible.map(as('cooperating')) : []),
  ];
}
