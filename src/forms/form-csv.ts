/** A form as CSV for Excel and WPS. Left as it is, it reads back as a return that lacks only what must be written. */
import { writeCsv } from '../table/csv-write.ts';
import { formColumns } from './form.ts';
import type { Form } from './form.ts';

export function formCsv(form: Form): Uint8Array {
  const columns = formColumns.map((name) => ({
    name,
    kind: name === '完成比例' || name === '任务编号' ? ('number' as const) : ('text' as const),
  }));
  return writeCsv(
    columns,
    form.rows.map((row) => formColumns.map((name) => row.get(name) ?? '')),
  );
}
