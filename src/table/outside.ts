/** What stands once for a whole table, above or below it: `填报单位：区财政局　　填报日期：2024年10月8日`. */
import type { Place } from '../message/message.ts';
import { columnNamed } from './columns.ts';
import type { TableForm } from './columns.ts';
import { isBlank } from './sheet.ts';
import type { HeaderRow, SheetRow } from './sheet.ts';

export type OutsideValue = { readonly text: string; readonly place: Place };

type Context = { readonly form: TableForm; readonly file: string };

/** Values by column, for the columns that may stand outside. The first of several counts. */
export function valuesOutside(
  header: HeaderRow,
  rows: readonly SheetRow[],
  context: Context,
): ReadonlyMap<string, OutsideValue> {
  const found = new Map<string, OutsideValue>();
  if (!context.form.columns.some((column) => column.mayStandOutside === true)) return found;
  for (const row of rows) {
    // A row as wide as the table is one of its rows; labels stand alone or in pairs.
    if (header.parts.includes(row) || row.cells.filter((cell) => !isBlank(cell)).length * 2 > header.cells.length + 1)
      continue;
    for (const [column, value] of labelled(row, context)) if (!found.has(column)) found.set(column, value);
  }
  return found;
}

/** `label：value` in one cell, several of them in one cell, or the label in one cell and the value in the next. */
function labelled(row: SheetRow, { form, file }: Context): readonly (readonly [string, OutsideValue])[] {
  return row.cells.flatMap((cell, at) => {
    // A label and its value are short; splitting a long run of blanks would take the square of its length.
    if (cell.length > 200 || !/[:：]/u.test(cell)) return [];
    const parts = cell.split(/(?<!\s)\s+(?=[^\s:：]+[:：])/u);
    return parts.flatMap((part) => {
      const [label = '', ...rest] = part.split(/[:：]/u);
      const column = form.columns.find((each) => each.name === columnNamed(label, form));
      if (column?.mayStandOutside !== true) return [];
      const inside = rest.join('：').trim();
      const text = inside === '' ? (row.cells[at + 1] ?? '').trim() : inside;
      return text === '' ? [] : [[column.name, { text, place: { file, row: row.row, column: at + 1 } }] as const];
    });
  });
}
