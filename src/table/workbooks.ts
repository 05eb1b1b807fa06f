/** The kinds of workbook, each with its reader, and which sheet of one holds a form's table. */
import { error, hasErrors, info } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { after } from '../message/result.ts';
import type { NoTable } from '../message/wording/workbook.ts';
import { bounds } from '../trade/bounds.ts';
import { headerAmong, headerNotFound } from './columns.ts';
import type { TableForm } from './columns.ts';
import { readDocx } from './docx/read-docx.ts';
import type { InputFile } from './file.ts';
import { readHtmlTables } from './html/read-html.ts';
import type { OpenedFile } from './kind.ts';
import { readOds } from './ods/read-ods.ts';
import { readOldWorkbook } from './old/read-old.ts';
import { plainLook } from './sheet.ts';
import type { HeadedSheet, HeaderRow, Sheet, WorkbookSheet } from './sheet.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Whatever holds sheets or tables of its own; a page is one that is called so. */
export type WorkbookKind = Exclude<OpenedFile['kind'], NoTable | 'text'>;

/** All sheets of a file, hidden ones too; none, and why, where it cannot be read. */
export const sheetReaders = {
  xlsx: readXlsx,
  docx: readDocx,
  ods: readOds,
  xls: (file: InputFile) => readOldWorkbook(file, 'xls'),
  xlsb: (file: InputFile) => readOldWorkbook(file, 'xlsb'),
  page: ({ path, text }: OpenedFile) => readHtmlTables(text.text, path),
} as const satisfies Record<WorkbookKind, (file: OpenedFile) => Result<readonly WorkbookSheet[]>>;

export function isWorkbook(kind: OpenedFile['kind']): kind is WorkbookKind {
  return Object.hasOwn(sheetReaders, kind);
}

/** The sheet that holds the form's table. Without one it is said what stands there instead, unless the workbook could not be read. */
export function chooseSheet(
  sheets: Result<readonly WorkbookSheet[]>,
  form: TableForm,
  file: string,
): Result<HeadedSheet> {
  const { value, messages } = after(sheets.messages, headedSheet(sheets.value, form, file));
  const isSaid = value.header !== null || hasErrors(messages);
  return { value: { ...value, broken: [] }, messages: isSaid ? messages : [headerNotFound(value.sheet, form, file)] };
}

type Chosen = Pick<HeadedSheet, 'sheet' | 'header'>;

/** The first visible sheet with the form's header; a second one is an error, for one of the two would be lost. */
function headedSheet(sheets: readonly WorkbookSheet[], form: TableForm, file: string): Result<Chosen> {
  if (sheets.length > bounds.sheets) {
    const data = { found: sheets.length, limit: bounds.sheets };
    const refused = error(fileOnly(file), 'too-many-sheets', data);
    return { value: { sheet: sheetOf(null), header: null }, messages: [refused] };
  }
  const all = sheets.map((sheet) => ({ ...sheet, header: visibleHeader(sheet, form) }));
  const visible = all.filter(({ isHidden }) => !isHidden);
  const tables = visible.filter(({ header }) => header !== null);
  const chosen = tables[0] ?? visible[0];
  if (chosen === undefined) return { value: { sheet: sheetOf(null), header: null }, messages: [] };
  const several = tables.length > 1 ? [error(fileOnly(file), 'xlsx-several-tables', { names: namesOf(tables) })] : [];
  const others = all.filter((each) => each !== chosen && each.rows.length > 0);
  const passedOver = others.filter(({ isHidden, header }) => !isHidden && header === null);
  const hidden = others.filter(({ isHidden }) => isHidden);
  const messages: readonly Message[] = [
    ...several,
    ...told('xlsx-other-sheets', passedOver, file),
    ...told('xlsx-hidden-sheets', hidden, file),
    ...chosen.messages,
  ];
  return { value: { sheet: sheetOf(chosen), header: chosen.header }, messages };
}

function visibleHeader({ rows, look }: WorkbookSheet, form: TableForm): HeaderRow | null {
  const visible = look.hiddenRows.size === 0 ? rows : rows.filter(({ row }) => !look.hiddenRows.has(row));
  return headerAmong(visible, form) ?? headerAmong(rows, form);
}

function sheetOf(chosen: WorkbookSheet | null): Sheet {
  const { rows, look } = chosen ?? { rows: [], look: plainLook };
  return { rows, look, brokenRows: [], doubtfulRows: new Set(), encoding: 'xlsx' };
}

/** Sheets that hold something and are not read. */
function told(
  code: 'xlsx-other-sheets' | 'xlsx-hidden-sheets',
  sheets: readonly WorkbookSheet[],
  file: string,
): readonly Message[] {
  return sheets.length === 0 ? [] : [info(fileOnly(file), code, { names: namesOf(sheets) })];
}

function namesOf(sheets: readonly WorkbookSheet[]): readonly string[] {
  return sheets.map(({ name }) => name);
}
