/** From the bytes of an .xlsx to its sheets. Read like a CSV: strings, rows, nothing cast. */
import { error, type Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../file.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { openPackage, readPart, type Parts } from './package.ts';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts';
import { isPictureFormula, pictureFormula } from '../sheet.ts';
import { sheetBuilder, type SheetBuilder } from '../workbook-sheet.ts';
import { cellText } from './cell-text.ts';
import { sheetHandlers, type RawCell } from './sheet-cells.ts';

/** Every sheet in the order of the tabs, hidden ones too; with a message of the package there is none. */
export function readXlsx(file: InputFile): Result<readonly WorkbookSheet[]> {
  const parts = openPackage(file);
  if (parts.messages.length > 0) return { value: [], messages: parts.messages };
  const workbook = readWorkbook(parts.value);
  if (typeof workbook === 'string')
    return { value: [], messages: [error(fileOnly(file.path), 'xlsx-damaged', { part: workbook })] };
  const context = { parts: parts.value, workbook, file: file.path };
  return { value: workbook.sheets.map((sheet) => readSheetPart(sheet, context)), messages: [] };
}

type Context = { readonly parts: Parts; readonly workbook: Workbook; readonly file: string };

function readSheetPart({ name, part, isHidden }: SheetPart, { parts, workbook, file }: Context): WorkbookSheet {
  const sheet = sheetBuilder(file);
  const damage = readPart(
    parts,
    part,
    sheetHandlers({
      onCell: (cell) => take(cell, sheet, workbook),
      onHiddenRow: sheet.hideRow,
      onHiddenColumns: sheet.hideColumns,
      onMerge: sheet.merge,
    }),
  );
  if (damage !== null) sheet.report(error(fileOnly(file), 'xlsx-damaged', { part: damage }));
  return sheet.done(name, isHidden);
}

function take(cell: RawCell, sheet: SheetBuilder, workbook: Workbook): void {
  const { row, column, type, value, formula, isRich } = cell;
  const place = sheet.placeOf(cell);
  // Excel keeps a picture in a cell as an error with a value that older programs do not know.
  if ((formula !== null && isPictureFormula(formula)) || (isRich && type === 'e'))
    return sheet.put({ row, column, text: pictureFormula, struck: '' });
  if (type === 'e') sheet.report(error(place, 'cell-error', { written: value }));
  // A formula may well give an empty text (str); one that gives a number and has none was never calculated.
  if (formula !== null && type === 'n' && value === '') sheet.report(error(place, 'formula-without-value', undefined));
  const read = cellText(cell, workbook);
  if (read === 'lost-text') sheet.report(error(place, 'cell-text-lost', { index: value.trim() }));
  else sheet.put({ row, column, ...read });
}
