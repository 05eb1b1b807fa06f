/** Table: the rows of a file under the header of a form. Every row of the file is a row of the table, skipped, or unreadable. */
import { after } from '../message/result.ts';
import { error, hasErrors } from '../message/message.ts';
import type { Message, Result, Place } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { InputFile } from './file.ts';
import { indexColumns, unreadColumns, findHeader, fullWidthDelimiter, headerNotFound, columnNamed } from './columns.ts';
import type { ColumnIndex, TableForm } from './columns.ts';
import { readCsv, toLines, dimensionProblem, sizeProblem } from './csv.ts';
import { decodeText } from './decode.ts';
import type { Encoding } from './decode.ts';
import { bounds } from '../trade/bounds.ts';
import { isGarbled } from './garbled.ts';
import { kindOfFile, kindOfText } from './kind.ts';
import { plainLook, isBlank } from './sheet.ts';
import type { HeaderRow, Sheet, SheetRow, WorkbookSheet } from './sheet.ts';
import { sortRows } from './sort-rows.ts';
import type { SkippedRow } from './row-kind.ts';
import { chooseSheet } from './choose-sheet.ts';
import { readHtmlTables } from './html/read-html.ts';
import { readDocx } from './docx/read-docx.ts';
import { readOds } from './ods/read-ods.ts';
import { readOldWorkbook } from './old/read-old.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

export type ReadTable = {
  readonly file: string;
  readonly encoding: Encoding | 'xlsx' | null;
  /** Null when none was found. */
  readonly header: SheetRow | null;
  readonly columns: ColumnIndex;
  /** Values that stand once above or below the table (填报单位：…) for columns it does not have. */
  readonly outside: ReadonlyMap<string, OutsideValue>;
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly SkippedRow[];
  /** Rows that a message explains and that are not in `rows`; a row that could not be split is one cell. */
  readonly unreadable: readonly SheetRow[];
  /** Rows of `rows` that hold something no paper may print: checked like the others, never accepted. */
  readonly unsound: ReadonlySet<number>;
  /** rows + skipped + unreadable: as many as the file has. */
  readonly rowCount: number;
};

/** Reads a CSV (any encoding and delimiter that Excel writes) or a workbook (.xlsx, .xls, .et, .xlsb, .ods) under a form's header. */
export function readTable(file: InputFile, form: TableForm): Result<ReadTable> {
  if (file.bytes.length > bounds.megabytes << 20) {
    const found = Math.ceil((file.bytes.length / (1 << 20)) * 10) / 10;
    return unreadableFile(file.path, error(fileOnly(file.path), 'file-too-large', { found, limit: bounds.megabytes }));
  }
  const kind = kindOfFile(file);
  if (kind === 'text') return readCsvTable(file, form);
  if (kind === 'xlsx' || kind === 'docx' || kind === 'ods' || kind === 'xls' || kind === 'xlsb')
    return workbookTable(sheetsOf(file, kind), file, form);
  return unreadableFile(file.path, error(fileOnly(file.path), 'not-a-table', { kind }));
}

type WorkbookKind = 'xlsx' | 'docx' | 'ods' | 'xls' | 'xlsb';

function sheetsOf(file: InputFile, kind: WorkbookKind): Result<readonly WorkbookSheet[]> {
  if (kind === 'xlsx') return readXlsx(file);
  if (kind === 'docx') return readDocx(file);
  return kind === 'ods' ? readOds(file) : readOldWorkbook(file, kind);
}

function readCsvTable(file: InputFile, form: TableForm): Result<ReadTable> {
  const decoded = decodeText(file.bytes, file.path);
  const kind = kindOfText(decoded.value.text);
  if (kind === 'html' && isNamedPage(file.path))
    return workbookTable(after(decoded.messages, readHtmlTables(decoded.value.text, file.path)), file, form);
  if (kind !== null) return unreadableFile(file.path, error(fileOnly(file.path), 'not-a-table', { kind }));
  const lines = toLines(decoded.value.text);
  const tooLarge = dimensionProblem(lines, file.path);
  if (tooLarge !== null) return unreadableFile(file.path, tooLarge);
  const header = findHeader(lines, form);
  const csv = readCsv(lines, header?.delimiter ?? ',', file.path);
  const tooMany = sizeProblem(csv.value.rows, header?.row ?? null, file.path);
  if (tooMany !== null) return unreadableFile(file.path, tooMany);
  const sheet: Sheet = { ...csv.value, encoding: decoded.value.encoding, look: plainLook };
  const glued = header === null ? null : fullWidthDelimiter(header, form, file.path);
  const noTable = header === null ? noHeader(decoded.value.text, sheet, { form, file: file.path }) : glued;
  if (header === null || noTable !== null)
    return unreadableSheet(sheet, file.path, [
      ...decoded.messages,
      ...(noTable === null ? [] : [noTable]),
      ...csv.messages,
    ]);
  return tableUnder(header.row, { sheet, form, file: file.path, before: decoded.messages, broken: csv.messages });
}

function noHeader(text: string, sheet: Sheet, { form, file }: Context): Message {
  return isGarbled(text) ? error(fileOnly(file), 'garbled-table', undefined) : headerNotFound(sheet, form, file);
}

/** A page that is called a workbook is told as what it is, and refused. */
export function isNamedPage(path: string): boolean {
  return /\.html?$/iu.test(path);
}

function workbookTable(sheets: Result<readonly WorkbookSheet[]>, file: InputFile, form: TableForm): Result<ReadTable> {
  const chosen = chooseSheet(sheets.value, form, file.path);
  const { sheet, header } = chosen.value;
  const messages = [...sheets.messages, ...chosen.messages];
  if (header !== null) return tableUnder(header, { sheet, form, file: file.path, before: messages, broken: [] });
  const isRefused = hasErrors(messages);
  return unreadableSheet(sheet, file.path, isRefused ? messages : [headerNotFound(sheet, form, file.path)]);
}

type Parts = {
  readonly sheet: Sheet;
  readonly form: TableForm;
  readonly file: string;
  /** What was said of the whole file, and of rows that could not be split. */
  readonly before: readonly Message[];
  readonly broken: readonly Message[];
};

function tableUnder(header: HeaderRow, { sheet, form, file, before, broken }: Parts): Result<ReadTable> {
  const outside = valuesOutside(header, sheet.rows, { form, file });
  const index = indexColumns(header, form, { file, outside, hidden: sheet.look.hiddenColumns });
  const sorted = sortRows(sheet, header, { file, columns: index.value, form });
  const { rows, skipped, unreadable, unsound } = sorted.value;
  const empty = rows.length + unreadable.length === 0 && !form.mayBeEmpty;
  const messages = [
    ...before,
    ...index.messages,
    ...(empty ? [error({ file, row: header.row, column: null }, 'no-rows', undefined)] : []),
    ...unreadColumns(header, rows, { form, file }),
    ...[...broken, ...collapse(sorted.messages)].toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0)),
  ];
  const rowCount = sheet.rows.length + sheet.brokenRows.length;
  const found = { file, encoding: sheet.encoding, header, columns: index.value, outside };
  const all = new Set([...unsound, ...rowsWithErrors(before)]);
  return { value: { ...found, rows, skipped, unreadable, unsound: all, rowCount }, messages };
}

/** Rows of which the workbook itself says that a cell has no value. */
function rowsWithErrors(messages: readonly Message[]): readonly number[] {
  return messages.flatMap((each) => (each.severity === 'error' && each.place !== null ? (each.place.row ?? []) : []));
}

function unreadableSheet(sheet: Sheet, file: string, messages: readonly Message[]): Result<ReadTable> {
  const unreadable = [...sheet.rows, ...sheet.brokenRows].toSorted((a, b) => a.row - b.row);
  return {
    value: { ...emptyTable(file), encoding: sheet.encoding, unreadable, rowCount: unreadable.length },
    messages,
  };
}

function unreadableFile(file: string, message: Message): Result<ReadTable> {
  return { value: emptyTable(file), messages: [message] };
}

export function emptyTable(file: string): ReadTable {
  const nothing = { rows: [], skipped: [], unreadable: [], unsound: new Set<number>(), rowCount: 0 };
  return { file, encoding: null, header: null, columns: new Map(), outside: new Map(), ...nothing };
}

export type OutsideValue = { readonly text: string; readonly place: Place };

type Context = { readonly form: TableForm; readonly file: string };

/** Values by column, for the columns that may stand outside. The first of several counts. */
export function valuesOutside(
  header: HeaderRow,
  rows: readonly SheetRow[],
  context: Context,
): ReadonlyMap<string, OutsideValue> {
  const found = new Map<string, OutsideValue>();
  if (!context.form.columns.some((column) => column.mayStandOutside === true)) return found;
  for (const row of rows) {
    // A row as wide as the table is one of its rows; labels stand alone or in pairs.
    if (header.parts.includes(row) || row.cells.filter((cell) => !isBlank(cell)).length * 2 > header.cells.length + 1)
      continue;
    for (const [column, value] of labelled(row, context)) if (!found.has(column)) found.set(column, value);
  }
  return found;
}

/** `label：value` in one cell, several of them in one cell, or the label in one cell and the value in the next. */
function labelled(row: SheetRow, { form, file }: Context): readonly (readonly [string, OutsideValue])[] {
  return row.cells.flatMap((cell, at) => {
    // A label and its value are short; splitting a long run of blanks would take the square of its length.
    if (cell.length > 200 || !/[:：]/u.test(cell)) return [];
    const parts = cell.split(/(?<!\s)\s+(?=[^\s:：]+[:：])/u);
    return parts.flatMap((part) => {
      const [label = '', ...rest] = part.split(/[:：]/u);
      const column = form.columns.find((each) => each.name === columnNamed(label, form));
      if (column?.mayStandOutside !== true) return [];
      const inside = rest.join('：').trim();
      const text = inside === '' ? (row.cells[at + 1] ?? '').trim() : inside;
      return text === '' ? [] : [[column.name, { text, place: { file, row: row.row, column: at + 1 } }] as const];
    });
  });
}

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
