/** 催办通知: to a unit that has filed nothing so far in the quarter; before the filing day it asks, after it it presses. */
import type { Entry, Ledger } from '../domain/entry.ts';
import { addDays, type CalendarDate } from '../trade/calendar.ts';
import type { Paper } from '../document/paper.ts';
import { counters } from '../domain/counts.ts';
import type { Office } from '../domain/office.ts';
import type { Unit } from '../domain/roster.ts';
import { officialMeta } from './meta.ts';
import { quarterWords, roleWords } from './words.ts';

export const reminderShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  filingDay: 'date',
  isPast: 'flag',
  replyBy: 'date',
  count: 'number',
  tasks: [{ no: 'text', text: 'text', role: 'text' }],
} as const;

export type ReminderParts = {
  readonly ledger: Ledger;
  readonly office: Office;
  readonly breakdown: string;
  readonly filingDay: CalendarDate;
};

/** Days that an urged unit has to answer: the usual limit where none is given is 7 days (domain facts §3.1). */
const urgedDays = 7;

/** Units with tasks to report on, of which none was reported. */
export function silentUnits(ledger: Ledger): readonly Unit[] {
  const awaited = (unit: Unit): readonly Entry[] => requiredOf(unit, ledger);
  return ledger.units.filter((unit) => {
    const entries = awaited(unit);
    return unit.kind === 'unit' && entries.length > 0 && entries.every(({ latest }) => latest === null);
  });
}

export function reminderPaper(unit: Unit, parts: ReminderParts): Paper<typeof reminderShape> {
  const { ledger, office, filingDay } = parts;
  const tasks = requiredOf(unit, ledger);
  const meta = officialMeta(office, { format: 'letter', series: office.series.reminder, asOf: ledger.asOf });
  return {
    template: 'reminder',
    shape: reminderShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      breakdown: parts.breakdown,
      asOf: ledger.asOf,
      filingDay,
      isPast: ledger.asOf > filingDay,
      replyBy: addDays(ledger.asOf, urgedDays),
      count: tasks.length,
      tasks: tasks.map(({ task, role }) => ({ no: task.no, text: task.text, role: roleWords[role] })),
    },
    meta: { ...meta, recipients: [unit.name] },
  };
}

function requiredOf(unit: Unit, ledger: Ledger): readonly Entry[] {
  return ledger.entries.filter(
    (entry) => entry.unit.code === unit.code && entry.isAssessed && counters.required(entry),
  );
}
