/** Form 填报表: what a unit is asked to report in a quarter, beside what the office knows already. */
import type { Entry, Ledger } from '../domain/entry.ts';
import { numberOfQuarter, yearOf } from '../trade/calendar.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Unit } from '../domain/roster.ts';
import { referenceColumns, returnColumns } from '../intake/returns/form.ts';
import { roleWords, statusWords } from '../trade/claims.ts';

export type Form = {
  readonly quarter: Quarter;
  readonly unit: Unit;
  readonly filingDay: CalendarDate;
  readonly rows: readonly FormRow[];
};

/** One cell for each of `formColumns`, by its name. */
export type FormRow = ReadonlyMap<FormColumn, string>;

const taskColumns = ['填报单位', '任务编号', '任务内容', '本单位角色'] as const;
const { lastProgress, lastPercent, lastStatus, lastSteps } = referenceColumns;

/** To be read, not to be answered: the task, and what was said last quarter, the promise beside the blank that says what came of it. */
export const givenColumns = [...taskColumns, lastProgress, lastPercent, lastStatus, lastSteps] as const;

export type FormColumn = (typeof returnColumns)[number] | (typeof givenColumns)[number];

/** What is given, then what is asked. */
export const formColumns: readonly FormColumn[] = [...new Set<FormColumn>([...givenColumns, ...returnColumns])];

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
 * Last quarter's values stand in columns of their own: put into the blanks, an untouched form would claim what nobody claimed. Who files
 * is no claim and is filled in.
 */
function rowOf({ unit, task, role, previous }: Entry): FormRow {
  return new Map<FormColumn, string>([
    ['填报单位', unit.name],
    ['任务编号', task.id],
    ['任务内容', task.text],
    ['本单位角色', roleWords[role]],
    [lastProgress, previous?.progress ?? ''],
    [lastPercent, previous === null || previous.percent === null ? '' : `${previous.percent}%`],
    [lastStatus, previous === null ? '' : statusWords[previous.status]],
    [lastSteps, previous?.nextSteps ?? ''],
    ['填报人', previous?.filedBy ?? ''],
    ['联系电话', previous?.phone ?? ''],
  ]);
}
