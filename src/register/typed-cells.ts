/** The cells of a line by the names of the register's own columns. */
import { error } from '../message/message.ts';
import type { Cells } from '../table/cells.ts';
import type { RegisterColumn } from './register-table.ts';

export type TypedCells = Omit<Cells, 'text' | 'place' | 'required' | 'requiredDate'> & {
  readonly text: (column: RegisterColumn) => string;
  readonly place: (column?: RegisterColumn) => ReturnType<Cells['place']>;
  readonly required: (column: RegisterColumn) => ReturnType<Cells['required']>;
  readonly requiredDate: (column: RegisterColumn) => ReturnType<Cells['requiredDate']>;
};

/** 0, with an error, when it is none. */
export function wholeNumber(cells: TypedCells, column: RegisterColumn): number {
  const written = cells.text(column).normalize('NFKC');
  if (/^[1-9]\d{0,8}$/u.test(written)) return Number(written);
  cells.report(error(cells.place(column), 'register-no-number', { column, written }));
  return 0;
}
