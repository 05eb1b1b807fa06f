/** Merged cells: one value stands for several rows. A workbook says which; when Excel saves CSV only the first row keeps the value. */
import { info, warning } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { Message, Result } from '../message/message.ts';
import type { Column, ColumnIndex, TableForm } from './columns.ts';
import { rowRanges } from './row-kind.ts';
import { isBlank } from './sheet.ts';
import type { Merge, SheetRow } from './sheet.ts';

type Context = { readonly file: string; readonly columns: ColumnIndex; readonly form: TableForm };
type Rows = readonly SheetRow[];

type Merged = { readonly merges: readonly Merge[]; readonly all: Rows };

/**
 * The rows of data with the value of each merge in all its rows; `all` rows of the sheet, for a merge may begin in a hidden one. A claim
 * that stands for several tasks is worth a look.
 */
export function fillMerges(rows: Rows, { merges, all }: Merged, { file, columns, form }: Context): Result<Rows> {
  const cells = new Map(rows.map((row) => [row.row, [...row.cells]]));
  const values = new Map(merges.length === 0 ? [] : all.map((row) => [row.row, row.cells]));
  const filled = new Map<number, number[]>();
  for (const { top, bottom, left } of merges) {
    const value = values.get(top)?.[left - 1] ?? '';
    if (bottom === top || isBlank(value)) continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      const own = cells.get(row);
      // A row with nothing of its own is no row of the table.
      if (own === undefined || own.every(isBlank) || !isBlank(own[left - 1])) continue;
      putAt(own, left - 1, value);
      const list = filled.get(left - 1) ?? [];
      list.push(row);
      filled.set(left - 1, list);
    }
  }
  if (filled.size === 0) return silent(rows);
  const messages = form.columns.flatMap((column): readonly Message[] => {
    const at = columns.get(column.name) ?? -1;
    const list = (filled.get(at) ?? []).toSorted((a, b) => a - b);
    if (list.length === 0) return [];
    const place = { file, row: list[0] ?? null, column: at + 1 };
    const data = { column: column.name, rows: rowRanges(list) };
    return [isOfWhole(column) ? info(place, 'filled-down', data) : warning(place, 'merged-claim', data)];
  });
  return { value: rows.map((row) => ({ ...row, cells: cells.get(row.row) ?? row.cells })), messages };
}

/** Unit, number, name and day may well be the same in many rows; what a unit says of its tasks is not. */
function isOfWhole(column: Column): boolean {
  return column.fillDown !== undefined || column.mayStandOutside === true || column.need !== 'required';
}

/** The rows with blanks filled from above, for the columns that say so. A row that says in `unless` what it is about is no part of a merge. */
export function fillDown(rows: Rows, { file, columns, form }: Context): Result<Rows> {
  let result: Result<Rows> = silent(rows);
  for (const { name, fillDown: rule } of form.columns) {
    const at = columns.get(name);
    if (rule === undefined || at === undefined) continue;
    const unless = rule.unless === null ? undefined : columns.get(rule.unless);
    const filled = fillColumn(result.value, at, unless);
    const first = filled.filledRows[0];
    const rowsText = rowRanges(filled.filledRows);
    const place = { file, row: first ?? null, column: at + 1 };
    const said = first === undefined ? [] : [info(place, 'filled-down', { column: name, rows: rowsText })];
    result = { value: filled.rows, messages: [...result.messages, ...said] };
  }
  return result;
}

type Filled = { readonly rows: Rows; readonly filledRows: readonly number[] };

function fillColumn(rows: Rows, at: number, unless: number | undefined): Filled {
  const filledRows: number[] = [];
  let above = '';
  const filled = rows.map((row) => {
    const cell = row.cells[at] ?? '';
    if (!isBlank(cell)) above = cell;
    if (!isBlank(cell) || above === '' || (unless !== undefined && !isBlank(row.cells[unless]))) return row;
    filledRows.push(row.row);
    const cells = [...row.cells];
    putAt(cells, at, above);
    return { ...row, cells };
  });
  return { rows: filled, filledRows };
}

/** A row may be shorter than the table: a workbook keeps no blank cells at its end. */
function putAt(cells: string[], at: number, value: string): void {
  while (cells.length < at) cells.push('');
  cells[at] = value;
}
