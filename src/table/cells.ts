/** Reading the cells of a row: each reader gives the value, or null and a message with the cell's place. Dates are read as offices write them. */
import { error } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import { calendarDate } from '../trade/calendar.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { withoutEscape } from './escape.ts';
import { cut, isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';
import type { ReadTable } from './table.ts';
import { parseNumeral } from '../trade/numerals.ts';
import type { DateFault } from '../message/wording/table.ts';

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
  const { required, date, requiredDate, word, requiredWord } = readersOf({ has, place, text, report });
  // Name by name: V8 takes a tenth of a millisecond to spread an object of functions, and there is one a row.
  return { row, columns, has, place, text, report, messages, required, date, requiredDate, word, requiredWord };
}

type Access = Pick<Cells, 'has' | 'place' | 'text' | 'report'>;

function readersOf({
  has,
  place,
  text,
  report,
}: Access): Pick<Cells, 'required' | 'date' | 'requiredDate' | 'word' | 'requiredWord'> {
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
  const word: Cells['word'] = (column, words, expected) => {
    const written = text(column);
    const found = words.get(foldWord(written));
    if (found !== undefined || written === '') return found ?? null;
    const choices = expected ?? [...words.keys()];
    report(error(place(column), 'unknown-word', { column, written: cut(written), expected: choices }));
    return null;
  };
  const requiredWord: Cells['word'] = (column, ...of) => (required(column) === null ? null : word(column, ...of));
  return { required, date, requiredDate, word, requiredWord };
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
