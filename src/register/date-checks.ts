/** Dates that can be true: not before what the paper tells of, in the order of the numbers, and not years off by a slip of the hand. */
import { addDays, firstDayOf, lastDayOf } from '../trade/calendar.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import type { RegisterEntry, Register } from './entry.ts';

/** A first issue comes within these days of the ledger's day; later may be right, but is asked. */
const daysForIssue = 60;

/** A later act is seldom farther from the one before. */
const daysBetweenActs = 180;

export type Dated = {
  readonly date: CalendarDate;
  readonly quarter: Quarter;
  /** The day as of which the papers speak; null = of their own day. */
  readonly ledgerDay: CalendarDate | null;
  /** Issuer codes of the papers of this run. */
  readonly codes: ReadonlySet<string>;
  readonly command: 'issue' | 'reissue';
  readonly isThatDay: boolean;
};

export function dateProblems(dated: Dated, register: Register): readonly Message[] {
  const early = tooEarly(dated);
  if (early.length > 0) return early;
  return [
    ...beforeLast(dated.date, lastOfSeries(dated, register)),
    ...(dated.isThatDay ? [] : tooLate(dated, register)),
  ];
}

/** Not before the quarter: a year mistyped would open a series of its own. */
function tooEarly({ date, quarter, ledgerDay }: Dated): readonly Message[] {
  const first = firstDayOf(quarter);
  if (date < first) return [error(null, 'date-before-quarter', { date, quarter, first })];
  const isEarly = ledgerDay !== null && date < ledgerDay;
  return isEarly ? [error(null, 'date-before-ledger', { date, quarter, ledgerDay })] : [];
}

/** The last paper of these series that was not taken back: one with a slip in its date can be, and blocks nothing then. */
function lastOfSeries({ codes }: Dated, { entries }: Register): RegisterEntry | undefined {
  const own = entries.filter(
    ({ issuerCode, state }) => codes.has(issuerCode) && (state === 'valid' || state === 'superseded'),
  );
  return own.reduce<RegisterEntry | undefined>(
    (last, each) => (last && last.issuedOn > each.issuedOn ? last : each),
    undefined,
  );
}

function beforeLast(date: CalendarDate, last: RegisterEntry | undefined): readonly Message[] {
  if (last === undefined || last.issuedOn <= date) return [];
  return [error(last.place, 'date-before-last', { date, number: last.number, last: last.issuedOn })];
}

function tooLate({ date, quarter, ledgerDay, command }: Dated, register: Register): readonly Message[] {
  const isFirst = !register.entries.some((entry) => entry.quarter === quarter && entry.state !== 'void');
  if (command === 'issue' && isFirst) return lateDay({ date, quarter, ledgerDay: ledgerDay ?? lastDayOf(quarter) });
  return farFromLast(date, register);
}

/** A year mistyped stands out by its distance from the last line. */
export function farFromLast(date: CalendarDate, { head }: Register): readonly Message[] {
  const last = head.lastDate;
  if (last === null || date <= addDays(last, daysBetweenActs)) return [];
  return [error(null, 'date-far-from-last', { date, last, days: daysBetweenActs })];
}

/** The first papers of a quarter, or its closing, long after its figures. */
export function lateDay({
  date,
  quarter,
  ledgerDay,
}: {
  readonly date: CalendarDate;
  readonly quarter: Quarter;
  readonly ledgerDay: CalendarDate;
}): readonly Message[] {
  if (date <= addDays(ledgerDay, daysForIssue)) return [];
  return [error(null, 'date-late', { date, quarter, ledgerDay, days: daysForIssue })];
}
