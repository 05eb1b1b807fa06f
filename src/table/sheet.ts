/** Sheet: a table as it lies in a file, before anyone asks what its columns mean. */
import type { Encoding } from './decode.ts';

/** `row` counts as Excel shows it: a cell of several lines stands in one row, and blank lines are rows. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

export type Sheet = {
  readonly rows: readonly SheetRow[];
  /** Rows that could not be split into cells: the line as one cell; each is one row of the count. */
  readonly brokenRows: readonly SheetRow[];
  /** Rows inside the reach of a broken quote: theirs may be good cells or the rest of a text. */
  readonly doubtfulRows: ReadonlySet<number>;
  readonly encoding: Encoding | 'xlsx';
};

/** A return of two hundred rows has a hundred kilobytes; the characters of a cell are Excel's own limit. */
export const limits = {
  bytes: 16 << 20,
  rows: 100_000,
  columns: 256,
  separators: 10_000,
  cellCharacters: 32_767,
} as const;

export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}
