/** Tables of a finished paper: every row fills its grid, and cells are as wide as their columns. */

/** A table while its marks are read. */
export type OpenTable = {
  readonly number: number;
  readonly grid: number[];
  width: number;
  /** Column of the next cell, and what the open cell says of itself. */
  column: number;
  span: number;
  cellWidth: number;
};

export function openTable(number: number): OpenTable {
  return { number, grid: [], width: 0, column: 0, span: 1, cellWidth: 0 };
}

const none: readonly string[] = [];

export function closeGrid(table: OpenTable | undefined): readonly string[] {
  if (table === undefined) return none;
  const sum = table.grid.reduce((total, width) => total + width, 0);
  return sum === table.width ? none : [`the columns of table ${table.number} make ${sum}, its width is ${table.width}`];
}

export function closeRow(table: OpenTable | undefined): readonly string[] {
  if (table === undefined || table.column === table.grid.length) return none;
  return [`a row of table ${table.number} fills ${table.column} of ${table.grid.length} columns`];
}

/** `hasParagraph`: the cell's last child is one. */
export function closeCell(table: OpenTable | undefined, hasParagraph: boolean): readonly string[] {
  if (table === undefined) return none;
  let width = 0;
  for (let index = 0; index < table.span; index++) width += table.grid[table.column + index] ?? 0;
  table.column += table.span;
  if (width === table.cellWidth && hasParagraph) return none;
  return [
    ...(width === table.cellWidth
      ? none
      : [`a cell of table ${table.number} is ${table.cellWidth} wide, its columns ${width}`]),
    ...(hasParagraph ? none : [`a cell of table ${table.number} does not end with a paragraph`]),
  ];
}
