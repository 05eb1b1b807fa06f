/** 发文机关标志 as it is set: its size, and its lines where one cannot hold it. The standard leaves the size to the office (7.2.4). */
import { pointsOf, textBlock, typeSize } from './gbt9704.ts';
import { spacedWidth } from './text-width.ts';
import { titleLines } from './title-lines.ts';

/** `size` in points. */
export type SetMark = { readonly size: number; readonly lines: readonly string[] };

const largest = 52;
// A mark smaller than the title below it would not head the page.
const smallest = typeSize.two;
const width = pointsOf(textBlock.width);

/** As large as one line takes, in whole points; only a mark of more than twenty characters stands on two lines, broken between words. */
export function setMark(mark: string): SetMark {
  const fitting = Math.floor((width * 0.98) / Math.max(1, spacedWidth(mark)));
  if (fitting >= smallest) return { size: Math.min(largest, fitting), lines: [mark] };
  return { size: smallest, lines: titleLines(mark, Math.floor(width / smallest), []) };
}
