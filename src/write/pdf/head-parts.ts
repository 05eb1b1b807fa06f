/** What the heads of official paper, letter and bulletin have in common. */
import type { Meta } from '../../document/tree.ts';
import type { Flow } from './flow.ts';
import { baselineIn } from './lines.ts';
import { oneLine, type OneLine } from './one-line.ts';
import { blankLine, textParagraph } from './paragraphs.ts';
import { red, type RuleItem } from './page.ts';
import type { Setting } from './setting.ts';
import { titleLines } from './title.ts';

export type HeadAt = { readonly meta: Meta; readonly flow: Flow; readonly setting: Setting };

/** 份号, 密级 and 紧急程度, flush left, one a line from `top` (7.2.1 to 7.2.3); returns the bottom of the last. */
export function drawMarks(top: number, { meta, flow, setting }: HeadAt): number {
  const marks = [
    { key: 'copyNumber', text: meta.copyNumber, role: 'body' },
    { key: 'classification', text: meta.classification, role: 'heading' },
    { key: 'urgency', text: meta.urgency, role: 'heading' },
  ] as const;
  const { left, width } = flow.area();
  const { pitch, size } = setting.sheet.body;
  let y = top;
  for (const { key, text, role } of marks) {
    if (text === '') continue;
    const piece = setting.pieces.number(key);
    const place: OneLine = { x: left, width, baseline: baselineIn(y, pitch, size), size, role, align: 'left', piece };
    flow.draw(oneLine(text, place, setting.faces));
    y += pitch;
  }
  return y;
}

export function moveTo(flow: Flow, top: number): void {
  flow.advance(Math.max(0, top - flow.top()));
}

/** The title at the flow's place, and one line below it the recipients, flush left and running on so (7.3.1, 7.3.2). */
export function placeTitleAndRecipients({ meta, flow, setting }: HeadAt): void {
  const { left, width } = flow.area();
  const { body, title } = setting.sheet;
  const piece = setting.pieces.number('title');
  flow.place(titleLines(meta.title, { left, width, type: title, piece, isKeptWithNext: true }, setting));
  flow.place([blankLine(body.pitch, true)]);
  if (meta.recipients.length === 0) return;
  const type = { ...body, firstIndent: 0 };
  const recipients = { left, width, type, piece: setting.pieces.number('recipients') };
  flow.place(textParagraph(`${meta.recipients.join('、')}：`, recipients, setting));
}

export function redRule(x: number, y: number, width: number): RuleItem {
  return { kind: 'rule', x1: x, x2: x + width, y1: y, y2: y, width: 1.3, color: red };
}
