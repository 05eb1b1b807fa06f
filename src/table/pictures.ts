/** Pictures in cells: WPS writes them as `=DISPIMG("ID_…",1)`, which is no text of the clerk's. */
import { warning } from '../message/message.ts';
import type { Result } from '../message/message.ts';
import type { SheetRow } from './sheet.ts';

/** What a cell with a picture is read as, whatever the format keeps of it. */
export const pictureFormula = '=DISPIMG()';

export function isPictureFormula(text: string): boolean {
  return /^(?:=\s*)?(?:_xlfn\.)?DISPIMG\s*\(/iu.test(text.trimStart());
}

/** The rows with such cells blank, each told: a required one then counts as missing. */
export function withoutPictures(rows: readonly SheetRow[], file: string): Result<readonly SheetRow[]> {
  const pictured = rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, at) => (isPictureFormula(cell) ? [{ file, row, column: at + 1 }] : [])),
  );
  if (pictured.length === 0) return { value: rows, messages: [] };
  const value = rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (isPictureFormula(cell) ? '' : cell)) }));
  return { value, messages: pictured.map((place) => warning(place, 'picture-in-cell', undefined)) };
}
