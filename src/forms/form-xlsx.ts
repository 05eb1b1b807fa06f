/** A form as .xlsx: choices for status, bounds for percent, locked and grey columns for what is given. */
import { statusWords } from '../trade/claims.ts';
import type { Limit, CellLook, NewCell } from '../table/xlsx-write/new-sheet.ts';
import { writeXlsx } from '../table/xlsx-write/write-xlsx.ts';
import { formColumns, givenColumns, quarterName } from './form.ts';
import type { Form, FormColumn } from './form.ts';
import { columnWidth, headerRow, looks, pageFooter, sheetRow, wholeRow } from './sheet-look.ts';

const headerAt = 3;
const firstAt = headerAt + 1;

const widths: Readonly<Record<FormColumn, number>> = {
  填报单位: 10,
  任务编号: 6,
  任务内容: 30,
  本单位角色: 6,
  上季度进展: 26,
  上季度完成比例: 8,
  上季度状态: 8,
  上季度下一步措施: 20,
  进展情况: 36,
  完成比例: 8,
  状态: 9,
  存在问题: 18,
  下一步措施: 20,
  佐证材料: 12,
  推荐: 12,
  填报人: 8,
  联系电话: 13,
  填报日期: 12,
};

function notesOf({ filingDay }: Form): readonly string[] {
  return [
    '填报说明：',
    '1.白底各栏由单位填写；灰底各栏是任务和上季度所报的情况，供对照，不能改动。',
    '2.完成比例、状态每季都填，没有变化的也填。完成比例填一个确数（0%至100%）；状态从下拉框中选。',
    '3.进展情况写本季度做了什么，上季度下一步措施落实得怎样；确无进展的，填“本季度无进展”。',
    '4.做法值得推广的，在推荐栏写“是”或用一两句话写明做法，是否采用由督查室定；没有的空着。',
    `5.状态为滞后、逾期的，应写明存在问题和下一步措施。填报日期写成${filingDay}这样。`,
  ];
}

/** The workbook's bytes; the same form gives the same bytes on any day. */
export function formXlsx(form: Form): Uint8Array {
  const textsOf = (name: FormColumn): readonly string[] => form.rows.map((row) => row.get(name) ?? '');
  const columns = formColumns.map((name) => columnWidth(textsOf(name), widths[name]));
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
    ...notesOf(form).map((note) => wholeRow(note, looks.note, columns)),
  ];
  return writeXlsx({
    name: '填报表',
    widths: columns,
    rows,
    limits: limitsOf(form.rows.length),
    frozen: { columns: 3, rows: headerAt },
    titleRow: headerAt,
    footer: pageFooter,
    isProtected: true,
  });
}

const given: ReadonlySet<FormColumn> = new Set(givenColumns);
const percents: readonly FormColumn[] = ['上季度完成比例', '完成比例'];

function cellOf(name: FormColumn, text: string): NewCell {
  const look: CellLook = given.has(name) ? looks.given : looks.open;
  return { value: valueOf(name, text), look: { ...look, format: formatOf(name) } };
}

/** Percent and task number are numbers to a spreadsheet, all else is text, which no spreadsheet runs as a formula. */
function valueOf(name: FormColumn, text: string): string | number | null {
  if (text === '') return null;
  if (percents.includes(name)) return Number((Number(text.replace('%', '')) / 100).toFixed(10));
  return name === '任务编号' && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : text;
}

/** Text format keeps zeros of phone numbers and stops Excel from making dates and formulas of answers. */
function formatOf(name: FormColumn): CellLook['format'] {
  if (percents.includes(name)) return '0%';
  if (name === '任务编号') return '0';
  return name === '填报日期' ? 'yyyy-mm-dd' : '@';
}

function limitsOf(count: number): readonly Limit[] {
  const limit = (name: FormColumn, error: string, rule: Limit['rule']): Limit => {
    const column = formColumns.indexOf(name) + 1;
    return { column, from: firstAt, to: firstAt + count - 1, title: name, error, rule };
  };
  const words = Object.values(statusWords);
  return [
    limit('状态', `请从${words.join('、')}中选一个`, { words }),
    limit('完成比例', '请填 0% 至 100% 之间的一个数', { least: 0, most: 1 }),
  ];
}
