/** The head of a bulletin (简报式报头): name in red, 第×期, office at the left and date at the right, red rule. The standard leaves its sizes open. */
import { formatDocumentNumber, formatIssueDate } from '../../document/official-text.ts';
import { points } from './geometry.ts';
import { drawMarks, moveTo, placeTitleAndRecipients, redRule, type HeadAt } from './head-parts.ts';
import { drawIssuerMark } from './issuer-mark.ts';
import { baselineIn } from './lines.ts';
import { oneLine, type OneLine } from './one-line.ts';

export function placeBulletinHead(at: HeadAt): void {
  const { meta, flow, setting } = at;
  const { left, top, width } = flow.area();
  const { pitch, size } = setting.sheet.body;
  const marksEnd = drawMarks(top, at);
  let y = drawIssuerMark(meta.issuerMark, Math.max(top + points(10), marksEnd), at) + pitch / 2;
  const line = (key: string, text: string, align: OneLine['align']): void => {
    const place = { x: left, width, baseline: baselineIn(y, pitch, size), size, role: 'body', align } as const;
    flow.draw(oneLine(text, { ...place, piece: setting.pieces.number(key) }, setting.faces));
  };
  line('bulletin', `第${meta.bulletinNumber ?? '　'}期`, 'center');
  y += pitch;
  if (meta.documentNumber !== null) {
    line('number', formatDocumentNumber(meta.documentNumber), 'center');
    y += pitch;
  }
  if (meta.signatories.length > 0) {
    line('signatories', `签发人：${meta.signatories.join('　')}`, 'right');
    y += pitch;
  }
  y += pitch / 2;
  meta.issuers.forEach((issuer, index) => {
    line(`issuer:${index}`, issuer, 'left');
    if (index < meta.issuers.length - 1) y += pitch;
  });
  line('date', formatIssueDate(meta.issuedOn), 'right');
  y += pitch + points(1);
  flow.draw([redRule(left, y, width)]);
  moveTo(flow, y + 2 * pitch);
  placeTitleAndRecipients(at);
}
