/** Reads inputs/reassignments.csv: 生效日期,类型,任务,角色,原单位,新单位,依据. Whether the rows fit together is checked in the domain. */
import type { Reassignment, ReassignmentKind } from '../domain/reassignment.ts';
import type { Result } from '../message/message.ts';
import type { InputFile } from '../table/file.ts';
import { tasksIn, unitIn, unitsIn, type Names } from './names.ts';
import { officeForm, readRows } from './rows.ts';
import type { Cells } from '../table/cells.ts';

/** The columns in the order in which the file has them; `reassign` writes its rows by it. */
export const reassignmentColumns = [
  '生效日期',
  '类型',
  '任务',
  '角色',
  '原单位',
  '新单位',
  '依据',
  '登记日期',
] as const;

const form = officeForm(reassignmentColumns, ['任务', '角色', '登记日期']);

export const reassignmentKinds: ReadonlyMap<string, ReassignmentKind> = new Map([
  ['更名', 'rename'],
  ['合并', 'merge'],
  ['分设', 'split'],
  ['划入', 'absorb'],
  ['撤销', 'abolish'],
  ['职责划转', 'duty'],
  ['层级调整', 'level'],
]);

const roles: ReadonlyMap<string, Reassignment['role']> = new Map([
  ['牵头', 'lead'],
  ['配合', 'cooperating'],
  ['全部', 'both'],
]);

/** Changes of responsibility in the order of the file. */
export function readReassignments(file: InputFile | null, names: Names): Result<readonly Reassignment[]> {
  return readRows(file, form, (cells) => readReassignment(cells, names));
}

function readReassignment(cells: Cells, { catalogue, roster }: Names): Reassignment | null {
  const effectiveOn = cells.requiredDate('生效日期');
  const kind = cells.requiredWord('类型', reassignmentKinds);
  const taskIds = tasksIn(cells, '任务', catalogue);
  const role = cells.word('角色', roles) ?? 'both';
  const from = unitIn(cells, '原单位', roster);
  const to = unitsIn(cells, '新单位', roster);
  const basis = cells.required('依据');
  // When the office knew of it: for the reader of the file.
  cells.date('登记日期');
  if (effectiveOn === null || kind === null || taskIds === null) return null;
  if (from === null || to === null || basis === null) return null;
  return { effectiveOn, kind, taskIds, role, from, to, basis, place: cells.place() };
}
