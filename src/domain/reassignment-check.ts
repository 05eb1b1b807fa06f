/** What a row of reassignments.csv may not say, alone or beside another row of the same day. */
import { error, warning, type Message, type Result } from '../message/message.ts';
import { comparePlaces, rowNumberOf } from './compare.ts';
import { keepsAPart, overlaps, type Reassignment } from './reassignment.ts';

/** The rows that are sound, each once; the others as messages with the row. */
export function checkReassignments(rows: readonly Reassignment[]): Result<readonly Reassignment[]> {
  const messages: Message[] = [];
  const sound: Reassignment[] = [];
  const bySource = new Map<string, Reassignment[]>();
  for (const row of rows.toSorted((a, b) => comparePlaces(a.place, b.place))) {
    const key = `${row.effectiveOn} ${row.from.code}`;
    const earlier = bySource.get(key) ?? [];
    const problems = [...rowProblems(row), ...pairProblems(row, earlier)];
    messages.push(...problems);
    if (problems.length > 0) continue;
    bySource.set(key, [...earlier, row]);
    sound.push(row);
  }
  return { value: sound, messages: [...messages, ...sound.flatMap(dateProblems)] };
}

function rowProblems(row: Reassignment): readonly Message[] {
  const group = [row.from, ...row.to].find((unit) => unit.kind === 'group');
  if (group !== undefined) return [error(row.place, 'reassignment-of-group', { group: group.name })];
  if (keepsAPart(row) && (row.to.length === 1 || !(row.kind === 'split' || row.kind === 'duty'))) {
    return [error(row.place, 'reassignment-to-itself', { unit: row.from.name })];
  }
  if (row.to.length === 0 && row.kind !== 'abolish') {
    return [error(row.place, 'reassignment-without-successor', { unit: row.from.name })];
  }
  const isOneToOne = row.kind !== 'split' && row.kind !== 'duty' && row.kind !== 'abolish';
  if (isOneToOne && row.to.length > 1) {
    return [error(row.place, 'reassignment-to-many', { unit: row.from.name, to: row.to.map((unit) => unit.name) })];
  }
  return [];
}

function pairProblems(row: Reassignment, earlier: readonly Reassignment[]): readonly Message[] {
  const rival = earlier.find((other) => overlaps(row, other) && isAsSpecific(row, other));
  if (rival === undefined) return [];
  const data = { unit: row.from.name, on: row.effectiveOn, row: rowNumberOf(rival) };
  return isSame(row, rival)
    ? [warning(row.place, 'reassignment-twice', data)]
    : [error(row.place, 'reassignment-contradiction', { ...data, to: rival.to.map((unit) => unit.name) })];
}

/** Named tasks are an exception to 'all', not a contradiction. */
function isAsSpecific(one: Reassignment, other: Reassignment): boolean {
  return (one.taskIds === 'all') === (other.taskIds === 'all');
}

function isSame(one: Reassignment, other: Reassignment): boolean {
  return one.role === other.role && codesOf(one) === codesOf(other) && String(one.taskIds) === String(other.taskIds);
}

function codesOf(row: Reassignment): string {
  return row.to
    .map((unit) => unit.code)
    .toSorted()
    .join(' ');
}

function dateProblems(row: Reassignment): readonly Message[] {
  return row.to
    .filter((unit) => (unit.from ?? '') > row.effectiveOn || (unit.until ?? '9999') < row.effectiveOn)
    .map((unit) => {
      const data = { unit: unit.name, on: row.effectiveOn, from: unit.from, until: unit.until };
      return warning(row.place, 'reassignment-outside-unit-dates', data);
    });
}
