/** What the file says of itself: title, issuer, number and date, in the info dictionary and as XMP. */
import type { CalendarDate } from '../../trade/calendar.ts';
import { formatDocumentNumber } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';

export type Metadata = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  readonly producer: string;
  readonly creationDate: unknown;
};

/** A draft has no date; a fixed one keeps its bytes the same on any day. */
const neutralDate = '2000-01-01' as CalendarDate;

export function metadataOf(meta: Meta): Metadata {
  const number = meta.documentNumber === null ? '' : formatDocumentNumber(meta.documentNumber).replace('　', '');
  return {
    title: meta.title,
    author: meta.issuers.join('、') || meta.issuerMark,
    subject: number,
    creator: 'Duban',
    producer: 'Duban (pdfmake)',
    creationDate: startOfDay(meta.issuedOn ?? neutralDate),
  };
}

/** pdfkit wants a date object; this one is made from a fixed day in UTC and reads no clock. */
function startOfDay(day: CalendarDate): unknown {
  // oxlint-disable-next-line eslint/no-restricted-globals -- not the clock: a constant day, in UTC
  return new Date(`${day}T00:00:00Z`);
}
