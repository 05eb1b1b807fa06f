/**
 * The text of a Document in reading order: what a reader of any format must find. Writers are tested, and the PDF
 * checked at run time, against it. Page numbers, repeated headers and the drawing of a figure are not text.
 */
import { formatDocumentNumber, formatIssueDate, formatSlot } from './official-text.ts';
import type { Annex, Block, Cell, Document, Inline, Meta } from './tree.ts';

/** Pieces of text, one a line or cell, in the order of the page. Compare with all white space taken out. */
export function documentText(document: Document): readonly string[] {
  const pieces = [...headText(document.meta)];
  for (const block of document.children) if (block.type !== 'annex') pushBlock(pieces, block);
  pieces.push(...footText(document.meta));
  for (const block of document.children) if (block.type === 'annex') pushBlock(pieces, block);
  pieces.push(...colophonText(document.meta));
  return pieces.filter(saysAnything);
}

function saysAnything(piece: string): boolean {
  return piece !== '';
}

/** Head: copy number, classification, urgency, mark, number, signatories, title, recipients. */
export function headText(meta: Meta): readonly string[] {
  const number = meta.documentNumber === null ? '' : formatDocumentNumber(meta.documentNumber);
  const signatories = meta.signatories.length === 0 ? '' : `签发人：${meta.signatories.join('　')}`;
  const recipients = meta.recipients.length === 0 ? '' : `${meta.recipients.join('、')}：`;
  const marks = [meta.copyNumber, meta.classification, meta.urgency];
  return meta.format === 'letter'
    ? [meta.issuerMark, ...marks, number, signatories, meta.title, recipients]
    : [...marks, meta.issuerMark, ...bulletinText(meta), number, signatories, meta.title, recipients];
}

/** 署名, 成文日期 and 附注, after the body and before the annexes. A bulletin has them in its head. */
export function footText(meta: Meta): readonly string[] {
  const note = meta.note === '' ? '' : `（${meta.note}）`;
  if (meta.format === 'table') return [];
  if (meta.format === 'bulletin') return [note];
  return [...meta.issuers, formatIssueDate(meta.issuedOn), note];
}

/** 版记: 抄送, 印发机关 and 印发日期, at the foot of the last page. The letter format has neither 印发机关 nor date (10.1). */
export function colophonText(meta: Meta): readonly string[] {
  const copied = meta.copiedTo.length === 0 ? '' : `抄送：${meta.copiedTo.join('、')}。`;
  if (meta.format === 'letter' || meta.printedBy === '') return [copied];
  return [copied, meta.printedBy, `${formatIssueDate(meta.issuedOn)}印发`];
}

function bulletinText(meta: Meta): readonly string[] {
  if (meta.format !== 'bulletin') return [];
  return [`第${meta.bulletinNumber ?? '　'}期`, ...meta.issuers, formatIssueDate(meta.issuedOn)];
}

/** The heading of an annex and what stands in it. */
export function annexText(annex: Annex): readonly string[] {
  return blockText(annex);
}

export function blockText(block: Block): readonly string[] {
  const pieces: string[] = [];
  pushBlock(pieces, block);
  return pieces;
}

/** Long tables have thousands of pieces: they go into one list. */
function pushBlock(pieces: string[], block: Block): void {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      pieces.push(inlineText(block.children));
      return;
    case 'table':
      pieces.push(block.caption);
      for (const { cells } of block.header) pushCells(pieces, cells);
      for (const { cells } of block.rows) pushCells(pieces, cells);
      return;
    case 'figure':
      pieces.push(block.caption);
      return;
    case 'attachmentNote':
      pieces.push(...attachmentLines(block.names));
      return;
    case 'pageBreak':
      return;
    case 'annex':
      pieces.push(`附件${block.number ?? ''}`, block.title);
      for (const child of block.children) pushBlock(pieces, child);
  }
}

export function inlineText(inlines: readonly Inline[]): string {
  const [only] = inlines;
  if (only === undefined) return '';
  return inlines.length === 1 ? textOfInline(only) : inlines.map(textOfInline).join('');
}

function textOfInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'lineBreak':
      return '\n';
    case 'slot':
      return formatSlot(inline);
  }
}

/** `附件：1.…`, then the further ones; a single one is not numbered (7.3.4). */
export function attachmentLines(names: readonly string[]): readonly string[] {
  if (names.length === 1) return [`附件：${names[0] ?? ''}`];
  return names.map((name, index) => `${index === 0 ? '附件：' : ''}${index + 1}.${name}`);
}

function pushCells(pieces: string[], cells: readonly Cell[]): void {
  for (const { lines } of cells) for (const line of lines) pieces.push(inlineText(line));
}
