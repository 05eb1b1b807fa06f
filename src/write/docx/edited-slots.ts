/**
 * What a draft leaves open and issue fills: where it stands, how it reads blank, and what it becomes. A clerk may have edited everything
 * round it, and Word may have cut it into runs; the blank itself must still be there.
 */
import { formatDocumentNumber, formatIssueDate } from '../../document/official-text.ts';
import type { Document } from '../../document/tree.ts';
import type { StyleId } from './styles.ts';

export type OpenSlot = {
  readonly name: '发文字号' | '期号' | '成文日期' | '印发日期';
  readonly styles: readonly StyleId[];
  /** Bounded everywhere: the text is a user's. */
  readonly blank: RegExp;
  readonly put: string;
};

// Blanks of any width, but no line break or tab: a slot lies in one piece of line.
const gap = String.raw`[^\S\n]{0,20}`;
const blankDate = `${gap}年${gap}月${gap}日`;

/** The slots of a paper by what it was numbered with; each stands in it exactly once. */
export function openSlots({ meta }: Document): readonly OpenSlot[] {
  const { format, documentNumber, bulletinNumber, issuedOn, printedBy } = meta;
  const isBulletin = format === 'bulletin';
  const date = formatIssueDate(issuedOn);
  const slots: OpenSlot[] = [];
  if (documentNumber !== null) {
    const { issuerCode, year } = documentNumber;
    const blank = new RegExp(`${literal(issuerCode)}〔${year}〕${gap}号`, 'u');
    slots.push({
      name: '发文字号',
      styles: ['LetterNumber', 'DocumentNumber'],
      blank,
      put: formatDocumentNumber(documentNumber),
    });
  }
  if (isBulletin)
    slots.push({
      name: '期号',
      styles: ['BulletinNumber'],
      blank: new RegExp(`第${gap}期`, 'u'),
      put: `第${bulletinNumber ?? ''}期`,
    });
  const styles = isBulletin ? (['BulletinLine'] as const) : (['IssueDate'] as const);
  slots.push({ name: '成文日期', styles, blank: new RegExp(blankDate, 'u'), put: date });
  if (format !== 'letter' && printedBy !== '')
    slots.push({ name: '印发日期', styles: ['Colophon'], blank: new RegExp(`${blankDate}(?=印发)`, 'u'), put: date });
  return slots;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}
