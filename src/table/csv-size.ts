/** What is too long or too wide for a table, before it is split and after. */
import { error, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { bounds } from '../trade/bounds.ts';
import { isBlank, type SheetRow } from './sheet.ts';

export function endOfLine(lines: Buffer, from: number): number {
  const end = lines.indexOf(10, from);
  return end === -1 ? lines.length : end;
}

function separatorsIn(line: Buffer): number {
  return line.reduce((count, byte) => (byte === 9 || byte === 44 || byte === 59 ? count + 1 : count), 0);
}

/** Why the text is too long or too wide for a table, or null. Lines inside cells count too, so the limit on lines is twice that on rows. */
export function dimensionProblem(lines: Buffer, file: string): Message | null {
  const { separators: limit } = bounds;
  let lineCount = 0;
  let widest = 0;
  for (let start = 0, end = 0; start < lines.length; start = end + 1) {
    end = endOfLine(lines, start);
    if (end < lines.length) lineCount += 1;
    // A line of fewer bytes has no more separators.
    if (end - start > limit) widest = Math.max(widest, separatorsIn(lines.subarray(start, end)));
  }
  if (lineCount > bounds.rows * 2)
    return error(fileOnly(file), 'too-many-rows', { found: lineCount, limit: bounds.rows });
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
