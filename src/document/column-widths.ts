/** The widths of a table's columns, the same for every writer: shares of the width, none too narrow for what stands in it on one line. */
import { cellPadding, tableType } from './paper-look.ts';
import { emWidth } from './text-width.ts';
import type { TableColumn, Inline, Orientation, Table } from './tree.ts';

/** In points, their sum `width`; null when so many columns cannot stand side by side. */
export function columnWidths(table: Table, width: number, orientation: Orientation): readonly number[] | null {
  const { size } = tableType[orientation];
  const oneCharacter = size + 2 * cellPadding.x;
  const shares = table.columns.map(shareOf);
  const least: number[] = [];
  for (const em of shortTexts(table)) least.push(Math.max(oneCharacter, (em + slack) * size + 2 * cellPadding.x));
  return shareOut(shares, width, least) ?? shareOut(shares, width, Array.from(least).fill(oneCharacter));
}

function shareOf({ share }: TableColumn): number {
  return Math.max(0, share);
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
  for (const [index, em] of widestOf(table, table.header).entries()) {
    if (em <= shortHead) widest[index] = Math.max(widest[index] ?? 0, em);
  }
  return widest;
}

function widestOf({ columns }: Table, rows: Table['rows']): number[] {
  const widest: number[] = [];
  for (const [index, column] of columns.entries())
    widest.push(isNarrow(column) ? widestIn(rows, index, columns.length) : 0);
  return widest;
}

/** A row with spans from above is left out: where its cells stand is the writers' matter, and others tell the same. */
function widestIn(rows: Table['rows'], index: number, count: number): number {
  let widest = 0;
  for (const { cells } of rows) {
    if (cells.length !== count) continue;
    for (const line of cells[index]?.lines ?? []) widest = Math.max(widest, shortWidth(line));
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
  const total = sumOf(lengths);
  return lengths.map((each) => (each * width) / total);
}

function sumOf(lengths: readonly number[]): number {
  let sum = 0;
  for (const each of lengths) sum += each;
  return sum;
}

/** Shares scaled to the width; columns that come out too narrow get their least width, and the others share what is left. */
function shareOut(shares: readonly number[], width: number, least: readonly number[]): readonly number[] | null {
  if (sumOf(least) > width) return null;
  const fixed = new Set<number>();
  for (;;) {
    let [left, total] = [width, 0];
    for (const [index, share] of shares.entries()) {
      if (fixed.has(index)) left -= least[index] ?? 0;
      else total += share;
    }
    const before = fixed.size;
    const widths: number[] = [];
    for (const [index, share] of shares.entries()) {
      const most = fixed.has(index) ? null : (left * share) / (total || 1);
      widths.push(most ?? least[index] ?? 0);
      if (most !== null && most < (least[index] ?? 0)) fixed.add(index);
    }
    if (fixed.size === before) return widths;
    if (fixed.size === shares.length) return scaled(least, width);
  }
}
