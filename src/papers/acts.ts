/** By which act a duty is what it is: `2024年12月1日起；X编〔2024〕9号`, so that whoever reads of a change finds the document that made it. */
import { unstopped } from './words.ts';
import { formatIssueDate } from '../document/official-text.ts';
import { factFields } from '../trade/figure-words.ts';
import type { AssignedTask, Ledger, Move } from '../domain/entry.ts';
import type { TaskChangeKind } from '../domain/catalogue.ts';
import type { Unit } from '../domain/roster.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { lastMoveOf } from './transfers.ts';

export type DutyAct = { readonly on: CalendarDate; readonly basis: string };

type Field = {
  /** What of the task is other now, as `factFields` names it. */
  readonly of: string;
  readonly task: AssignedTask | undefined;
  /** Whose duty it is; null: what is common to all. */
  readonly unit: Unit | null;
};

/** Null where no act is known: the breakdown or the plan says so. */
export function actOf({ of, task, unit }: Field, duties: Ledger): DutyAct | null {
  if (task === undefined) return null;
  const { deadline, text } = factFields.duty;
  if (of === text) return lastChange(task, ['reword', 'add']);
  if (of === deadline) return extensionOf(task, unit, duties);
  const changed = lastChange(task, ['add', 'drop', 'restore']);
  const moved = moveOf(unit === null ? (task.moves.at(-1) ?? null) : lastMoveOf(unit, task));
  if (changed === null || moved === null) return changed ?? moved;
  return moved.on > changed.on ? moved : changed;
}

/** `—` where no act is known. */
export function sinceWords(field: Field, duties: Ledger): string {
  const act = actOf(field, duties);
  if (act === null) return '—';
  const basis = unstopped(act.basis);
  return `${formatIssueDate(act.on)}起${basis === '' ? '' : `；${basis}`}`;
}

/** The day since which duties are as they are: what a paper says must not change with the day on which it is made. */
export function lastActOn({ tasks, asOf }: Ledger): CalendarDate {
  const days = tasks.flatMap(({ task, moves }) => [
    ...moves.map(({ reassignment }) => reassignment.effectiveOn),
    ...(task.acts ?? []).map(({ on }) => on),
  ]);
  return days.toSorted().at(-1) ?? asOf;
}

function lastChange({ task }: AssignedTask, kinds: readonly TaskChangeKind[]): DutyAct | null {
  return task.acts?.findLast(({ kind }) => kinds.includes(kind)) ?? null;
}

function extensionOf({ task }: AssignedTask, unit: Unit | null, { entries }: Ledger): DutyAct | null {
  const own = entries.find((entry) => entry.task.id === task.id && (unit === null || entry.unit.code === unit.code));
  return own?.extended.last ?? null;
}

function moveOf(move: Move | null): DutyAct | null {
  return move === null ? null : { on: move.reassignment.effectiveOn, basis: move.reassignment.basis };
}
