/** Rows of a table gathered into tasks: cells merged in the source come out empty below their first row. */
import type { SourceColumn } from './column.ts';
import { isEmptyRow, onlyText } from './row.ts';
import type { SourceRow } from './row.ts';

export type TaskRows = {
  readonly kind: 'task';
  readonly rows: readonly SourceRow[];
  /** Own number, or that of the row above where the number cell was merged. */
  readonly no: string;
  readonly isFilledDown: boolean;
};

export type TitleRow = { readonly kind: 'title'; readonly row: SourceRow };

/** Titles across the table, and tasks with all their rows. */
export function groupRows(
  rows: readonly SourceRow[],
  columns: readonly SourceColumn[],
): readonly (TaskRows | TitleRow)[] {
  const grouped: (TaskRows | TitleRow)[] = [];
  const numbers = columns.filter((column) => column.kind === 'no').map((column) => column.index);
  const texts = columns.filter((column) => column.kind === 'text').map((column) => column.index);
  let number = '';
  let above: SourceRow = { cells: [], line: 0 };
  for (const row of rows) {
    if (isEmptyRow(row)) continue;
    const whole = withMerged(row, above, columns);
    above = whole;
    const own = firstCell(row, numbers);
    const text = firstCell(row, texts);
    const before = grouped.at(-1);
    if (isTitle(row, { columns, own })) grouped.push({ kind: 'title', row });
    else if (text === '' && own === '' && before?.kind === 'task')
      grouped[grouped.length - 1] = { ...before, rows: [...before.rows, row] };
    else {
      const isFilledDown = own === '' && number !== '' && numbers.length > 0;
      grouped.push({ kind: 'task', rows: [whole], no: own === '' ? number : own, isFilledDown });
      if (own !== '') number = own;
    }
  }
  return grouped;
}

/** Units or a date in a cell that is merged over several tasks are said of each of them. */
function withMerged(row: SourceRow, above: SourceRow, columns: readonly SourceColumn[]): SourceRow {
  const { merged } = row;
  if (merged === undefined) return row;
  const isShared = new Set(
    columns.filter(({ kind }) => kind !== 'no' && kind !== 'text' && kind !== 'section').map(({ index }) => index),
  );
  const cells = row.cells.map((cell, index) =>
    merged.has(index) && isShared.has(index) ? (above.cells[index] ?? '') : cell,
  );
  return { ...row, cells };
}

function firstCell(row: SourceRow, indexes: readonly number[]): string {
  return indexes.map((index) => row.cells[index]?.trim() ?? '').find((cell) => cell !== '') ?? '';
}

/** `合计　3项`. */
export function isTotal(row: SourceRow): boolean {
  return /^[合总小]\s*计/u.test(row.cells.map((cell) => cell.trim()).find((cell) => cell !== '') ?? '');
}

/** One text in a row of several columns, where a task would have at least its number or its units. */
function isTitle(row: SourceRow, { columns, own }: { columns: readonly SourceColumn[]; own: string }): boolean {
  if (isTotal(row)) return true;
  const text = onlyText(row);
  if (text === null) return false;
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  const index = row.cells.findIndex((cell) => cell.trim() !== '');
  const kind = columns[index]?.kind;
  // The same text in every cell is a title spread over merged cells.
  if (filled > 1) return true;
  if (own !== '' && !/\p{Script=Han}{2}/u.test(own)) return false;
  return (
    kind === 'no' ||
    ((kind === 'text' || kind === 'section') && /^[（(第]?[一二三四五六七八九十]+[、）).章节]/u.test(text))
  );
}

/** A column of tasks whose cells were merged over several measures is a section; a table has its text in the inner one. */
export function sectionColumns(columns: readonly SourceColumn[], rows: readonly SourceRow[]): readonly SourceColumn[] {
  const texts = columns.filter((column) => column.kind === 'text');
  const inner = texts.at(-1);
  if (texts.length < 2 || inner === undefined) return columns;
  const isMerged = ({ index }: SourceColumn): boolean =>
    rows.some((row) => (row.cells[index]?.trim() ?? '') === '' && (row.cells[inner.index]?.trim() ?? '') !== '');
  const merged = new Set(texts.slice(0, -1).filter(isMerged));
  return columns.map((column) => (merged.has(column) ? { ...column, kind: 'section' as const } : column));
}
