/** History 历年历季: how each entry stood over the quarters, the yearly extract of a unit, and the roll-call of a yearly duty. */
import type { Quarter } from '../calendar.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Unit } from './roster.ts';

export type Stage = { readonly quarter: Quarter; readonly entry: Entry | null };

/** An entry of the last ledger, with the same task in the quarters before: the unit's own, or its predecessor's. */
export type EntryHistory = { readonly entry: Entry; readonly stages: readonly Stage[] };

/** `ledgers` oldest first; the last one says who answers now. */
export function historyOf(ledgers: readonly Ledger[]): readonly EntryHistory[] {
  const last = ledgers.at(-1);
  const indexes = ledgers.map((ledger) => ({ quarter: ledger.quarter, entries: entriesByKey(ledger) }));
  return (last?.entries ?? []).map((entry) => ({
    entry,
    stages: indexes.map(({ quarter, entries }) => ({ quarter, entry: stageOf(entry, entries) })),
  }));
}

/** Who has handed in what a task asks of every unit (89: the yearly 述廉报告), and who has not. A return on the task says so. */
export function rollCall(
  ledger: Ledger,
  taskId: string,
): readonly { readonly unit: Unit; readonly submitted: Entry['latest'] }[] {
  return ledger.entries
    .filter((entry) => entry.task.id === taskId && entry.unit.kind === 'unit')
    .map((entry) => ({ unit: entry.unit, submitted: entry.latest }));
}

function stageOf(entry: Entry, entries: ReadonlyMap<string, Entry>): Entry | null {
  const codes = [entry.unit, ...entry.predecessors.toReversed()].map((unit) => unit.code);
  const found = codes.map((code) => entries.get(`${code} ${entry.task.id}`)).find((each) => each !== undefined);
  return found ?? null;
}

function entriesByKey(ledger: Ledger): ReadonlyMap<string, Entry> {
  return new Map(ledger.entries.map((entry) => [`${entry.unit.code} ${entry.task.id}`, entry]));
}
