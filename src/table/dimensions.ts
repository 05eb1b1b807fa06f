/** The size of a text as a table, counted byte by byte before anything is split: what is no table must not cost the time of one. */
import { error } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { bounds } from '../trade/bounds.ts';
import { isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';

const lineFeed = 10;
const separators: ReadonlySet<number> = new Set([9, 44, 59]);

/** Why the text is too long or too wide for a table, or null. Lines inside cells count too, so the limit on lines is twice that on rows. */
export function dimensionProblem(lines: Buffer, file: string): Message | null {
  let lineCount = 0;
  let inLine = 0;
  let widest = 0;
  for (const byte of lines) {
    if (byte === lineFeed) [lineCount, inLine] = [lineCount + 1, 0];
    else if (separators.has(byte)) inLine += 1;
    if (inLine > widest) widest = inLine;
  }
  if (lineCount > bounds.rows * 2)
    return error(fileOnly(file), 'too-many-rows', { found: lineCount, limit: bounds.rows });
  const { separators: limit } = bounds;
  return widest > limit ? error(fileOnly(file), 'too-wide', { found: widest, limit }) : null;
}

/** The same of what was split, by rows and named columns; a row that is wider than its header is told as such. */
export function sizeProblem(rows: readonly SheetRow[], header: SheetRow | null, file: string): Message | null {
  const last = rows.at(-1)?.row ?? 0;
  if (last > bounds.rows) return error(fileOnly(file), 'too-many-rows', { found: last, limit: bounds.rows });
  const columns = (header?.cells.findLastIndex((cell) => !isBlank(cell)) ?? -1) + 1;
  const { columns: limit } = bounds;
  return columns > limit ? error(fileOnly(file), 'too-many-columns', { found: columns, limit }) : null;
}
