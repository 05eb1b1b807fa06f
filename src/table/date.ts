/** Dates as offices write them. What leaves a choice (no year, two digits, day or month first) is refused with the reason. */
import { calendarDate } from '../trade/calendar.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { parseNumeral } from '../trade/numerals.ts';
import type { DateFault } from '../message/wording/table.ts';

export type DateReading =
  | { readonly date: CalendarDate; readonly fault: null }
  | { readonly date: null; readonly fault: DateFault };

const time = String.raw`(?:[T\s]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})[日号]?${time}$`, 'u');
const compact = /^(\d{4})(\d{2})(\d{2})$/u;

/** Takes 2024-10-08, 2024/10/8, 2024.10.8, 2024年10月8日, 20241008, 二〇二四年十月八日, in any width, with or without a time of day. */
export function readDate(written: string): DateReading {
  const folded = written
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const text = hanDate(folded.replaceAll(' ', '')) ?? folded.replaceAll(/ ?([-/.年月日]) ?/gu, '$1');
  const match = yearFirst.exec(text) ?? compact.exec(text);
  if (match === null) return { date: null, fault: faultOf(text) };
  const date = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  return date === null ? { date, fault: 'no-such-day' } : { date, fault: null };
}

function faultOf(text: string): DateFault {
  if (/^\d{1,2}[-/.月]\d{1,2}[日号]?$/u.test(text)) return 'no-year';
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$/u.test(text)) return 'short-year';
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/u.test(text)) return 'ambiguous';
  if (/^[34]\d{4}(?:\.\d+)?$/u.test(text)) return 'serial';
  return 'unreadable';
}

/** 二〇二四年十月八日 as 2024年10月8日, or null. */
function hanDate(text: string): string | null {
  const match = /^(\D{4})年(\D{1,3})月(\D{1,3})[日号]$/u.exec(text);
  const numbers = match?.slice(1).map(parseNumeral) ?? [null];
  if (numbers.includes(null)) return null;
  return `${numbers[0]}年${numbers[1]}月${numbers[2]}日`;
}
