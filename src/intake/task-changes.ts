/** Reads inputs/task-changes.csv: 任务编号,类型(新增|撤销|恢复|调整表述),生效日期,任务内容,牵头单位,配合单位,所属部分,依据,登记日期. */
import type { TaskChangeKind } from '../domain/catalogue.ts';
import { bounds } from '../trade/bounds.ts';
import { isTaskId, malformedTaskId } from '../trade/task-id.ts';
import type { TaskChange } from '../domain/task-change.ts';
import { error, type Message, type Place, type Result } from '../message/message.ts';
import { splitNames, type Cells } from '../table/cells.ts';
import type { InputFile } from '../table/file.ts';
import { spoiledTask } from './names.ts';
import { officeForm, readRows } from './rows.ts';

/** The columns in the order in which the file has them. */
export const taskChangeColumns = [
  '任务编号',
  '类型',
  '生效日期',
  '任务内容',
  '牵头单位',
  '配合单位',
  '所属部分',
  '依据',
  '登记日期',
] as const;

const form = officeForm(taskChangeColumns, ['任务内容', '牵头单位', '配合单位', '所属部分', '登记日期']);

export const taskChangeKinds: ReadonlyMap<string, TaskChangeKind> = new Map([
  ['新增', 'add'],
  ['撤销', 'drop'],
  ['恢复', 'restore'],
  ['调整表述', 'reword'],
]);

/** In the order of the file. Whether the acts fit together, and the tasks are known, is checked in the domain. */
export function readTaskChanges(file: InputFile | null): Result<readonly TaskChange[]> {
  return readRows(file, form, readTaskChange);
}

function readTaskChange(cells: Cells): TaskChange | null {
  const taskId = cells.required('任务编号')?.normalize('NFKC').trim() ?? null;
  const kind = cells.requiredWord('类型', taskChangeKinds);
  const on = cells.requiredDate('生效日期');
  const basis = cells.required('依据');
  cells.date('登记日期');
  const text = cells.text('任务内容');
  const leads = splitNames(cells.text('牵头单位'));
  const needed: readonly string[] = [
    ...((kind === 'add' || kind === 'reword') && text === '' ? ['任务内容'] : []),
    ...(kind === 'add' && leads.length === 0 ? ['牵头单位'] : []),
  ];
  const isNew = kind === 'add' || (taskId?.length ?? 0) > bounds.taskNumber;
  const badId = taskId === null || !isNew ? null : wrongId(taskId, cells.place('任务编号'));
  if (badId !== null) cells.report(badId);
  for (const column of needed) cells.report(error(cells.place(column), 'task-change-needs', { column }));
  if (taskId === null || kind === null || on === null || basis === null || needed.length > 0 || badId !== null)
    return null;
  const cooperators = splitNames(cells.text('配合单位'));
  const section = cells.text('所属部分');
  return { taskId, kind, on, text, leads, cooperators, section, basis, place: cells.place() };
}

/** Of a task that is added; every other act names one that there is, whose id is not longer. */
function wrongId(taskId: string, place: Place): Message | null {
  const spoiled = spoiledTask(taskId, place);
  if (spoiled !== null || isTaskId(taskId)) return spoiled;
  return error(place, 'task-id-malformed', malformedTaskId(taskId));
}
