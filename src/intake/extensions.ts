/** Reads inputs/extensions.csv: 任务编号,单位,申请日期,新完成时限,结果(批准|不批准),决定日期,依据,登记日期, and columns such as `2024Q4计划` for new steps. */
import type { Extension } from '../domain/extension.ts';
import { error, type Result } from '../message/message.ts';
import type { Cells } from '../table/cells.ts';
import type { InputFile } from '../table/file.ts';
import { taskIn, unitIn, type Names } from './names.ts';
import { plannedSteps, stepColumn } from './plan.ts';
import { officeForm, readRows } from './rows.ts';

/** The columns in the order in which the file has them. */
export const extensionColumns = [
  '任务编号',
  '单位',
  '申请日期',
  '新完成时限',
  '结果',
  '决定日期',
  '依据',
  '登记日期',
] as const;

const form = {
  ...officeForm(extensionColumns, ['单位', '结果', '决定日期', '依据', '登记日期']),
  isFurther: stepColumn,
};

export const decisions: ReadonlyMap<string, NonNullable<Extension['decision']>> = new Map([
  ['批准', 'granted'],
  ['不批准', 'refused'],
]);

/** In the order of the file. */
export function readExtensions(file: InputFile | null, names: Names): Result<readonly Extension[]> {
  return readRows(file, form, (cells) => readExtension(cells, names));
}

function readExtension(cells: Cells, { catalogue, roster }: Names): Extension | null {
  const taskId = taskIn(cells, '任务编号', catalogue);
  const isAll = cells.text('单位') === '' || cells.text('单位') === '全部';
  const unit = isAll ? null : unitIn(cells, '单位', roster);
  const askedOn = cells.requiredDate('申请日期');
  const newDeadline = cells.requiredDate('新完成时限');
  const decision = cells.text('结果') === '' ? null : cells.word('结果', decisions);
  const decidedOn = cells.date('决定日期');
  cells.date('登记日期');
  const basis = cells.text('依据');
  const needed: readonly string[] =
    decision === null ? [] : [...(decidedOn === null ? ['决定日期'] : []), ...(basis === '' ? ['依据'] : [])];
  for (const column of needed) cells.report(error(cells.place(column), 'extension-needs', { column }));
  if (askedOn !== null && decidedOn !== null && decidedOn < askedOn)
    cells.report(error(cells.place('决定日期'), 'extension-before-asked', { askedOn, decidedOn }));
  if (taskId === null || askedOn === null || newDeadline === null || (!isAll && unit === null)) return null;
  const unitCode = unit?.code ?? null;
  const percentBy = plannedSteps(cells);
  return { taskId, unitCode, askedOn, newDeadline, percentBy, decision, decidedOn, basis, place: cells.place() };
}
