/** 撤回通知: a paper that was sent is taken back; to whom it went. */
import { unstopped } from './words.ts';
import type { Paper } from '../document/paper.ts';
import type { Office } from '../domain/office.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { officialMeta } from './meta.ts';

export const recallShape = { number: 'text', title: 'text', issuedOn: 'date', reason: 'text' } as const;

export type RecallParts = {
  readonly office: Office;
  /** 成文日期 of the recall: a notice stands as of its own day. */
  readonly date: CalendarDate;
  readonly recalled: { readonly number: string; readonly title: string; readonly issuedOn: CalendarDate };
  readonly reason: string;
  readonly recipients: readonly string[];
};

export function recallPaper({ office, date, recalled, reason, recipients }: RecallParts): Paper<typeof recallShape> {
  const { number, title, issuedOn } = recalled;
  const meta = officialMeta(office, { format: 'letter', series: office.series.recall, asOf: date });
  return {
    template: 'recall',
    shape: recallShape,
    view: { number, title, issuedOn, reason: unstopped(reason) },
    meta: { ...meta, recipients, copiedTo: office.copiedTo },
  };
}
