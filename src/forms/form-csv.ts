/** A form as CSV for Excel and WPS. */
import { writeCsv } from '../table/csv-write.ts';
import { formColumns } from './form.ts';
import type { Form, FormColumn } from './form.ts';

const numbers: readonly FormColumn[] = ['任务编号', '上季度完成比例', '完成比例'];

export function formCsv(form: Form): Uint8Array {
  const columns = formColumns.map((name) => ({
    name,
    kind: numbers.includes(name) ? ('number' as const) : ('text' as const),
  }));
  return writeCsv(
    columns,
    form.rows.map((row) => formColumns.map((name) => row.get(name) ?? '')),
  );
}
