/** Form 填报表: what a unit is asked to report in a quarter, with everything filled in that is known already. */
import type { Entry, Ledger } from '../domain/entry.ts';
import { numberOfQuarter, yearOf } from '../trade/calendar.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Unit } from '../domain/roster.ts';
import { referenceColumns, returnColumns } from '../intake/returns/form.ts';
import { roleNames, statusNames } from '../intake/returns/words.ts';

export type Form = {
  readonly quarter: Quarter;
  readonly unit: Unit;
  readonly filingDay: CalendarDate;
  readonly rows: readonly FormRow[];
};

/** One cell for each of `formColumns`, by its name. */
export type FormRow = ReadonlyMap<FormColumn, string>;

export type FormColumn = (typeof returnColumns)[number] | typeof referenceColumns.lastProgress;

/** The columns of a return, with last quarter's progress beside this one's: printed to be read, not to be answered. */
export const formColumns: readonly FormColumn[] = returnColumns.flatMap((name) =>
  name === '进展情况' ? [referenceColumns.lastProgress, name] : [name],
);

/** A form for each unit that has something to report; tasks that the office has closed are not asked about again. */
export function formsFor(ledger: Ledger, filingDay: CalendarDate): readonly Form[] {
  return ledger.units.flatMap((unit) => {
    const entries = ledger.entries.filter((entry) => entry.unit === unit && entry.isAssessed && !entry.isClosed);
    const rows = entries.map(rowOf);
    return rows.length === 0 ? [] : [{ quarter: ledger.quarter, unit, filingDay, rows }];
  });
}

/** 2024年第四季度 */
export function quarterName(quarter: Quarter): string {
  return `${yearOf(quarter)}年第${['一', '二', '三', '四'][numberOfQuarter(quarter) - 1]}季度`;
}

/**
 * What was said last quarter stands as long as nothing changed: percent, status, who files. What happened in this quarter (进展情况),
 * problems, next steps, evidence and the date are always to be written anew.
 */
function rowOf({ unit, task, role, previous }: Entry): FormRow {
  return new Map<FormColumn, string>([
    ['填报单位', unit.name],
    ['任务编号', task.id],
    ['任务内容', task.text],
    ['本单位角色', roleNames[role]],
    [referenceColumns.lastProgress, previous?.progress ?? ''],
    ['完成比例', previous === null || previous.percent === null ? '' : `${previous.percent}%`],
    ['状态', previous === null ? '' : statusNames[previous.status]],
    ['填报人', previous?.filedBy ?? ''],
    ['联系电话', previous?.phone ?? ''],
  ]);
}
