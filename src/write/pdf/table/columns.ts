/** The widths of a table's columns: fixed before layout, their sum the width of the text, none too narrow for a character. */
import type { Table } from '../../../document/tree.ts';

export type ColumnBox = { readonly x: number; readonly width: number };

/** Left edges and widths in points, or null when so many columns cannot stand side by side. */
export function columnBoxes(table: Table, width: number, narrowest: number): readonly ColumnBox[] | null {
  const shares = table.columns.map((column) => Math.max(0, column.share));
  const widths = shareOut(shares, width, narrowest);
  if (widths === null) return null;
  let x = 0;
  return widths.map((each) => {
    const box = { x, width: each };
    x += each;
    return box;
  });
}

/** Shares scaled to the width; columns that come out too narrow get the least width, and the others share what is left. */
function shareOut(shares: readonly number[], width: number, narrowest: number): readonly number[] | null {
  if (shares.length * narrowest > width) return null;
  const isNarrow = shares.map(() => false);
  for (;;) {
    const left = width - narrowest * isNarrow.filter(Boolean).length;
    const total = shares.reduce((sum, share, index) => sum + (isNarrow[index] === true ? 0 : share), 0);
    const widths = shares.map((share, index) => (isNarrow[index] === true ? narrowest : (left * share) / (total || 1)));
    const tooNarrow = widths.flatMap((each, index) => (isNarrow[index] !== true && each < narrowest ? [index] : []));
    if (tooNarrow.length === 0) return widths;
    for (const index of tooNarrow) isNarrow[index] = true;
    if (isNarrow.every(Boolean)) return shares.map(() => width / shares.length);
  }
}
