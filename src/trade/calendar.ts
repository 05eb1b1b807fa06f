/** Dates and quarters as plain text values: they sort as text, have no time zone and never read a clock. */

/** `YYYY-MM-DD`, a day that exists. */
export type CalendarDate = string & { readonly calendarDate: true };

/** `YYYYQn`, n from 1 to 4. */
export type Quarter = string & { readonly quarter: true };

/** What papers are made for. */
export type Period = { readonly quarter: Quarter } | { readonly year: number };

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day, or null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return null;
  // The one place where a date is made; the checks above are its proof.
  return `${year}-${pad(month)}-${pad(day)}` as CalendarDate;
}

/** Reads `YYYY-MM-DD` only; the forms that offices write are read by the returns reader. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Of a year that an office works in, 1900 to 2999: the days and quarters counted on from there still have four digits. */
export function parseQuarter(text: string): Quarter | null {
  // The pattern is the proof.
  return /^(?:19|2\d)\d{2}Q[1-4]$/.test(text) ? (text as Quarter) : null;
}

/**
 * The quarter as people write it: 2024q4, 2024-Q4, 2024年第四季度, 2024年4季度, in any width. What is typed or heads a column is read so; files of our
 * own hold `2024Q4` and nothing else.
 */
export function writtenQuarter(text: string): Quarter | null {
  const folded = text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toUpperCase();
  const match = /^(\d{4})(?:[-/.]?Q|年第?)([1-4一二三四])(?:季度?)?$/u.exec(folded);
  const [, year = '', number = ''] = match ?? [];
  return parseQuarter(`${year}Q${'一二三四'.indexOf(number) + 1 || number}`);
}

export function yearOf(date: CalendarDate | Quarter): number {
  return Number(date.slice(0, 4));
}

export function numberOfQuarter(quarter: Quarter): 1 | 2 | 3 | 4 {
  // Quarter's last character is 1 to 4 by construction.
  return Number(quarter.slice(5)) as 1 | 2 | 3 | 4;
}

/** The year is one of four digits. */
export function quarterOfYear(year: number, number: 1 | 2 | 3 | 4): Quarter {
  const quarter = parseQuarter(`${year}Q${number}`);
  if (quarter === null) throw new Error(`${year} is no year of four digits`);
  return quarter;
}

export function quarterOf(date: CalendarDate): Quarter {
  return `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}` as Quarter;
}

export function nextQuarter(quarter: Quarter): Quarter {
  const n = numberOfQuarter(quarter);
  return (n === 4 ? `${yearOf(quarter) + 1}Q1` : `${yearOf(quarter)}Q${n + 1}`) as Quarter;
}

export function previousQuarter(quarter: Quarter): Quarter {
  const n = numberOfQuarter(quarter);
  return (n === 1 ? `${yearOf(quarter) - 1}Q4` : `${yearOf(quarter)}Q${n - 1}`) as Quarter;
}

export function firstDayOf(quarter: Quarter): CalendarDate {
  return `${yearOf(quarter)}-${pad(numberOfQuarter(quarter) * 3 - 2)}-01` as CalendarDate;
}

export function lastDayOf(quarter: Quarter): CalendarDate {
  const month = numberOfQuarter(quarter) * 3;
  return `${yearOf(quarter)}-${pad(month)}-${pad(daysIn(yearOf(quarter), month))}` as CalendarDate;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  let [year, month, day] = date.split('-').map(Number) as [number, number, number];
  day += days;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysIn(year, month);
  }
  return `${year}-${pad(month)}-${pad(day)}` as CalendarDate;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (daysOfMonth[month - 1] ?? 0);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

const serialOf2000 = 36_526;
const firstOf2000 = calendarDate(2000, 1, 1);

/** 45352 is 2024-03-01. 1900-03-01 is day 61; before it Excel counts a day that never was, and after 9999 nothing: null. */
export function dateOfSerial(serial: number): CalendarDate | null {
  const isKnown = serial >= 61 && serial < 2_958_466;
  return isKnown && firstOf2000 !== null ? addDays(firstOf2000, Math.floor(serial) - serialOf2000) : null;
}
