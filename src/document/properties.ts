/** What a file says of itself, the same in every format: shown under 属性 and by document systems. */
import type { CalendarDate } from '../trade/calendar.ts';
import { formatDocumentNumber } from './official-text.ts';
import type { Meta } from './tree.ts';

export type Properties = {
  /** The paper's title; letters alike but for the addressee name it too. */
  readonly title: string;
  readonly author: string;
  /** 发文字号, without the blank of a draft; empty = none. */
  readonly subject: string;
  /** The day of issue; of a draft the day for which its figures stand. No clock: the same paper has the same bytes on any day. */
  readonly date: CalendarDate;
};

export function propertiesOf(meta: Meta): Properties {
  const { documentNumber, issuers, issuerMark, issuedOn, asOf } = meta;
  return {
    title: ownTitle(meta),
    author: issuers.join('、') || issuerMark,
    subject: documentNumber === null ? '' : formatDocumentNumber(documentNumber).replace('　', ''),
    date: issuedOn ?? asOf,
  };
}

function ownTitle({ format, title, recipients }: Meta): string {
  const [first, ...others] = recipients;
  if (format !== 'letter' || first === undefined || title.includes(first)) return title;
  return `${title}（${first}${others.length > 0 ? '等' : ''}）`;
}
