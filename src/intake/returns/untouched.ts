/** Forms that come back as they went out: one message instead of one for each blank. */
import { error } from '../../message/message.ts';
import type { Message } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { Cells } from '../../table/cells.ts';
import { referenceColumns } from './form.ts';

/** What the form leaves blank; 填报人 and 联系电话 it fills in. */
const blanks = ['进展情况', '完成比例', '状态', '存在问题', '下一步措施', '佐证材料', '填报日期'] as const;

/** Only a form of ours is known by its columns of last quarter's values; in another table a blank row may mean anything. */
export function isUntouched(cells: Cells): boolean {
  const isOurs = cells.columns().includes(referenceColumns.lastPercent);
  return isOurs && blanks.every((column) => cells.text(column) === '');
}

/** What is said of an untouched row: that it is one, and what is wrong beside the blanks. */
export function aboutUntouched(cells: Cells): readonly Message[] {
  const others = cells.messages.filter(({ code }) => code !== 'missing-value');
  return [...others, error(cells.place(), 'row-untouched', undefined)];
}

/** When nothing was filled in at all, that is one thing to say of the file. */
export function aboutUntouchedForm(file: string, messages: readonly Message[], rows: number): readonly Message[] {
  const untouched = messages.filter(({ code }) => code === 'row-untouched').length;
  if (untouched === 0 || untouched < rows) return messages;
  const others = messages.filter(({ code }) => code !== 'row-untouched');
  return [error(fileOnly(file), 'form-untouched', { rows }), ...others];
}
