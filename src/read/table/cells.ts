/** Reading the cells of a row: each reader gives the value, or null and a message with the cell's place. */
import { error } from '../../message.ts';
import type { Message, Place } from '../../message.ts';
import type { CalendarDate } from '../../calendar.ts';
import { readDate } from './date.ts';
import { withoutEscape } from './escape.ts';
import { isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';
import type { Table } from './table.ts';

export type Cells = {
  readonly row: SheetRow;
  /** Names of the columns that the table has. */
  readonly columns: readonly string[];
  /** The row, or the cell when a column is given (the row when the table has no such column). */
  readonly place: (column?: string) => Place;
  /** As written, without blanks around it and without the escape that `writeCsv` puts before a formula; '' when there is none. */
  readonly text: (column: string) => string;
  /** As text, but a blank is an error; null then. A column that is missing altogether has its own message already. */
  readonly required: (column: string) => string | null;
  readonly date: (column: string) => CalendarDate | null;
  readonly requiredDate: (column: string) => CalendarDate | null;
  /** One of the words of a table, compared without width and blanks; null when blank or unknown. */
  readonly word: <T>(column: string, words: ReadonlyMap<string, T>) => T | null;
  readonly report: (message: Message) => void;
  /** Everything reported for this row so far. */
  readonly messages: readonly Message[];
};

/** The cells of one row, with a list of its own for what is wrong in it. */
export function cellsOf(table: Table, row: SheetRow): Cells {
  const messages: Message[] = [];
  const report = (message: Message): void => void messages.push(message);
  const place = (column?: string): Place => {
    const at = column === undefined ? undefined : table.columns.get(column);
    return { file: table.file, row: row.row, column: at === undefined ? null : at + 1 };
  };
  const text = (column: string): string => withoutEscape(row.cells[table.columns.get(column) ?? -1] ?? '').trim();
  const required = (column: string): string | null => {
    const value = text(column);
    if (!isBlank(value)) return value;
    if (table.columns.has(column)) report(error(place(column), 'missing-value', { column }));
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
  const word = <T>(column: string, words: ReadonlyMap<string, T>): T | null => {
    const written = text(column);
    const found = words.get(foldWord(written));
    if (found !== undefined || written === '') return found ?? null;
    report(error(place(column), 'unknown-word', { column, written: cut(written), expected: [...words.keys()] }));
    return null;
  };
  return { row, columns: [...table.columns.keys()], place, text, required, date, requiredDate, word, report, messages };
}

/** Without width, blanks and closing punctuation, for words of a fixed list. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s。.;,]/gu, '');
}

/** Names in one cell: 、 ； ; ， and line breaks part them. */
export function splitNames(cell: string): readonly string[] {
  return cell
    .split(/[、；;，,\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Enough of a text to know it by, in a message. */
export function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
