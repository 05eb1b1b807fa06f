/**
 * Task changes 任务变更: tasks added, dropped, restored, reworded after the breakdown was issued, each from a day on and by a document
 * (inputs/task-changes.csv). The breakdown itself is never edited; what a task is on a day follows from the acts. An id is never used again.
 */
import type { Place } from '../message/message.ts';
import { error, type Message, type Result } from '../message/message.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Catalogue, Task, TaskChangeKind } from './catalogue.ts';
import { compareTexts, comparePlaces, rowNumberOf } from './compare.ts';
import { sameTaskNumber } from '../trade/task-id.ts';
import { groupBy, groupOf } from './grouping.ts';

export type TaskChange = {
  readonly taskId: string;
  readonly kind: TaskChangeKind;
  /** The first day on which it is so. */
  readonly on: CalendarDate;
  /** Of an added or reworded task; '' otherwise. */
  readonly text: string;
  /** Of an added task: names as written, and the heading it stands under. */
  readonly leads: readonly string[];
  readonly cooperators: readonly string[];
  readonly section: string;
  readonly basis: string;
  readonly place: Place;
};

/** Every task that there ever was: those of the breakdown, and those added since, in the order of their acts. Names are read against it. */
export function wholeCatalogue(catalogue: Catalogue, changes: readonly TaskChange[]): Result<Catalogue> {
  const known = new Map(catalogue.tasks.map((task) => [task.id, task]));
  const numbers = new Map(catalogue.tasks.flatMap(({ id, no }) => [no, id].map((each) => [sameTaskNumber(each), id])));
  const added: Task[] = [];
  const messages: Message[] = [];
  for (const change of changes.filter(({ kind }) => kind === 'add')) {
    const number = sameTaskNumber(change.taskId);
    const taken = known.get(change.taskId)?.id ?? numbers.get(number);
    if (taken !== undefined) {
      messages.push(error(change.place, 'task-id-taken', { task: change.taskId, known: taken }));
      continue;
    }
    const task = addedTask(change);
    known.set(task.id, task);
    numbers.set(number, task.id);
    added.push(task);
  }
  const unknown = changes
    .filter(({ kind, taskId }) => kind !== 'add' && !known.has(taskId))
    .map(({ taskId, place }) => error(place, 'office-names-unknown-task', { task: taskId }));
  const value = { ...catalogue, tasks: [...catalogue.tasks, ...added] };
  return { value, messages: [...messages, ...unknown, ...outOfTurn(changes)] };
}

/** The tasks of a day, each with the words it had then; one that was dropped by then is marked so, one added later is not there. */
export function catalogueOn(day: CalendarDate, catalogue: Catalogue, changes: readonly TaskChange[]): Catalogue {
  if (changes.length === 0) return catalogue;
  const byTask = groupBy(inOrder(changes), ({ taskId }) => taskId);
  const tasks = catalogue.tasks.flatMap((task): readonly Task[] => {
    const acts = groupOf(byTask, task.id);
    const past = acts.filter(({ on }) => on <= day);
    const isLater = acts.some(({ kind, on }) => kind === 'add' && on > day);
    return isLater ? [] : [asOf(task, past)];
  });
  return { ...catalogue, tasks };
}

function asOf(task: Task, past: readonly TaskChange[]): Task {
  const text = past.findLast(({ kind }) => kind === 'reword')?.text ?? task.text;
  const last = past.findLast(({ kind }) => kind === 'drop' || kind === 'restore');
  const dropped = last?.kind === 'drop' ? { on: last.on, basis: last.basis } : null;
  const acts = past.map(({ kind, on, basis }) => ({ kind, on, basis }));
  return acts.length === 0 ? task : { ...task, text, dropped, acts };
}

/** 撤销: no light, no score, nobody's duty; its row stays. */
export function isDropped({ dropped }: Pick<Task, 'dropped'>): boolean {
  return (dropped ?? null) !== null;
}

function addedTask({ taskId, text, leads, cooperators, section, place }: TaskChange): Task {
  const line = place.row ?? 1;
  return {
    id: taskId,
    no: taskId,
    text,
    section: section === '' ? [] : [section],
    leads,
    cooperators,
    responsible: [],
    andOthers: false,
    allUnits: false,
    deadline: null,
    leaders: [],
    target: null,
    standard: null,
    place: { line, endLine: line },
    origin: place,
  };
}

function inOrder(changes: readonly TaskChange[]): readonly TaskChange[] {
  return changes.toSorted((a, b) => compareTexts(a.on, b.on) || comparePlaces(a.place, b.place));
}

/** A task is dropped and restored in turn, and nothing happens to it before it was added. */
function outOfTurn(changes: readonly TaskChange[]): readonly Message[] {
  return [...groupBy(inOrder(changes), ({ taskId }) => taskId).values()].flatMap((acts) => {
    const added = acts.find(({ kind }) => kind === 'add');
    let dropped: TaskChange | null = null;
    return acts.flatMap((act): readonly Message[] => {
      const before = dropped;
      if (act.kind === 'drop') dropped = act;
      if (act.kind === 'restore') dropped = null;
      const data = { task: act.taskId, row: rowNumberOf(before ?? added ?? act) };
      if (added !== undefined && act.kind !== 'add' && act.on < added.on)
        return [error(act.place, 'task-not-yet', data)];
      if (act.kind === 'drop' && before !== null) return [error(act.place, 'task-dropped-twice', data)];
      return act.kind === 'restore' && before === null ? [error(act.place, 'task-not-dropped', data)] : [];
    });
  });
}
