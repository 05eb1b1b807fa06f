/** The size of a text as a table, counted byte by byte before anything is split: what is no table must not cost the time of one. */
import { error } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { limits } from './sheet.ts';

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
  if (lineCount > limits.rows * 2) return error(fileOnly(file), 'too-many-rows', { limit: limits.rows });
  return widest > limits.separators ? error(fileOnly(file), 'too-wide', { separators: widest }) : null;
}
