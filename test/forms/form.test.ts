import validate from '@ooxml-tools/validate';
import { parse } from 'csv-parse/sync';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import { findUnit } from '../../src/domain/roster.ts';
import { formColumns } from '../../src/forms/form.ts';
import type { Form, FormColumn, FormRow } from '../../src/forms/form.ts';
import { formCsv } from '../../src/forms/form-csv.ts';
import { formXlsx } from '../../src/forms/form-xlsx.ts';
import { columnName } from '../../src/table/xlsx-write/sheet-xml.ts';
import { read, roster, said } from '../intake/returns/district.ts';
import { opened, typed } from './opened-sheet.ts';

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
};
const kept = { 完成比例: '80%', 状态: '正常推进', 填报人: '张某', 联系电话: '0000-0001' };

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
    const table = parse(Buffer.from(formCsv(form)), { bom: true });
    expect(table.slice(0, 2)).toEqual([
      [
        '填报单位',
        '任务编号',
        '任务内容',
        '本单位角色',
        '上季度进展',
        '进展情况',
        '完成比例',
        '状态',
        '存在问题',
        '下一步措施',
        '佐证材料',
        '填报人',
        '联系电话',
        '填报日期',
      ],
      ['区财政局', '3', '清理专项资金', '牵头', '清理28项', '', '80%', '正常推进', '', '', '', '张某', '0000-0001', ''],
    ]);
    expect(table).toHaveLength(12);
  });

  test('left as it is says only what has still to be written', () => {
    const one = { ...form, rows: form.rows.slice(0, 1) };
    const expected = (name: string, row: number): readonly string[] => [
      `${name}:${row}:6 错误 missing-value “进展情况”空白，请填写`,
      `${name}:${row}:14 错误 missing-value “填报日期”空白，请填写`,
    ];
    expect(said(read({ 'a.csv': formCsv(one) }).messages)).toEqual(expected('a.csv', 2));
    const errors = read({ 'a.xlsx': formXlsx(one) }).messages.filter((each) => each.severity === 'error');
    expect(said(errors)).toEqual(expected('a.xlsx', 4));
  });

  test('filled in as .xlsx and as CSV gives the same return', () => {
    const filled = { ...form, rows: [rowOf({ ...given, ...kept, ...answers })] };
    const texts = Object.entries(answers).filter(([name, text]) => text !== '' && name !== '填报日期');
    const xlsx = typed(formXlsx({ ...form, rows: form.rows.slice(0, 1) }), {
      ...Object.fromEntries(texts.map(([name, text]) => [at(name as FormColumn), text])),
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
    expect(locked).toEqual(['填报单位', '任务编号', '任务内容', '本单位角色', '上季度进展']);
    expect(formColumns.filter((name) => sheet.cell(at(name))?.fill === 'F2F2F2')).toEqual(locked);
    expect(sheet.sheetXml).toContain('<sheetProtection sheet="1"');
    expect(sheet.cell(at('联系电话'))?.format).toBe('@');
  });

  test('prints across, as wide as the page, with its header on every page', () => {
    expect(sheet.sheetXml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet.sheetXml).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4"');
    expect(sheet.workbookXml).toMatch(/Print_Titles" localSheetId="0">'填报表'!\$3:\$3</u);
  });

  test('is the same to the byte when made again, and valid Office Open XML', async () => {
    const [first, second] = [formXlsx(form), formXlsx(form)];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(await validate(first, 'xlsx', 'Microsoft365')).toEqual([]);
  });
});

describe('what a unit wrote last quarter is never run as a formula', () => {
  const evil = ['=1+1', '+1', '-1+1', '@SUM(A1)', '  =1', '\t=1', '正常\n=cmd|x'];
  const rows = evil.map((text) => rowOf({ ...given, ...kept, 上季度进展: text, 填报人: text, 完成比例: '' }));

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

  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((each) => existsSync(each));
  const hasCalc = office !== undefined && existsSync('/usr/lib/libreoffice/program/libsclo.so');

  test.skipIf(!hasCalc)(
    `LibreOffice shows it as text${hasCalc ? '' : ' (skipped: LibreOffice Calc is not installed)'}`,
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'duban-forms-'));
      try {
        writeFileSync(path.join(folder, 'a.xlsx'), formXlsx({ ...form, rows }));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        execFileSync(office ?? '', [
          profile,
          '--headless',
          '--convert-to',
          // Separator, quote and UTF-8: without them the characters are the machine's locale's.
          'csv:Text - txt - csv (StarCalc):44,34,76',
          '--outdir',
          folder,
          path.join(folder, 'a.xlsx'),
        ]);
        const text = readFileSync(path.join(folder, 'a.csv'), 'utf8');
        for (const each of evil) expect(text).toContain(each.trim());
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
