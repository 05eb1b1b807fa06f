/**
 * The order in which reassignments apply: by day; within a day a change that feeds another comes first (A 并入 B, B 更名为 C:
 * A's tasks end at C), named tasks before 'all'. Rows of the file may stand in any order. Cycles are refused.
 */
import { error, type Message, type Result } from '../message/message.ts';
import { endsItsUnit, overlaps, type Reassignment } from './reassignment.ts';
import { comparePlaces, compareTexts, rowNumberOf } from './compare.ts';
import { groupBy, groupOf } from './grouping.ts';
import { checkReassignments } from './reassignment-check.ts';

/** The rows that can be applied, in order, and what is wrong with the others. */
export function orderReassignments(rows: readonly Reassignment[]): Result<readonly Reassignment[]> {
  const checked = checkReassignments(rows);
  const days = groupBy(
    checked.value.toSorted((a, b) => compareTexts(a.effectiveOn, b.effectiveOn)),
    (row) => row.effectiveOn,
  );
  const ordered = [...days.values()].map(orderOfDay);
  const living = refuseEnded(ordered.flatMap((day) => day.value));
  const messages = [checked, ...ordered, living].flatMap((each) => each.messages);
  return { value: living.value, messages };
}

/** Depth first: each row after all that feed it; a row met again on its own path closes a cycle. */
function orderOfDay(rows: readonly Reassignment[]): Result<readonly Reassignment[]> {
  const sorted = rows.toSorted(compareRows);
  const receiving = rowsByReceiver(sorted);
  const giving = groupBy(sorted, (row) => row.from.code);
  const ordered: Reassignment[] = [];
  const inCycle = new Set<Reassignment>();
  const seen = new Set<Reassignment>();
  const visit = (row: Reassignment, path: readonly Reassignment[]): void => {
    if (path.includes(row)) for (const each of path.slice(path.indexOf(row))) inCycle.add(each);
    if (seen.has(row)) return;
    seen.add(row);
    const candidates = [...groupOf(giving, row.from.code), ...groupOf(receiving, row.from.code)];
    for (const other of candidates) if (comesBefore(other, row)) visit(other, [...path, row]);
    ordered.push(row);
  };
  for (const row of sorted) visit(row, []);
  const sound = ordered.filter((row) => !inCycle.has(row));
  return { value: sound, messages: sorted.filter((row) => inCycle.has(row)).map(cycleMessage) };
}

function rowsByReceiver(rows: readonly Reassignment[]): ReadonlyMap<string, readonly Reassignment[]> {
  const pairs = rows.flatMap((row) => row.to.map((unit) => ({ code: unit.code, row })));
  const grouped = groupBy(pairs, (pair) => pair.code);
  return new Map([...grouped].map(([code, each]) => [code, each.map((pair) => pair.row)]));
}

function comesBefore(one: Reassignment, other: Reassignment): boolean {
  if (one === other || !overlaps(one, other)) return false;
  if (one.from.code === other.from.code) return one.taskIds !== 'all' && other.taskIds === 'all';
  return one.to.some((unit) => unit.code === other.from.code);
}

function cycleMessage(row: Reassignment): Message {
  const data = { from: row.from.name, to: row.to.map((unit) => unit.name), on: row.effectiveOn };
  return error(row.place, 'reassignment-cycle', data);
}

function compareRows(a: Reassignment, b: Reassignment): number {
  return compareTexts(a.from.code, b.from.code) || comparePlaces(a.place, b.place);
}

/** A unit that ended on an earlier day neither gives nor receives. */
function refuseEnded(sequence: readonly Reassignment[]): Result<readonly Reassignment[]> {
  const endings = new Map<string, Reassignment>();
  const messages: Message[] = [];
  const living = sequence.filter((row) => {
    const ended = [row.from, ...row.to].map((unit) => endings.get(unit.code));
    const problems = ended.flatMap((ending) => (endedBefore(ending, row) ? [endedMessage(ending, row)] : []));
    messages.push(...problems);
    if (problems.length === 0 && endsItsUnit(row)) endings.set(row.from.code, row);
    return problems.length === 0;
  });
  return { value: living, messages };
}

function endedBefore(ending: Reassignment | undefined, row: Reassignment): ending is Reassignment {
  return ending !== undefined && ending.effectiveOn < row.effectiveOn;
}

function endedMessage(ending: Reassignment, row: Reassignment): Message {
  const data = {
    unit: ending.from.name,
    on: ending.effectiveOn,
    row: rowNumberOf(ending),
    successors: ending.to.map((each) => each.name),
  };
  return error(row.place, 'reassignment-of-ended-unit', data);
}
