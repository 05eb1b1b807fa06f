/** History 年度: a year's quarters beside one another, how each entry stood over them, and what a unit handed on in between. */
import type { Entry, Ledger } from './entry.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { Counts } from './counts.ts';
import { groupBy } from './grouping.ts';
import type { Unit } from './roster.ts';
import type { Scorecard } from './score.ts';

export type YearQuarter = { readonly ledger: Ledger; readonly scorecards: readonly Scorecard[] };

export type Year = {
  readonly year: number;
  /** Quarters that have returns, oldest first, each as of the day its own papers stood; `last` is the last of them. */
  readonly quarters: readonly YearQuarter[];
  readonly last: YearQuarter;
  /** Quarters of the year without returns. */
  readonly leftOut: readonly Quarter[];
  /** Units that had a task in any of the quarters, in roster order. */
  readonly units: readonly Unit[];
};

/** How a part stood in one quarter; null when nobody had it then. */
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

/** A part that a unit had and has no longer: as it last stood, and who has it now. */
export type HandedOver = {
  readonly quarter: Quarter;
  readonly entry: Entry;
  readonly successors: readonly Unit[];
};

/** What units have handed on, in the order of the ledgers; common tasks are nobody's to hand on. */
export function handedOver(ledgers: readonly Ledger[]): readonly HandedOver[] {
  const last = ledgers.at(-1);
  const now = new Set((last?.entries ?? []).map(keyOf));
  const heirs = groupBy(
    (last?.entries ?? []).flatMap(({ task, unit, predecessors }) =>
      predecessors.map((from) => ({ key: `${from.code} ${task.id}`, unit })),
    ),
    ({ key }) => key,
  );
  const gone = ledgers.flatMap(({ quarter, entries }) =>
    entries
      .filter((entry) => entry.group === null && !now.has(keyOf(entry)))
      .map((entry) => [keyOf(entry), { quarter, entry }] as const),
  );
  // Of several quarters the last one stands.
  return [...new Map(gone)].map(([key, held]) => ({
    ...held,
    successors: (heirs.get(key) ?? []).map(({ unit }) => unit),
  }));
}

/** Returns over several quarters; what is still pending counts in none of them. */
export type FilingTotals = Readonly<Record<'required' | 'onTime' | 'late' | 'missing', number>>;

export function filingOver(counts: readonly Counts[]): FilingTotals {
  const sumOf = (key: 'onTime' | 'late' | 'missing'): number => counts.reduce((sum, each) => sum + each[key], 0);
  const [onTime, late, missing] = [sumOf('onTime'), sumOf('late'), sumOf('missing')];
  return { required: onTime + late + missing, onTime, late, missing };
}

function stageOf(entry: Entry, entries: ReadonlyMap<string, Entry>): Entry | null {
  const codes = [entry.unit, ...entry.predecessors.toReversed()].map((unit) => unit.code);
  const found = codes.map((code) => entries.get(`${code} ${entry.task.id}`)).find((each) => each !== undefined);
  return found ?? null;
}

function entriesByKey(ledger: Ledger): ReadonlyMap<string, Entry> {
  return new Map(ledger.entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ unit, task }: Entry): string {
  return `${unit.code} ${task.id}`;
}
