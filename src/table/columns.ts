/** The header contract: which columns a table has, what else they are called, and what to say of the others. */
import { error, info, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { nearestNames } from '../trade/nearest.ts';
import { isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';

export type Column = {
  readonly name: string;
  readonly synonyms: readonly string[];
  /** unread: known from forms in use, but Duban does not use it and says so. reference: our own forms print it, nobody answers it. */
  readonly need: 'required' | 'optional' | 'unread' | 'reference';
  /** One value for the whole table may stand above or below it: `填报单位：区财政局`. */
  readonly mayStandOutside?: boolean;
  /** Merged cells: a blank takes the value above, unless the named column has a text of its own. */
  readonly fillDown?: { readonly unless: string | null };
};

export type TableForm = {
  readonly columns: readonly Column[];
  /** Further columns that are named by rule: `2024Q3计划`. */
  readonly isFurther?: (foldedName: string) => boolean;
  /** A register of acts may be empty; a return or roster without rows is an error. */
  readonly mayBeEmpty: boolean;
};

/** Canonical (or further) name → index of the column, from 0. */
export type ColumnIndex = ReadonlyMap<string, number>;

/** Header cells compare without width, blanks, line breaks, stars and remarks in brackets: `完成比例\n（%）` is 完成比例. */
export function foldHeader(cell: string): string {
  const folded = cell.normalize('NFKC').replaceAll(/[\s\p{Cf}*:]|\([^()]*\)/gu, '');
  return folded === '' ? cell.normalize('NFKC').replaceAll(/[\s\p{Cf}*:]/gu, '') : folded;
}

/** The canonical name of a header cell, or null. */
export function columnNamed(cell: string, form: TableForm): string | null {
  const folded = foldHeader(cell);
  if (folded === '') return null;
  const known = form.columns.find((column) => column.name === folded || column.synonyms.includes(folded));
  if (known !== undefined) return known.name;
  return form.isFurther?.(folded) === true ? folded : null;
}

/** How many different columns of the form a row names: the header is the row that names most. */
export function countColumns(row: SheetRow, form: TableForm): number {
  return new Set(row.cells.map((cell) => columnNamed(cell, form)).filter((name) => name !== null)).size;
}

/** Where each column stands; missing ones first, then double and unknown ones. A hidden column counts only where no visible one has its name. */
export function indexColumns(header: SheetRow, form: TableForm, whereabouts: Whereabouts): Result<ColumnIndex> {
  const { file, outside, hidden } = whereabouts;
  const index = new Map<string, number>();
  const missing: Message[] = [];
  const messages: Message[] = [];
  const named = new Set(header.cells.map((cell) => columnNamed(cell, form)));
  // Only a column that is not there yet can be what an unknown one was meant to be.
  const lacking = form.columns.map(({ name }) => name).filter((name) => isAsked(name, form) && !named.has(name));
  const cells = [...header.cells.entries()];
  for (const [at, cell] of [...cells.filter(([at]) => !hidden.has(at)), ...cells.filter(([at]) => hidden.has(at))]) {
    const place = { file, row: header.row, column: at + 1 };
    const name = columnNamed(cell, form);
    const first = name === null ? undefined : index.get(name);
    if (name !== null && first === undefined) index.set(name, at);
    if (name === null) messages.push(...unknownColumn(cell, lacking, place));
    else if (!isAsked(name, form)) continue;
    else if (hidden.has(at))
      messages.push(warning(place, 'hidden-column', { column: name, isRead: first === undefined }));
    else if (first !== undefined) messages.push(error(place, 'duplicate-column', { column: name, first: first + 1 }));
  }
  // The first free column: there it can be added.
  const free = header.cells.findLastIndex((cell) => !isBlank(cell)) + 2;
  for (const column of form.columns) {
    if (column.need !== 'required' || index.has(column.name) || outside.has(column.name)) continue;
    missing.push(error({ file, row: header.row, column: free }, 'missing-column', { column: column.name }));
  }
  return { value: index, messages: [...missing, ...messages] };
}

type Whereabouts = {
  readonly file: string;
  readonly outside: ReadonlyMap<string, unknown>;
  /** Indexes of columns out of sight. */
  readonly hidden: ReadonlySet<number>;
};

type Context = { readonly form: TableForm; readonly file: string };

/** Columns that hold something nobody reads: said, so that nothing a unit wrote is passed over in silence. */
export function unreadColumns(
  header: SheetRow,
  rows: readonly SheetRow[],
  { form, file }: Context,
): readonly Message[] {
  const unread = new Set(form.columns.filter(({ need }) => need === 'unread').map(({ name }) => name));
  return header.cells.flatMap((cell, at) => {
    const name = columnNamed(cell, form);
    const isSilent = name === null ? !isBlank(cell) : !unread.has(name);
    if (isSilent || !rows.some((row) => !isBlank(row.cells[at]))) return [];
    const place = { file, row: header.row, column: at + 1 };
    return [
      name === null ? warning(place, 'unnamed-column', undefined) : info(place, 'unread-column', { column: name }),
    ];
  });
}

function isAsked(name: string, form: TableForm): boolean {
  const column = form.columns.find((each) => each.name === name);
  return column === undefined || column.need === 'required' || column.need === 'optional';
}

function unknownColumn(cell: string, lacking: readonly string[], place: Place): readonly Message[] {
  if (isBlank(cell)) return [];
  const written = cell.trim().slice(0, 40);
  return [warning(place, 'unknown-column', { column: written, nearest: nearestNames(written, lacking, 1) })];
}
