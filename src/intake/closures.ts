/** Reads inputs/closures.csv: 任务编号,日期,类型(销号|恢复),依据. Only this file closes a task; 办结 is the unit's claim. */
import type { Closure } from '../domain/entry.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Result } from '../message/message.ts';
import type { InputFile } from '../table/file.ts';
import { taskIn } from './names.ts';
import { officeForm, readRows } from './rows.ts';
import type { Cells } from '../table/cells.ts';

/** The columns in the order in which the file has them. */
export const closureColumns = ['任务编号', '日期', '类型', '依据'] as const;

const form = officeForm(closureColumns);

const acts: ReadonlyMap<string, Closure['act']> = new Map([
  ['销号', 'close'],
  ['恢复', 'reopen'],
]);

/** The office's acts in the order of the file. */
export function readClosures(file: InputFile | null, catalogue: Catalogue): Result<readonly Closure[]> {
  return readRows(file, form, (cells) => readClosure(cells, catalogue));
}

function readClosure(cells: Cells, catalogue: Catalogue): Closure | null {
  const taskId = taskIn(cells, '任务编号', catalogue);
  const on = cells.requiredDate('日期');
  const act = cells.requiredWord('类型', acts);
  const basis = cells.required('依据');
  if (taskId === null || on === null || act === null || basis === null) return null;
  return { taskId, on, act, basis, place: cells.place() };
}
