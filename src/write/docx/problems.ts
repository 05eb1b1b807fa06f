/** What makes a paper unwritable, found in its tree before it is written: characters that no XML can hold, tables with holes. */
import type { Block, Cell, Document, Inline, Meta, Row, Table } from '../../document/tree.ts';
import { error } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import type { PaperSpot } from '../../message/wording/docx.ts';
import { tableGrid } from './table-grid.ts';

const sound = new WeakSet<Document>();

/** `place`: the paper's file or template. No message = the writer takes the tree. A tree is never changed, and looked through once. */
export function documentProblems(document: Document, place: Place | null): readonly Message[] {
  if (sound.has(document)) return none;
  const search: Search = { place, found: [] };
  for (const [fact, value] of Object.entries(document.meta)) searchFact(fact, value, search);
  searchBlocks(document.children, null, search);
  if (search.found.length === 0) sound.add(document);
  return search.found;
}

const none: readonly Message[] = [];

type Search = { readonly place: Place | null; readonly found: Message[] };

function searchFact(fact: string, value: Meta[keyof Meta], search: Search): void {
  if (typeof value === 'string') searchText(value, { fact }, search);
  else if (Array.isArray(value)) for (const each of value) searchFact(fact, each, search);
}

function searchBlocks(blocks: readonly Block[], annex: number | null, search: Search): void {
  for (const [index, block] of blocks.entries()) searchBlock(block, { block: index + 1, annex }, search);
}

type BlockSpot = { readonly block: number; readonly annex: number | null };

function searchBlock(block: Block, at: BlockSpot, search: Search): void {
  const spot = { ...at, row: null, column: null };
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return searchInlines(block.children, spot, search);
    case 'table':
      searchText(block.caption, spot, search);
      return searchTable(block, at, search);
    case 'figure':
      return searchText(block.caption + block.alt, spot, search);
    case 'attachmentNote':
      for (const name of block.names) searchText(name, spot, search);
      return;
    case 'pageBreak':
      return;
    case 'annex':
      searchText(block.title, spot, search);
      searchBlocks(block.children, at.block, search);
  }
}

function searchTable(table: Table, at: BlockSpot, search: Search): void {
  const rows = [...table.header, ...table.rows];
  let isEven = true;
  for (const [index, row] of rows.entries()) {
    if (!row.cells.every(isWritableCell)) searchRow(row, { ...at, row: index + 1 }, search);
    isEven &&= isEvenRow(row, table);
  }
  if (!isEven) searchGrid(rows, { table, at }, search);
}

function searchRow({ cells }: Row, at: BlockSpot & { readonly row: number }, search: Search): void {
  for (const [index, { lines }] of cells.entries()) {
    for (const line of lines) searchInlines(line, { ...at, column: index + 1 }, search);
  }
}

/** Most rows are: the grid need not be laid out for them. */
function isEvenRow({ cells }: Row, { columns }: Table): boolean {
  return cells.length === columns.length && cells.every(isOfOnePlace);
}

function isOfOnePlace({ columnSpan, rowSpan }: Cell): boolean {
  return columnSpan === 1 && rowSpan === 1;
}

function searchGrid(
  rows: readonly Row[],
  { table, at }: { readonly table: Table; readonly at: BlockSpot },
  { place, found }: Search,
): void {
  for (const [index, cells] of tableGrid(rows).entries()) {
    let filled = 0;
    let isTooDeep = false;
    for (const { cell, merge } of cells) {
      filled += cell.columnSpan;
      isTooDeep ||= merge === 'start' && index + cell.rowSpan > rows.length;
    }
    if (filled === table.columns.length && !isTooDeep) continue;
    const spot = { ...at, row: index + 1, column: null };
    found.push(error(place, 'docx-ragged-table', { spot, columns: table.columns.length }));
  }
}

function searchInlines(inlines: readonly Inline[], spot: PaperSpot, search: Search): void {
  for (const inline of inlines) if (inline.type === 'text') searchText(inline.value, spot, search);
}

/** Most cells are: they are told in one look, without a spot for each. */
function isWritableCell({ lines }: Cell): boolean {
  for (const line of lines) {
    for (const inline of line) if (inline.type === 'text' && suspect.test(inline.value)) return false;
  }
  return true;
}

// As `unwritable`, and whole surrogate pairs: a class that is looked through faster.
// oxlint-disable-next-line eslint/no-control-regex -- they are what is looked for
const suspect = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

// XML 1.0 holds no control characters but tab and line ends, no halves of surrogate pairs, and not U+FFFE and U+FFFF; a tab or a line
// end inside a run would be lost as layout.
const unwritable = /[\p{Cc}\ufffe\uffff]|\p{Cs}/u;

function searchText(text: string, spot: PaperSpot, { place, found }: Search): void {
  const match = suspect.test(text) ? unwritable.exec(text) : null;
  if (match === null) return;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const around = text.slice(Math.max(0, match.index - 8), match.index + 8).replace(new RegExp(unwritable, 'gu'), '�');
  found.push(error(place, 'docx-unwritable-character', { spot, code, around }));
}
