/** Which sheet of a workbook holds a form's table. */
import { error, info } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { bounds } from '../trade/bounds.ts';
import type { TableForm } from './columns.ts';
import { headerAmong } from './columns.ts';
import { plainLook } from './sheet.ts';
import type { HeaderRow, Sheet, WorkbookSheet } from './sheet.ts';

export type ChosenSheet = { readonly sheet: Sheet; readonly header: HeaderRow | null };

/** The first visible sheet with the form's header; a second one is an error, for one of the two would be lost. */
export function chooseSheet(sheets: readonly WorkbookSheet[], form: TableForm, file: string): Result<ChosenSheet> {
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
