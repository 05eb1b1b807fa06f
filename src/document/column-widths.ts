/** The widths of a table's columns, the same for every writer: shares of the width, none too narrow for what stands in it on one line. */
import { cellPadding, tableType } from './paper-look.ts';
import { emWidth } from './text-width.ts';
import type { TableColumn, Inline, Orientation, Table } from './tree.ts';

/** In points, their sum `width`; null when so many columns cannot stand side by side. */
export function columnWidths(table: Table, width: number, orientation: Orientation): readonly number[] | null {
  const { size } = tableType[orientation];
  const oneCharacter = size + 2 * cellPadding.x;
  const shares = table.columns.map((column) => Math.max(0, column.share));
  const least = shortTexts(table).map((em) => Math.max(oneCharacter, (em + slack) * size + 2 * cellPadding.x));
  const widths = shareOut(shares, width, least);
  const oneEach = shares.map(() => oneCharacter);
  return widths ?? shareOut(shares, width, oneEach);
}

/** Rules take a little of the room, and faces differ a little. */
const slack = 0.25;

/** What is a number or a mark (（十一）, 正常推进, 100.0%) stands on one line; longer texts may run on. */
const longestShort = 5;

/** A word of two characters (编号) is not torn at the head of a narrow column; longer heads may run on. */
const shortHead = 2;

/** For each column the widest text, in em, that shall not be broken. */
function shortTexts(table: Table): readonly number[] {
  const widest = widestOf(table, table.rows);
  const heads = widestOf(table, table.header).map((em) => (em > shortHead ? 0 : em));
  return widest.map((em, index) => Math.max(em, heads[index] ?? 0));
}

function widestOf(table: Table, rows: Table['rows']): readonly number[] {
  const widest = table.columns.map(() => 0);
  const narrow = table.columns.flatMap((column, index) => (isNarrow(column) ? [index] : []));
  for (const { cells } of rows) {
    // A row with spans from above is left out: where its cells stand is the writers' matter, and others tell the same.
    if (cells.length !== table.columns.length) continue;
    for (const index of narrow) {
      for (const line of cells[index]?.lines ?? []) widest[index] = Math.max(widest[index] ?? 0, shortWidth(line));
    }
  }
  return widest;
}

function isNarrow({ kind, align }: TableColumn): boolean {
  return kind === 'number' || (kind === 'text' && align === 'center');
}

function shortWidth(line: readonly Inline[]): number {
  const [only] = line;
  if (line.length !== 1 || only?.type !== 'text' || only.value.length > 2 * longestShort) return 0;
  const width = emWidth(only.value);
  return width <= longestShort ? width : 0;
}

function scaled(lengths: readonly number[], width: number): readonly number[] {
  const total = lengths.reduce((sum, each) => sum + each, 0);
  return lengths.map((each) => (each * width) / total);
}

/** Shares scaled to the width; columns that come out too narrow get their least width, and the others share what is left. */
function shareOut(shares: readonly number[], width: number, least: readonly number[]): readonly number[] | null {
  if (least.reduce((sum, each) => sum + each, 0) > width) return null;
  const fixed = new Set<number>();
  for (;;) {
    const left = least.reduce((rest, each, index) => (fixed.has(index) ? rest - each : rest), width);
    const total = shares.reduce((sum, share, index) => (fixed.has(index) ? sum : sum + share), 0);
    const widths = shares.map((share, index) =>
      fixed.has(index) ? (least[index] ?? 0) : (left * share) / (total || 1),
    );
    const tooNarrow = widths.flatMap((each, index) => (!fixed.has(index) && each < (least[index] ?? 0) ? [index] : []));
    if (tooNarrow.length === 0) return widths;
    for (const index of tooNarrow) fixed.add(index);
    if (fixed.size === shares.length) return scaled(least, width);
  }
}
