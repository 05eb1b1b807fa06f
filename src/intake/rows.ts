/** A file of the office read row by row: the columns of a form, then one function a row. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { hasErrors } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { InputFile } from '../table/file.ts';
import { cellsOf } from '../table/cells.ts';
import type { Cells } from '../table/cells.ts';
import type { Column, TableForm } from '../table/columns.ts';
import { readTable } from '../table/table.ts';

/** A file of the office, null where it has none of that name. */
export function officeFile(disk: Disk, path: string): InputFile | null {
  const bytes = disk.read(path);
  return bytes === null ? null : { path, bytes };
}

/**
 * What `read` gives for each row that has no error, in the order of the file. A missing column leaves no value at all, and so does a file that
 * the office does not keep.
 */
export function readRows<T>(
  file: InputFile | null,
  form: TableForm,
  read: (cells: Cells) => T | null,
): Result<readonly T[]> {
  if (file === null) return silent([]);
  const table = readTable(file, form);
  const messages: Message[] = [...table.messages];
  const values: T[] = [];
  for (const row of table.value.rows) {
    const cells = cellsOf(table.value, row);
    const value = read(cells);
    messages.push(...cells.messages);
    if (value !== null && !hasErrors(cells.messages) && !table.value.unsound.has(row.row)) values.push(value);
  }
  return { value: values, messages };
}

/** A form whose columns go by one name each, as in the files that the office itself keeps; `optional`: those that may be left out. */
export function officeForm<Name extends string>(names: readonly Name[], optional: readonly Name[] = []): TableForm {
  const columns = names.map((name): Column => {
    return { name, synonyms: [], need: optional.includes(name) ? 'optional' : 'required' };
  });
  return { columns, mayBeEmpty: true };
}

/** Rows after the first that say the same thing again, each with the row that said it. */
export function repeatedRows<T extends { readonly place: Place }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly { readonly again: T; readonly row: number }[] {
  const first = new Map<string, T>();
  return rows.flatMap((each) => {
    const earlier = first.get(keyOf(each));
    if (earlier !== undefined) return [{ again: each, row: earlier.place.row ?? 0 }];
    first.set(keyOf(each), each);
    return [];
  });
}
