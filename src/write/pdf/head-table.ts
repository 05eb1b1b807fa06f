/** The head of an assessment table or internal paper: marks, number, and the title over its tables. */
import type { Meta } from '../../document/tree.ts';
import type { PageFlow } from './flow.ts';
import { numberText, placeTitle, signatoriesText } from './head-parts.ts';
import { blankLine, textParagraph } from './paragraphs.ts';
import type { ParagraphType, Setting } from './setting.ts';

export function placeTableHead(meta: Meta, flow: PageFlow, setting: Setting): void {
  const { left, width } = flow.area();
  const { body } = setting.sheet;
  const plain: ParagraphType = { ...body, firstIndent: 0 };
  const put = (key: string, text: string, type: ParagraphType): void => {
    if (text === '') return;
    flow.place(textParagraph(text, { left, width, type, piece: setting.pieces.number(key) }, setting));
  };
  put('copyNumber', meta.copyNumber, plain);
  put('classification', meta.classification, { ...plain, role: 'heading' });
  put('urgency', meta.urgency, { ...plain, role: 'heading' });
  put('issuerMark', meta.issuerMark, { ...plain, align: 'center' });
  placeTitle({ meta, flow, setting });
  flow.place([blankLine(body.pitch / 4, true)]);
  put('number', numberText(meta), { ...plain, align: 'center' });
  put('signatories', signatoriesText(meta), { ...plain, align: 'right' });
  put('recipients', meta.recipients.length === 0 ? '' : `${meta.recipients.join('、')}：`, plain);
}
