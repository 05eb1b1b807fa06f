/** Which rows of a table stay on one page: whole rows, merged cells, headings with their rows, and small tables altogether. */
import { inlineText } from '../../document/text.ts';
import { emWidth } from '../../document/text-width.ts';
import type { ParagraphLook } from './styles.ts';
import type { GridCell } from './table-grid.ts';

/** `isWhole`: is not split over two pages · `isKept`: stays with what follows. */
export type RowKeeping = { readonly isWhole: boolean; readonly isKept: boolean };

type Rows = readonly (readonly GridCell[])[];

export type TableMeasures = {
  readonly widths: readonly number[];
  /** Of the text in the cells. */
  readonly look: ParagraphLook;
  readonly blockHeight: number;
  /** The last row stays with what follows the table. */
  readonly isKept: boolean;
};

/** One a row. */
export function keptRows(rows: Rows, measures: TableMeasures): readonly RowKeeping[] {
  const { blockHeight, isKept } = measures;
  const heights: number[] = [];
  let sum = 0;
  for (const cells of rows) {
    const height = rowHeight(cells, measures);
    heights.push(height);
    sum += height;
  }
  // A table of a few lines leaves no great gap when it goes to the next page as a whole; a third of a page would be half a letter.
  const isSmall = sum <= blockHeight / 6;
  const kept: RowKeeping[] = [];
  for (const [index, height] of heights.entries()) {
    const isLast = index === rows.length - 1;
    kept.push({
      // A row that could be taller than a page must be allowed to break, else its end is lost.
      isWhole: height < blockHeight * 0.8,
      isKept: isLast ? isKept : isSmall || isRowKept(rows, index) || isBeforeLast(heights, { index, blockHeight }),
    });
  }
  return kept;
}

/** The last row, where a form is signed, begins no page alone. */
function isBeforeLast(
  heights: readonly number[],
  { index, blockHeight }: { readonly index: number; readonly blockHeight: number },
): boolean {
  return index === heights.length - 2 && (heights[index] ?? 0) + (heights[index + 1] ?? 0) <= blockHeight / 2;
}

/** The rows of a merged cell stay together, unless there are too many of them, and a heading with its rows. */
function isRowKept(rows: Rows, index: number): boolean {
  return isGroupHeading(rows[index] ?? []) || (rows[index + 1] ?? []).some(isOfFewRows);
}

function isOfFewRows({ merge, cell }: GridCell): boolean {
  return merge === 'continue' && cell.rowSpan <= 6;
}

/** One cell over all columns heads the rows below it, and must not end a page. */
function isGroupHeading(cells: readonly GridCell[]): boolean {
  const [only] = cells;
  return only !== undefined && cells.length === 1 && only.cell.columnSpan > 1 && only.merge === 'none';
}

/** An estimate from above: lines of text by their widths, in the lines of the style. */
function rowHeight(cells: readonly GridCell[], { widths, look }: TableMeasures): number {
  const lineHeight = typeof look.line === 'number' ? look.line : 0;
  let most = 0;
  for (const each of cells) {
    if (each.merge !== 'none') continue;
    const perLine = Math.max(1, Math.floor((cellWidth(each, widths) - 190) / (look.size ?? 240)));
    let count = 0;
    for (const line of each.cell.lines) count += Math.max(1, Math.ceil((emWidth(inlineText(line)) + 1) / perLine));
    most = Math.max(most, count * lineHeight + 80);
  }
  return most;
}

/** Of the columns that a cell covers. */
export function cellWidth({ column, cell }: GridCell, widths: readonly number[]): number {
  let sum = 0;
  for (let at = column; at < column + cell.columnSpan; at += 1) sum += widths[at] ?? 0;
  return sum;
}
