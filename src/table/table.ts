/** Table: the rows of a file under the header of a form. Every row of the file is a row of the table, skipped, or unreadable. */
import { error, hasErrors } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { InputFile } from './file.ts';
import { collapse } from './collapse.ts';
import { indexColumns, unreadColumns } from './columns.ts';
import type { ColumnIndex, TableForm } from './columns.ts';
import { readCsv, toLines } from './csv.ts';
import { decodeText } from './decode.ts';
import type { Encoding } from './decode.ts';
import { dimensionProblem, sizeProblem } from './dimensions.ts';
import { findHeader, fullWidthDelimiter, headerNotFound } from './find-header.ts';
import { bounds } from '../trade/bounds.ts';
import { kindOfFile, kindOfText } from './kind.ts';
import { valuesOutside } from './outside.ts';
import type { OutsideValue } from './outside.ts';
import { plainLook } from './sheet.ts';
import type { HeaderRow, Sheet, SheetRow, WorkbookSheet } from './sheet.ts';
import { sortRows } from './sort-rows.ts';
import type { SkippedRow } from './row-kind.ts';
import { chooseSheet } from './choose-sheet.ts';
import { readDocx } from './docx/read-docx.ts';
import { readOds } from './ods/read-ods.ts';
import { readOldWorkbook } from './old/read-old.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

export type Table = {
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
export function readTable(file: InputFile, form: TableForm): Result<Table> {
  if (file.bytes.length > bounds.megabytes << 20) {
    const found = Math.ceil((file.bytes.length / (1 << 20)) * 10) / 10;
    return unreadableFile(file.path, error(fileOnly(file.path), 'file-too-large', { found, limit: bounds.megabytes }));
  }
  const kind = kindOfFile(file);
  if (kind === 'text') return readCsvTable(file, form);
  if (kind === 'xlsx') return workbookTable(readXlsx(file), file, form);
  if (kind === 'docx') return workbookTable(readDocx(file), file, form);
  if (kind === 'ods') return workbookTable(readOds(file), file, form);
  if (kind === 'xls' || kind === 'xlsb') return workbookTable(readOldWorkbook(file, kind), file, form);
  return unreadableFile(file.path, error(fileOnly(file.path), 'not-a-table', { kind }));
}

function readCsvTable(file: InputFile, form: TableForm): Result<Table> {
  const decoded = decodeText(file.bytes, file.path);
  const kind = kindOfText(decoded.value.text);
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
  const noTable = header === null ? headerNotFound(sheet, form, file.path) : glued;
  if (header === null || noTable !== null)
    return unreadableSheet(sheet, file.path, [
      ...decoded.messages,
      ...(noTable === null ? [] : [noTable]),
      ...csv.messages,
    ]);
  return tableUnder(header.row, { sheet, form, file: file.path, before: decoded.messages, broken: csv.messages });
}

function workbookTable(sheets: Result<readonly WorkbookSheet[]>, file: InputFile, form: TableForm): Result<Table> {
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

function tableUnder(header: HeaderRow, { sheet, form, file, before, broken }: Parts): Result<Table> {
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

function unreadableSheet(sheet: Sheet, file: string, messages: readonly Message[]): Result<Table> {
  const unreadable = [...sheet.rows, ...sheet.brokenRows].toSorted((a, b) => a.row - b.row);
  return {
    value: { ...emptyTable(file), encoding: sheet.encoding, unreadable, rowCount: unreadable.length },
    messages,
  };
}

function unreadableFile(file: string, message: Message): Result<Table> {
  return { value: emptyTable(file), messages: [message] };
}

export function emptyTable(file: string): Table {
  const nothing = { rows: [], skipped: [], unreadable: [], unsound: new Set<number>(), rowCount: 0 };
  return { file, encoding: null, header: null, columns: new Map(), outside: new Map(), ...nothing };
}
