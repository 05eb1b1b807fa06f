/** From the bytes of an .xlsx to the sheet that holds a form's table. Read like a CSV: strings, rows, nothing cast. */
import { error, info } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../file.ts';
import type { TableForm } from '../columns.ts';
import { headerAmong } from '../find-header.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { openPackage } from './package.ts';
import { readSheetPart } from './sheet-part.ts';
import { readWorkbook } from './workbook.ts';

export type XlsxTable = { readonly sheet: Sheet; readonly header: SheetRow | null };

/** The first sheet with the form's header; a second one is an error, for one of the two would be lost. */
export function readXlsx(file: InputFile, form: TableForm): Result<XlsxTable> {
  const parts = openPackage(file);
  if (parts.messages.length > 0) return { value: nothing, messages: parts.messages };
  const workbook = readWorkbook(parts.value);
  if (typeof workbook === 'string')
    return { value: nothing, messages: [error(fileOnly(file.path), 'xlsx-damaged', { part: workbook })] };
  const context = { parts: parts.value, workbook, file: file.path };
  const all = workbook.sheets.map(({ name, part, isHidden }) => {
    const rows = readSheetPart(part, context);
    return { name, rows, isHidden, header: headerAmong(rows.value, form) };
  });
  const sheets = all.filter(({ isHidden }) => !isHidden);
  const tables = sheets.filter((each) => each.header !== null);
  const chosen = tables[0] ?? sheets[0];
  if (chosen === undefined) return { value: nothing, messages: [] };
  const several: readonly Message[] =
    tables.length > 1
      ? [error(fileOnly(file.path), 'xlsx-several-tables', { names: tables.map(({ name }) => name) })]
      : [];
  const others = all.filter((each) => each !== chosen && each.rows.value.length > 0);
  const passedOver = [
    ...told(
      'xlsx-other-sheets',
      others.filter(({ isHidden, header }) => !isHidden && header === null),
      file,
    ),
    ...told(
      'xlsx-hidden-sheets',
      others.filter(({ isHidden }) => isHidden),
      file,
    ),
  ];
  const messages = [...several, ...passedOver, ...chosen.rows.messages];
  return { value: { sheet: { ...nothing.sheet, rows: chosen.rows.value }, header: chosen.header }, messages };
}

/** Sheets that hold something and are not read. */
function told(
  code: 'xlsx-other-sheets' | 'xlsx-hidden-sheets',
  sheets: readonly { readonly name: string }[],
  file: InputFile,
): readonly Message[] {
  return sheets.length === 0 ? [] : [info(fileOnly(file.path), code, { names: sheets.map(({ name }) => name) })];
}

const nothing: XlsxTable = {
  sheet: { rows: [], brokenRows: [], doubtfulRows: new Set(), encoding: 'xlsx' },
  header: null,
};
