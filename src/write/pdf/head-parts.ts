/** What the heads of official paper, letter and bulletin have in common. */
import { linesToTitle, red } from '../../document/gbt9704.ts';
import { formatDocumentNumber } from '../../document/official-text.ts';
import { redRuleWidth } from '../../document/paper-look.ts';
import { documentTitleLines, titleRoom } from '../../document/title-lines.ts';
import type { Meta } from '../../document/tree.ts';
import type { FontRole } from '../../document/fonts.ts';
import type { PageFlow, FlowLine } from './flow.ts';
import { blankLine, textParagraph } from './paragraphs.ts';
import type { RuleItem } from './page.ts';
import type { ParagraphType, Setting } from './setting.ts';
import { setLines } from './title.ts';

export type HeadAt = { readonly meta: Meta; readonly flow: PageFlow; readonly setting: Setting };

export type HeadText = {
  /** Its key among the pieces. */
  readonly key: string;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly role?: FontRole;
  /** A part of the text's width, in points from its left edge; the whole of it when not given. */
  readonly from?: number;
  readonly width?: number;
};

/** A line of the head at `top`, which breaks only if it must; returns its bottom. Empty text takes no room. */
export function drawHeadText(top: number, part: HeadText, { flow, setting }: HeadAt): number {
  if (part.text === '') return top;
  const area = flow.area();
  const { from = 0, width = area.width - from } = part;
  const type: ParagraphType = { ...setting.sheet.body, role: part.role ?? 'body', align: part.align, firstIndent: 0 };
  const piece = setting.pieces.number(part.key);
  return drawLines(flow, textParagraph(part.text, { left: area.left + from, width, type, piece }, setting), top);
}

/** Draws lines one under the other, outside the flow; returns the bottom of the last. */
export function drawLines(flow: PageFlow, lines: readonly FlowLine[], top: number): number {
  let y = top;
  for (const line of lines) {
    flow.draw(line.items(y));
    y += line.height;
  }
  return y;
}

/** 份号, 密级 and 紧急程度, flush left, one a line from `top` (7.2.1 to 7.2.3); returns the bottom of the last. */
export function drawMarks(top: number, at: HeadAt): number {
  const { meta } = at;
  const copies = drawHeadText(top, { key: 'copyNumber', text: meta.copyNumber, align: 'left' }, at);
  const classification = { key: 'classification', text: meta.classification, role: 'heading', align: 'left' } as const;
  const classified = drawHeadText(copies, classification, at);
  return drawHeadText(classified, { key: 'urgency', text: meta.urgency, role: 'heading', align: 'left' }, at);
}

export function signatoriesText(meta: Meta): string {
  return meta.signatories.length === 0 ? '' : `签发人：${meta.signatories.join('　')}`;
}

export function numberText(meta: Meta): string {
  return meta.documentNumber === null ? '' : formatDocumentNumber(meta.documentNumber);
}

/** The title two lines below the head's end, and one line below it the recipients, flush left and running on so (7.3.1, 7.3.2). */
export function placeTitleAndRecipients(headEnd: number, at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { left, width } = flow.area();
  const { body } = setting.sheet;
  flow.advance(Math.max(0, headEnd + linesToTitle * body.pitch - flow.top()));
  placeTitle(at);
  flow.place([blankLine(body.pitch, true)]);
  if (meta.recipients.length === 0) return;
  const type = { ...body, firstIndent: 0 };
  const recipients = { left, width, type, piece: setting.pieces.number('recipients') };
  flow.place(textParagraph(`${meta.recipients.join('、')}：`, recipients, setting));
}

export function placeTitle({ meta, flow, setting }: HeadAt): void {
  const { left, width } = flow.area();
  const box = { left, width, type: setting.sheet.title, piece: setting.pieces.number('title'), isKeptWithNext: true };
  flow.place(setLines(documentTitleLines(meta, titleRoom(width)), box, setting));
}

export function redRule(x: number, y: number, width: number): RuleItem {
  return { kind: 'rule', x1: x, x2: x + width, y1: y, y2: y, width: redRuleWidth, color: red };
}
