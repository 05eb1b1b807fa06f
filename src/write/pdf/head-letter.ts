/** The head of the letter format (10.1): mark 30 mm from the page's top, red double rules, number at the right under the first. */
import { formatDocumentNumber } from '../../document/official-text.ts';
import { points } from './geometry.ts';
import { drawMarks, moveTo, placeTitleAndRecipients, type HeadAt } from './head-parts.ts';
import { drawIssuerMark } from './issuer-mark.ts';
import { baselineIn } from './lines.ts';
import { oneLine } from './one-line.ts';
import { red, type RuleItem } from './page.ts';

const ruleWidth = points(170);
const thick = 2.25;
const thin = 0.75;
const gap = 1.5;

export function placeLetterHead(at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { left, width } = flow.area();
  const { pitch, size } = setting.sheet.body;
  const markEnd = drawIssuerMark(meta.issuerMark, points(30), at);
  const first = markEnd + points(4);
  flow.draw(doubleRule(first, [thick, thin]));
  // The lower one ends 20 mm from the page's foot, on the first page only.
  flow.draw(doubleRule(points(297 - 20) - thick - gap - thin, [thin, thick]));
  // Under the rule stands a space of 7/8 of a character; the type is centred in its line.
  const top = first + thick + gap + thin + (size * 7) / 8 - (pitch - size) / 2;
  let end = drawMarks(top, at);
  const right = { x: left, width, size, role: 'body', align: 'right' } as const;
  let y = top;
  if (meta.documentNumber !== null) {
    const place = { ...right, baseline: baselineIn(y, pitch, size), piece: setting.pieces.number('number') };
    flow.draw(oneLine(formatDocumentNumber(meta.documentNumber), place, setting.faces));
    y += pitch;
  }
  if (meta.signatories.length > 0) {
    const place = { ...right, baseline: baselineIn(y, pitch, size), piece: setting.pieces.number('signatories') };
    flow.draw(oneLine(`签发人：${meta.signatories.join('　')}`, place, setting.faces));
    y += pitch;
  }
  end = Math.max(end, y);
  moveTo(flow, end + 2 * pitch);
  placeTitleAndRecipients(at);
}

/** Two red lines, 170 mm wide, in the middle of the page, of the given widths from above. */
function doubleRule(top: number, [upper, lower]: readonly [number, number]): readonly RuleItem[] {
  const x1 = (points(210) - ruleWidth) / 2;
  const rule = { kind: 'rule', x1, x2: x1 + ruleWidth, color: red } as const;
  const upperY = top + upper / 2;
  const lowerY = top + upper + gap + lower / 2;
  return [
    { ...rule, y1: upperY, y2: upperY, width: upper },
    { ...rule, y1: lowerY, y2: lowerY, width: lower },
  ];
}
