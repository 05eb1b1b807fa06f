/** One sheet of a workbook put together cell by cell, whatever format the cells come from. */
import { error, warning } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { bounds } from '../trade/bounds.ts';
import { cut, isBlank } from './sheet.ts';
import type { SheetLook, Merge, SheetRow, WorkbookSheet } from './sheet.ts';

/** A cell as it is read; `struck` stands in it with a line through it and is no part of its text. Row and column count from 1. */
export type ReadCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly struck: string;
};

export type SheetBuilder = {
  readonly put: (cell: ReadCell) => void;
  readonly hideRow: (row: number) => void;
  /** Columns from 1, both ends included. */
  readonly hideColumns: (from: number, to: number) => void;
  readonly merge: (merge: Merge) => void;
  readonly report: (message: Message) => void;
  readonly placeOf: (cell: Pick<ReadCell, 'row' | 'column'>) => Place;
  readonly done: (name: string, isHidden: boolean) => WorkbookSheet;
};

/** Rows up to the last that holds anything, blank ones between included; row and column numbers are the workbook's. */
export function sheetBuilder(file: string): SheetBuilder {
  const rows = new Map<number, string[]>();
  const struck: ReadCell[] = [];
  const merges: Merge[] = [];
  const hidden = { rows: new Set<number>(), columns: new Set<number>() };
  const messages: Message[] = [];
  let [lastRow, lastColumn] = [0, 0];
  const placeOf = ({ row, column }: Pick<ReadCell, 'row' | 'column'>): Place => ({ file, row, column });
  return {
    placeOf,
    put: (cell) => {
      const isStruck = !isBlank(cell.struck);
      if (cell.text === '' && !isStruck) return;
      [lastRow, lastColumn] = [Math.max(lastRow, cell.row), Math.max(lastColumn, cell.column)];
      if (cell.row > bounds.rows) return;
      if (isStruck) struck.push(cell);
      putText(rows, cell);
    },
    hideRow: (row) => void hidden.rows.add(row),
    hideColumns: (from, to) => addColumns(hidden.columns, from, to),
    merge: (merge) => void merges.push(merge),
    report: (message) => void messages.push(message),
    done: (name, isHidden) => {
      messages.push(...sizeProblems({ lastRow, lastColumn, file }));
      const all = withGaps(rows);
      const struckRows = new Set(struck.map(({ row }) => row).filter((row) => all[row - 1]?.cells.every(isBlank)));
      const live = struck.filter(({ row }) => !struckRows.has(row));
      const lines = live.map((cell) => warning(placeOf(cell), 'struck-text', { written: cut(cell.struck) }));
      const joined = apart(merges, all.length);
      const look: SheetLook = { merges: joined, hiddenRows: hidden.rows, hiddenColumns: hidden.columns, struckRows };
      return { name, isHidden, rows: all, look, messages: [...messages, ...lines] };
    },
  };
}

type Size = { readonly lastRow: number; readonly lastColumn: number; readonly file: string };

function sizeProblems({ lastRow, lastColumn, file }: Size): readonly Message[] {
  const { rows, columns } = bounds;
  return [
    ...(lastRow > rows ? [error(fileOnly(file), 'too-many-rows', { found: lastRow, limit: rows })] : []),
    ...(lastColumn > columns ? [error(fileOnly(file), 'too-many-columns', { found: lastColumn, limit: columns })] : []),
  ];
}

function addColumns(columns: Set<number>, from: number, to: number): void {
  for (let column = from; column <= Math.min(to, bounds.columns); column += 1) columns.add(column - 1);
}

function putText(rows: Map<number, string[]>, { row, column, text }: ReadCell): void {
  const cells = rows.get(row) ?? [];
  rows.set(row, cells);
  // A column beyond any form still shows that the row is too wide.
  const at = Math.min(column, bounds.columns) - 1;
  while (cells.length <= at) cells.push('');
  cells[at] = text;
}

/** Rows that were left out because nothing stands in them are blank rows all the same. */
function withGaps(rows: ReadonlyMap<number, readonly string[]>): readonly SheetRow[] {
  const last = [...rows.keys()].reduce((most, row) => Math.max(most, row), 0);
  return Array.from({ length: last }, (_, at) => ({ row: at + 1, cells: rows.get(at + 1) ?? [] }));
}

/** Within the rows that there are, and no two over each other: a workbook that says otherwise is not believed. */
function apart(merges: readonly Merge[], lastRow: number): readonly Merge[] {
  const inOrder = merges
    .filter(({ top, left }) => top <= lastRow && left <= bounds.columns)
    .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, lastRow) }))
    .toSorted((a, b) => a.left - b.left || a.top - b.top);
  let before: Merge | null = null;
  return inOrder.filter((merge) => {
    const isFree: boolean = before === null || before.left !== merge.left || before.bottom < merge.top;
    if (isFree) before = merge;
    return isFree;
  });
}
