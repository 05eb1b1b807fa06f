/** 共性任务: said in a sentence, with those whose lead changed; the table of them comes once a year, with the first letter and to a new unit. */
import { hasEarlierLights, ownEntries, tasksById } from '../domain/of-ledger.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Unit } from '../domain/roster.ts';
import { numberOfQuarter, quarterOf } from '../trade/calendar.ts';
import { taskNumbers } from './words.ts';

export const commonShape = {
  commonCount: 'number',
  common: [{ no: 'text', text: 'text', leads: 'text' }],
  /** `第34项（区纪委监委）、第107项（区委编办）`. */
  changedCommon: 'blank',
} as const;

/** For tables of one unit: a sentence. */
export const commonListShape = {
  commonCount: 'number',
  /** `第1、2项`. */
  commonTasks: 'blank',
} as const;

export function commonList(entries: readonly Entry[]): ViewOf<typeof commonListShape> {
  return {
    commonCount: entries.length,
    commonTasks: taskNumbers(entries.map(({ task }) => task.no)),
  };
}

export function commonFields(unit: Unit, ledger: Ledger): ViewOf<typeof commonShape> {
  const all = ownEntries(ledger, unit).filter((entry) => entry.group !== null);
  const isTold = isToldAll(unit, ledger);
  const changed = isTold ? [] : all.filter((entry) => isChanged(entry, ledger));
  return {
    commonCount: all.length,
    common: isTold
      ? all.map((entry) => ({ no: entry.task.no, text: entry.task.text, leads: leadsOf(entry, ledger) }))
      : [],
    changedCommon: changed.map((entry) => `第${entry.task.no}项（${leadsOf(entry, ledger)}）`).join('、'),
  };
}

/** In the year's first quarter, in the first that has a ledger at all, and to a unit that is new. */
function isToldAll(unit: Unit, ledger: Ledger): boolean {
  const { quarter } = ledger;
  const isNew = unit.from !== null && quarterOf(unit.from) === quarter;
  return numberOfQuarter(quarter) === 1 || isNew || !hasEarlierLights(ledger);
}

/** The lead is another since a day of this quarter. */
function isChanged({ task }: Entry, ledger: Ledger): boolean {
  const { quarter } = ledger;
  const moves = tasksById(ledger).get(task.id)?.moves ?? [];
  return moves.some(({ role, reassignment }) => role === 'lead' && quarterOf(reassignment.effectiveOn) === quarter);
}

function leadsOf({ task }: Entry, ledger: Ledger): string {
  const leads = tasksById(ledger).get(task.id)?.leads ?? [];
  return leads.map(({ name }) => name).join('、') || '—';
}
