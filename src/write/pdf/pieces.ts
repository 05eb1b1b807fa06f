/**
 * The document's text pieces by place. Layout labels every run of text with the number of its piece, so that the finished file
 * can be compared with `documentText`, piece by piece, and a message can say where a character stands.
 */
import {
  annexText,
  blockText,
  colophonText,
  documentText,
  footText,
  headText,
  inlineText,
} from '../../document/text.ts';
import type { Annex, Block, Document, Meta, Table } from '../../document/tree.ts';

/** Where a piece stands, for messages. Rows and columns of tables count from 1, header rows first. */
export type Where =
  | { readonly kind: 'head' | 'foot' | 'body' }
  | { readonly kind: 'cell'; readonly caption: string; readonly row: number; readonly column: number };

export type Pieces = {
  readonly texts: readonly string[];
  readonly placeOf: (number: number) => Where;
  /**
   * The number of the piece with this key, or null when it is empty. `KEY/cells` is the first of a table's cells: the others follow it in
   * the order of rows, cells and lines, empty lines left out. A table of twenty thousand rows has no key a cell.
   */
  readonly number: (key: string) => number | null;
};

/** Pieces from `first` on: one, or all the cells of a table. */
type Stretch = { readonly first: number; readonly where: Where | Table };

type Collected = { readonly numbers: Map<string, number>; readonly stretches: Stretch[]; count: number };

export function piecesOf(document: Document): Pieces {
  const all: Collected = { numbers: new Map(), stretches: [], count: 0 };
  collect(document, all);
  const texts = documentText(document);
  if (all.count !== texts.length) throw new Error('the pieces of pieces.ts are not those of document/text.ts');
  return { texts, placeOf: (number) => placeIn(all.stretches, number), number: (key) => all.numbers.get(key) ?? null };
}

/** In the order of `documentText`. */
function collect({ meta, children }: Document, all: Collected): void {
  const blocks = children.map((block, index) => ({ block, key: `${index}` }));
  addEach(all, headKeys(meta), { texts: headText(meta), where: { kind: 'head' } });
  for (const { block, key } of blocks) if (block.type !== 'annex') addBlock(all, block, key);
  addEach(all, footKeys(meta), { texts: footText(meta), where: { kind: 'foot' } });
  for (const { block, key } of blocks) if (block.type === 'annex') addBlock(all, block, key);
  addEach(all, ['copiedTo', 'printedBy', 'printedOn'], { texts: colophonText(meta), where: { kind: 'foot' } });
}

type Texts = { readonly texts: readonly string[]; readonly where: Where };

function addEach(all: Collected, keys: readonly string[], { texts, where }: Texts): void {
  texts.forEach((text, index) => add(all, keys[index] ?? `extra:${index}`, { text, where }));
}

function add(all: Collected, key: string, { text, where }: { readonly text: string; readonly where: Where }): void {
  if (text === '') return;
  all.numbers.set(key, all.count);
  all.stretches.push({ first: all.count, where });
  all.count += 1;
}

function headKeys(meta: Meta): readonly string[] {
  const marks = ['copyNumber', 'classification', 'urgency'];
  const rest = ['number', 'signatories', 'title', 'recipients'];
  if (meta.format === 'letter') return ['issuerMark', ...marks, ...rest];
  const bulletin = meta.format === 'bulletin' ? ['bulletin', ...issuerKeys(meta), 'date'] : [];
  return [...marks, 'issuerMark', ...bulletin, ...rest];
}

function footKeys(meta: Meta): readonly string[] {
  return meta.format === 'bulletin' ? ['note'] : [...issuerKeys(meta), 'date', 'note'];
}

function issuerKeys(meta: Meta): readonly string[] {
  return meta.issuers.map((_, index) => `issuer:${index}`);
}

function addBlock(all: Collected, block: Block, key: string): void {
  const where: Where = { kind: 'body' };
  switch (block.type) {
    case 'table':
      add(all, `${key}/caption`, { text: block.caption, where });
      return addCells(all, block, key);
    case 'annex':
      return addAnnex(all, block, key);
    case 'heading':
    case 'paragraph':
    case 'figure':
    case 'attachmentNote':
    case 'pageBreak':
      blockText(block).forEach((text, index) => add(all, `${key}/${index}`, { text, where }));
  }
}

function addAnnex(all: Collected, annex: Annex, key: string): void {
  const [label = '', title = ''] = annexText({ ...annex, children: [] });
  add(all, `${key}/label`, { text: label, where: { kind: 'body' } });
  add(all, `${key}/title`, { text: title, where: { kind: 'body' } });
  annex.children.forEach((block, index) => addBlock(all, block, `${key}/${index}`));
}

function addCells(all: Collected, table: Table, key: string): void {
  all.numbers.set(`${key}/cells`, all.count);
  all.stretches.push({ first: all.count, where: table });
  for (const { cells } of [...table.header, ...table.rows]) {
    for (const { lines } of cells) all.count += lines.filter((line) => inlineText(line) !== '').length;
  }
}

function placeIn(stretches: readonly Stretch[], number: number): Where {
  const stretch = stretches.findLast(({ first }) => first <= number);
  if (stretch === undefined) return { kind: 'body' };
  return 'kind' in stretch.where ? stretch.where : cellPlace(stretch.where, number - stretch.first);
}

/** `left`: pieces of the table before it. */
function cellPlace(table: Table, left: number): Where {
  let passed = -1;
  for (const [row, { cells }] of [...table.header, ...table.rows].entries()) {
    for (const [column, { lines }] of cells.entries()) {
      passed += lines.filter((line) => inlineText(line) !== '').length;
      if (passed >= left) return { kind: 'cell', caption: table.caption, row: row + 1, column: column + 1 };
    }
  }
  return { kind: 'body' };
}
