/**
 * Tasks that changed hands between the day of the figures and the day of the paper. Figures belong to who had the task then: the old unit keeps
 * its light and score, the new one is asked for what is left and not judged for what another reported.
 */
import { lightWords, roleWords, statusWords } from '../trade/claims.ts';
import { ownEntries, tasksById } from '../domain/of-ledger.ts';
import { isDropped } from '../domain/task-change.ts';
import type { AssignedTask, Entry, Ledger, Move } from '../domain/entry.ts';
import type { Unit } from '../domain/roster.ts';
import type { ViewOf } from '../document/shape.ts';

type Clocks = {
  /** Figures, as of the ledger's day. */
  readonly ledger: Ledger;
  /** Responsibilities, as of the day of the paper. */
  readonly duties: Ledger;
};

/** A task that the unit has now and had not then. `before`: what the unit that had it had reported. */
export const receivedShape = { no: 'text', text: 'text', role: 'text', before: 'text' } as const;

export type Received = ViewOf<typeof receivedShape>;

export type Transfers = {
  /** Tasks that the unit had then and has not now, by id: `已转至区司法局`, `已不再承担`. */
  readonly gone: ReadonlyMap<string, string>;
  readonly received: readonly Received[];
};

export function transfersOf(unit: Unit, { ledger, duties }: Clocks): Transfers {
  const then = namedTo(unit, ledger);
  const now = namedTo(unit, duties);
  const gone = then.filter(({ task }) => !now.some((each) => each.task.id === task.id && !isDropped(each.task)));
  const tasks = tasksById(duties);
  return {
    gone: new Map(gone.map(({ task }) => [task.id, goneWords(unit, tasks.get(task.id))])),
    received: now
      .filter(({ task }) => !then.some((each) => each.task.id === task.id))
      .map((duty) => receivedRow(duty, ledger)),
  };
}

/** Who has the task instead of the unit; [] when nobody took its part over. */
export function successorsIn(unit: Unit, task: AssignedTask | undefined): readonly Unit[] {
  const holders = task?.holders ?? [];
  return holders
    .filter(({ predecessors }) => predecessors.some((each) => each.unit.code === unit.code))
    .map((holder) => holder.unit);
}

/** The last act on the task that took it from the unit or gave it to the unit. */
export function lastMoveOf(unit: Unit, task: AssignedTask | undefined): Move | null {
  const concerns = ({ reassignment: { from, to } }: Move): boolean =>
    from.code === unit.code || to.some(({ code }) => code === unit.code);
  return task?.moves.findLast(concerns) ?? null;
}

function namedTo(unit: Unit, ledger: Ledger): readonly Entry[] {
  return ownEntries(ledger, unit).filter(({ group }) => group === null);
}

function goneWords(unit: Unit, task: AssignedTask | undefined): string {
  if (task !== undefined && isDropped(task.task)) return '已撤销';
  const successors = successorsIn(unit, task).map(({ name }) => name);
  return successors.length === 0 ? '已不再承担' : `已转至${successors.join('、')}`;
}

function receivedRow({ task, role, predecessors }: Entry, ledger: Ledger): Received {
  const codes = predecessors.map(({ code }) => code);
  const before = ledger.entries.find((entry) => entry.task.id === task.id && codes.includes(entry.unit.code));
  return { no: task.no, text: task.text, role: roleWords[role], before: beforeWords(before) };
}

function beforeWords(entry: Entry | undefined): string {
  if (entry === undefined) return '本季度台账日后新承担，不计入你单位评价';
  const { unit, status, percent, light } = entry;
  const claim = status === null ? '未报送' : `报送${statusWords[status]}${percent === null ? '' : `${percent}%`}`;
  return `原由${unit.name}${claim}${light === null ? '' : `，${lightWords[light]}`}，不计入你单位评价`;
}
