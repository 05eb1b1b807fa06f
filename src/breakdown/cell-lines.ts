/**
 * A table copied from a web page, one cell a line. Empty cells are gone and cells of two lines look like two, so it is read only where every
 * row begins with the number that is due, has as many lines as the header, and has units where the header says so.
 */
import { columnKind } from './column.ts';
import { markAt } from './mark.ts';
import type { SourceRow } from './row.ts';
import { readUnitList } from './unit-list.ts';
import { looksLikeUnit } from './unit-name.ts';

export type CellLines = {
  readonly header: string;
  /** Line of the first header word, from 1. */
  readonly row: number;
  /** Header and rows, and the line after them; null where the cells cannot be told for certain. */
  readonly table: { readonly rows: readonly SourceRow[]; readonly endLine: number } | null;
};

type Cell = { readonly text: string; readonly line: number };

/** The table of a text whose cells stand on lines of their own; null where there is none. */
export function cellsOnLines(text: string): CellLines | null {
  const cells = text
    .split(/\r\n|\r|\n/u)
    .map((line, index): Cell => ({
      text: line
        .trim()
        .replace(/[|｜]$/u, '')
        .trim(),
      line: index + 1,
    }))
    .filter((cell) => cell.text !== '');
  for (let start = 0; start + 2 < cells.length; start += 1) {
    let end = start;
    while (isHeaderWord(cells[end]?.text ?? '')) end += 1;
    const header = fromNumber(cells.slice(start, end));
    if (isHeader(header)) {
      const words = header.map((cell) => cell.text).join(' ');
      return { header: words, row: header[0]?.line ?? 1, table: tableBelow(header, cells.slice(end)) };
    }
    start = Math.max(start, end - 1);
  }
  return null;
}

/** A title such as 重点任务分解表 reads as a header word too: the header begins with 序号 where it has one. */
function fromNumber(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(
    Math.max(
      0,
      cells.findIndex(({ text }) => columnKind(text) === 'no'),
    ),
  );
}

function isHeaderWord(line: string): boolean {
  return line.length <= 12 && !/[：:。]/u.test(line) && columnKind(line) !== null;
}

function isHeader(cells: readonly Cell[]): boolean {
  const kinds = new Set(cells.map(({ text }) => columnKind(text)));
  const hasUnits = kinds.has('leads') || kinds.has('responsible') || kinds.has('cooperators');
  // `二、重点任务` above `三、责任分工` is a table of contents.
  const isPlain = cells.every(({ text }) => markAt(text) === null);
  return kinds.size >= 3 && kinds.has('text') && (kinds.has('no') || (hasUnits && isPlain));
}

function tableBelow(header: readonly Cell[], below: readonly Cell[]): CellLines['table'] {
  const kinds = header.map(({ text }) => columnKind(text));
  if (kinds[0] !== 'no') return null;
  const rows: SourceRow[] = [rowOf(header)];
  let at = 0;
  while (Number(/^(\d{1,4})[.．、]?$/u.exec(below[at]?.text ?? '')?.[1]) === rows.length) {
    const cells = below.slice(at, at + kinds.length);
    if (cells.length < kinds.length || !cells.every(({ text }, index) => fits(text, kinds[index] ?? null))) return null;
    rows.push(rowOf(cells));
    at += kinds.length;
  }
  const rest = below[at];
  if (rows.length === 1 || (rest !== undefined && !isNote(rest.text))) return null;
  return { rows, endLine: rest?.line ?? Number.POSITIVE_INFINITY };
}

function rowOf(cells: readonly Cell[]): SourceRow {
  return { cells: cells.map(({ text }) => text), line: cells[0]?.line ?? 0 };
}

function fits(text: string, kind: ReturnType<typeof columnKind>): boolean {
  if (kind !== 'leads' && kind !== 'cooperators' && kind !== 'responsible') return true;
  const { names } = readUnitList(text);
  return names.every(looksLikeUnit);
}

/** What may stand below a table: a note, an annex, a date. */
function isNote(text: string): boolean {
  return /^(?:注|备注|说明|附|（|\(|\d{4}年)/u.test(text);
}
