/**
 * The reform of the sample as the units live through it: who answers for what afterwards. Written apart from the
 * ledger's own rules on purpose, so that the sample can serve as a check on them.
 */
import { readFileSync } from 'node:fs';

export type Seat = { readonly task: number; readonly role: '牵头' | '配合'; readonly unit: string };

type Change = { readonly tasks: string; readonly role: string; readonly from: string; readonly to: readonly string[] };
type NewSeat = { readonly seat: Seat; readonly formerly: readonly string[] };

/** Seats under the new names, one a task and unit: the lead beats the cooperator, doubles fall together. */
export function seatsAfterReform(seats: readonly Seat[]): readonly NewSeat[] {
  const changes = readChanges();
  const seen = new Map<string, { seat: Seat; formerly: string[] }>();
  for (const old of seats) {
    for (const unit of successors(old, changes)) {
      const key = `${old.task} ${unit}`;
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { seat: { ...old, unit }, formerly: [old.unit] });
      else if (known.seat.role === old.role) known.formerly.push(old.unit);
    }
  }
  return [...seen.values()].map(({ seat, formerly }) => ({
    seat: { task: seat.task, role: seat.role, unit: seat.unit },
    formerly,
  }));
}

/** Follows the chain (卫生局 → 卫计委 → 卫健委): the file is in the order of its dates. */
function successors(seat: Seat, changes: readonly Change[]): readonly string[] {
  return changes.reduce<readonly string[]>(
    (units, change) => units.flatMap((unit) => (applies(change, { ...seat, unit }) ? change.to : [unit])),
    [seat.unit],
  );
}

function applies({ tasks, role, from }: Change, seat: Seat): boolean {
  return from === seat.unit && (tasks === '' || tasks === `${seat.task}`) && (role === '' || role === seat.role);
}

function readChanges(): readonly Change[] {
  const text = readFileSync(new URL('../../inputs/reassignments.csv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, , tasks = '', role = '', from = '', to = ''] = line.split(',');
      return { tasks, role, from, to: to.split('、') };
    });
}
