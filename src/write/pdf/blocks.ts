/** The body's blocks on the pages of a flow, one function a node type. */
import { belongsTo } from '../../document/belonging.ts';
import { attachmentLines } from '../../document/text.ts';
import type {
  Annex,
  AttachmentNote,
  Block,
  Figure,
  Heading,
  Paragraph,
  ParagraphStyle,
  Table,
} from '../../document/tree.ts';
import { error } from '../../message/message.ts';
import { heightOf, type FlowLine, type PageFlow } from './flow.ts';
import { pointsOf as points } from '../../document/gbt9704.ts';
import { columnWidths } from '../../document/column-widths.ts';
import { captionType } from '../../document/paper-look.ts';
import { inlineParagraph, textParagraph, blankLine, type ParagraphBox } from './paragraphs.ts';
import { drawingItems, readDrawing } from './drawing.ts';
import { cellType, type ParagraphType, type Setting } from './setting.ts';
import { measureTable } from './table/cells.ts';
import { columnBoxes } from './table/columns.ts';
import { placeTable } from './table/place.ts';

export type BlocksAt = {
  readonly flow: PageFlow;
  readonly setting: Setting;
  /** The height of what follows (signature, colophon) and may stand on no page alone: the last lines stay with it. 0 = nothing does. */
  readonly closing: number;
};

/** `key` names the block among the pieces (pieces.ts). Annexes come after the signature: annex.ts. */
export type KeyedBlock = { readonly block: Exclude<Block, Annex>; readonly key: string };

type At = BlocksAt;

export function placeBlocks(blocks: readonly KeyedBlock[], at: BlocksAt): void {
  // An attachment note stays with the signature, and the text before it with both.
  const { flow } = at;
  const last = blocks.findLastIndex(({ block }) => block.type !== 'attachmentNote');
  const notes = blocks.slice(last + 1).flatMap(({ block, key }) => linesOfNote(block, key, at));
  const closing = at.closing === 0 && notes.length === 0 ? 0 : at.closing + heightOf(notes);
  blocks.forEach(({ block, key }, index) => {
    // A note below a table stands with what closes the paper, and so then does the table's last row.
    const hasNote = block.type === 'table' && belongsTo(block, blocks[index + 1]?.block);
    const after = index + (hasNote ? 1 : 0) < last ? 0 : closing;
    const next = blocks[index + 1];
    if (!belongsTo(block, next?.block)) placeBlock(block, key, { ...at, closing: after });
    else if (block.type === 'paragraph') flow.place(kept(paragraphLines(block, key, at), true));
    else placeBlock(block, key, { ...at, closing: after + (next === undefined ? 0 : heightOfNote(next, at)) });
  });
}

function heightOfNote({ block, key }: KeyedBlock, at: At): number {
  return block.type === 'paragraph' ? heightOf(paragraphLines(block, key, at)) : 0;
}

function linesOfNote(block: Block, key: string, at: At): readonly FlowLine[] {
  return block.type === 'attachmentNote' ? attachmentNote(block, key, at) : [];
}

function placeBlock(block: Exclude<Block, Annex>, key: string, at: At): void {
  const { flow } = at;
  switch (block.type) {
    case 'heading':
      return flow.place(headingLines(block, key, at));
    case 'paragraph':
      return flow.place(keptEnd(paragraphLines(block, key, at), at));
    case 'table':
      return placeTableBlock(block, key, at);
    case 'figure':
      return placeFigure(block, key, at);
    case 'attachmentNote':
      return flow.place(kept(attachmentNote(block, key, at), at.closing > 0));
    case 'pageBreak':
      return flow.isAtTop() ? undefined : flow.newPage();
  }
}

/** The last two lines kept with what closes the paper. */
function keptEnd(lines: readonly FlowLine[], { closing }: At): readonly FlowLine[] {
  return [...lines.slice(0, -2), ...kept(lines.slice(-2), closing > 0)];
}

function kept(lines: readonly FlowLine[], isKept: boolean): readonly FlowLine[] {
  return isKept ? lines.map((line) => ({ ...line, isKeptWithNext: true })) : lines;
}

function boxOf(key: string, type: ParagraphType, { flow, setting }: At): ParagraphBox {
  const { left, width } = flow.area();
  return { left, width, type, piece: setting.pieces.number(key) };
}

function headingLines(heading: Heading, key: string, at: At): readonly FlowLine[] {
  const type = at.setting.sheet.headings[heading.level - 1] ?? at.setting.sheet.body;
  const box = { ...boxOf(`${key}/0`, type, at), isKeptWithNext: true };
  return inlineParagraph(heading.children, box, at.setting);
}

function paragraphLines(paragraph: Paragraph, key: string, at: At): readonly FlowLine[] {
  const type = paragraphType(paragraph.style, at.setting);
  return inlineParagraph(paragraph.children, boxOf(`${key}/0`, type, at), at.setting);
}

function paragraphType(style: ParagraphStyle, { sheet }: Setting): ParagraphType {
  switch (style) {
    case 'body':
      return sheet.body;
    case 'plain':
      return { ...sheet.body, firstIndent: 0 };
    case 'centered':
      return { ...sheet.body, firstIndent: 0, align: 'center' };
    case 'right':
      return { ...sheet.body, firstIndent: 0, align: 'right' };
    case 'note':
      return sheet.note;
  }
}

function placeTableBlock(table: Table, key: string, at: At): void {
  const { flow, setting } = at;
  const type = cellType(flow.orientation());
  const widths = columnWidths(table, flow.area().width, flow.orientation());
  if (widths === null) {
    setting.messages.push(
      error(null, 'pdf-too-many-columns', { caption: table.caption, columns: table.columns.length }),
    );
    return;
  }
  flow.place([blankLine(flow.isAtTop() ? 0 : captionType.before, true)]);
  if (table.caption !== '') {
    const box = { ...boxOf(`${key}/caption`, setting.sheet.caption, at), isKeptWithNext: true };
    flow.place(textParagraph(table.caption, box, setting));
  }
  const measured = measureTable(table, {
    faces: setting.faces,
    pieces: setting.pieces,
    type,
    boxes: columnBoxes(widths),
    key,
  });
  const below = type.pitch / 2;
  placeTable({ flow, faces: setting.faces, closing: at.closing === 0 ? 0 : at.closing + below }, measured);
  flow.advance(below);
}

/** Of the height of the text: with its caption the tallest chart fills a page, and its type is read without a glass. */
const highest = 0.8;

function placeFigure(figure: Figure, key: string, at: At): void {
  const { flow, setting } = at;
  const drawing = readDrawing(figure.svg);
  if (drawing === null) {
    setting.messages.push(error(null, 'pdf-bad-drawing', { alt: figure.alt }));
    return;
  }
  const area = flow.area();
  const most = Math.min(1, area.width / points(figure.widthMm), (area.height * highest) / points(figure.heightMm));
  const [width, height] = [points(figure.widthMm) * most, points(figure.heightMm) * most];
  const place = { x: area.left + (area.width - width) / 2, scale: width / drawing.width };
  const items = (top: number) => drawingItems(drawing, { ...place, y: top + 3 }, setting.faces);
  const isKept = at.closing > 0;
  flow.place([{ height: height + 6, items, isKeptWithNext: isKept || figure.caption !== '' }]);
  if (figure.caption === '') return;
  flow.place(kept(textParagraph(figure.caption, boxOf(`${key}/0`, setting.sheet.caption, at), setting), isKept));
}

/** 7.3.4: one line below the body; names run on under their own first character. */
function attachmentNote(note: AttachmentNote, key: string, at: At): readonly FlowLine[] {
  const { body } = at.setting.sheet;
  const lines = attachmentLines(note.names).flatMap((text, index) => {
    const first = index === 0 ? '附件：' : '';
    const mark = /^\d+\./.exec(text.slice(first.length))?.[0] ?? '';
    // Digits and the dot are half a character wide each.
    const hanging = 2 + 3 + mark.length / 2;
    const type: ParagraphType = { ...body, indent: hanging, firstIndent: index === 0 ? 2 - hanging : 5 - hanging };
    return textParagraph(text, boxOf(`${key}/${index}`, type, at), at.setting);
  });
  return [blankLine(body.pitch, true), ...lines];
}
