/** Each row of a sheet put where it belongs: data, skipped with its kind, or unreadable with a message. */
import { error, info } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { characterProblems, hasSuspectCharacter } from './characters.ts';
import type { ColumnIndex, TableForm } from './columns.ts';
import { fillDown } from './fill-down.ts';
import { rowRanges, skippedKind } from './row-kind.ts';
import type { SkippedKind, SkippedRow } from './row-kind.ts';
import { isBlank, limits } from './sheet.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export type SortedRows = {
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly SkippedRow[];
  readonly unreadable: readonly SheetRow[];
  readonly unsound: ReadonlySet<number>;
};

type Context = { readonly file: string; readonly columns: ColumnIndex; readonly form: TableForm };

export function sortRows(sheet: Sheet, header: SheetRow, context: Context): Result<SortedRows> {
  const rows: SheetRow[] = [];
  const skipped: SkippedRow[] = [];
  const unreadable: SheetRow[] = [...sheet.brokenRows];
  const messages: Message[] = [];
  const width = header.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  let isInNotes = false;
  for (const row of sheet.rows) {
    const kind: SkippedKind | null =
      row.row <= header.row ? kindAbove(row, header) : skippedKind(row, header, isInNotes);
    isInNotes = kind === 'note';
    const uneven = kind === null ? unevenness(row, width, sheet) : null;
    if (kind !== null) skipped.push({ ...row, kind });
    else if (uneven === null) rows.push(row);
    else {
      unreadable.push(row);
      // A row inside the reach of a broken quote is explained by that quote.
      if (!sheet.doubtfulRows.has(row.row)) messages.push(unevenRow(uneven, row, context.file));
    }
  }
  const filled = fillDown(rows, context);
  const sound = soundness(filled.value, context.file);
  const value = { rows: filled.value, skipped, unreadable: inOrder(unreadable), unsound: sound.value };
  return {
    value,
    messages: [...skippedMessages(skipped, context.file), ...messages, ...filled.messages, ...sound.messages],
  };
}

function kindAbove(row: SheetRow, header: SheetRow): SkippedKind {
  if (row.row === header.row) return 'header';
  return row.cells.every(isBlank) ? 'blank' : 'title';
}

type Uneven = { readonly found: number; readonly expected: number; readonly column: number };

/** Excel writes every row as wide as the table; a short or long one has lost or gained a separator, and its cells may have moved. */
function unevenness(row: SheetRow, width: number, sheet: Sheet): Uneven | null {
  const found = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (found > width) return { found, expected: width, column: width + 1 };
  if (sheet.encoding === 'xlsx' || row.cells.length >= width) return null;
  return { found: row.cells.length, expected: width, column: row.cells.length };
}

function unevenRow({ found, expected, column }: Uneven, row: SheetRow, file: string): Message {
  return error({ file, row: row.row, column }, 'uneven-row', { found, expected });
}

function soundness(rows: readonly SheetRow[], file: string): Result<ReadonlySet<number>> {
  const unsound = new Set<number>();
  const messages: Message[] = [];
  for (const row of rows) {
    if (!row.cells.some((cell) => cell.length > limits.cellCharacters || hasSuspectCharacter(cell))) continue;
    const found = row.cells.flatMap((cell, at) => cellProblems(cell, { file, row: row.row, column: at + 1 }));
    if (found.some((each) => each.severity === 'error')) unsound.add(row.row);
    messages.push(...found);
  }
  return { value: unsound, messages };
}

function cellProblems(cell: string, place: { file: string; row: number; column: number }): readonly Message[] {
  const limit = limits.cellCharacters;
  if (cell.length > limit) return [error(place, 'cell-too-long', { characters: cell.length, limit })];
  return characterProblems(cell, place);
}

/** One line a kind: which rows were passed over as title, total, note, signature, repeated header or blank. */
function skippedMessages(skipped: readonly SkippedRow[], file: string): readonly Message[] {
  const kinds = ['title', 'header', 'blank', 'total', 'note', 'signature'] as const satisfies readonly SkippedKind[];
  return kinds.flatMap((kind) => {
    const rows = skipped.filter((each) => each.kind === kind).map((each) => each.row);
    const [first] = rows;
    // The header itself is one such row of every table and needs no word.
    if (first === undefined || (kind === 'header' && rows.length === 1)) return [];
    return [info({ file, row: first, column: null }, 'skipped-rows', { kind, rows: rowRanges(rows) })];
  });
}

function inOrder(rows: readonly SheetRow[]): readonly SheetRow[] {
  return rows.toSorted((a, b) => a.row - b.row);
}
