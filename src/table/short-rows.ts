/** Rows of a CSV that are shorter than their header. */
import type { ColumnIndex, TableForm } from './columns.ts';
import type { SheetRow } from './sheet.ts';

/** Excel looks at sixteen rows at a time and leaves out separators after the last cell that any of them fills. */
const block = 16;

type Context = { readonly width: number; readonly columns: ColumnIndex; readonly form: TableForm };

/**
 * Numbers of the rows that Excel itself made short: what they lack are columns that need not be filled, and a neighbour lacks the same, or
 * no other row stands in the block. Any other short row has lost a separator, and its cells may have moved.
 */
export function excelsOwn(rows: readonly SheetRow[], { width, columns, form }: Context): ReadonlySet<number> {
  const needed = form.columns.filter(({ need }) => need === 'required').map(({ name }) => columns.get(name) ?? -1);
  const least = Math.max(...needed) + 1;
  const inBlock = new Map<number, number>();
  for (const { row } of rows) inBlock.set(blockOf(row), (inBlock.get(blockOf(row)) ?? 0) + 1);
  return new Set(
    rows.flatMap((row, at) => {
      const length = row.cells.length;
      if (length >= width || length < least) return [];
      const isLike = [rows[at - 1], rows[at + 1]].some((beside) => beside?.cells.length === length);
      return isLike || inBlock.get(blockOf(row.row)) === 1 ? [row.row] : [];
    }),
  );
}

function blockOf(row: number): number {
  return Math.floor((row - 1) / block);
}
