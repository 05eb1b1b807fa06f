/** Which character parts the cells, and in which row the header stands: found by the names a form knows, never by counting commas. */
import { error } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { columnNamed, countColumns } from './columns.ts';
import type { TableForm } from './columns.ts';
import { delimiters, readCsvHead } from './csv.ts';
import type { Delimiter } from './csv.ts';
import { isBlank } from './sheet.ts';
import type { HeaderRow, Sheet, SheetRow } from './sheet.ts';

type Header = { readonly delimiter: Delimiter; readonly row: HeaderRow };

/** Titles, `填报单位：…` and remarks stand above a header; more than this would be another table. */
const rowsSearched = 30;
/** A header in two rows is common, one in three is seen. */
const rowsJoined = 3;

/** The header of a CSV text, or null when no row names at least two of the form's columns. */
export function findHeader(lines: Buffer, form: TableForm): Header | null {
  const required = form.columns.filter((column) => column.need === 'required').length;
  let best: { header: Header; count: number } | null = null;
  // What does not occur parts nothing; the comma is tried in any case, for a table may have one column.
  for (const delimiter of delimiters.filter((each) => each === ',' || lines.includes(each))) {
    const row = headerAmong(readCsvHead(lines, delimiter, rowsSearched), form);
    if (row === null) continue;
    const count = countColumns(row, form);
    if (best === null || count > best.count) best = { header: { delimiter, row }, count };
    if (count >= Math.max(required, 2)) break;
  }
  return best?.header ?? null;
}

/** The row among the first ones that names most columns of the form, at least two; the first of equals. Rows beside it that name more are part of it. */
export function headerAmong(rows: readonly SheetRow[], form: TableForm): HeaderRow | null {
  let best = -1;
  let most = 1;
  const first = rows.slice(0, rowsSearched);
  for (const [at, row] of first.entries()) {
    const count = countColumns(row, form);
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
  return { row: parts.at(-1)?.row ?? 0, cells, parts };
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
  const count = (names: readonly string[]): number => countColumns({ row: 0, cells: names }, form);
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

/** Header names glued together by ， or ；: the file mixes half-width and full-width separators, its cells are not where they seem. */
export function fullWidthDelimiter(header: Header, form: TableForm, file: string): Message | null {
  const { delimiter, row } = header;
  const at = row.cells.findIndex((cell) => isGlued(cell, form));
  const isFullWidth = delimiter === '，' || delimiter === '；';
  if (!isFullWidth && at === -1) return null;
  const mark = isFullWidth ? delimiter : (row.cells[at] ?? '').includes('，') ? '，' : '；';
  return error({ file, row: row.row, column: isFullWidth ? null : at + 1 }, 'full-width-delimiter', { mark });
}

function isGlued(cell: string, form: TableForm): boolean {
  const parts = cell.split(/[，；]/u);
  return parts.length > 1 && parts.filter((part) => columnNamed(part, form) !== null).length > 1;
}

/** What stands where a header was looked for, and the encoding it was read with, for GB18030 takes almost any bytes. */
export function headerNotFound(sheet: Sheet, form: TableForm, file: string): Message {
  const first = sheet.rows.find((row) => row.cells.some((cell) => !isBlank(cell)));
  const seen = (first?.cells.join(' ') ?? '').trim().slice(0, 40);
  const expected = form.columns.filter((column) => column.need === 'required').map((column) => column.name);
  const place = { file, row: first?.row ?? 1, column: 1 };
  return error(place, 'header-not-found', { seen, expected, encoding: sheet.encoding });
}
