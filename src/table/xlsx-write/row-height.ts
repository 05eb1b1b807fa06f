/**
 * Heights of rows with wrapped text. Excel fits a row without height when it opens the file, LibreOffice does not and prints the lines over
 * each other; and no program may be asked, so the height is reckoned from the characters.
 */
import { spacedWidth } from '../../document/text-width.ts';
import { heightLimit, standardFont, type NewCell } from './new-sheet.ts';

/** Line pitch in parts of the size: 宋体 takes 1.2, the faces that stand in for it where it is not installed up to 1.45. */
const pitch = 1.45;
/** Points above and below the text together, and left and right of it. */
const padding = 4;
/** A line ends early where a word or a punctuation mark goes to the next one. */
const ragged = 1;

/** Points that the tallest of the cells needs, each in the column of its width; at least `least`. */
export function rowHeight(cells: readonly NewCell[], widths: readonly number[], least: number): number {
  const needed = cells.map(({ value, look }, at) => {
    const lines = typeof value === 'string' ? linesOf(value, emsOf(widths[at] ?? 0, look.size)) : 1;
    return Math.ceil(lines * look.size * pitch + padding);
  });
  return Math.min(heightLimit, Math.max(least, ...needed));
}

/** The narrowest width, from `least` to `most`, in which each of the texts fits a row. */
export function fittingWidth(
  texts: readonly string[],
  size: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const fits = (width: number): boolean =>
    texts.every((text) => linesOf(text, emsOf(width, size)) * size * pitch + padding <= heightLimit);
  let width = least;
  while (width < most && !fits(width)) width += 2;
  return Math.min(width, most);
}

/** Room of a column in ems of the text: a digit of the standard face is half as wide as it is high. */
function emsOf(width: number, size: number): number {
  return (width * standardFont.size * 0.5 - padding) / size;
}

function linesOf(text: string, ems: number): number {
  const room = Math.max(1, ems - ragged);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(spacedWidth(line) / room)), 0);
}
