/** 催办通知: to a unit that has filed nothing so far in the quarter; before the filing day it asks, after it it presses. */
import { ownEntries } from '../domain/of-ledger.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Paper } from '../document/paper.ts';
import { counters } from '../domain/counts.ts';
import type { Office } from '../domain/office.ts';
import type { Unit } from '../domain/roster.ts';
import { officialMeta } from './meta.ts';
import { quarterWords, taskNumbers } from './words.ts';

export const reminderShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  filingDay: 'date',
  isPast: 'flag',
  replyDays: 'number',
  count: 'number',
  /** `第26、108项`; blank where there are so many that they would not fit one page. */
  tasks: 'blank',
} as const;

export type ReminderParts = {
  readonly ledger: Ledger;
  readonly office: Office;
  readonly breakdown: string;
  readonly filingDay: CalendarDate;
};

/** Of more tasks than these the unit has the numbers in its form; a reminder is one page. */
const mostNamed = 15;

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
      // The same as in the letter that will ask for it again: one day for one thing.
      replyDays: office.replyDays,
      count: tasks.length,
      tasks: tasks.length > mostNamed ? '' : taskNumbers(tasks.map(({ task }) => task.no)),
    },
    meta: { ...meta, recipients: [unit.name] },
  };
}

function requiredOf(unit: Unit, ledger: Ledger): readonly Entry[] {
  return ownEntries(ledger, unit).filter((entry) => entry.isAssessed && counters.required(entry));
}
