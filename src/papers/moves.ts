/** Tasks that went from one unit to another (reassignments.csv), as papers word them: who, from which day on, on which basis. */
import { roleWords } from '../trade/claims.ts';
import type { Role } from '../trade/claims.ts';
import { unstopped, taskNumbers } from './words.ts';
import type { Ledger } from '../domain/entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { ViewOf } from '../document/shape.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Reassignment } from '../domain/reassignment.ts';
import type { Unit } from '../domain/roster.ts';

/** One task that moved. */
export type TaskMove = {
  readonly id: string;
  readonly no: string;
  readonly text: string;
  readonly role: Role;
  readonly reassignment: Reassignment;
};

/** What the unit has handed over, in the order of the catalogue. */
export function movesFrom(unit: Unit, ledger: Ledger): readonly TaskMove[] {
  return movesOf(ledger).filter(({ reassignment }) => reassignment.from.code === unit.code);
}

function movesOf(ledger: Ledger): readonly TaskMove[] {
  return ledger.tasks.flatMap(({ task: { id, no, text }, moves }) =>
    moves.map(({ role, reassignment }) => ({ id, no, text, role, reassignment })),
  );
}

export const groundShape = { tasks: 'blank', on: 'date', basis: 'text' } as const;

type Ground = Omit<ViewOf<typeof groundShape>, 'on'> & { readonly on: CalendarDate };

/**
 * Moves of one unit, day and basis together: the basis of a reform is stated once, not with every task. `tasks` only where there is more than
 * one ground: which tasks each is of.
 */
export function groundsOf(moves: readonly TaskMove[]): readonly Ground[] {
  const keyOf = ({ reassignment: { from, effectiveOn, basis } }: TaskMove): string =>
    `${from.code}\n${effectiveOn}\n${basis}`;
  const groups = [...groupBy(moves, keyOf).values()];
  return groups.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { effectiveOn, basis } = first.reassignment;
    const tasks = groups.length > 1 ? tasksByRole(same).join('，') : '';
    return [{ tasks, on: effectiveOn, basis: unstopped(basis) }];
  });
}

/** `牵头第95、113项` and `配合第16、58项`, whichever there is. */
function tasksByRole(moves: readonly TaskMove[]): readonly string[] {
  const phrases = (['lead', 'cooperating'] as const).map((role) => {
    const numbers = taskNumbers(moves.filter((move) => move.role === role).map(({ no }) => no));
    return numbers === '' ? '' : roleWords[role] + numbers;
  });
  return phrases.filter((phrase) => phrase !== '');
}
