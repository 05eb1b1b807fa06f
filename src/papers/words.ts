/** The Chinese words of every literal that papers print: one table a kind (DESIGN.md §8). */
import { isDropped } from '../domain/task-change.ts';
import type { Entry, Filing } from '../domain/entry.ts';
import { formatIssueDate } from '../document/official-text.ts';
import { numberOfQuarter, yearOf, type Quarter } from '../trade/calendar.ts';
import { formatNumeral } from '../trade/numerals.ts';

export const filingWords = {
  'on-time': '按时报送',
  late: '迟报',
  'after-reminder': '催办后报送',
  missing: '未报送',
  pending: '未到报送时限',
  'not-required': '不需报送',
} as const satisfies Record<Filing, string>;

/** `2024年第三季度`: set phrases keep Chinese numerals (GB/T 15835). */
export function quarterWords(quarter: Quarter): string {
  return `${yearOf(quarter)}年第${formatNumeral(numberOfQuarter(quarter))}季度`;
}

/** 已销号 by the office, 已撤销 by an act on the task; '' while it goes on. */
export function endedWords({ isClosed, task }: Pick<Entry, 'isClosed' | 'task'>): string {
  if (isDropped(task)) return '已撤销';
  return isClosed ? '已销号' : '';
}

/** The deadline with what became of it: `2025年3月31日（原为2024年12月15日，第1次延期）`, and what was asked for and not decided. */
export function deadlineWords({ plan, extended }: Pick<Entry, 'plan' | 'extended'>): string {
  const { first, count, asked } = extended;
  const deadline = plan?.deadline ?? null;
  const now = deadline === null ? '' : formatIssueDate(deadline);
  const before = count === 0 || first === null ? '' : `（原为${formatIssueDate(first)}，第${count}次延期）`;
  const open = asked === null ? '' : `${now === '' ? '' : '；'}已申请延期至${formatIssueDate(asked)}，未批准`;
  return `${now}${before}${open}`;
}

/** `第3、12、45项`; nothing for no numbers. */
export function taskNumbers(numbers: readonly string[]): string {
  return numbers.length === 0 ? '' : `第${numbers.join('、')}项`;
}

/** A sentence to go on after: without the stops it ends in. */
export function unstopped(text: string): string {
  let end = text.length;
  while (end > 0 && '。；，'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
