/** CSV for people who open it in Excel or WPS: UTF-8 with mark, CRLF, no formulas. Reading it back gives the same cells. */
import { utf8Of } from '../disk/utf8.ts';
import { withEscape } from './escape.ts';

export type CsvColumn = {
  readonly name: string;
  /** number: what looks like one (with or without %) is left as it is; anything else is treated as text. */
  readonly kind: 'text' | 'number';
};

const number = /^-?\d+(?:\.\d+)?%?$/u;

type Rows = Iterable<readonly string[]>;

/**
 * The bytes of a table; `rows` have one cell a column, in order. Every text cell that a spreadsheet would run is made text. `above`: lines
 * over the header, which are filled up to the table's width.
 */
export function writeCsv(
  columns: readonly CsvColumn[],
  rows: Rows,
  above: readonly (readonly string[])[] = [],
): Uint8Array {
  const header = columns.map(({ name }) => quoted(withEscape(name)));
  const titles = above.map((row) => columns.map((_, at) => quoted(withEscape(row[at] ?? ''))));
  const lines = function* (): Iterable<string> {
    yield '\uFEFF';
    for (const cells of [...titles, header]) yield line(cells);
    for (const row of rows) yield line(row.map((cell, at) => quoted(escaped(cell, columns[at]))));
  };
  return utf8Of(lines());
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function escaped(cell: string, column: CsvColumn | undefined): string {
  return column?.kind === 'number' && number.test(cell) ? cell : withEscape(cell);
}

/** A cell with blanks at an end is quoted too: some readers trim what is not. */
function quoted(cell: string): string {
  return /[",;\t\r\n]/u.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;
}
