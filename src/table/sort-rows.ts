/** Each row of a sheet put where it belongs: data, skipped with its kind, or unreadable with a message. */
import { error, info, warning } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import type { SkippedKind } from '../message/wording/table.ts';
import { characterProblems, hasSuspectCharacter, withoutPictures } from './characters.ts';
import type { ColumnIndex, TableForm } from './columns.ts';
import { bounds } from '../trade/bounds.ts';
import { fillDown, fillMerges } from './fill-down.ts';
import { acrossOf, rowRanges, skippedKind } from './row-kind.ts';
import type { SkippedRow } from './row-kind.ts';
import { cut, isBlank } from './sheet.ts';
import type { HeaderRow, Sheet, SheetRow } from './sheet.ts';

export type SortedRows = {
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly SkippedRow[];
  readonly unreadable: readonly SheetRow[];
  readonly unsound: ReadonlySet<number>;
};

type Context = { readonly file: string; readonly columns: ColumnIndex; readonly form: TableForm };

export function sortRows(sheet: Sheet, header: HeaderRow, context: Context): Result<SortedRows> {
  const clean = withoutPictures(sheet.rows, context.file);
  const { data, skipped } = withoutSkipped({ ...sheet, rows: clean.value }, header, context);
  const belowHeader = clean.value.filter(({ row }) => row > header.row);
  const even = evenRows(data, { ...context, sheet, width: widthOf(header) });
  const merged = fillMerges(even.value.rows, { merges: sheet.look.merges, all: belowHeader }, context);
  const filled = fillDown(merged.value, context);
  const sound = soundness(filled.value, context.file);
  const unreadable = [...sheet.brokenRows, ...even.value.uneven].toSorted((a, b) => a.row - b.row);
  const parts = [clean, even, merged, filled, sound];
  return {
    value: { rows: filled.value, skipped, unreadable, unsound: sound.value },
    messages: [...skippedMessages(skipped, context.file), ...parts.flatMap(({ messages }) => messages)],
  };
}

function widthOf(header: SheetRow): number {
  return header.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}

type Sorted = { readonly data: readonly SheetRow[]; readonly skipped: readonly SkippedRow[] };

function withoutSkipped(sheet: Sheet, header: HeaderRow, { columns, form }: Context): Sorted {
  const data: SheetRow[] = [];
  const skipped: SkippedRow[] = [];
  const content = contentColumns(header, columns, form);
  const across = acrossOf(sheet.look);
  let isInNotes = false;
  for (const row of sheet.rows) {
    const kind = skippedKind(row, { header, isInNotes, look: sheet.look, across, content });
    isInNotes = kind === 'note';
    if (kind === null) data.push(row);
    else skipped.push({ ...row, kind });
  }
  return { data, skipped };
}

/** Where a cell by itself may be a row of data. In a table of one or two required columns that is anywhere. */
function contentColumns(header: HeaderRow, columns: ColumnIndex, form: TableForm): ReadonlySet<number> {
  const required = form.columns.filter(({ need }) => need === 'required');
  if (required.length < 3) return new Set(header.cells.keys());
  const asked = required
    .filter(({ fillDown: rule }) => rule === undefined)
    .flatMap(({ name }) => columns.get(name) ?? []);
  return new Set(asked);
}

type Even = { readonly rows: readonly SheetRow[]; readonly uneven: readonly SheetRow[] };
type Measure = Context & { readonly sheet: Sheet; readonly width: number };

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
  const note =
    first === undefined ? [] : [info({ file, row: first, column: null }, 'short-rows', { rows: rowRanges(short) })];
  // A row inside the reach of a broken quote is explained by that quote.
  const told = [...problems].filter(([row]) => !sheet.doubtfulRows.has(row)).map(([, message]) => message);
  const value = {
    rows: data.filter(({ row }) => !problems.has(row)),
    uneven: data.filter(({ row }) => problems.has(row)),
  };
  return { value, messages: [...note, ...told] };
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

const quietKinds = [
  'title',
  'header',
  'blank',
  'heading',
  'total',
  'note',
  'signature',
] as const satisfies readonly SkippedKind[];

/** One line a kind: which rows were passed over. What a unit may have meant to count is a warning, and a lone cell is told with its text. */
function skippedMessages(skipped: readonly SkippedRow[], file: string): readonly Message[] {
  const rowsOf = (kind: SkippedRow['kind']): readonly number[] =>
    skipped.filter((each) => each.kind === kind).map((each) => each.row);
  const placeOf = (rows: readonly number[]) => ({ file, row: rows[0] ?? null, column: null });
  // The header itself is one such row of every table and needs no word.
  const quiet = quietKinds
    .filter((kind) => rowsOf(kind).length > (kind === 'header' ? 1 : 0))
    .map((kind) => {
      const rows = rowsOf(kind);
      return info(placeOf(rows), 'skipped-rows', { kind, rows: rowRanges(rows) });
    });
  const [hidden, struck] = [rowsOf('hidden'), rowsOf('struck')];
  const lone = skipped.flatMap(({ kind, row, cells }) => {
    const at = cells.findIndex((cell) => !isBlank(cell));
    if (kind !== 'lone') return [];
    return [warning({ file, row, column: at + 1 }, 'lone-cell', { written: cut(cells[at] ?? '') })];
  });
  return [
    ...quiet,
    ...(hidden.length === 0 ? [] : [warning(placeOf(hidden), 'hidden-rows', { rows: rowRanges(hidden) })]),
    ...(struck.length === 0 ? [] : [warning(placeOf(struck), 'struck-rows', { rows: rowRanges(struck) })]),
    ...lone,
  ];
}

/** Excel looks at sixteen rows at a time and leaves out separators after the last cell that any of them fills. */
const block = 16;

/**
 * Numbers of the rows that Excel itself made short: what they lack are columns that need not be filled, and a neighbour lacks the same, or
 * no other row stands in the block. Any other short row has lost a separator, and its cells may have moved.
 */
export function excelsOwn(
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
