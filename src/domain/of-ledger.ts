/** What a ledger and its scores say of one unit and of one task, found once: every paper asks, and a search through all would grow with both. */
import type { AssignedTask, Entry, Ledger } from './entry.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Unit } from './roster.ts';
import type { Scorecard } from './score.ts';

/** In the order of the ledger, common tasks too. */
export function ownEntries({ entries }: Pick<Ledger, 'entries'>, { code }: Unit): readonly Entry[] {
  return groupOf(entriesByUnit(entries), code);
}

const entriesByUnit = once((entries: Ledger['entries']) => groupBy(entries, ({ unit }) => unit.code));

/** By id, in the order of the catalogue. */
export function tasksById({ tasks }: Pick<Ledger, 'tasks'>): ReadonlyMap<string, AssignedTask> {
  return taskMap(tasks);
}

const taskMap = once((tasks: Ledger['tasks']) => new Map(tasks.map((each) => [each.task.id, each])));

/** Null for a unit that is not scored. */
export function cardOf(scorecards: readonly Scorecard[], { code }: Pick<Unit, 'code'>): Scorecard | null {
  return cardsByUnit(scorecards).get(code) ?? null;
}

const cardsByUnit = once((cards: readonly Scorecard[]) => new Map(cards.map((card) => [card.unit.code, card])));

/** Whether any entry had a light in the quarter before. */
export function hasEarlierLights({ entries }: Pick<Ledger, 'entries'>): boolean {
  return earlierLights(entries);
}

const earlierLights = once((entries: Ledger['entries']) => entries.some(({ previousLight }) => previousLight !== null));

/** Once a list, for as long as anybody has it. */
function once<List extends object, T>(find: (list: List) => T): (list: List) => T {
  const memory = new WeakMap<List, { readonly found: T }>();
  return (list) => {
    const known = memory.get(list) ?? { found: find(list) };
    memory.set(list, known);
    return known.found;
  };
}
