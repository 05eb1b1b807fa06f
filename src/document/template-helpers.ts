/** The helpers that a template may call. */
import type { CalendarDate } from '../trade/calendar.ts';
import { formatNumeral } from '../trade/numerals.ts';
import { formatIssueDate, formatPercent } from './official-text.ts';
import type { Shape } from './shape.ts';

/** Each with the kind of field it takes. */
export const helperKinds = { date: 'date', numeral: 'number', percent: 'percent' } as const satisfies Record<
  string,
  Shape
>;

export type HelperName = keyof typeof helperKinds;

/** What each prints; the checks of template and view have seen to the kind of its field. */
export const helpers: Readonly<Record<HelperName, (value: unknown) => string>> = {
  date: (value) => formatIssueDate(value as CalendarDate),
  numeral: (value) => numeralOf(value as number),
  percent: (value) => formatPercent(value as number),
};

/** Nothing is numbered 零; a nought in a text is a figure. */
function numeralOf(value: number): string {
  return value < 1 ? String(value) : formatNumeral(value);
}

export function isHelper(name: string): name is HelperName {
  return Object.hasOwn(helperKinds, name);
}
