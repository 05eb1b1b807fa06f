/** Old workbooks, .xls and .et of any age, and .xlsb: read by a library beside the program, and told as what they are. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskAt } from '../../disk/disk.ts';
import { ofTheMoment } from '../../disk/memory.ts';
import { error, info } from '../../message/message.ts';
import type { Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../file.ts';
import { bounds } from '../../trade/bounds.ts';
import { cut } from '../sheet.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { sheetBuilder } from '../workbook-sheet.ts';
import { formatNumber, numberFormat } from '../xlsx/number-format.ts';
import { isPictureFormula } from '../sheet.ts';
import { aside } from './aside.ts';
import { readOld } from './in-worker.ts';
import { struckCells } from './struck-cells.ts';
import type { OldCell, OldSheet } from './in-worker.ts';

/** The library with its tables of old code pages, in one file: read when a file needs it, never part of the program's own thread. */
function libraryCode(): string {
  const file = fileURLToPath(import.meta.resolve('@e965/xlsx/dist/xlsx.full.min.js'));
  const bytes = diskAt(path.dirname(file)).read(path.basename(file));
  if (bytes === null) throw new Error(`the installation is incomplete: ${file} is missing`);
  return new TextDecoder().decode(bytes);
}

const asideLimits = { seconds: bounds.oldWorkbookSeconds, megabytes: bounds.oldWorkbookMegabytes };

/** Every sheet, hidden ones too; with a message of the file there is none. */
export function readOldWorkbook(file: InputFile, kind: 'xls' | 'xlsb'): Result<readonly WorkbookSheet[]> {
  const place = fileOnly(file.path);
  if (hasMacros(file.bytes)) return { value: [], messages: [error(place, 'xlsx-foreign', { kind: 'macro' })] };
  // One row more than is allowed shows that there are too many.
  const book = aside(readOld, {
    library: libraryCode(),
    struckIn: struckCells,
    bytes: file.bytes,
    rows: bounds.rows + 1,
    limits: asideLimits,
  });
  // On a computer that is less busy it may be read.
  if (book === null) return ofTheMoment({ value: [], messages: [error(place, 'old-workbook-limits', asideLimits)] });
  if (typeof book === 'string') {
    const isProtected = /password|encrypt/iu.test(book);
    const damaged = error(place, 'xlsx-damaged', { part: cut(book) });
    return { value: [], messages: [isProtected ? error(place, 'not-a-table', { kind: 'encrypted' }) : damaged] };
  }
  const value = book.sheets.map((sheet) => sheetOf(sheet, book.is1904, file.path));
  return { value, messages: [info(place, 'old-workbook', { kind })] };
}

/** Streams of the container are named in UTF-16. */
function hasMacros(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return content.includes(Buffer.from('_VBA_PROJECT', 'utf16le'));
}

function sheetOf(
  { name, isHidden, cells, hiddenRows, hiddenColumns, struck, merges }: OldSheet,
  is1904: boolean,
  file: string,
): WorkbookSheet {
  const sheet = sheetBuilder(file);
  const lined = new Set(struck.map(([row, column]) => `${row} ${column}`));
  for (const cell of cells) {
    const [row, column, type, , shown] = cell;
    const text = textOf(cell, is1904);
    sheet.put({ row, column, ...(lined.has(`${row} ${column}`) ? { text: '', struck: text } : { text, struck: '' }) });
    if (type === 'e' && !isPictureFormula(shown))
      sheet.report(error({ file, row, column }, 'cell-error', { written: shown }));
  }
  for (const row of hiddenRows) sheet.hideRow(row);
  for (const column of hiddenColumns) sheet.hideColumns(column, column);
  for (const merge of merges) sheet.merge(merge);
  return sheet.done(name, isHidden);
}

function textOf([, , type, value, shown, format]: OldCell, is1904: boolean): string {
  if (type === 'b') return value === true ? 'TRUE' : 'FALSE';
  if (type === 'e') return shown;
  return typeof value === 'number'
    ? formatNumber(value, numberFormat(-1, format), is1904)
    : String(value).replaceAll(/\r\n?/gu, '\n');
}
