/**
 * The document's text pieces by place. Layout labels every run of text with the number of its piece, so that the finished file
 * can be compared with `documentText`, piece by piece, and a message can say where a character stands.
 */
import { annexText, blockText, colophonText, documentText, footText, headText } from '../../document/text.ts';
import type { Annex, Block, Document, Meta, Table } from '../../document/tree.ts';

/** Where a piece stands, for messages. Rows and columns of tables count from 1, header rows first. */
export type Where =
  | { readonly kind: 'head' | 'foot' | 'body' }
  | { readonly kind: 'cell'; readonly caption: string; readonly row: number; readonly column: number };

export type Pieces = {
  readonly texts: readonly string[];
  readonly places: readonly Where[];
  /** The number of the piece with this key, or null when it is empty. */
  readonly number: (key: string) => number | null;
};

type Labelled = { readonly key: string; readonly text: string; readonly where: Where };

export function piecesOf(document: Document): Pieces {
  const labelled = labelledPieces(document).filter((piece) => piece.text !== '');
  const texts = documentText(document);
  if (labelled.length !== texts.length) throw new Error('the pieces of pieces.ts are not those of document/text.ts');
  const numbers = new Map(labelled.map((piece, index) => [piece.key, index]));
  return { texts, places: labelled.map((piece) => piece.where), number: (key) => numbers.get(key) ?? null };
}

/** In the order of `documentText`. */
function labelledPieces({ meta, children }: Document): readonly Labelled[] {
  const head: Where = { kind: 'head' };
  const foot: Where = { kind: 'foot' };
  const blocks = children.map((block, index) => ({ block, key: `${index}` }));
  return [
    ...zip(headKeys(meta), headText(meta), head),
    ...blocks.filter(({ block }) => block.type !== 'annex').flatMap(({ block, key }) => blockPieces(block, key)),
    ...zip(footKeys(meta), footText(meta), foot),
    ...blocks.flatMap(({ block, key }) => (block.type === 'annex' ? annexPieces(block, key) : [])),
    ...zip(['copiedTo', 'printedBy', 'printedOn'], colophonText(meta), foot),
  ];
}

function zip(keys: readonly string[], texts: readonly string[], where: Where): readonly Labelled[] {
  return texts.map((text, index) => ({ key: keys[index] ?? `extra:${index}`, text, where }));
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

function blockPieces(block: Block, key: string): readonly Labelled[] {
  switch (block.type) {
    case 'table':
      return tablePieces(block, key);
    case 'annex':
      return annexPieces(block, key);
    case 'heading':
    case 'paragraph':
    case 'figure':
    case 'attachmentNote':
    case 'pageBreak':
      return blockText(block).map((text, index) => ({ key: `${key}/${index}`, text, where: { kind: 'body' } }));
  }
}

function annexPieces(annex: Annex, key: string): readonly Labelled[] {
  const [label = '', title = ''] = annexText(annex);
  return [
    { key: `${key}/label`, text: label, where: { kind: 'body' } },
    { key: `${key}/title`, text: title, where: { kind: 'body' } },
    ...annex.children.flatMap((block, index) => blockPieces(block, `${key}/${index}`)),
  ];
}

/** `KEY/caption`, then `KEY/R.C/L`: row R and cell C of the table, header rows first, line L of the cell. */
function tablePieces(table: Table, key: string): readonly Labelled[] {
  const [caption = '', ...lines] = blockText(table);
  const pieces: Labelled[] = [{ key: `${key}/caption`, text: caption, where: { kind: 'body' } }];
  const rows = [...table.header, ...table.rows];
  let next = 0;
  rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, cellIndex) => {
      const where: Where = { kind: 'cell', caption, row: rowIndex + 1, column: cellIndex + 1 };
      cell.lines.forEach((_, line) => {
        pieces.push({ key: `${key}/${rowIndex}.${cellIndex}/${line}`, text: lines[next++] ?? '', where });
      });
    });
  });
  return pieces;
}
