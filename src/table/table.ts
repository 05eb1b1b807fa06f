/** Table: the rows of a file under the header of a form. Every row of the file is a row of the table, skipped, or unreadable. */
import { error } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { after, failed } from '../message/result.ts';
import { bounds } from '../trade/bounds.ts';
import { readColumns, unreadColumns } from './columns.ts';
import type { Columns, TableForm } from './columns.ts';
import { readCsvSheet } from './csv.ts';
import type { Encoding } from './decode.ts';
import type { InputFile } from './file.ts';
import { openFile } from './kind.ts';
import type { HeadedSheet, HeaderRow, Sheet, SheetRow } from './sheet.ts';
import { sortRows } from './sort-rows.ts';
import type { SkippedRow } from './sort-rows.ts';
import { wholeRows } from './whole-rows.ts';
import { chooseSheet, isWorkbook, sheetReaders } from './workbooks.ts';

export type ReadTable = Columns & {
  readonly file: string;
  readonly encoding: Encoding | 'xlsx' | null;
  /** Null when none was found. */
  readonly header: SheetRow | null;
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly SkippedRow[];
  /** Rows that a message explains and that are not in `rows`; a row that could not be split is one cell. */
  readonly unreadable: readonly SheetRow[];
  /** Rows of `rows` that hold something no paper may print: checked like the others, never accepted. */
  readonly unsound: ReadonlySet<number>;
  /** rows + skipped + unreadable: as many as the file has. */
  readonly rowCount: number;
};

/**
 * Reads a CSV (any encoding and delimiter that Excel writes), a workbook (.xlsx, .xls, .et, .xlsb, .ods), a Word file or a saved page under a
 * form's header: file → sheet → columns → rows.
 */
export function readTable(file: InputFile, form: TableForm): Result<ReadTable> {
  const { value, messages } = readSheet(file, form);
  if (value === null) return { value: emptyTable(file.path), messages };
  const { sheet, header, broken } = value;
  if (header === null) return { value: unreadTable(file.path, sheet), messages: [...messages, ...broken] };
  const context = { file: file.path, form };
  const columns = readColumns(header, sheet, context);
  const named = { ...context, columns: columns.value.columns };
  const sorted = sortRows(sheet, header, named);
  const whole = wholeRows(sorted.value, header, { ...named, sheet });
  const { rows, uneven, unsound } = whole.value;
  const unreadable = [...sheet.brokenRows, ...uneven].toSorted((a, b) => a.row - b.row);
  const told = [...broken, ...collapse([...sorted.messages, ...whole.messages])];
  return {
    value: {
      file: file.path,
      encoding: sheet.encoding,
      header,
      ...columns.value,
      rows,
      skipped: sorted.value.skipped,
      unreadable,
      unsound: new Set([...unsound, ...rowsWithErrors(messages)]),
      rowCount: sheet.rows.length + sheet.brokenRows.length,
    },
    messages: [
      ...messages,
      ...columns.messages,
      ...(rows.length + unreadable.length === 0 ? noRows(header, context) : []),
      ...unreadColumns(header, rows, context),
      ...told.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0)),
    ],
  };
}

/** What lies in the file, as a sheet; null where all of it is refused. */
function readSheet(file: InputFile, form: TableForm): Result<HeadedSheet | null> {
  if (file.bytes.length > bounds.megabytes << 20) {
    const found = Math.ceil((file.bytes.length / (1 << 20)) * 10) / 10;
    return failed([error(fileOnly(file.path), 'file-too-large', { found, limit: bounds.megabytes })]);
  }
  const opened = openFile(file);
  const { kind } = opened.value;
  if (kind === 'text') return readCsvSheet(opened, form);
  if (!isWorkbook(kind)) return failed([error(fileOnly(file.path), 'not-a-table', { kind })]);
  return chooseSheet(after(opened.messages, sheetReaders[kind](opened.value)), form, file.path);
}

/** Rows of which the workbook itself says that a cell has no value. */
function rowsWithErrors(messages: readonly Message[]): readonly number[] {
  return messages.flatMap((each) => (each.severity === 'error' && each.place !== null ? (each.place.row ?? []) : []));
}

function noRows(header: HeaderRow, { form, file }: Context): readonly Message[] {
  return form.mayBeEmpty ? [] : [error({ file, row: header.row, column: null }, 'no-rows', undefined)];
}

function unreadTable(file: string, { rows, brokenRows, encoding }: Sheet): ReadTable {
  const unreadable = [...rows, ...brokenRows].toSorted((a, b) => a.row - b.row);
  return { ...emptyTable(file), encoding, unreadable, rowCount: unreadable.length };
}

export function emptyTable(file: string): ReadTable {
  const nothing = { rows: [], skipped: [], unreadable: [], unsound: new Set<number>(), rowCount: 0 };
  return { file, encoding: null, header: null, columns: new Map(), outside: new Map(), ...nothing };
}

type Context = { readonly form: TableForm; readonly file: string };

/** The same problem in row after row is one message with a range of rows: one word for a wrong unit name, not two hundred. */
export function collapse(messages: readonly Message[]): readonly Message[] {
  const open = new Map<string, number>();
  const joined: Message[] = [];
  for (const message of messages) {
    const key = keyOf(message);
    const at = open.get(key);
    const before = at === undefined ? undefined : joined[at];
    if (at !== undefined && before !== undefined && isNext(before, message)) joined[at] = reaching(before, message);
    else {
      open.set(key, joined.length);
      joined.push(message);
    }
  }
  return joined;
}

function keyOf({ severity, code, data, place }: Message): string {
  return JSON.stringify([severity, code, place?.file, place?.column, data]);
}

function isNext(before: Message, message: Message): boolean {
  const last = before.place?.endRow ?? before.place?.row ?? null;
  return last !== null && message.place?.row === last + 1;
}

function reaching(before: Message, message: Message): Message {
  const { place } = before;
  const endRow = message.place?.endRow ?? message.place?.row;
  // Only messages with a row come here (isNext).
  return place === null || endRow === undefined || endRow === null
    ? before
    : { ...before, place: { ...place, endRow } };
}
