/** The head of the general format (7.2): mark 35 mm below the top of the text, number two lines below it, red rule, title. */
import type { FlowLine } from './flow.ts';
import { linesToNumber, markTop, pointsOf as points, ruleGap } from '../../document/gbt9704.ts';
import { black } from '../../document/paper-look.ts';
import {
  drawHeadText,
  drawLines,
  drawMarks,
  numberText,
  placeTitleAndRecipients,
  redRule,
  type HeadAt,
} from './head-parts.ts';
import { drawIssuerMark } from './issuer-mark.ts';
import { plainLetters } from './letters.ts';
import { baselineIn, breakLines, lineItems, widthOf, type TextLine } from './lines.ts';

export function placeOfficialHead(at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { left, top, width } = flow.area();
  const { pitch } = setting.sheet.body;
  const marksEnd = drawMarks(top, at);
  const markEnd = drawIssuerMark(meta.issuerMark, Math.max(top + points(markTop.official), marksEnd), at);
  const numberTop = markEnd + linesToNumber * pitch;
  const numberEnd = meta.signatories.length > 0 ? drawUpwardNumber(numberTop, at) : drawNumber(numberTop, at);
  // 7.2.7: 4 mm below the number, as wide as the text; the type leaves a fifth of its line empty below it.
  const rule = numberEnd - pitch * 0.2 + points(ruleGap);
  flow.draw([redRule(left, rule, width)]);
  placeTitleAndRecipients(rule, at);
}

function drawNumber(top: number, at: HeadAt): number {
  return drawHeadText(top, { key: 'number', text: numberText(at.meta), align: 'center' }, at);
}

/** Upward papers: the number one character from the left, 签发人 one from the right, the last names on the number's line (7.2.5, 7.2.6). */
function drawUpwardNumber(top: number, at: HeadAt): number {
  const { flow, setting, meta } = at;
  const { pitch, size } = setting.sheet.body;
  const number = numberText(meta);
  const names = signatoryLines(meta.signatories, at);
  const end = drawLines(flow, names.lines, top);
  const numberWidth = (widthOf(plainLetters(number, 'body', setting.faces)) + 1) * size;
  // A number that would run into the names stands under them.
  const isCrowded = numberWidth + names.width + 2 * size > flow.area().width;
  const part = { key: 'number', text: number, align: 'left', from: size } as const;
  return Math.max(end, drawHeadText(isCrowded ? end : end - pitch, part, at));
}

/** 「签发人：」 in 仿宋 and the names in 楷体, two a line, under one another. */
function signatoryLines(signatories: readonly string[], at: HeadAt): { lines: readonly FlowLine[]; width: number } {
  const { flow, setting } = at;
  const { size, pitch } = setting.sheet.body;
  const label = plainLetters('签发人：', 'body', setting.faces);
  const room = flow.area().width / size - widthOf(label) - 2;
  const names: TextLine[] = [];
  for (let index = 0; index < signatories.length; index += 2) {
    const letters = plainLetters(signatories.slice(index, index + 2).join('　'), 'kai', setting.faces);
    names.push(...breakLines(letters, { first: room, rest: room, anywhere: false }));
  }
  const width = Math.max(...names.map((line) => line.width)) * size;
  const x = flow.area().left + flow.area().width - size - width;
  const piece = setting.pieces.number('signatories');
  const lines = names.map((line, index): FlowLine => {
    const items = (top: number) => {
      const place = { baseline: baselineIn(top, pitch, size), size, align: 'left', color: black, piece } as const;
      const labelLine = { letters: index === 0 ? label : [], width: widthOf(label), isLast: true };
      const labelWidth = widthOf(label) * size;
      return [
        ...lineItems(labelLine, { ...place, x: x - labelWidth, width: labelWidth }),
        ...lineItems(line, { ...place, x, width }),
      ];
    };
    return { height: pitch, isKeptWithNext: false, items };
  });
  return { lines, width: width + widthOf(label) * size };
}
