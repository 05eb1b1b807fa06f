/** Merged cells: only the first row of a merge keeps the value when Excel saves CSV. Filled for the columns that say so, and said. */
import { info } from '../message/message.ts';
import type { Result } from '../message/message.ts';
import type { ColumnIndex, TableForm } from './columns.ts';
import { rowRanges } from './row-kind.ts';
import { isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';

type Context = { readonly file: string; readonly columns: ColumnIndex; readonly form: TableForm };

/** The rows with blanks filled from above. A row that says in `unless` what it is about is no part of a merge and stays blank. */
export function fillDown(rows: readonly SheetRow[], { file, columns, form }: Context): Result<readonly SheetRow[]> {
  let result: Result<readonly SheetRow[]> = { value: rows, messages: [] };
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

type Filled = { readonly rows: readonly SheetRow[]; readonly filledRows: readonly number[] };

function fillColumn(rows: readonly SheetRow[], at: number, unless: number | undefined): Filled {
  const filledRows: number[] = [];
  let above = '';
  const filled = rows.map((row) => {
    const cell = row.cells[at] ?? '';
    if (!isBlank(cell)) above = cell;
    if (!isBlank(cell) || above === '' || (unless !== undefined && !isBlank(row.cells[unless]))) return row;
    filledRows.push(row.row);
    return { ...row, cells: row.cells.with(at, above) };
  });
  return { rows: filled, filledRows };
}
