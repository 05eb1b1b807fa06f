/** What the file says of itself: title, issuer, number and date, in the info dictionary and as XMP. */
import { propertiesOf } from '../../document/properties.ts';
import type { Meta } from '../../document/tree.ts';
import type { CalendarDate } from '../../trade/calendar.ts';

export type Metadata = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  readonly producer: string;
  readonly creationDate: unknown;
};

export function metadataOf(meta: Meta): Metadata {
  const { title, author, subject, date } = propertiesOf(meta);
  return { title, author, subject, creator: 'Duban', producer: 'Duban (pdfmake)', creationDate: startOfDay(date) };
}

/** pdfkit wants a date object; this one is made from a fixed day in UTC and reads no clock. */
function startOfDay(day: CalendarDate): unknown {
  // oxlint-disable-next-line eslint/no-restricted-globals -- not the clock: a constant day, in UTC
  return new Date(`${day}T00:00:00Z`);
}
