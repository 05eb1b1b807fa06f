/** Tables: one row a task. Each row becomes an item with claims, so that everything after it is as for running text. */
import { claimsOfLabel, withoutStated } from './claim.ts';
import type { Claim, Claims } from './claim.ts';
import { merged } from './clause.ts';
import { columnKind, readHeader } from './column.ts';
import type { SourceColumn, ColumnKind } from './column.ts';
import { plainContent, readContent } from './content.ts';
import type { Content } from './content.ts';
import type { Item } from './item.ts';
import { withCellsAbove } from './ditto.ts';
import type { DittoCell } from './ditto.ts';
import { isUnitField, labelsIn } from './label.ts';
import type { Line } from './line.ts';
import { markAt, rankOf } from './mark.ts';
import type { Mark } from './mark.ts';
import type { Read } from './outline.ts';
import { isEmptyRow, onlyText } from './row.ts';
import type { SourceRow } from './row.ts';
import { signRulesIn } from './sign-rule.ts';
import { groupRows, isTotal, sectionColumns } from './table-group.ts';
import type { TaskRows } from './table-group.ts';
import { namesOnLines } from './unit-list.ts';

export type TableRead = {
  readonly reads: readonly Read[];
  readonly header: readonly SourceColumn[];
  readonly headerLine: number;
  readonly dittos: readonly DittoCell[];
};

const headerWithin = 8;

/** The items of a table, or null when no row of it is a header of the genre. */
export function readTableRows(rows: readonly SourceRow[]): TableRead | null {
  const filled = rows.filter((row) => !isEmptyRow(row));
  const at = filled.slice(0, headerWithin).findIndex((row) => readHeader(row.cells) !== null);
  const depth = isSubHeader(filled[at + 1]) ? 2 : 1;
  const header = readHeader(mergedHeader(filled.slice(at, at + depth)));
  if (header === null) return null;
  const front = filled.slice(0, at).map((row) => readOf(textItem('front', row)));
  const columns = sectionColumns(header, filled.slice(at + depth));
  const body = withCellsAbove(
    filled.slice(at + depth).filter((row) => readHeader(row.cells) === null),
    columns,
  );
  const headerLine = filled[at]?.line ?? 0;
  const reads = withSignRules([...front, ...bodyReads(body.rows, columns)], columns, headerLine);
  return { reads, header: columns, headerLine, dittos: body.cells };
}

/** `责任单位（★为牵头单位）` above a column holds for the document as the same words below it do. */
function withSignRules(reads: readonly Read[], columns: readonly SourceColumn[], line: number): readonly Read[] {
  const rules = columns.flatMap(({ header, index }) =>
    signRulesIn(header.replaceAll(/[（）()]/gu, '。')).map((rule) => ({ ...rule, spot: { line, column: index + 1 } })),
  );
  const [first, ...others] = reads;
  if (first === undefined || rules.length === 0) return reads;
  const content = { ...first.content, signRules: [...first.content.signRules, ...rules] };
  return [{ ...first, content }, ...others];
}

/** `责任分工` over `牵头单位` and `配合单位`: a second row of nothing but header words. */
function isSubHeader(row: SourceRow | undefined): boolean {
  const cells = (row?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
  return cells.length >= 2 && cells.every((cell) => cell.length <= 12 && columnKind(cell) !== null);
}

function mergedHeader(rows: readonly SourceRow[]): readonly string[] {
  const [upper, lower] = rows;
  return (upper?.cells ?? []).map((cell, index) => cellOf(lower, index) || cell);
}

function bodyReads(rows: readonly SourceRow[], columns: readonly SourceColumn[]): readonly Read[] {
  const reads: Read[] = [];
  const sections = columns.filter((column) => column.kind === 'section');
  let open: readonly string[] = [];
  let previous: number | null = null;
  for (const entry of groupRows(rows, columns)) {
    if (entry.kind === 'title') {
      reads.push(readOf(titleItem(entry.row)));
      open = [];
      continue;
    }
    const titles = sections.map(({ index }, level) => cellOf(entry.rows[0], index) || (open[level] ?? ''));
    for (const [level, title] of titles.entries()) {
      if (title !== '' && titles.slice(0, level + 1).join('\n') !== open.slice(0, level + 1).join('\n'))
        reads.push(readOf(sectionItem(title, level, entry)));
    }
    open = titles;
    const mark = markOf(entry, columns);
    const item = taskItem(entry, columns, { mark, previous: entry.isFilledDown ? null : previous });
    reads.push({ item, content: contentOf(item, entry, columns) });
    previous = mark === null || mark.value === 0 ? previous : mark.value;
  }
  return reads;
}

function cellOf(row: SourceRow | undefined, index: number): string {
  return row?.cells[index]?.trim() ?? '';
}

function readOf(item: Item): Read {
  return { item, content: readContent(item) };
}

function lineOf(text: string, row: SourceRow, column = 1): Line {
  return { text, raw: text, line: row.line, column, isAfterBlank: false, isIndented: false, hasSpaceBefore: false };
}

function textItem(kind: Item['kind'], row: SourceRow): Item {
  const text = [...new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].join(' ');
  return { kind, mark: null, previous: null, paragraphs: [{ lines: [lineOf(text, row)], isLabelled: false }] };
}

/** `一、经济发展` across the whole table; notes and totals below it are no headings. */
function titleItem(row: SourceRow): Item {
  const text = onlyText(row) ?? '';
  if (isTotal(row) || /^(?:注|备注|说明)|。/u.test(text)) return textItem('closing', row);
  const mark = markAt(text);
  const item = textItem('bare', row);
  return mark !== null && rankOf[mark.style] < rankOf.figure
    ? { ...item, kind: 'numbered', mark }
    : { ...item, rank: sectionRank };
}

const sectionRank = 4;

function sectionItem(title: string, level: number, { rows }: TaskRows): Item {
  const row = rows[0] ?? { cells: [], line: 0 };
  return {
    kind: 'bare',
    mark: null,
    previous: null,
    rank: sectionRank + (level + 1) / 10,
    paragraphs: [{ lines: [lineOf(title.replaceAll(/(?<![^\S\n])[^\S\n]*\n\s*/gu, ''), row)], isLabelled: false }],
  };
}

/** The number of its own column, else the one its text begins with. */
function markOf({ rows, no }: TaskRows, columns: readonly SourceColumn[]): Mark | null {
  if (no !== '') return markOfCell(no);
  if (columns.some((column) => column.kind === 'no')) return null;
  return markAt(textOf(rows, columns)[0]?.text ?? '');
}

function markOfCell(no: string): Mark {
  const marked = markAt(no) ?? markAt(`${no}、`);
  const isWhole = marked !== null && marked.printed.length >= no.length;
  if (isWhole) return { ...marked, no, printed: '', isDoubtful: false };
  return { style: 'figure', value: 0, no, printed: '', isDoubtful: false };
}

function textOf(rows: readonly SourceRow[], columns: readonly SourceColumn[]): readonly Line[] {
  const texts = columns.filter((column) => column.kind === 'text');
  return rows.flatMap((row) =>
    texts.flatMap(({ index }) =>
      cellOf(row, index)
        .split('\n')
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .map((text) => lineOf(text, row, index + 1)),
    ),
  );
}

function taskItem(
  entry: TaskRows,
  columns: readonly SourceColumn[],
  { mark, previous }: Pick<Item, 'mark' | 'previous'>,
): Item {
  const lines = textOf(entry.rows, columns);
  const last = entry.rows.at(-1);
  const paragraphs = lines.map((line) => ({ lines: [line], isLabelled: false }));
  return {
    kind: mark === null ? 'bare' : 'numbered',
    mark,
    previous,
    paragraphs,
    isRow: true,
    place: { line: entry.rows[0]?.line ?? 0, endLine: last?.line ?? 0 },
  };
}

/** The row's content. Where its columns name the units the text is left alone: a bracket in it is text. */
function contentOf(item: Item, { rows }: TaskRows, columns: readonly SourceColumn[]): Content {
  const claims = merged(rows.flatMap((row) => columns.map((column) => claimsOfCell(row, column))));
  const isNamed = claims.claims.some(({ field }) => isUnitField(field));
  const content = isNamed ? plainContent(item) : readContent(item);
  const isFirst = columns.some((column) => column.firstLeads) || claims.firstLeads;
  const spot = { line: rows[0]?.line ?? 0, column: 1 };
  return {
    ...content,
    claims: withoutStated([...content.claims, ...claims.claims]),
    leadRule: isFirst ? { rule: 'first', scope: 'here', words: '', at: 0, spot } : content.leadRule,
  };
}

const noClaims: Claims = { claims: [], firstLeads: false, remainder: '' };
const noValue = /^(?:无|\/|／|-|—|——|－)?$/u;

function claimsOfCell(row: SourceRow, { index, kind, header }: SourceColumn): Claims {
  const cell = cellOf(row, index);
  if (kind === 'no' || kind === 'section' || kind === 'text' || noValue.test(cell)) return noClaims;
  const value = isListColumn(kind) ? namesOnLines(cell) : cell.replaceAll(/(?<![^\S\n])[^\S\n]*\n\s*/gu, '');
  const origin = { rule: 'column', spot: { line: row.line, column: index + 1 }, isInline: false } as const;
  if (kind === 'note') {
    const claim: Claim = {
      ...origin,
      field: 'note',
      words: header,
      value: `${header === '' ? `第 ${index + 1} 列` : header}：${value}`,
    };
    return { ...noClaims, claims: [claim] };
  }
  const labels = labelsIn(cell);
  if (labels[0]?.start !== 0) return claimsOfLabel({ word: header, field: kind }, value, origin);
  // `牵头：区城管局` above `配合：区财政局` in one cell.
  return merged(
    labels.map((label, at) => {
      const part = cell.slice(label.valueStart, labels[at + 1]?.start).replace(/(?<![\s；;，,])[\s；;，,]+$/u, '');
      return claimsOfLabel(label, namesOnLines(part), origin);
    }),
  );
}

function isListColumn(kind: ColumnKind): boolean {
  return kind === 'leads' || kind === 'cooperators' || kind === 'responsible' || kind === 'leaders';
}
