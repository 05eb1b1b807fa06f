/** Which character parts the cells, and in which row the header stands: found by the names a form knows, never by counting commas. */
import { error } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { columnNamed, countColumns } from './columns.ts';
import type { TableForm } from './columns.ts';
import { readCsvHead } from './csv.ts';
import type { Delimiter } from './csv.ts';
import { isBlank } from './sheet.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export type Header = { readonly delimiter: Delimiter; readonly row: SheetRow };

/** Titles, `填报单位：…` and remarks stand above a header; more than this would be another table. */
const rowsSearched = 30;
const delimiters: readonly Delimiter[] = [',', '\t', ';', '，', '；'];

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

/** The row among the first ones that names most columns of the form, at least two; the first of equals. */
export function headerAmong(rows: readonly SheetRow[], form: TableForm): SheetRow | null {
  let best: SheetRow | null = null;
  let most = 1;
  for (const row of rows.slice(0, rowsSearched)) {
    const count = countColumns(row, form);
    if (count > most) [best, most] = [row, count];
  }
  return best;
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
