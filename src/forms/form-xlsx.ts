/** A form as .xlsx: choices for status, bounds for percent, locked and grey columns for what is given. */
import { statusNames } from '../intake/returns/words.ts';
import type { Limit, Look, NewCell } from '../table/xlsx-write/new-sheet.ts';
import { fittingWidth } from '../table/xlsx-write/row-height.ts';
import { writeXlsx } from '../table/xlsx-write/write-xlsx.ts';
import { formColumns, quarterName } from './form.ts';
import type { Form, FormColumn } from './form.ts';
import { headerRow, looks, pageFooter, sheetRow, wholeRow } from './sheet-look.ts';

const headerAt = 3;
const firstAt = headerAt + 1;
const widest = 80;

const widths: Readonly<Record<FormColumn, number>> = {
  填报单位: 13,
  任务编号: 7,
  任务内容: 34,
  本单位角色: 8,
  上季度进展: 28,
  进展情况: 40,
  完成比例: 10,
  状态: 10,
  存在问题: 22,
  下一步措施: 22,
  佐证材料: 16,
  填报人: 10,
  联系电话: 14,
  填报日期: 12,
};

const givenColumns: readonly FormColumn[] = ['填报单位', '任务编号', '任务内容', '本单位角色', '上季度进展'];

const notes: readonly string[] = [
  '填报说明：',
  '1.白底各栏由单位填写，灰底各栏不能改动；完成比例、状态已按上季度填好，有变化的才改。',
  '2.完成比例填一个确数（0%至100%）；状态从下拉框中选。确无进展的，进展情况填“本季度无进展”。',
  '3.状态为滞后、逾期的，应写明存在问题和下一步措施。填报日期写成2024-10-08这样。',
];

/** The workbook's bytes; the same form gives the same bytes on any day. */
export function formXlsx(form: Form): Uint8Array {
  const columns = formColumns.map((name) => widthOf(name, form));
  const body = form.rows.map((row) =>
    sheetRow(
      formColumns.map((name) => cellOf(name, row.get(name) ?? '')),
      columns,
    ),
  );
  const rows = [
    wholeRow(`${quarterName(form.quarter)}责任分解任务进展情况填报表`, looks.title, columns),
    wholeRow(`填报单位：${form.unit.name}　　报送时限：${form.filingDay}`, looks.note, columns),
    headerRow(formColumns, columns),
    ...body,
    ...notes.map((note) => wholeRow(note, looks.note, columns)),
  ];
  return writeXlsx({
    name: '填报表',
    widths: columns,
    rows,
    limits: limitsOf(form.rows.length),
    frozen: { columns: 2, rows: headerAt },
    titleRow: headerAt,
    footer: pageFooter,
    isProtected: true,
  });
}

/** A column of long texts is made wider where a row of it would be higher than a row can be. */
function widthOf(name: FormColumn, { rows }: Form): number {
  const texts = rows.map((row) => row.get(name) ?? '');
  return fittingWidth(texts, looks.open.size, { least: widths[name], most: widest });
}

function cellOf(name: FormColumn, text: string): NewCell {
  const look: Look = givenColumns.includes(name) ? looks.given : looks.open;
  return { value: valueOf(name, text), look: { ...look, format: formatOf(name) } };
}

/** Percent and task number are numbers to a spreadsheet, all else is text, which no spreadsheet runs as a formula. */
function valueOf(name: FormColumn, text: string): string | number | null {
  if (text === '') return null;
  if (name === '完成比例') return Number((Number(text.replace('%', '')) / 100).toFixed(10));
  return name === '任务编号' && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : text;
}

/** Text format keeps zeros of phone numbers and stops Excel from making dates and formulas of answers. */
function formatOf(name: FormColumn): Look['format'] {
  if (name === '完成比例') return '0%';
  if (name === '任务编号') return '0';
  return name === '填报日期' ? 'yyyy-mm-dd' : '@';
}

function limitsOf(count: number): readonly Limit[] {
  const limit = (name: FormColumn, error: string, rule: Limit['rule']): Limit => {
    const column = formColumns.indexOf(name) + 1;
    return { column, from: firstAt, to: firstAt + count - 1, title: name, error, rule };
  };
  const words = Object.values(statusNames);
  return [
    limit('状态', `请从${words.join('、')}中选一个`, { words }),
    limit('完成比例', '请填 0% 至 100% 之间的一个数', { least: 0, most: 1 }),
  ];
}
