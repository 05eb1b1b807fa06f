/** What falls due, as text to paste into a message to the units. */
import { formatIssueDate } from '../document/official-text.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { quarterWords, taskNumbers } from './words.ts';

type Day = { readonly by: CalendarDate; readonly isOverdue: boolean };

export type DueItem = Day &
  (
    | { readonly kind: 'answer' | 'handover'; readonly number: string; readonly ask: string }
    | { readonly kind: 'return'; readonly quarter: Quarter; readonly tasks: readonly string[] }
    | { readonly kind: 'deadline'; readonly tasks: readonly string[] }
  );

/** `code` null: all units that a paper to all concerns. */
export type DueUnit = { readonly code: string | null; readonly name: string; readonly items: readonly DueItem[] };

/** A unit a block: its name, then a line an item. */
export function dueText(units: readonly DueUnit[]): readonly string[] {
  return units.flatMap(({ name, items }, index) => [
    ...(index === 0 ? [] : ['']),
    `${name}：`,
    ...items.map((item, at) => `　　${at + 1}. ${wordsOf(item)}${at === items.length - 1 ? '。' : '；'}`),
  ]);
}

function wordsOf(item: DueItem): string {
  const day = formatIssueDate(item.by);
  const late = item.isOverdue ? '（已过期，请尽快）' : '';
  switch (item.kind) {
    case 'answer':
    case 'handover':
      return `${day}前，${item.ask}（${item.number}）${late}`;
    case 'return':
      return `${day}前，报送${quarterWords(item.quarter)}反馈表（${taskNumbers(item.tasks)}）`;
    case 'deadline':
      return `${day}，${taskNumbers(item.tasks)}任务到完成时限`;
  }
}
