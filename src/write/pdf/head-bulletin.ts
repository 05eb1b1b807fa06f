/** The head of a bulletin (简报式报头): name in red, 第×期, office at the left and date at the right, red rule. The standard leaves its sizes open. */
import { formatIssueDate } from '../../document/official-text.ts';
import { markTop, pointsOf as points } from '../../document/gbt9704.ts';
import {
  drawHeadText,
  drawMarks,
  numberText,
  placeTitleAndRecipients,
  redRule,
  signatoriesText,
  type HeadAt,
} from './head-parts.ts';
import { drawIssuerMark } from './issuer-mark.ts';
import { plainLetters } from './letters.ts';
import { widthOf } from './lines.ts';

export function placeBulletinHead(at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { left, top, width } = flow.area();
  const { pitch } = setting.sheet.body;
  const marksEnd = drawMarks(top, at);
  const markEnd = drawIssuerMark(meta.issuerMark, Math.max(top + points(markTop.official), marksEnd), at);
  const issue = { key: 'bulletin', text: `第${meta.bulletinNumber ?? '　'}期`, align: 'center' } as const;
  const issueEnd = drawHeadText(markEnd + pitch, issue, at);
  const issuersEnd = drawIssuersAndDate(issueEnd + pitch, at);
  const numberEnd = drawHeadText(issuersEnd, { key: 'number', text: numberText(meta), align: 'center' }, at);
  const signatories = { key: 'signatories', text: signatoriesText(meta), align: 'right' } as const;
  const rule = drawHeadText(numberEnd, signatories, at) + points(1);
  flow.draw([redRule(left, rule, width)]);
  placeTitleAndRecipients(rule, at);
}

/** Offices at the left, the date at the right of their last line, one character in; returns the bottom. */
function drawIssuersAndDate(top: number, at: HeadAt): number {
  const { meta, flow, setting } = at;
  const { pitch, size } = setting.sheet.body;
  const date = formatIssueDate(meta.issuedOn);
  const inner = flow.area().width - 2 * size;
  const dateWidth = (widthOf(plainLetters(date, 'body', setting.faces)) + 1) * size;
  const left = { align: 'left', from: size, width: inner - dateWidth } as const;
  let bottom = top;
  meta.issuers.forEach((issuer, index) => {
    const part = { ...left, key: `issuer:${index}`, text: issuer };
    bottom = drawHeadText(bottom, part, at);
  });
  const end = Math.max(bottom, top + pitch);
  drawHeadText(end - pitch, { key: 'date', text: date, align: 'right', from: size, width: inner }, at);
  return end;
}
