/** A table's rows with every grid position filled: cells where they begin, and continuations below cells that span rows. */
import type { Cell, Row } from '../../document/tree.ts';

export type GridCell = {
  readonly cell: Cell;
  readonly column: number;
  /** First row of a cell over several rows, a further row of it, or a cell of one row. */
  readonly merge: 'start' | 'continue' | 'none';
};

/** One list a row; the columns of its cells follow each other without gaps when the table is sound. */
export function tableGrid(rows: readonly Row[]): readonly (readonly GridCell[])[] {
  // By column: the cell that reaches down from above, and how many rows of it are left.
  let reaching: Reaching = nothingReaches;
  return rows.map(({ cells }) => {
    if (reaching.size === 0 && cells.every(isOfOneRow)) return gridRow(cells);
    const placed: GridCell[] = [];
    const next = new Map<number, { readonly cell: Cell; readonly left: number }>();
    const waiting = [...cells];
    let column = 0;
    while (reaching.has(column) || waiting.length > 0) {
      const above = reaching.get(column);
      const cell = above?.cell ?? (waiting.shift() as Cell);
      const left = above === undefined ? cell.rowSpan - 1 : above.left - 1;
      placed.push({ cell, column, merge: above === undefined ? (cell.rowSpan > 1 ? 'start' : 'none') : 'continue' });
      if (left > 0) next.set(column, { cell, left });
      // A span of nothing is a fault that is reported elsewhere; here it must not stop the walk.
      column += Math.max(1, cell.columnSpan);
    }
    reaching = next;
    return placed;
  });
}

type Reaching = ReadonlyMap<number, { readonly cell: Cell; readonly left: number }>;

const nothingReaches: Reaching = new Map();

function isOfOneRow({ rowSpan }: Cell): boolean {
  return rowSpan <= 1;
}

/** Most rows: nothing reaches into them or out of them. */
function gridRow(cells: readonly Cell[]): readonly GridCell[] {
  let column = 0;
  return cells.map((cell) => {
    const placed: GridCell = { cell, column, merge: 'none' };
    column += Math.max(1, cell.columnSpan);
    return placed;
  });
}
