import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import { findUnit } from '../../src/domain/roster.ts';
import { formColumns, givenColumns } from '../../src/forms/form.ts';
import type { Form, FormColumn, FormRow } from '../../src/forms/form.ts';
import { formCsv } from '../../src/forms/form-csv.ts';
import { formXlsx } from '../../src/forms/form-xlsx.ts';
import { columnName } from '../../src/table/xlsx-write/sheet-xml.ts';
import { header, read, roster, said } from '../intake/returns/district.ts';
import { opened, typed } from './opened-sheet.ts';
import { packageFaults } from '../ooxml/validator.ts';

const unit = findUnit(roster, '区财政局');
if (unit === null) throw new Error('the roster has no 区财政局');

function rowOf(values: Partial<Record<FormColumn, string>>): FormRow {
  return new Map(Object.entries(values) as [FormColumn, string][]);
}

const given = {
  填报单位: '区财政局',
  本单位角色: '牵头',
  任务编号: '3',
  任务内容: '清理专项资金',
  上季度进展: '清理28项',
  上季度完成比例: '60%',
  上季度状态: '滞后',
  上季度下一步措施: '再清理3项',
};
const kept = { 填报人: '张某', 联系电话: '0000-0001' };

const form: Form = {
  quarter: '2024Q4' as Quarter,
  unit,
  filingDay: '2024-12-25' as CalendarDate,
  rows: [
    rowOf({ ...given, ...kept }),
    rowOf({ ...given, 本单位角色: '配合', 任务编号: '2', 任务内容: '规范行政审批', 上季度进展: '' }),
    ...Array.from({ length: 9 }, () =>
      rowOf({ ...given, 本单位角色: '配合', 任务编号: '4', 任务内容: '推进依法行政' }),
    ),
  ],
};

const answers = {
  完成比例: '80%',
  状态: '正常推进',
  进展情况: '清理31项，收回结余\n第二行',
  存在问题: '',
  下一步措施: '继续清理',
  佐证材料: '台账',
  填报日期: '2024-12-20',
};

/** `F4` of 进展情况 in the first row. */
function at(name: FormColumn, row = 4): string {
  return `${columnName(formColumns.indexOf(name) + 1)}${row}`;
}

describe('a form', () => {
  test('as CSV has a header, a row for each task, and only blanks to be written', () => {
    const table: string[][] = parse(Buffer.from(formCsv(form)), { bom: true });
    expect(table[0]?.join(' ')).toBe(
      '填报单位 任务编号 任务内容 本单位角色 上季度进展 上季度完成比例 上季度状态 上季度下一步措施 ' +
        '进展情况 完成比例 状态 存在问题 下一步措施 佐证材料 推荐 填报人 联系电话 填报日期',
    );
    expect(table[1]?.join(' ')).toBe('区财政局 3 清理专项资金 牵头 清理28项 60% 滞后 再清理3项        张某 0000-0001 ');
    expect(table).toHaveLength(12);
  });

  test('left as it is comes back as one message, and claims nothing', () => {
    const said11 = '收回的是一份没有填过的空表（11 项任务的进展情况、完成比例、状态都空着）；请单位填好后再报';
    for (const [name, bytes] of Object.entries({ 'a.csv': formCsv(form), 'a.xlsx': formXlsx(form) })) {
      const { value, messages } = read({ [name]: bytes });
      const errors = messages.filter(({ severity }) => severity === 'error');
      expect(said(errors)).toEqual([`${name} 错误 form-untouched ${said11}`]);
      expect(value.returns).toEqual([]);
    }
  });

  test('filled in only in part says which rows are untouched, and which blanks are left in the others', () => {
    const rows = [
      ...form.rows.slice(0, 2),
      ...form.rows.slice(0, 2).map((row) => new Map([...row, ['进展情况', '清理']])),
    ];
    const errors = read({ 'a.csv': formCsv({ ...form, rows: rows as FormRow[] }) }).messages.filter(
      ({ severity }) => severity === 'error',
    );
    expect(said(errors)).toEqual([
      'a.csv:2-3 错误 row-untouched 本行没有填写（进展情况、完成比例、状态都空着）；请填好后再报',
      'a.csv:4-5:11 错误 missing-value “状态”空白，请填写',
      'a.csv:4-5:18 错误 missing-value “填报日期”空白，请填写',
    ]);
  });

  test('a table that is no form of ours still names each blank', () => {
    const blank = '区财政局,3,清理专项资金,牵头,,,,,,,张某,0000-0001,';
    expect(read({ 'a.csv': `${header}\n${blank}\n` }).messages.map(({ code }) => code)).toEqual([
      'missing-value',
      'missing-value',
      'missing-value',
    ]);
  });

  test('filled in as .xlsx and as CSV gives the same return', () => {
    const filled = { ...form, rows: [rowOf({ ...given, ...kept, ...answers })] };
    const texts = Object.entries(answers).filter(
      ([name, text]) => text !== '' && !['填报日期', '完成比例'].includes(name),
    );
    const xlsx = typed(formXlsx({ ...form, rows: form.rows.slice(0, 1) }), {
      ...Object.fromEntries(texts.map(([name, text]) => [at(name as FormColumn), text])),
      [at('完成比例')]: 0.8,
      [at('填报日期')]: 45_646,
    });
    const valuesOf = (files: Record<string, Uint8Array>) =>
      read(files).value.returns.map((each) => ({ ...each, place: null }));
    expect(valuesOf({ 'a.csv': formCsv(filled) })).toHaveLength(1);
    expect(valuesOf({ 'a.xlsx': xlsx })).toEqual(valuesOf({ 'a.csv': formCsv(filled) }));
  });
});

describe('the workbook', () => {
  const sheet = opened(formXlsx(form));

  test('offers the words of status, bounds percent, and locks what is given', () => {
    const range = (name: FormColumn): string => `sqref="${at(name)}:${at(name, 14)}"`;
    const rules = [...sheet.sheetXml.matchAll(/<dataValidation .*?<\/dataValidation>/gu)].map(([rule]) => rule);
    expect(rules).toHaveLength(2);
    expect(rules[0]).toContain(range('状态'));
    expect(rules[0]).toContain('<formula1>&quot;未启动,正常推进,滞后,逾期,办结&quot;</formula1>');
    expect(rules[1]).toContain(range('完成比例'));
    expect(rules[1]).toContain('<formula1>0</formula1><formula2>1</formula2>');
    const locked = formColumns.filter((name) => sheet.cell(at(name))?.isLocked);
    expect(locked).toEqual(givenColumns);
    expect(formColumns.filter((name) => sheet.cell(at(name))?.fill === 'EDEDED')).toEqual(locked);
    expect(sheet.cell(at('上季度完成比例'))).toMatchObject({ text: '0.6', format: '0%' });
    expect(sheet.sheetXml).toContain('<sheetProtection sheet="1"');
    expect(sheet.cell(at('联系电话'))?.format).toBe('@');
  });

  test('prints across, as wide as the page, with its header on every page', () => {
    expect(sheet.sheetXml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet.sheetXml).toContain('<pane xSplit="3" ySplit="3" topLeftCell="D4"');
    expect(sheet.workbookXml).toMatch(/Print_Titles" localSheetId="0">'填报表'!\$3:\$3</u);
  });

  test('is the same to the byte when made again, and valid Office Open XML', async () => {
    const [first, second] = [formXlsx(form), formXlsx(form)];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(await packageFaults(first, 'xlsx')).toEqual([]);
  });
});

describe('what a unit wrote last quarter is never run as a formula', () => {
  const evil = ['=1+1', '+1', '-1+1', '@SUM(A1)', '  =1', '\t=1', '正常\n=cmd|x'];
  const rows = evil.map((text) => rowOf({ ...given, ...kept, 上季度进展: text, 填报人: text }));

  test('in CSV every line of it is text, and reads back as it was', () => {
    const table: readonly (readonly string[])[] = parse(Buffer.from(formCsv({ ...form, rows })), { bom: true });
    const cells = table.slice(1).map((row) => row[formColumns.indexOf('填报人')] ?? '');
    expect(cells.filter((cell) => /^\s*[=+\-@]/mu.test(cell))).toEqual([]);
    expect(cells.map((cell) => cell.replaceAll(/^'/gmu, ''))).toEqual(evil);
  });

  test('in .xlsx it is stored as text', () => {
    const sheet = opened(formXlsx({ ...form, rows }));
    const cells = rows.map((_, row) => sheet.cell(at('填报人', 4 + row)));
    expect(cells.map((cell) => [cell?.type, cell?.text])).toEqual(evil.map((text) => ['inlineStr', text]));
    expect(sheet.sheetXml).not.toContain('<f>');
  });
});
