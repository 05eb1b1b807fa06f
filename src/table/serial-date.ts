/** Days as spreadsheets count them. */
import { addDays, calendarDate } from '../trade/calendar.ts';
import type { CalendarDate } from '../trade/calendar.ts';

const serialOf2000 = 36_526;
const firstOf2000 = calendarDate(2000, 1, 1);

/** 45352 is 2024-03-01. 1900-03-01 is day 61; before it Excel counts a day that never was, and after 9999 nothing: null. */
export function dateOfSerial(serial: number): CalendarDate | null {
  const isKnown = serial >= 61 && serial < 2_958_466;
  return isKnown && firstOf2000 !== null ? addDays(firstOf2000, Math.floor(serial) - serialOf2000) : null;
}
