/** What a ledger says of one unit and of one task, found once a ledger: every paper asks, and a search through all would grow with both. */
import type { AssignedTask, Entry, Ledger } from './entry.ts';
import { groupBy } from './grouping.ts';
import type { Unit } from './roster.ts';

type Found = {
  readonly byUnit: ReadonlyMap<string, readonly Entry[]>;
  readonly byTask: ReadonlyMap<string, AssignedTask>;
};

const memory = new WeakMap<Ledger, Found>();

/** In the order of the ledger, common tasks too. */
export function ownEntries(ledger: Ledger, { code }: Unit): readonly Entry[] {
  return foundIn(ledger).byUnit.get(code) ?? [];
}

/** By id, in the order of the catalogue. */
export function tasksById(ledger: Ledger): ReadonlyMap<string, AssignedTask> {
  return foundIn(ledger).byTask;
}

function foundIn(ledger: Ledger): Found {
  const known = memory.get(ledger);
  if (known !== undefined) return known;
  const found = {
    byUnit: groupBy(ledger.entries, ({ unit }) => unit.code),
    byTask: new Map(ledger.tasks.map((each) => [each.task.id, each])),
  };
  memory.set(ledger, found);
  return found;
}
