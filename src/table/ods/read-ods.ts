/** From the bytes of an .ods to its sheets: the same rows, merges and looks as an .xlsx gives. */
import { error } from '../../message/message.ts';
import { silent } from '../../message/result.ts';
import type { Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../file.ts';
import { bounds } from '../../trade/bounds.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { sheetBuilder } from '../workbook-sheet.ts';
import type { SheetBuilder } from '../workbook-sheet.ts';
import { plainText } from '../xlsx/number-format.ts';
import { openZip, readPart } from '../xlsx/package.ts';
import { odsHandlers } from './content.ts';
import type { OdsCell } from './content.ts';

/** Every sheet, hidden ones too; with a message of the file there is none. */
export function readOds(file: InputFile): Result<readonly WorkbookSheet[]> {
  const place = fileOnly(file.path);
  const { value: parts, messages } = openZip(file);
  if (messages.length > 0) return { value: [], messages };
  const manifest = new TextDecoder().decode(parts.get('meta-inf/manifest.xml') ?? new Uint8Array());
  if (manifest.includes('encryption-data'))
    return { value: [], messages: [error(place, 'not-a-table', { kind: 'encrypted' })] };
  if ([...parts.keys()].some((name) => /^(?:basic|scripts)\//u.test(name)))
    return { value: [], messages: [error(place, 'xlsx-foreign', { kind: 'macro' })] };
  const sheets: WorkbookSheet[] = [];
  const damage = readPart(parts, 'content.xml', odsHandlers(sheetEvents(file.path, sheets)));
  if (damage !== null) return { value: [], messages: [error(place, 'xlsx-damaged', { part: damage })] };
  return silent(sheets);
}

function sheetEvents(file: string, sheets: WorkbookSheet[]): Parameters<typeof odsHandlers>[0] {
  let sheet: { builder: SheetBuilder; name: string; isHidden: boolean } | null = null;
  let [row, rowsRepeated, column, columns] = [0, 1, 0, 0];
  return {
    onTable: (name, isHidden) => {
      sheet = { builder: sheetBuilder(file), name, isHidden };
      [row, rowsRepeated, column, columns] = [0, 1, 0, 0];
    },
    onColumns: (repeated, isHidden) => {
      if (isHidden) sheet?.builder.hideColumns(columns + 1, columns + repeated);
      columns += repeated;
    },
    onRow: (repeated, isHidden) => {
      row += rowsRepeated;
      [rowsRepeated, column] = [repeated, 0];
      for (let at = 0; isHidden && at < Math.min(repeated, bounds.rows); at += 1) sheet?.builder.hideRow(row + at);
    },
    onCell: (cell, repeated) => {
      const text = cell.isCovered ? '' : textOf(cell);
      const struck = cell.isCovered ? '' : cell.struck;
      const first = { row, column: column + 1 };
      if (cell.columnsSpanned + cell.rowsSpanned > 2) sheet?.builder.merge(mergeOf(cell, first));
      column += repeated;
      if (text === '' && struck === '') return;
      for (let down = 0; down < Math.min(rowsRepeated, bounds.rows); down += 1)
        for (let right = 0; right < Math.min(repeated, bounds.columns); right += 1)
          sheet?.builder.put({ row: first.row + down, column: first.column + right, text, struck });
    },
    onTableEnd: () => {
      if (sheet !== null) sheets.push(sheet.builder.done(sheet.name, sheet.isHidden));
      sheet = null;
    },
  };
}

function mergeOf({ columnsSpanned, rowsSpanned }: OdsCell, { row, column }: { row: number; column: number }) {
  return { top: row, left: column, bottom: row + rowsSpanned - 1, right: column + columnsSpanned - 1 };
}

/** What the screen shows, with all digits of a number: the paragraph is rounded as its format says. */
function textOf({ type, value, text }: OdsCell): string {
  const number = Number(value);
  switch (type) {
    case 'percentage':
      return `${plainText(number * 100)}%`;
    case 'date':
      return value.slice(0, 10);
    case 'boolean':
      return value.toUpperCase();
    case 'float':
    case 'currency':
      return isBare(text) || (text.includes('%') && number > 0 && number < 1) ? plainText(number) : text;
    default:
      return text === '' ? value : text;
  }
}

/** Nothing but figures: no word around them. */
function isBare(text: string): boolean {
  return /^[-+\d.,\s]*$/u.test(text);
}
