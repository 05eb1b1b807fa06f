/** Events 计分事项: what an entry gives the rules to count, with the evidence as data and its place. */
import type { FilingEvent, ProgressEvent, ScoringEvent } from './rules.ts';
import type { Entry, Ledger } from './entry.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Place } from '../message/message.ts';
import { isActOf } from './counts.ts';
import type { EvidenceFact, LightFact } from './score.ts';

export type Occurrence = { readonly event: ScoringEvent; readonly fact: EvidenceFact; readonly place: Place | null };

/** The rungs of the two ladders, best first. An entry stands on one rung of each; a rule file may leave rungs out. */
export const ladders = {
  filing: ['on-time', 'late', 'after-reminder', 'missing'],
  progress: ['yellow', 'red', 'overdue'],
} as const satisfies { filing: readonly FilingEvent[]; progress: readonly ProgressEvent[] };

export function occurrencesOf(entry: Entry, ledger: Pick<Ledger, 'asOf' | 'quarter'>): readonly Occurrence[] {
  if (!entry.isAssessed) return [];
  return [
    filingEvent(entry, ledger.asOf),
    ...progressEvents(entry, ledger.asOf),
    ...officeEvents(entry, ledger.quarter),
  ].filter((each) => each !== null);
}

function filingEvent(entry: Entry, asOf: CalendarDate): Occurrence | null {
  const { filing, latest, daysLate } = entry;
  if (filing === 'not-required' || filing === 'pending') return null;
  const first = entry.corrected[0] ?? latest;
  if (first === null) return { event: filing, fact: { kind: 'not-filed', asOf }, place: null };
  const isReminded = filing === 'after-reminder';
  return {
    event: filing,
    fact: { kind: 'filed', filedOn: first.filedOn, daysLate: filing === 'on-time' ? 0 : daysLate, isReminded },
    place: first.place,
  };
}

/** Every rung that applies, worst first: the rule file decides which of them it counts, and one of them is counted. */
function progressEvents(entry: Entry, asOf: CalendarDate): readonly Occurrence[] {
  const { light, latest, plan } = entry;
  const deadline = plan?.deadline ?? null;
  const why = lightFact(entry);
  return [
    ...(entry.isOverdue
      ? [{ event: 'overdue' as const, fact: { kind: 'overdue' as const, deadline, asOf }, place: placeOf(plan) }]
      : []),
    ...((light === 'red' || light === 'yellow') && why !== null
      ? [{ event: light, fact: { kind: 'light' as const, filedOn: filedOn(entry), ...why }, place: placeOf(latest) }]
      : []),
  ];
}

/** Null where no light is lit. */
export function lightFact({ reason, planned, percent, status, plan }: Entry): LightFact | null {
  return reason === null ? null : { reason, planned, percent, status, deadline: plan?.deadline ?? null };
}

/** The office's acts count in the quarter in which they were done. */
function officeEvents(entry: Entry, quarter: Quarter): readonly Occurrence[] {
  const { closure, latest } = entry;
  const events: Occurrence[] = [];
  if (entry.plan === null) events.push({ event: 'no-plan', fact: { kind: 'no-plan' }, place: null });
  if (entry.status === 'completed')
    events.push({ event: 'completed', fact: { kind: 'completed', filedOn: filedOn(entry) }, place: placeOf(latest) });
  if (closure !== null && isActOf(entry, { quarter })) {
    const { act, on, basis, place } = closure;
    events.push({ event: entry.isClosed ? 'closed' : 'reopened', fact: { kind: 'act', act, on, basis }, place });
  }
  return events;
}

function filedOn({ latest }: Entry): CalendarDate | null {
  return latest?.filedOn ?? null;
}

export function placeOf(thing: { readonly place: Place } | null | undefined): Place | null {
  return thing?.place ?? null;
}

/** Two decimals: sums of tenths and halves stay what a clerk adds up by hand. */
export function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}
