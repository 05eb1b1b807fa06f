/** The head of the general format (7.2): mark 35 mm below the top of the text, number two lines below it, red rule, title. */
import { formatDocumentNumber } from '../../document/official-text.ts';
import { points } from './geometry.ts';
import { drawMarks, moveTo, placeTitleAndRecipients, redRule, type HeadAt } from './head-parts.ts';
import { drawIssuerMark } from './issuer-mark.ts';
import { plainLetters, type Letter } from './letters.ts';
import { baselineIn, widthOf } from './lines.ts';
import { letterLine, oneLine } from './one-line.ts';

export function placeOfficialHead(at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { left, top, width } = flow.area();
  const { pitch } = setting.sheet.body;
  const marksEnd = drawMarks(top, at);
  const markTop = Math.max(top + points(35), marksEnd);
  const markEnd = drawIssuerMark(meta.issuerMark, markTop, at);
  let y = markEnd + 2 * pitch;
  if (meta.documentNumber !== null || meta.signatories.length > 0) y = drawNumberLine(y, at);
  // 7.2.7: 4 mm below the number, as wide as the text.
  const rule = y - pitch * 0.2 + points(4);
  flow.draw([redRule(left, rule, width)]);
  moveTo(flow, rule + 2 * pitch);
  placeTitleAndRecipients(at);
}

/** The number, centred; upward papers have it at the left, one character in, with 签发人 at the right (7.2.5, 7.2.6). */
function drawNumberLine(top: number, at: HeadAt): number {
  const { meta, flow, setting } = at;
  const { left, width } = flow.area();
  const { pitch, size } = setting.sheet.body;
  const isUpward = meta.signatories.length > 0;
  const end = isUpward ? drawSignatories(top, at) : top + pitch;
  if (meta.documentNumber === null) return end;
  const place = { width: width - size, baseline: baselineIn(end - pitch, pitch, size), size, role: 'body' } as const;
  const aligned = isUpward
    ? ({ x: left + size, align: 'left' } as const)
    : ({ x: left, width, align: 'center' } as const);
  const piece = setting.pieces.number('number');
  flow.draw(oneLine(formatDocumentNumber(meta.documentNumber), { ...place, ...aligned, piece }, setting.faces));
  return end;
}

/** 「签发人：」 in 仿宋, the names in 楷体, two a line, the last line on the number's (7.2.6). Returns the bottom. */
function drawSignatories(top: number, at: HeadAt): number {
  const { meta, flow, setting } = at;
  const { left, width } = flow.area();
  const { pitch, size } = setting.sheet.body;
  const label = plainLetters('签发人：', 'body', setting.faces);
  const names: Letter[][] = [];
  for (let index = 0; index < meta.signatories.length; index += 2) {
    const line = meta.signatories.slice(index, index + 2).join('　');
    names.push([...plainLetters(line, 'kai', setting.faces)]);
  }
  const widest = Math.max(...names.map(widthOf));
  const x = left + width - size - widest * size;
  const labelX = x - widthOf(label) * size;
  const piece = setting.pieces.number('signatories');
  names.forEach((letters, index) => {
    const place = {
      baseline: baselineIn(top + index * pitch, pitch, size),
      size,
      role: 'kai',
      align: 'left',
      piece,
    } as const;
    if (index === 0) flow.draw(letterLine(label, { ...place, x: labelX, width: x - labelX }));
    flow.draw(letterLine(letters, { ...place, x, width: widest * size }));
  });
  return top + names.length * pitch;
}
