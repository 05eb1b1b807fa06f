/**
 * A cell that has begun and not yet ended. Each page shows a part of it: as many lines as its height there holds. Nothing of a
 * cell can be lost: a row only ends when every cell that ends with it has given out all its lines.
 */
import type { MeasuredCell, SetLine, TableType } from './cells.ts';

export type OpenCell = {
  readonly cell: MeasuredCell;
  /** The row after its last one. */
  readonly endRow: number;
  /** Top of the part on the current page. */
  top: number;
  /** Lines given out on earlier pages. */
  given: number;
  /** Whether a part of it stands on an earlier page. */
  isContinued: boolean;
};

/** What one page shows of a cell. `isRepeated`: the words stood on an earlier page already. */
export type CellPart = {
  readonly cell: MeasuredCell;
  readonly top: number;
  readonly height: number;
  readonly lines: readonly SetLine[];
  readonly isContinuation: boolean;
  readonly isRepeated: boolean;
};

export function openCell(cell: MeasuredCell, row: number, top: number): OpenCell {
  return { cell, endRow: row + cell.rowSpan, top, given: 0, isContinued: false };
}

/** The height a part needs to show all that is left of the cell. */
export function neededHeight(open: OpenCell, type: TableType): number {
  const lines = open.cell.lines.length - open.given + markLines(open);
  return 2 * type.padY + Math.max(1, lines) * type.pitch;
}

/** The part from the cell's top down to `bottom`, and the cell made ready for the next page. Null: no height, nothing shown. */
export function takePart(open: OpenCell, bottom: number, type: TableType): CellPart | null {
  const { cell, top, given, isContinued } = open;
  const height = bottom - top;
  if (height < type.pitch / 2) return null;
  const isContinuation = markLines(open) > 0;
  const capacity = Math.floor((height - 2 * type.padY) / type.pitch + 1e-6) - markLines(open);
  const all = cell.lines;
  if (given === all.length && isContinued) {
    // A span says its words again where they fit whole; in a split row every word stands once.
    const lines = cell.rowSpan > 1 && all.length <= capacity ? all : [];
    return { cell, top, height, lines, isContinuation, isRepeated: true };
  }
  open.given = Math.min(all.length, given + Math.max(0, capacity));
  open.isContinued = true;
  const lines = given === 0 && open.given === all.length ? all : all.slice(given, open.given);
  return { cell, top, height, lines, isContinuation, isRepeated: false };
}

/** The first cell of a row that runs on from the page before says so with a line 续. */
function markLines(open: OpenCell): number {
  return open.isContinued && open.cell.isFirstColumn ? 1 : 0;
}
