/** 发文机关标志 as it is set: its size, and its lines where one cannot hold it. The standard leaves the size to the office (7.2.4). */
import { spacedWidth } from '../../document/text-width.ts';
import { titleLines } from '../../document/title-lines.ts';
import { portraitWidth } from './geometry.ts';
import { lineBreak, run } from '../../ooxml/xml.ts';

/** `size` in twentieths of a point. */
export type SetMark = { readonly size: number; readonly lines: readonly string[] };

const largest = 52 * 20;
// A mark smaller than the title below it would not head the page.
const smallest = 22 * 20;

/** As large as one line takes, in whole points; only a mark of more than twenty characters stands on two lines, broken between words. */
export function setMark(mark: string): SetMark {
  const fitting = Math.floor((portraitWidth * 0.98) / Math.max(1, spacedWidth(mark)) / 20) * 20;
  if (fitting >= smallest) return { size: Math.min(largest, fitting), lines: [mark] };
  return { size: smallest, lines: titleLines(mark, Math.floor(portraitWidth / smallest), []) };
}

export function markRuns({ size, lines }: SetMark): string {
  return lines.map((line) => run(line, { size })).join(lineBreak);
}
