/** Stated figures: every count that papers and the page state, with the entries that make it. `trace` answers from here. */
import { isDropped } from './task-change.ts';
import type { Entry, Ledger } from './entry.ts';
import type { Place } from '../message/message.ts';
import type { FigureMeasure, FigureName } from '../trade/figure-words.ts';
import { changesSince } from './changes.ts';
import { counters } from './counts.ts';
import { shares } from './shares.ts';
import type { Unit } from './roster.ts';

export type StatedFigure = {
  /** A heading of the breakdown, or a unit's name; null: the whole. */
  readonly scope: string | null;
  readonly unit: Unit | null;
  readonly name: FigureName;
  readonly value: number;
  readonly measure: FigureMeasure;
  /** Percent of its whole, where papers state one; those of one whole sum to 100.0. */
  readonly share: number | null;
  /** One for each of the value; of tasks and units one entry each. */
  readonly entries: readonly Entry[];
  /** The row that makes the entry count; null where the point is that there is none. */
  readonly placeOf: (entry: Entry) => Place | null;
};

type Figure = Pick<StatedFigure, 'name' | 'measure' | 'entries' | 'placeOf'>;
type Scope = Pick<StatedFigure, 'scope' | 'unit'> & { readonly entries: readonly Entry[] };

/** Figures of 0 rest on nothing and are left out. */
export function statedFigures(ledger: Ledger): readonly StatedFigure[] {
  const assessed = ledger.entries.filter((entry) => entry.isAssessed);
  const all: Scope = { scope: null, unit: null, entries: assessed };
  const scopes = [all, ...headings(assessed, 1), ...headings(assessed, 2), ...units(assessed, ledger)];
  const common = scopes.flatMap((scope) => countsOf(scope).map((each) => ({ ...scope, ...each })));
  const shared = common.filter(({ scope, name }) => scope !== all.scope || name !== 'tasks');
  const whole = [...wholeOf(ledger, assessed), ...changesOf(ledger)].map((each) => ({ ...all, share: null, ...each }));
  return [...shared, ...whole]
    .map((figure) => ({ ...figure, value: figure.entries.length }))
    .filter(({ value }) => value > 0);
}

function headings(entries: readonly Entry[], depth: number): readonly Scope[] {
  const titleOf = (entry: Entry): string => entry.task.section.slice(0, depth).join('');
  const deep = entries.filter(({ task }) => task.section.length >= depth);
  return [...new Set(deep.map(titleOf))].map((scope) => {
    return { scope, unit: null, entries: deep.filter((entry) => titleOf(entry) === scope) };
  });
}

function units(entries: readonly Entry[], ledger: Ledger): readonly Scope[] {
  return ledger.units.map((unit) => ({
    scope: unit.name,
    unit,
    entries: entries.filter((entry) => entry.unit.code === unit.code),
  }));
}

/** In groups of which each is a whole with shares, or not. */
function countsOf({ entries }: Scope): readonly (Figure & { readonly share: number | null })[] {
  const of = (name: FigureName, counts: (entry: Entry) => boolean, placeOf = returned): Figure => {
    return { name, measure: 'entry', entries: entries.filter(counts), placeOf };
  };
  const filings = [of('onTime', counters.onTime), of('late', counters.late), of('missing', counters.missing)];
  const lights = [of('green', counters.green), of('yellow', counters.yellow), of('red', counters.red)];
  const closed = of('closed', counters.closed, acted);
  const others = [
    of('entries', counters.entries),
    of('required', (entry) => counters.required(entry) && !counters.pending(entry)),
    of('overdue', counters.overdue, planned),
    of('completed', counters.completed),
    closed,
    { ...closed, name: 'closedTasks' as const, measure: 'task' as const, entries: onePerTask(closed.entries) },
    { ...of('tasks', counters.entries), measure: 'task' as const, entries: onePerTask(entries) },
  ];
  return [...withShares(filings), ...withShares(lights), ...others.map((each) => ({ ...each, share: null }))];
}

function withShares(figures: readonly Figure[]): readonly (Figure & { readonly share: number | null })[] {
  const parts = shares(figures.map(({ entries }) => entries.length));
  return figures.map((figure, index) => ({ ...figure, share: parts[index] ?? null }));
}

/** What only the district as a whole has. Tasks without an assessed unit count too (134项任务). */
function wholeOf(ledger: Ledger, assessed: readonly Entry[]): readonly Figure[] {
  const firsts = ledger.units.flatMap(({ code }) => assessed.find((entry) => entry.unit.code === code) ?? []);
  return [
    {
      name: 'tasks',
      measure: 'task',
      entries: onePerTask(ledger.entries.filter(({ task }) => !isDropped(task))),
      placeOf: returned,
    },
    { name: 'units', measure: 'unit', entries: firsts, placeOf: returned },
  ];
}

function changesOf(ledger: Ledger): readonly Figure[] {
  const { better, worse, newlyOverdue, newlyClosed, reopened } = changesSince(ledger);
  return [
    { name: 'better', measure: 'entry', entries: better, placeOf: returned },
    { name: 'worse', measure: 'entry', entries: worse, placeOf: returned },
    { name: 'newlyOverdue', measure: 'entry', entries: newlyOverdue, placeOf: planned },
    { name: 'newlyClosed', measure: 'task', entries: onePerTask(newlyClosed), placeOf: acted },
    { name: 'reopened', measure: 'task', entries: onePerTask(reopened), placeOf: acted },
  ];
}

function onePerTask(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.task.id, entry])).values()].toReversed();
}

function returned({ latest }: Entry): Place | null {
  return latest?.place ?? null;
}

function planned({ plan }: Entry): Place | null {
  return plan?.place ?? null;
}

function acted({ closure }: Entry): Place | null {
  return closure?.place ?? null;
}
