/** Tables of a Word file (.docx), as sheets: units fill in the form in Word too. */
import { error } from '../../message/message.ts';
import type { Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../file.ts';
import { isBlank } from '../sheet.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { sheetBuilder } from '../workbook-sheet.ts';
import type { SheetBuilder } from '../workbook-sheet.ts';
import { openZip, readPart } from '../xlsx/package.ts';
import { docxHandlers } from './content.ts';
import type { DocxCell } from './content.ts';

/** Every table of the body; rows count from its first. Lines beside the tables (填报单位：…) stand as rows below the last one. */
export function readDocx(file: InputFile): Result<readonly WorkbookSheet[]> {
  const { value: parts, messages } = openZip(file);
  if (messages.length > 0) return { value: [], messages };
  const tables: (readonly (readonly DocxCell[])[])[] = [];
  const lines: string[] = [];
  const damage = readPart(
    parts,
    'word/document.xml',
    docxHandlers({ onTable: (rows) => void tables.push(rows), onLine: (line) => void lines.push(line) }),
  );
  if (damage !== null) return { value: [], messages: [error(fileOnly(file.path), 'xlsx-damaged', { part: damage })] };
  return { value: tables.map((rows, at) => sheetOf(`表${at + 1}`, rows, { lines, file: file.path })), messages: [] };
}

type Beside = { readonly lines: readonly string[]; readonly file: string };

function sheetOf(name: string, rows: readonly (readonly DocxCell[])[], { lines, file }: Beside): WorkbookSheet {
  const sheet = sheetBuilder(file);
  const open = new Map<number, Open>();
  for (const [at, cells] of rows.entries()) for (const cell of cells) put(sheet, cell, { row: at + 1, open });
  for (const { cell, top, bottom } of open.values()) mergeRows(sheet, cell, { top, bottom });
  const labels = lines.filter((line) => /[:：]/u.test(line) && !isBlank(line));
  for (const [at, line] of labels.entries())
    sheet.put({ row: rows.length + 1 + at, column: 1, text: line, struck: '' });
  return sheet.done(name, false);
}

/** A merge over rows is open until a row has no continuation in its column. */
type Open = { readonly cell: DocxCell; readonly top: number; readonly bottom: number };

function put(sheet: SheetBuilder, cell: DocxCell, { row, open }: { row: number; open: Map<number, Open> }): void {
  const { column, merge } = cell;
  const begun = open.get(column);
  if (merge === 'continue' && begun !== undefined && begun.bottom === row - 1) {
    open.set(column, { ...begun, bottom: row });
    return;
  }
  if (begun !== undefined) mergeRows(sheet, begun.cell, begun);
  open.delete(column);
  if (merge === 'start') open.set(column, { cell, top: row, bottom: row });
  else if (cell.span > 1) mergeRows(sheet, cell, { top: row, bottom: row });
  sheet.put({ row, column, text: cell.text, struck: cell.struck });
}

function mergeRows(
  sheet: SheetBuilder,
  { column, span }: DocxCell,
  { top, bottom }: { top: number; bottom: number },
): void {
  if (bottom > top || span > 1) sheet.merge({ top, bottom, left: column, right: column + span - 1 });
}
