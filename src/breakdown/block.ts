/** Blocks of a source: running text and tables, in their order. */
import type { Message, Result } from '../message/message.ts';
import { readCsv, readCsvHead, toLines } from '../table/csv.ts';
import type { Delimiter } from '../table/csv.ts';
import { cellsOnLines } from './cell-lines.ts';
import type { CellLines } from './cell-lines.ts';
import { columnKind, readHeader } from './column.ts';
import { readLines } from './read-lines.ts';
import type { Line } from './line.ts';
import { isMarkdownRow, isMarkdownRule, markdownCells } from './row.ts';
import type { SourceRow } from './row.ts';

export type SourceBlock =
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly SourceRow[] };

export type SourceText = { readonly blocks: readonly SourceBlock[]; readonly pageNumbers: readonly Line[] };

const delimiters: readonly Delimiter[] = [',', '\t', ';', '，', '；'];
const headerWithin = 8;

/** Blocks of a text file: one table where a delimiter gives a header row, else running text with the tables in it. */
export function blocksOfText(text: string, file: string): Result<SourceText> {
  const lines = toLines(text);
  const delimiter = delimiters.find((each) =>
    readCsvHead(lines, each, headerWithin).some(({ cells }) => readHeader(cells) !== null && isHeaderOf(each, cells)),
  );
  if (delimiter !== undefined && isTableThroughout(text, delimiter)) return csvBlocks(lines, delimiter, file);
  const cells = cellsOnLines(text)?.table ?? null;
  // Numbers that stand alone on a line are cells of it, no page numbers.
  if (cells !== null) return { value: { blocks: blocksAround(cells, text), pageNumbers: [] }, messages: [] };
  const read = readLines(text);
  return { value: { blocks: textBlocks(read.lines), pageNumbers: read.pageNumbers }, messages: [] };
}

/** The text above and below a table whose cells stand on lines of their own. */
function blocksAround({ rows, endLine }: NonNullable<CellLines['table']>, text: string): readonly SourceBlock[] {
  const { lines } = readLines(text);
  const firstLine = rows[0]?.line ?? 0;
  return [
    { kind: 'text', lines: lines.filter(({ line }) => line < firstLine) },
    { kind: 'table', rows },
    { kind: 'text', lines: lines.filter(({ line }) => line >= endLine) },
  ];
}

/** Sentences have full-width commas: between them every cell must be a header word. */
function isHeaderOf(delimiter: Delimiter, cells: readonly string[]): boolean {
  return delimiter.charCodeAt(0) < 0x80 || cells.every((cell) => columnKind(cell) !== null);
}

/** A table may stand in running text too; a file is a table when nearly all lines outside quotes are split. */
function isTableThroughout(text: string, delimiter: Delimiter): boolean {
  const plain = text.replaceAll(/"[^"]*"/gu, '""');
  const lines = plain.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  return lines.filter((line) => line.includes(delimiter)).length * 10 >= lines.length * 6;
}

function csvBlocks(lines: Buffer, delimiter: Delimiter, file: string): Result<SourceText> {
  const { value, messages } = readCsv(lines, delimiter, file);
  const rows = value.rows.map(({ row, cells }): SourceRow => ({ line: row, cells }));
  return {
    value: { blocks: [{ kind: 'table', rows }], pageNumbers: [] },
    messages: messages satisfies readonly Message[],
  };
}

/** Running text with Markdown tables and tab-separated ones taken out. */
function textBlocks(lines: readonly Line[]): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let text: Line[] = [];
  let index = 0;
  while (index < lines.length) {
    const rows = markdownTable(lines, index) ?? strokedTable(lines, index) ?? tabbedTable(lines, index);
    if (rows === null) {
      const line = lines[index];
      if (line !== undefined) text.push(withoutMarkup(line));
      index += 1;
      continue;
    }
    if (text.length > 0) blocks.push({ kind: 'text', lines: text });
    blocks.push({ kind: 'table', rows: rows.rows });
    text = [];
    index += rows.lines;
  }
  return text.length > 0 ? [...blocks, { kind: 'text', lines: text }] : blocks;
}

type Taken = { readonly rows: readonly SourceRow[]; readonly lines: number };

function markdownTable(lines: readonly Line[], start: number): Taken | null {
  const [header, rule] = [lines[start], lines[start + 1]];
  if (header === undefined || rule === undefined) return null;
  if (!isMarkdownRow(header.text) || !isMarkdownRule(rule.text)) return null;
  let end = start + 2;
  while (lines[end] !== undefined && isMarkdownRow(lines[end]?.text ?? '')) end += 1;
  const rows = lines.slice(start, end).filter((line) => !isMarkdownRule(line.text));
  return { rows: rows.map(({ text, line }) => ({ cells: markdownCells(text), line })), lines: end - start };
}

/** `1 | 招商引资 | 区商务局`, what a web page's table leaves when its text is copied: no rule below the header, no outer strokes. */
function strokedTable(lines: readonly Line[], start: number): Taken | null {
  const header = strokedCells(lines[start]);
  if (header === null || readHeader(header) === null) return null;
  const rows: SourceRow[] = [];
  let end = start;
  for (; ; end += 1) {
    const line = lines[end];
    const cells = strokedCells(line);
    if (line === undefined || cells === null) break;
    rows.push({ cells, line: line.line });
  }
  return { rows, lines: end - start };
}

function strokedCells(line: Line | undefined): readonly string[] | null {
  const text = line?.text.replaceAll('｜', '|') ?? '';
  return isMarkdownRow(text) && !isMarkdownRule(text) ? markdownCells(text) : null;
}

function tabbedTable(lines: readonly Line[], start: number): Taken | null {
  const first = lines[start];
  if (first === undefined || !first.raw.includes('\t') || readHeader(first.raw.split('\t')) === null) return null;
  let end = start + 1;
  while (lines[end]?.raw.includes('\t') === true) end += 1;
  return {
    rows: lines.slice(start, end).map(({ raw, line }) => ({ cells: raw.split('\t'), line })),
    lines: end - start,
  };
}

/** `## 一、总体要求` and `**1.**`: Markdown's own signs are no text. */
function withoutMarkup(line: Line): Line {
  if (!/^(?:#{1,6}\s|>|\*\*|[-*+]\s)|\*\*/u.test(line.text)) return line;
  const plain = line.text
    .replace(/^(?:#{1,6}\s+|>\s*)+/u, '')
    .replaceAll('**', '')
    .replace(/^[-*+]\s+(?=\S.{1,11}[：:])/u, '')
    .trim();
  const lead = line.text.indexOf(plain);
  return plain === ''
    ? line
    : {
        ...line,
        text: plain,
        column: line.column + Math.max(0, lead),
        isAfterBlank: line.isAfterBlank || line.text.startsWith('#'),
      };
}
