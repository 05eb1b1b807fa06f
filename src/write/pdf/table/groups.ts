/** Heights of rows that a page should keep together: rows joined by row spans, and a heading row with the row under it. */
import type { MeasuredRow, TableType } from './cells.ts';

/** For each row, the height of the group that it begins; 0 inside a group. */
export function groupHeights(rows: readonly MeasuredRow[], type: TableType): readonly number[] {
  const heights = rows.map(() => 0);
  for (let start = 0; start < rows.length;) {
    const end = groupEnd(rows, start);
    heights[start] = partHeight(rows.slice(start, end), type);
    start = end;
  }
  return heights;
}

/** The row after the last one that spans, or a heading, tie to the row at `start`. */
function groupEnd(rows: readonly MeasuredRow[], start: number): number {
  let end = start + 1;
  for (let index = start; index < end; index++) {
    if (isHeading(rows[index])) end = Math.max(end, Math.min(rows.length, index + 2));
    for (const cell of rows[index]?.cells ?? []) end = Math.max(end, Math.min(rows.length, index + cell.rowSpan));
  }
  return end;
}

/** One cell over the whole width names the rows under it. */
function isHeading(row: MeasuredRow | undefined): boolean {
  return row?.cells.length === 1 && row.cells[0]?.isWholeRow === true;
}

/** The height of rows set without a page break. */
export function partHeight(rows: readonly MeasuredRow[], type: TableType): number {
  const least = 2 * type.padY + type.pitch;
  // What the rows so far must come to, by the row that a span ends with.
  const needs = rows.map(() => 0);
  let height = 0;
  rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const last = Math.min(rows.length, index + cell.rowSpan) - 1;
      const need = height + 2 * type.padY + Math.max(1, cell.lines.length) * type.pitch;
      needs[last] = Math.max(needs[last] ?? 0, need);
    }
    height = Math.max(height + least, needs[index] ?? 0);
  });
  return height;
}
