/**
 * From a text to a sheet: the only file that knows csv-parse. The delimiter is the one under which the header names most. Quotes are strict;
 * nothing is cast, trimmed or skipped, and what is too large is not split.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { error } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import { columnNamed, headerAmong, headerNotFound, rowsSearched } from './columns.ts';
import type { TableForm } from './columns.ts';
import { dimensionProblem, endOfLine, sizeProblem } from './csv-size.ts';
import { isGarbled } from './decode.ts';
import { literalText } from './escape.ts';
import type { OpenedFile } from './kind.ts';
import { plainLook } from './sheet.ts';
import type { HeadedSheet, HeaderRow, Sheet, SheetRow } from './sheet.ts';
import { fileOnly } from '../message/place.ts';

export const delimiters = [',', '\t', ';', '，', '；'] as const;

export type Delimiter = (typeof delimiters)[number];

export type CsvRows = {
  readonly rows: readonly SheetRow[];
  readonly brokenRows: readonly SheetRow[];
  readonly doubtfulRows: ReadonlySet<number>;
};

/** After so many broken quotes a file is no table any more; each costs one more reading of the rest. */
const brokenQuoteLimit = 20;

/** A text as a sheet under the form's header. Null of what is too large: that is all that is said of it. */
export function readCsvSheet(
  { value: file, messages }: Result<OpenedFile>,
  form: TableForm,
): Result<HeadedSheet | null> {
  const { path, text } = file;
  const lines = toLines(text.text);
  const tooLarge = dimensionProblem(lines, path);
  if (tooLarge !== null) return failed([tooLarge]);
  const parted = partedBy(lines, path);
  const found = findHeader(lines, form, parted);
  const csv = parted(found?.delimiter ?? ',');
  const tooMany = sizeProblem(csv.value.rows, found?.row ?? null, path);
  if (tooMany !== null) return failed([tooMany]);
  const sheet: Sheet = { ...csv.value, encoding: text.encoding, look: plainLook };
  const noTable = found === null ? noHeader(sheet, form, file) : fullWidthDelimiter(found, form, path);
  const header = noTable === null ? (found?.row ?? null) : null;
  const said = noTable === null ? messages : [...messages, noTable];
  return { value: { sheet, header, broken: csv.messages }, messages: said };
}

function noHeader(sheet: Sheet, form: TableForm, { path, text }: OpenedFile): Message {
  return isGarbled(text.text) ? error(fileOnly(path), 'garbled-table', undefined) : headerNotFound(sheet, form, path);
}

type Parted = (delimiter: Delimiter) => Result<CsvRows>;

/** Each reading of all rows is done once. */
function partedBy(lines: Buffer, file: string): Parted {
  const known = new Map<Delimiter, Result<CsvRows>>();
  return (delimiter) => {
    const rows = known.get(delimiter) ?? readCsv(lines, delimiter, file);
    known.set(delimiter, rows);
    return rows;
  };
}

type Header = { readonly delimiter: Delimiter; readonly row: HeaderRow };

/** The header of a CSV text, or null when no row names at least two of the form's columns. */
function findHeader(lines: Buffer, form: TableForm, parted: Parted): Header | null {
  const required = form.columns.filter((column) => column.need === 'required').length;
  // What does not occur parts nothing; the comma is tried in any case, for a table may have one column.
  const occurring = delimiters.filter((each) => lines.includes(each));
  let best: Header | null = null;
  for (const delimiter of new Set<Delimiter>([',', ...occurring])) {
    // Nearly every file is parted by the first that occurs, and then all of it is read anyhow.
    const isLikely = delimiter === occurring[0];
    const head = isLikely
      ? parted(delimiter).value.rows.slice(0, rowsSearched)
      : readCsvHead(lines, delimiter, rowsSearched);
    const row = headerAmong(head, form);
    if (row === null) continue;
    if (best === null || row.named > best.row.named) best = { delimiter, row };
    if (row.named >= Math.max(required, 2)) break;
  }
  return best;
}

/** Header names glued together by ， or ；: the file mixes half-width and full-width separators, its cells are not where they seem. */
function fullWidthDelimiter(header: Header, form: TableForm, file: string): Message | null {
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

/** The first rows only, as far as they can be split; for finding the header. Problems are left to `readCsv`. */
export function readCsvHead(lines: Buffer, delimiter: Delimiter, rowLimit: number): readonly SheetRow[] {
  return parsePiece(lines, delimiter, rowLimit).records.map((cells, index) => ({ row: index + 1, cells }));
}

/**
 * All rows. A broken quote is an error with the range of rows it reaches over; reading goes on at the next line, so that the other
 * problems of the file are found at the same time.
 */
export function readCsv(lines: Buffer, delimiter: Delimiter, file: string): Result<CsvRows> {
  const rows: SheetRow[] = [];
  const brokenRows: SheetRow[] = [];
  const doubtfulRows = new Set<number>();
  const messages: Message[] = [];
  let offset = 0;
  let row = 1;
  const takeLine = (from: number): number => {
    const end = endOfLine(lines, from);
    brokenRows.push({ row: row++, cells: [lines.toString('utf8', from, end)] });
    return end + 1;
  };
  while (offset < lines.length) {
    const piece = parsePiece(lines.subarray(offset), delimiter, null);
    for (const cells of piece.records) rows.push({ row: row++, cells });
    if (piece.broken === null) break;
    const { column, kind, lines: reach } = piece.broken;
    const start = row;
    for (let each = start; each <= start + reach; each += 1) doubtfulRows.add(each);
    offset = takeLine(offset + piece.broken.offset);
    const isHopeless = messages.length + 1 === brokenQuoteLimit;
    // Hopeless: the rest is counted by lines and left unread; the message of this last broken quote reaches over it.
    while (isHopeless && offset < lines.length) offset = takeLine(offset);
    const endRow = isHopeless ? row - 1 : start + reach;
    messages.push(error({ file, row: start, column, endRow }, 'broken-quote', { kind }));
  }
  return { value: { rows, brokenRows, doubtfulRows }, messages };
}

// Systems keep leading zeros from Excel by `="0123"`, and leave out the quotes that CSV asks for round it. Inside a quoted cell every quote
// is doubled, so that the pattern finds none there.
const bareLiteral = /(?<=^|[,;\t，；\n])="([^",;\t，；\n]+)"(?=[,;\t，；\n]|$)/gu;

/** Line ends as LF, so that CRLF, CR and mixtures are the same rows, and lines inside a cell too; without the end mark of DOS. */
export function toLines(text: string): Buffer {
  const lines = withoutEndMark(text).replaceAll(/\r\n?/gu, '\n');
  return Buffer.from(lines.includes('="') ? lines.replaceAll(bareLiteral, '"=""$1"""') : lines, 'utf8');
}

/** Programs of the time of DOS close a text with Ctrl-Z, and some fill it up with more of them. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && '\u001A\n\r\t '.includes(text[end - 1] ?? '')) end -= 1;
  return text.includes('\u001A', end) ? text.slice(0, end) : text;
}

type Broken = {
  /** Where the broken record starts, in bytes, and how many line ends the parser passed before it gave up. */
  readonly offset: number;
  readonly lines: number;
  readonly column: number;
  readonly kind: 'unclosed' | 'stray';
};

type Piece = { readonly records: readonly (readonly string[])[]; readonly broken: Broken | null };

function parsePiece(lines: Buffer, delimiter: Delimiter, rowLimit: number | null): Piece {
  const quote = lines.indexOf('"');
  const end = quote === -1 ? lines.length : lines.lastIndexOf('\n', quote) + 1;
  const records = unquotedRecords(lines.toString('utf8', 0, end), delimiter, rowLimit);
  if (end === lines.length || records.length === rowLimit) return { records, broken: null };
  const rest = parseQuoted(lines.subarray(end), delimiter, rowLimit === null ? null : rowLimit - records.length);
  const broken = rest.broken === null ? null : { ...rest.broken, offset: end + rest.broken.offset };
  return { records: [...records, ...rest.records], broken };
}

/** Lines without a quote are parted by nothing but line ends and delimiters, as csv-parse does it byte by byte. */
function unquotedRecords(text: string, delimiter: Delimiter, rowLimit: number | null): readonly (readonly string[])[] {
  if (text === '') return [];
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n', rowLimit ?? undefined);
  return lines.map((line) => line.split(delimiter).map(literalText));
}

function parseQuoted(lines: Buffer, delimiter: Delimiter, rowLimit: number | null): Piece {
  const records: string[][] = [];
  let end = { bytes: 0, lines: 0 };
  try {
    parse(lines, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      ...(rowLimit === null ? {} : { to: rowLimit }),
      on_record: (record: string[], { bytes, lines: lastLine }) => {
        records.push(record.map(literalText));
        end = { bytes, lines: lastLine };
        return null;
      },
    });
    return { records, broken: null };
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    return { records, broken: brokenAt(problem, end) };
  }
}

function brokenAt(problem: CsvError, end: { readonly bytes: number; readonly lines: number }): Broken {
  const info = problem as CsvError & { readonly lines: number; readonly column: number };
  return {
    offset: end.bytes,
    lines: info.lines - end.lines - 1,
    column: info.column + 1,
    kind: problem.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'stray',
  };
}
