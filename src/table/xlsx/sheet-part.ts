/** One worksheet as rows of strings. */
import { error } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import { limits } from '../sheet.ts';
import type { SheetRow } from '../sheet.ts';
import { cellText } from './cell-text.ts';
import { readPart } from './package.ts';
import type { Parts } from './package.ts';
import { cellHandlers } from './sheet-cells.ts';
import type { PlacedCell } from './sheet-cells.ts';
import type { Workbook } from './workbook.ts';

type Context = { readonly parts: Parts; readonly workbook: Workbook; readonly file: string };

/** Rows up to the last that holds anything, blank ones between included; row and column numbers are Excel's. */
export function readSheetPart(part: string, { parts, workbook, file }: Context): Result<readonly SheetRow[]> {
  const rows = new Map<number, string[]>();
  const messages: Message[] = [];
  let isTooLong = false;
  const take = (cell: PlacedCell): void => {
    messages.push(...formulaProblems(cell, file));
    const text = cellText(cell, workbook);
    isTooLong ||= text !== '' && cell.row > limits.rows;
    if (text === '' || cell.row > limits.rows) return;
    const cells = rows.get(cell.row) ?? [];
    rows.set(cell.row, cells);
    // A column beyond any form still shows that the row is too wide.
    const column = Math.min(cell.column, limits.columns);
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
  };
  const damage = readPart(parts, part, cellHandlers(take));
  if (isTooLong) messages.push(error(fileOnly(file), 'too-many-rows', { limit: limits.rows }));
  if (damage !== null) messages.push(error(fileOnly(file), 'xlsx-damaged', { part: damage }));
  return { value: withGaps(rows), messages };
}

function formulaProblems({ type, value, hasFormula, row, column }: PlacedCell, file: string): readonly Message[] {
  const place = { file, row, column };
  if (type === 'e') return [error(place, 'cell-error', { written: value })];
  // A formula may well give an empty text (str); one that gives a number and has none was never calculated.
  return hasFormula && type === 'n' && value === '' ? [error(place, 'formula-without-value', undefined)] : [];
}

/** Rows that Excel left out because nothing stands in them are blank rows all the same. */
function withGaps(rows: ReadonlyMap<number, readonly string[]>): readonly SheetRow[] {
  const last = [...rows.keys()].reduce((most, row) => Math.max(most, row), 0);
  return Array.from({ length: last }, (_, at) => ({ row: at + 1, cells: rows.get(at + 1) ?? [] }));
}
