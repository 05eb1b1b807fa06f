/** The head of the letter format (10.1): mark 30 mm from the page's top, red double rules, number at the right under the first. */
import { letterRule, markTop, pointsOf as points, red, ruleGap, sheet } from '../../document/gbt9704.ts';
import { doubleRule as rules, doubleRuleHeight } from '../../document/paper-look.ts';
import {
  drawHeadText,
  drawMarks,
  numberText,
  placeTitleAndRecipients,
  signatoriesText,
  type HeadAt,
} from './head-parts.ts';
import { drawIssuerMark } from './issuer-mark.ts';
import type { RuleItem } from './page.ts';

const ruleWidth = points(letterRule.width);
const { thick, thin, gap } = rules;

export function placeLetterHead(at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { width } = flow.area();
  const { pitch, size } = setting.sheet.body;
  const markEnd = drawIssuerMark(meta.issuerMark, points(markTop.letter), at);
  const first = markEnd + points(ruleGap);
  flow.draw(doubleRule(first, [thick, thin]));
  // The lower one ends 20 mm from the page's foot, on the first page only.
  flow.draw(doubleRule(points(sheet.height - letterRule.fromFoot) - doubleRuleHeight, [thin, thick]));
  // Under the rule stands a space of 7/8 of a character; the type is centred in its line.
  const top = first + doubleRuleHeight + letterRule.toNumber - (pitch - size) / 2;
  const marksEnd = drawMarks(top, at);
  // The marks stand at the left, the number at the right of the same lines.
  const right = { align: 'right', from: width / 4 } as const;
  const numberEnd = drawHeadText(top, { ...right, key: 'number', text: numberText(meta) }, at);
  const signatories = { ...right, key: 'signatories', text: signatoriesText(meta) };
  const end = Math.max(marksEnd, drawHeadText(numberEnd, signatories, at));
  placeTitleAndRecipients(end, at);
}

/** Two red lines, 170 mm wide, in the middle of the page, of the given widths from above. */
function doubleRule(top: number, [upper, lower]: readonly [number, number]): readonly RuleItem[] {
  const x1 = (points(sheet.width) - ruleWidth) / 2;
  const rule = { kind: 'rule', x1, x2: x1 + ruleWidth, color: red } as const;
  const upperY = top + upper / 2;
  const lowerY = top + upper + gap + lower / 2;
  return [
    { ...rule, y1: upperY, y2: upperY, width: upper },
    { ...rule, y1: lowerY, y2: lowerY, width: lower },
  ];
}
