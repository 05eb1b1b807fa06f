/** From the bytes of an .xlsx to its sheets. Read like a CSV: strings, rows, nothing cast. */
import { error } from '../../message/message.ts';
import type { Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../file.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { openPackage } from './package.ts';
import { readSheetPart } from './sheet-part.ts';
import { readWorkbook } from './workbook.ts';

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
