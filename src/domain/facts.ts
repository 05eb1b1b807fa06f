/**
 * Facts: what a unit's letter states about responsibilities, field by field. An issued letter whose facts are other than
 * today's no longer tells the truth and is issued again. Progress is no fact of this kind: it was true when it was written.
 */
import type { Entry, Ledger, AssignedTask } from './entry.ts';
import type { Unit } from './roster.ts';

export type Fact = readonly [field: string, value: string];

/** In the order of the ledger. Common tasks are listed with their leads only, so only those are stated. */
export function factsOf(unit: Unit, ledger: Pick<Ledger, 'entries' | 'tasks'>): readonly Fact[] {
  const tasks = new Map(ledger.tasks.map((task) => [task.task.id, task]));
  const own = ledger.entries.filter((entry) => entry.unit.code === unit.code);
  return [['单位名称', unit.name], ...own.flatMap((entry) => entryFacts(entry, tasks.get(entry.task.id)))];
}

function entryFacts(entry: Entry, task: AssignedTask | undefined): readonly Fact[] {
  const { id } = entry.task;
  const leads: Fact = [`${id} 牵头单位`, namesOf(task?.leads ?? [])];
  if (entry.group !== null) return [[`${id} 职责`, `共性（${entry.group.name}）`], leads];
  return [
    [`${id} 职责`, entry.role === 'lead' ? '牵头' : '配合'],
    leads,
    [`${id} 配合单位`, namesOf(task?.cooperators ?? [])],
    [`${id} 完成时限`, entry.plan?.deadline ?? entry.task.deadline ?? ''],
  ];
}

function namesOf(units: readonly Unit[]): string {
  return units.map((unit) => unit.name).join('、');
}
