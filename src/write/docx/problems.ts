/** What makes a paper unwritable, found in its tree before it is written: characters that no XML can hold, tables with holes. */
import type { Block, Cell, Document, Inline, Row, Table } from '../../document/tree.ts';
import { error } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import type { PaperSpot } from '../../message/wording/docx.ts';
import { tableGrid } from './table-grid.ts';

const sound = new WeakSet<Document>();

/** `place`: the paper's file or template. No message = the writer takes the tree. A tree is never changed, and looked through once. */
export function documentProblems(document: Document, place: Place | null): readonly Message[] {
  if (sound.has(document)) return [];
  const problems = problemsOf(document, place);
  if (problems.length === 0) sound.add(document);
  return problems;
}

function problemsOf(document: Document, place: Place | null): readonly Message[] {
  const facts = Object.entries(document.meta).flatMap(([fact, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? textProblems(each, { fact }, place) : [])),
  );
  return [
    ...facts,
    ...document.children.flatMap((block, index) => blockProblems(block, { block: index + 1, annex: null }, place)),
  ];
}

type BlockSpot = { readonly block: number; readonly annex: number | null };

function blockProblems(block: Block, at: BlockSpot, place: Place | null): readonly Message[] {
  const spot = { ...at, row: null, column: null };
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineProblems(block.children, spot, place);
    case 'table':
      return [...textProblems(block.caption, spot, place), ...tableProblems(block, at, place)];
    case 'figure':
      return textProblems(block.caption + block.alt, spot, place);
    case 'attachmentNote':
      return block.names.flatMap((name) => textProblems(name, spot, place));
    case 'pageBreak':
      return [];
    case 'annex':
      return [
        ...textProblems(block.title, spot, place),
        ...block.children.flatMap((child, index) => blockProblems(child, { block: index + 1, annex: at.block }, place)),
      ];
  }
}

function tableProblems(table: Table, at: BlockSpot, place: Place | null): readonly Message[] {
  const rows = [...table.header, ...table.rows];
  const texts = rows.flatMap((row, index) =>
    row.cells.every(isWritableCell)
      ? none
      : row.cells.flatMap(({ lines }, column) =>
          lines.flatMap((line) => inlineProblems(line, { ...at, row: index + 1, column: column + 1 }, place)),
        ),
  );
  return [...texts, ...(rows.every((row) => isEvenRow(row, table)) ? none : raggedRows(table, at, place))];
}

/** Most rows are: the grid need not be laid out for them. */
function isEvenRow({ cells }: Row, { columns }: Table): boolean {
  return cells.length === columns.length && cells.every(({ columnSpan, rowSpan }) => columnSpan === 1 && rowSpan === 1);
}

function raggedRows(table: Table, at: BlockSpot, place: Place | null): readonly Message[] {
  const rows = [...table.header, ...table.rows];
  return tableGrid(rows).flatMap((cells, index) => {
    let filled = 0;
    let isTooDeep = false;
    for (const { cell, merge } of cells) {
      filled += cell.columnSpan;
      isTooDeep ||= merge === 'start' && index + cell.rowSpan > rows.length;
    }
    if (filled === table.columns.length && !isTooDeep) return none;
    return [
      error(place, 'docx-ragged-table', {
        spot: { ...at, row: index + 1, column: null },
        columns: table.columns.length,
      }),
    ];
  });
}

function inlineProblems(inlines: readonly Inline[], spot: PaperSpot, place: Place | null): readonly Message[] {
  return inlines.flatMap((inline) => (inline.type === 'text' ? textProblems(inline.value, spot, place) : []));
}

const none: readonly Message[] = [];

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

function textProblems(text: string, spot: PaperSpot, place: Place | null): readonly Message[] {
  const match = unwritable.exec(text);
  if (match === null) return [];
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const around = text.slice(Math.max(0, match.index - 8), match.index + 8).replace(new RegExp(unwritable, 'gu'), '�');
  return [error(place, 'docx-unwritable-character', { spot, code, around })];
}
