/** 原因 in register.csv: why a paper was issued, short; the record holds every change. */
import type { Cause } from './differences.ts';
import type { Change } from './entry.ts';

const causeWords = { changed: '内容变化', gained: '新承担职责', lost: '职责全部移交' } as const satisfies Record<
  Cause,
  string
>;

const named = 5;

/** `内容变化：95 牵头单位、106 牵头单位等7项` */
export function reasonOf(cause: Cause, changes: readonly Change[]): string {
  if (changes.length === 0) return causeWords[cause];
  const fields = changes.slice(0, named).map(({ field }) => field);
  return `${causeWords[cause]}：${fields.join('、')}${changes.length > named ? `等${changes.length}项` : ''}`;
}
