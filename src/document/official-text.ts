/** Words that GB/T 9704—2012 and GB/T 15835—2011 prescribe to the character. */
import type { CalendarDate } from '../trade/calendar.ts';
import type { DocumentNumber, Slot } from './tree.ts';

/** 7.2.5: issuer code, full year in 六角括号, number without 第 and without leading zeros. A draft has a blank. */
export function formatDocumentNumber(number: DocumentNumber): string {
  return `${number.issuerCode}〔${number.year}〕${number.serial ?? '　'}号`;
}

/** 7.3.5.4: Arabic digits, full year, no zero before a single-digit month or day. A draft has blanks to fill. */
export function formatIssueDate(date: CalendarDate | null): string {
  if (date === null) return '　　年　月　日';
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** By when an answer is asked: counted from the day of issue while that is not known, then the day itself. */
export function formatSlot({ days, on }: Slot): string {
  return on === null ? `自印发之日起${days}日内` : `于${formatIssueDate(on)}前`;
}

/** What `formatSlot` prints of a draft, to be found again in one that a clerk has edited; the days are a group. */
export const blankSlot = /自印发之日起(\d{1,3})日内/gu;

/** A share with one decimal throughout, whole ones too: shares stand side by side and must sum by the eye (GB/T 15835: one style in a place). */
export function formatPercent(value: number): string {
  return `${value.toFixed(1)}%`;
}
