/** Reads inputs/plan.csv: 任务编号,工作要求,工作标准,完成时限 and a column a quarter named `2024Q3计划`; all but 任务编号 optional. */
import type { Plan } from '../domain/entry.ts';
import { writtenQuarter } from '../trade/calendar.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { error } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import type { InputFile } from '../table/file.ts';
import { taskIn } from './names.ts';
import { officeForm, readRows, repeatedRows } from './rows.ts';
import type { Cells } from '../table/cells.ts';

/** The columns in the order in which the file has them; a column a quarter follows. */
export const planColumns = ['任务编号', '工作要求', '工作标准', '完成时限'] as const;

const form = {
  ...officeForm(planColumns, ['工作要求', '工作标准', '完成时限']),
  isFurther: stepColumn,
};

/** What the office asks of each task; one row a task. */
export function readPlan(file: InputFile | null, catalogue: Catalogue): Result<readonly Plan[]> {
  const rows = readRows(file, form, (cells) => readTaskPlan(cells, catalogue));
  return { value: rows.value, messages: [...rows.messages, ...doubleTasks(rows.value)] };
}

function readTaskPlan(cells: Cells, catalogue: Catalogue): Plan | null {
  const taskId = taskIn(cells, '任务编号', catalogue);
  const deadline = cells.date('完成时限');
  const percentBy = plannedSteps(cells);
  if (taskId === null) return null;
  const requirement = cells.text('工作要求');
  return { taskId, requirement, standard: cells.text('工作标准'), percentBy, deadline, place: cells.place() };
}

/** Planned percent by quarter, from the columns that are named so. */
export function plannedSteps(cells: Cells): ReadonlyMap<Quarter, number> {
  return new Map(cells.columns().flatMap((column) => plannedPercent(cells, column)));
}

/** Whether a column names the step of a quarter. */
export function stepColumn(name: string): boolean {
  return quarterOfColumn(name) !== null;
}

function plannedPercent(cells: Cells, column: string): readonly (readonly [Quarter, number])[] {
  const quarter = quarterOfColumn(column);
  if (quarter === null) return [];
  const percent = cells.percent(column, 'refuse');
  return percent === null ? [] : [[quarter, percent]];
}

/** `2024Q3计划` → 2024Q3. */
function quarterOfColumn(name: string): Quarter | null {
  return name.endsWith('计划') ? writtenQuarter(name.slice(0, -2)) : null;
}

function doubleTasks(plans: readonly Plan[]): readonly Message[] {
  return repeatedRows(plans, ({ taskId }) => taskId).map(({ again: { taskId, place }, row }) => {
    return error(place, 'double-task', { task: taskId, row });
  });
}
