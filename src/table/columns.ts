/** The header contract: which columns a table has, what else they are called, where they stand in a file, and what to say of the others. */
import { error, info, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { nearestNames } from '../trade/nearest.ts';
import { isBlank } from './sheet.ts';
import type { SheetRow, HeaderRow, Sheet } from './sheet.ts';

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

export type OutsideValue = { readonly text: string; readonly place: Place };

/** `outside`: values that stand once above or below the table (填报单位：…) for columns it does not have. */
export type Columns = { readonly columns: ColumnIndex; readonly outside: ReadonlyMap<string, OutsideValue> };

/** Header cells compare without width, blanks, line breaks, stars and remarks in brackets: `完成比例\n（%）` is 完成比例. */
export function foldHeader(cell: string): string {
  const folded = cell.normalize('NFKC').replaceAll(/[\s\p{Cf}*:]|\([^()]*\)/gu, '');
  return folded === '' ? cell.normalize('NFKC').replaceAll(/[\s\p{Cf}*:]/gu, '') : folded;
}

/** The canonical name of a header cell, or null. */
export function columnNamed(cell: string, form: TableForm): string | null {
  const known = cellsOfForm.get(form) ?? new Map<string, string | null>();
  cellsOfForm.set(form, known);
  const before = known.get(cell);
  if (before !== undefined) return before;
  const name = nameIn(form, foldHeader(cell));
  if (cell.length <= 20 && known.size < 2000) known.set(cell, name);
  return name;
}

// The files of a quarter have the same headers, and the same words below them.
const cellsOfForm = new WeakMap<TableForm, Map<string, string | null>>();

function nameIn(form: TableForm, folded: string): string | null {
  if (folded === '') return null;
  const known = form.columns.find((column) => column.name === folded || column.synonyms.includes(folded));
  if (known !== undefined) return known.name;
  return form.isFurther?.(folded) === true ? folded : null;
}

/** How many different columns of the form a row names: the header is the row that names most. */
function countColumns(cells: readonly string[], form: TableForm): number {
  return new Set(cells.map((cell) => columnNamed(cell, form)).filter((name) => name !== null)).size;
}

/** Where each column stands; missing ones first, then double and unknown ones. A hidden column counts only where no visible one has its name. */
export function readColumns(header: HeaderRow, { rows, look }: Sheet, { form, file }: Context): Result<Columns> {
  const outside = valuesOutside(header, rows, { form, file });
  const hidden = look.hiddenColumns;
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
  return { value: { columns: index, outside }, messages: [...missing, ...messages] };
}

type Context = { readonly form: TableForm; readonly file: string };

/** Values by column, for the columns that may stand outside. The first of several counts. */
function valuesOutside(
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

/** Titles, `填报单位：…` and remarks stand above a header; more than this would be another table. */
export const rowsSearched = 30;
/** A header in two rows is common, one in three is seen. */
const rowsJoined = 3;

/** The row among the first ones that names most columns of the form, at least two; the first of equals. Rows beside it that name more are part of it. */
export function headerAmong(rows: readonly SheetRow[], form: TableForm): HeaderRow | null {
  let best = -1;
  let most = 1;
  const first = rows.slice(0, rowsSearched);
  for (const [at, row] of first.entries()) {
    const count = countColumns(row.cells, form);
    if (count > most) [best, most] = [at, count];
  }
  return first[best] === undefined ? null : withNeighbours(first, best, form);
}

/** `进展` over `完成情况` and `完成比例`: the names of a header stand in several rows when some of its cells are merged. */
function withNeighbours(rows: readonly SheetRow[], at: number, form: TableForm): HeaderRow {
  // The caller has found the row.
  let parts: readonly SheetRow[] = [rows[at] as SheetRow];
  let { cells } = parts[0] as SheetRow;
  for (let above = at - 1; above >= 0 && parts.length < rowsJoined; above -= 1) {
    const upper = rows[above] as SheetRow;
    const joined = joinedNames(upper.cells, cells, form);
    if (joined === null) break;
    [parts, cells] = [[upper, ...parts], joined];
  }
  for (let below = at + 1; below < rows.length && parts.length < rowsJoined; below += 1) {
    const lower = rows[below] as SheetRow;
    const joined = joinedNames(cells, lower.cells, form);
    if (joined === null) break;
    [parts, cells] = [[...parts, lower], joined];
  }
  return { row: parts.at(-1)?.row ?? 0, cells, parts, named: countColumns(cells, form) };
}

/** One row of names from two, or null when the two are no header together: they name no more than one of them, or the lower one is data. */
function joinedNames(upper: readonly string[], lower: readonly string[], form: TableForm): readonly string[] | null {
  const isBlankAt = (cells: readonly string[], at: number): boolean => isBlank(cells[at]);
  let group = '';
  const cells: string[] = [];
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    const [above, below] = [upper[at] ?? '', lower[at] ?? ''];
    if (!isBlank(above)) group = above;
    const isGroup = !isBlank(above) && isBlankAt(upper, at + 1) && !isBlankAt(lower, at + 1);
    const isNamed = columnNamed(below, form) !== null;
    if (columnNamed(above, form) !== null && !isBlank(below) && !isNamed && !isGroup) return null;
    cells.push(isNamed ? below : nameOf({ above, below, group }, form));
  }
  const count = (names: readonly string[]): number => countColumns(names, form);
  return count(cells) > Math.max(count(upper), count(lower)) ? cells : null;
}

type Stacked = { readonly above: string; readonly below: string; readonly group: string };

/** The upper cell where it is a name, both together where they make one, else what stands there. */
function nameOf({ above, below, group }: Stacked, form: TableForm): string {
  if (columnNamed(above, form) !== null) return above;
  const together = `${group}${below}`;
  if (!isBlank(below) && columnNamed(together, form) !== null) return together;
  return isBlank(below) ? above : below;
}

/** What stands where a header was looked for, and the encoding it was read with, for GB18030 takes almost any bytes. */
export function headerNotFound(sheet: Sheet, form: TableForm, file: string): Message {
  const first = sheet.rows.find((row) => row.cells.some((cell) => !isBlank(cell)));
  const seen = (first?.cells.join(' ') ?? '').trim().slice(0, 40);
  const expected = form.columns.filter((column) => column.need === 'required').map((column) => column.name);
  const place = { file, row: first?.row ?? 1, column: 1 };
  return error(place, 'header-not-found', { seen, expected, encoding: sheet.encoding });
}
