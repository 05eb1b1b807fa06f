/** Rows of data made whole: as many cells as the header, the value of merged cells in each of its rows; and what no paper can print of them is told. */
import { error, info, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import { bounds } from '../trade/bounds.ts';
import type { Column, ColumnIndex, TableForm } from './columns.ts';
import { isBlank } from './sheet.ts';
import type { HeaderRow, Merge, Sheet, SheetRow } from './sheet.ts';
import type { SortedRows } from './sort-rows.ts';

/** `uneven`: rows with too many or too few cells, no data any more. `unsound`: numbers of rows that hold something no paper may print. */
export type WholeRows = {
  readonly rows: Rows;
  readonly uneven: Rows;
  readonly unsound: ReadonlySet<number>;
};

export function wholeRows(sorted: SortedRows, header: HeaderRow, { sheet, ...context }: Sheeted): Result<WholeRows> {
  const even = evenRows(sorted.data, { ...context, sheet, width: widthOf(header) });
  const belowHeader = [...sorted.data, ...sorted.skipped].filter(({ row }) => row > header.row);
  const merged = fillMerges(even.value.rows, { merges: sheet.look.merges, all: belowHeader }, context);
  const filled = fillDown(merged.value, context);
  const sound = soundness(filled.value, context.file);
  return {
    value: { rows: filled.value, uneven: even.value.uneven, unsound: sound.value },
    messages: [even, merged, filled, sound].flatMap(({ messages }) => messages),
  };
}

type Context = { readonly file: string; readonly columns: ColumnIndex; readonly form: TableForm };
type Rows = readonly SheetRow[];
type Sheeted = Context & { readonly sheet: Sheet };

function widthOf(header: SheetRow): number {
  return header.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}

type Even = { readonly rows: readonly SheetRow[]; readonly uneven: readonly SheetRow[] };
type Measure = Sheeted & { readonly width: number };

/** A row too long or too short has lost or gained a separator, and its cells may have moved; some short ones are Excel's own. */
function evenRows(data: readonly SheetRow[], measure: Measure): Result<Even> {
  const { file, sheet, width } = measure;
  const isText = sheet.encoding !== 'xlsx';
  const own = isText ? excelsOwn(data, measure) : new Set<number>();
  const problems = new Map(
    data.flatMap((row) => {
      const found = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
      const isShort = isText && row.cells.length < width && !own.has(row.row);
      if (found <= width && !isShort) return [];
      const [cells, column] = isShort ? [row.cells.length, row.cells.length] : [found, width + 1];
      const place = { file, row: row.row, column };
      return [[row.row, error(place, 'uneven-row', { found: cells, expected: width })] as const];
    }),
  );
  const short = [...own].toSorted((a, b) => a - b);
  const [first] = short;
  const note = first === undefined ? [] : [info({ file, row: first, column: null }, 'short-rows', { rows: short })];
  // A row inside the reach of a broken quote is explained by that quote.
  const told = [...problems].filter(([row]) => !sheet.doubtfulRows.has(row)).map(([, message]) => message);
  const value = {
    rows: data.filter(({ row }) => !problems.has(row)),
    uneven: data.filter(({ row }) => problems.has(row)),
  };
  return { value, messages: [...note, ...told] };
}

/** Excel looks at sixteen rows at a time and leaves out separators after the last cell that any of them fills. */
const block = 16;

/**
 * Numbers of the rows that Excel itself made short: what they lack are columns that need not be filled, and a neighbour lacks the same, or
 * no other row stands in the block. Any other short row has lost a separator, and its cells may have moved.
 */
function excelsOwn(
  rows: readonly SheetRow[],
  { width, columns, form }: Pick<Measure, 'width' | 'columns' | 'form'>,
): ReadonlySet<number> {
  const needed = form.columns.filter(({ need }) => need === 'required').map(({ name }) => columns.get(name) ?? -1);
  const least = Math.max(...needed) + 1;
  const inBlock = new Map<number, number>();
  for (const { row } of rows) inBlock.set(blockOf(row), (inBlock.get(blockOf(row)) ?? 0) + 1);
  return new Set(
    rows.flatMap((row, at) => {
      const length = row.cells.length;
      if (length >= width || length < least) return [];
      const isLike = [rows[at - 1], rows[at + 1]].some((beside) => beside?.cells.length === length);
      return isLike || inBlock.get(blockOf(row.row)) === 1 ? [row.row] : [];
    }),
  );
}

function blockOf(row: number): number {
  return Math.floor((row - 1) / block);
}

type Merged = { readonly merges: readonly Merge[]; readonly all: Rows };

/**
 * The rows of data with the value of each merge in all its rows; `all` rows of the sheet, for a merge may begin in a hidden one. A claim
 * that stands for several tasks is worth a look.
 */
function fillMerges(rows: Rows, { merges, all }: Merged, { file, columns, form }: Context): Result<Rows> {
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
    const data = { column: column.name, rows: list };
    return [isOfWhole(column) ? info(place, 'filled-down', data) : warning(place, 'merged-claim', data)];
  });
  return { value: rows.map((row) => ({ ...row, cells: cells.get(row.row) ?? row.cells })), messages };
}

/** Unit, number, name and day may well be the same in many rows; what a unit says of its tasks is not. */
function isOfWhole(column: Column): boolean {
  return column.fillDown !== undefined || column.mayStandOutside === true || column.need !== 'required';
}

/** The rows with blanks filled from above, for the columns that say so. A row that says in `unless` what it is about is no part of a merge. */
function fillDown(rows: Rows, { file, columns, form }: Context): Result<Rows> {
  let result: Result<Rows> = silent(rows);
  for (const { name, fillDown: rule } of form.columns) {
    const at = columns.get(name);
    if (rule === undefined || at === undefined) continue;
    const unless = rule.unless === null ? undefined : columns.get(rule.unless);
    const filled = fillColumn(result.value, at, unless);
    const first = filled.filledRows[0];
    const place = { file, row: first ?? null, column: at + 1 };
    const said = first === undefined ? [] : [info(place, 'filled-down', { column: name, rows: filled.filledRows })];
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

function soundness(rows: readonly SheetRow[], file: string): Result<ReadonlySet<number>> {
  const unsound = new Set<number>();
  const messages: Message[] = [];
  for (const row of rows) {
    if (!row.cells.some((cell) => cell.length > bounds.cellCharacters || hasSuspectCharacter(cell))) continue;
    const found = row.cells.flatMap((cell, at) => cellProblems(cell, { file, row: row.row, column: at + 1 }));
    if (found.some((each) => each.severity === 'error')) unsound.add(row.row);
    messages.push(...found);
  }
  return { value: unsound, messages };
}

function cellProblems(cell: string, place: { file: string; row: number; column: number }): readonly Message[] {
  const limit = bounds.cellCharacters;
  if (cell.length > limit) return [error(place, 'cell-too-long', { characters: cell.length, limit })];
  return characterProblems(cell, place);
}

/** Any of the below; looked for once in a whole text before its cells are gone through one by one. */
const suspect = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF\u2F00-\u2FDF]/u;

// Word refuses a whole document for one of these.
const control = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

function hasSuspectCharacter(text: string): boolean {
  return suspect.test(text);
}

/**
 * Control characters, halved surrogates and U+FFFD (a character lost before) are errors; private-use characters, which another machine
 * prints differently, marks that nobody sees (they come along when text is copied from a page), and Kangxi radicals, which look like the
 * characters they are not, are warnings. One message a kind.
 */
function characterProblems(text: string, place: Place): readonly Message[] {
  if (!suspect.test(text)) return [];
  const controlled = control.exec(text)?.[0];
  const isReplaced = text.includes('\uFFFD');
  const own = /\p{Co}/u.exec(text)?.[0];
  const unseen = /\p{Cf}/u.exec(text)?.[0];
  const radical = /[\u2F00-\u2FDF]/u.exec(text)?.[0];
  return [
    ...(controlled === undefined ? [] : [error(place, 'control-character', { code: codeOf(controlled) })]),
    ...(isReplaced ? [error(place, 'lost-character', undefined)] : []),
    ...(own === undefined ? [] : [warning(place, 'private-character', { code: codeOf(own) })]),
    ...(unseen === undefined ? [] : [warning(place, 'invisible-character', { code: codeOf(unseen) })]),
    ...(radical === undefined
      ? []
      : [warning(place, 'radical-character', { written: radical, meant: radical.normalize('NFKC') })]),
  ];
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
