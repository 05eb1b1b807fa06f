/** Reads inputs/<quarter>/adjustments.csv: 单位,任务编号,类型,分值,事由,依据,日期. The office's manual score items, with reasons. */
import type { Adjustment } from '../domain/adjustment.ts';
import { error } from '../message/message.ts';
import type { Result } from '../message/message.ts';
import type { InputFile } from '../table/file.ts';
import { closedUp } from '../trade/numerals.ts';
import { bounds } from '../trade/bounds.ts';
import { taskIn, unitIn, type Names } from './names.ts';
import { officeForm, readRows } from './rows.ts';
import { cut } from '../table/sheet.ts';
import type { Cells } from '../table/cells.ts';

/** The columns in the order in which the file has them. */
export const adjustmentColumns = ['单位', '任务编号', '类型', '分值', '事由', '依据', '日期'] as const;

const form = officeForm(adjustmentColumns, ['任务编号', '类型']);

/** What the office found in the quarter, in the order of the file. */
export function readAdjustments(file: InputFile | null, names: Names): Result<readonly Adjustment[]> {
  return readRows(file, form, (cells) => readAdjustment(cells, names));
}

function readAdjustment(cells: Cells, { catalogue, roster }: Names): Adjustment | null {
  const unit = unitIn(cells, '单位', roster);
  const taskId = cells.text('任务编号') === '' ? null : taskIn(cells, '任务编号', catalogue);
  const kind = cells.text('类型');
  const points = readPoints(cells, kind);
  const reason = cells.required('事由');
  const basis = cells.required('依据');
  const on = cells.requiredDate('日期');
  if (unit === null || reason === null || basis === null || on === null) return null;
  return { unit, taskId, kind, points, reason, basis, on, place: cells.place() };
}

/** A blank is allowed beside a 类型, whose scoring rule then says how many points. */
function readPoints(cells: Cells, kind: string): number | null {
  const written = kind === '' ? cells.required('分值') : cells.text('分值');
  if (written === null || written === '') return null;
  const folded = closedUp(written).replaceAll('分', '').replace('−', '-');
  if (/^[-+]?\d+(?:\.\d+)?$/u.test(folded)) {
    const limit = bounds.points;
    if (Math.abs(Number(folded)) <= limit) return Number(folded);
    cells.report(error(cells.place('分值'), 'points-out-of-bounds', { found: cut(folded), limit }));
    return null;
  }
  cells.report(error(cells.place('分值'), 'bad-number', { column: '分值', written: cut(written) }));
  return null;
}
