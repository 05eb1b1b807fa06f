/** Filing 报送: whether and when the return of a quarter came. A zero report is a report. */
import type { Filing } from './entry.ts';
import { firstDayOf, lastDayOf, numberOfQuarter, yearOf, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import { comparePlaces, compareTexts } from './compare.ts';
import { daysBetween } from './days.ts';
import type { Office } from './office.ts';
import type { Return } from './return.ts';

type Filed = { readonly filing: Filing; readonly daysLate: number };

export type FilingTerms = {
  readonly asOf: CalendarDate;
  readonly filingDay: CalendarDate;
  /** The day on which the office reminded the unit, if it did. */
  readonly remindedOn: CalendarDate | null;
};

/** The day by which returns of a quarter must be filed; one that lies before the quarter is next year's (10 January for Q4). */
export function filingDay(office: Pick<Office, 'filingDays'>, quarter: Quarter): CalendarDate {
  const { month, day } = office.filingDays[numberOfQuarter(quarter)];
  const ends = `${pad(month)}-${pad(day)}`;
  const year = ends < firstDayOf(quarter).slice(5) ? yearOf(quarter) + 1 : yearOf(quarter);
  // The reader of office.yaml has checked that the day exists in every year.
  return `${year}-${ends}` as CalendarDate;
}

/** What office.yaml says of a quarter's days; `closing` left out is the quarter's end. */
export type QuarterDays = Pick<Office, 'filingDays'> & Partial<Pick<Office, 'closing'>>;

/** The ledger's day 台账日, for which the figures of a quarter stand: its filing day, or its last day, and never before returns were due. */
export function closingDay(office: QuarterDays, quarter: Quarter): CalendarDate {
  const filing = filingDay(office, quarter);
  return office.closing === 'filing-day' || filing > lastDayOf(quarter) ? filing : lastDayOf(quarter);
}

/** Oldest first: the last one counts. Of two from one day the later row of the later file. */
export function inFilingOrder(returns: readonly Return[]): readonly Return[] {
  return returns.toSorted((a, b) => compareTexts(a.filedOn, b.filedOn) || comparePlaces(a.place, b.place));
}

/** `returns` in filing order. The first decides: a correction does not make a return late. */
export function filingOf(returns: readonly Return[], terms: FilingTerms): Filed {
  const first = returns[0];
  if (first === undefined) return { filing: terms.asOf > terms.filingDay ? 'missing' : 'pending', daysLate: 0 };
  const daysLate = Math.max(0, daysBetween(terms.filingDay, first.filedOn));
  if (daysLate === 0) return { filing: 'on-time', daysLate };
  const isReminded = terms.remindedOn !== null && terms.remindedOn <= first.filedOn;
  return { filing: isReminded ? 'after-reminder' : 'late', daysLate };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
