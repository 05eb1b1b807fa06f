/** Reading the cells of a row: each reader gives the value, or null and a message with the cell's place. Dates and percentages are read as offices write them. */
import { error } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import { calendarDate } from '../trade/calendar.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { withoutEscape } from './escape.ts';
import { cut, isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';
import type { ReadTable } from './table.ts';
import { closedUp, parseNumeral } from '../trade/numerals.ts';
import type { DateFault } from '../message/wording/table.ts';

/** How a bare 0.8 or 1 is read: refused, since it may be 0.8 % or 1 % as well, unless the office has declared that it means 80 % or 100 %. */
export type FractionRule = 'refuse' | 'as-share';

export type Cells = {
  readonly row: SheetRow;
  /** Names of the columns that the table has. */
  readonly columns: () => readonly string[];
  /** The row, or the cell when a column is given (the row when the table has no such column). */
  readonly place: (column?: string) => Place;
  /** As written, without blanks around it and without the escape that `writeCsv` puts before a formula; '' when there is none. */
  readonly text: (column: string) => string;
  /** As text, but a blank is an error; null then. A column that is missing altogether has its own message already. */
  readonly required: (column: string) => string | null;
  readonly date: (column: string) => CalendarDate | null;
  readonly requiredDate: (column: string) => CalendarDate | null;
  readonly percent: (column: string, fractions: FractionRule) => number | null;
  /** One of the words of a table, compared without width and blanks; null when blank or unknown. `expected`: those worth naming. */
  readonly word: <T>(column: string, words: ReadonlyMap<string, T>, expected?: readonly string[]) => T | null;
  readonly requiredWord: Cells['word'];
  /** The table has the column, or a value for it outside. */
  readonly has: (column: string) => boolean;
  readonly report: (message: Message) => void;
  /** Everything reported for this row so far. */
  readonly messages: readonly Message[];
};

/** The cells of one row, with a list of its own for what is wrong in it. */
export function cellsOf(table: ReadTable, row: SheetRow): Cells {
  const messages: Message[] = [];
  const columns = (): readonly string[] => [...table.columns.keys()];
  const has = (column: string): boolean => table.columns.has(column) || table.outside.has(column);
  const place = (column?: string): Place => placeOf(table, row, column);
  const text = (column: string): string => textOf(table, row, column);
  const report = (message: Message): void => void messages.push(message);
  const { required, date, requiredDate, percent, word, requiredWord } = readersOf({ has, place, text, report });
  // Name by name: V8 takes a tenth of a millisecond to spread an object of functions, and there is one a row.
  return {
    row,
    columns,
    has,
    place,
    text,
    report,
    messages,
    required,
    date,
    requiredDate,
    percent,
    word,
    requiredWord,
  };
}

type Access = Pick<Cells, 'has' | 'place' | 'text' | 'report'>;

function readersOf({
  has,
  place,
  text,
  report,
}: Access): Pick<Cells, 'required' | 'date' | 'requiredDate' | 'percent' | 'word' | 'requiredWord'> {
  const required = (column: string): string | null => {
    const value = text(column);
    if (!isBlank(value)) return value;
    if (has(column)) report(error(place(column), 'missing-value', { column }));
    return null;
  };
  const date = (column: string): CalendarDate | null => {
    const written = text(column);
    if (written === '') return null;
    const reading = readDate(written);
    if (reading.date === null)
      report(error(place(column), 'bad-date', { written: cut(written), fault: reading.fault }));
    return reading.date;
  };
  const requiredDate = (column: string): CalendarDate | null => (required(column) === null ? null : date(column));
  const percent = (column: string, fractions: FractionRule): number | null => {
    const reading = readPercent(text(column), fractions);
    if (reading.problem !== null) report(reading.problem(place(column)));
    return reading.percent;
  };
  const word: Cells['word'] = (column, words, expected) => {
    const written = text(column);
    const found = words.get(foldWord(written));
    if (found !== undefined || written === '') return found ?? null;
    const choices = expected ?? [...words.keys()];
    report(error(place(column), 'unknown-word', { column, written: cut(written), expected: choices }));
    return null;
  };
  const requiredWord: Cells['word'] = (column, ...of) => (required(column) === null ? null : word(column, ...of));
  return { required, date, requiredDate, percent, word, requiredWord };
}

function placeOf(table: ReadTable, row: SheetRow, column: string | undefined): Place {
  const at = column === undefined ? undefined : table.columns.get(column);
  const outside = column === undefined || at !== undefined ? undefined : table.outside.get(column);
  return outside?.place ?? { file: table.file, row: row.row, column: at === undefined ? null : at + 1 };
}

function textOf(table: ReadTable, row: SheetRow, column: string): string {
  const at = table.columns.get(column);
  return at === undefined ? (table.outside.get(column)?.text ?? '') : withoutEscape(row.cells[at] ?? '').trim();
}

/** Without width, blanks and closing punctuation, for words of a fixed list. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{Cf}。.;,]/gu, '');
}

/** Names in one cell: 、 ； ; ， and line breaks part them. */
export function splitNames(cell: string): readonly string[] {
  return cell
    .split(/[、；;，,\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

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

type PercentReading =
  | { readonly percent: number | null; readonly problem: null }
  | { readonly percent: null; readonly problem: (place: Place) => Message };

const inexact = /左右|约|近|超|余|多|以上|以下|不足|不到|将近|大概|基本|已?完成|过半|一半|成$|[~～至到]|\d-\d|>|<|≥|≤/u;
const placeholder = /^[-—–/无]+$/u;

/** Takes 80, 80%, ８０％, 80.5%, 百分之八十; a blank, - and 无 are null. */
export function readPercent(written: string, fractions: FractionRule): PercentReading {
  const folded = closedUp(written);
  if (folded === '' || placeholder.test(folded)) return { percent: null, problem: null };
  const number = numberOf(folded);
  if (number === null) return refused(inexact.test(folded) ? 'percent-inexact' : 'percent-unreadable', written);
  if (isShare(folded, number) && fractions === 'as-share') return { percent: asPercent(number), problem: null };
  if (isShare(folded, number)) return refusedFraction(folded, number);
  if (number < 0 || number > 100) return refused('percent-out-of-range', written);
  return { percent: number, problem: null };
}

function numberOf(folded: string): number | null {
  const figures = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)%?$/u.exec(folded);
  if (figures !== null) return Number(folded.replace('%', ''));
  const han = /^百分之(.+)$/u.exec(folded)?.[1];
  if (han === undefined) return null;
  return han === '百' ? 100 : /^\d+(?:\.\d+)?$/u.test(han) ? Number(han) : parseNumeral(han);
}

/** 0.8, 1.0 and 1 without a percent sign: Excel holds 80 % and 100 % so. */
function isShare(folded: string, number: number): boolean {
  return number > 0 && number <= 1 && !/[%百]/u.test(folded);
}

/** 0.8 → 80, free of the dust of binary fractions. */
function asPercent(share: number): number {
  return Number((share * 100).toFixed(10));
}

function refusedFraction(folded: string, share: number): PercentReading {
  const data = { written: folded, percent: `${asPercent(share)}%` };
  return { percent: null, problem: (place) => error(place, 'percent-fraction', data) };
}

type Refusal = 'percent-inexact' | 'percent-unreadable' | 'percent-out-of-range';

function refused(code: Refusal, written: string): PercentReading {
  return { percent: null, problem: (place) => error(place, code, { written: cut(written) }) };
}
