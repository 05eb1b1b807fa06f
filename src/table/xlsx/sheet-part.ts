/** One worksheet of an .xlsx, as rows of strings. */
import { error } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import { isPictureFormula, pictureFormula } from '../characters.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { sheetBuilder } from '../workbook-sheet.ts';
import type { SheetBuilder } from '../workbook-sheet.ts';
import { cellText } from './cell-text.ts';
import { readPart } from './package.ts';
import type { Parts } from './package.ts';
import { sheetHandlers } from './sheet-cells.ts';
import type { RawCell } from './sheet-cells.ts';
import type { SheetPart, Workbook } from './workbook.ts';

type Context = { readonly parts: Parts; readonly workbook: Workbook; readonly file: string };

export function readSheetPart({ name, part, isHidden }: SheetPart, { parts, workbook, file }: Context): WorkbookSheet {
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
