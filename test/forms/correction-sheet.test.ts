import { describe, expect, test } from 'vitest';
import { correctionSheets } from '../../src/forms/correction-sheet.ts';
import { byUnit } from '../../src/intake/returns/by-unit.ts';
import { goodRow, header, read, said } from '../intake/returns/district.ts';
import { withParts } from '../table/make-xlsx.ts';
import { opened, typed } from './opened-sheet.ts';
import { packageFaults } from '../ooxml/validator.ts';

function sheetsOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { value, messages } = read(files);
  const sheets = correctionSheets(value, messages, 'zh');
  return Object.fromEntries(
    sheets.map(({ unit, file, csv }) => [`${unit?.name} ${file.slice(22)}`, Buffer.from(csv).toString()]),
  );
}

describe('a correction sheet', () => {
  const bad = goodRow.replace('80%', '120%').replace('正常推进', '基本完成');

  test('has all rows of the unit, each with its problems by the names of its columns', () => {
    expect(sheetsOf({ '区财政局.csv': `反馈表\n\n${header}\n${goodRow}\n${bad}\n合计,,,,,,,,,,,,\n` })).toEqual({
      '区财政局 区财政局.csv': `\uFEFF${header},问题\r\n${goodRow},\r\n${bad},"完成比例“120%”不在 0% 至 100% 之间\n“状态”应为未启动、正常推进、滞后、逾期、办结之一，现为“基本完成”"\r\n`,
    });
  });

  test('puts what concerns the whole table above it, and adds the columns that are missing', () => {
    const sheet = sheetsOf({ '区财政局.csv': [header, goodRow].map(without).join('\n') })['区财政局 区财政局.csv'];
    expect(sheet?.split('\r\n')).toEqual([
      '\uFEFF缺少“状态”一列，请按表样补上,,,,,,,,,,,,,',
      `${without(header)},状态,问题`,
      `${without(goodRow)},,`,
      '',
    ]);
  });

  test('mended and mailed back it is a return', () => {
    const sheet = sheetsOf({ '区财政局.csv': `${header}\n${bad}\n` })['区财政局 区财政局.csv'] ?? '';
    const mended = sheet.replace('120%', '90%').replace(',基本完成,', ',正常推进,');
    const { value, messages } = read({ '区财政局（更正）.csv': mended });
    expect([value.returns.map((each) => each.percent), messages]).toEqual([[90], []]);
  });

  test('keeps rows that could not be split or were too long', () => {
    const sheet = sheetsOf({ '区财政局.csv': `${header}\n${goodRow},多,余\n${goodRow.replace('继续', '"继续"再')}\n` })[
      '区财政局 区财政局.csv'
    ];
    expect(sheet).toContain('"2024-12-20，多，余"'.replaceAll('"', ''));
    expect(sheet).toContain(`"${goodRow.replace('继续', '""继续""再')}"`);
  });

  test('nobody gets one for what only the office looks at', () => {
    expect(
      sheetsOf({
        '区财政局.csv': `${header}\n${goodRow.replace('清理专项资金31项并收回结余', '本季度无进展').replace('2024-12-20', '2024-12-28')}\n`,
      }),
    ).toEqual({});
  });

  test('runs no formula', () => {
    const evil = bad.replace('继续清理', '=cmd()').replace('张某', '@a');
    expect(sheetsOf({ '区财政局.csv': `${header}\n${evil}\n` })['区财政局 区财政局.csv']).toMatch(
      /,'=cmd\(\),.*,'@a,/u,
    );
  });
});

describe('a correction sheet as .xlsx', () => {
  const bad = goodRow.replace('80%', '120%');
  const first = read({ '区财政局.csv': `${without(header)}\n${without(goodRow)}\n${without(bad)}\n` });
  const [sheet] = correctionSheets(first.value, first.messages, 'zh');
  const xlsx = sheet?.xlsx ?? new Uint8Array();

  test('marks the wrong cells, and has the problems beside the row and above the table', () => {
    const { cell, heights } = opened(xlsx);
    expect(cell('A1')?.text).toBe('缺少“状态”一列，请按表样补上');
    expect(['A2', 'M2', 'N2'].map((each) => cell(each)?.text)).toEqual(['填报单位', '状态', '问题']);
    expect(['F3', 'F4', 'E4', 'N4'].map((each) => cell(each)?.fill)).toEqual([null, 'FFE699', null, 'EDEDED']);
    expect(cell('N4')?.text).toBe('完成比例“120%”不在 0% 至 100% 之间');
    expect([...heights.values()].every((height) => height > 0)).toBe(true);
  });

  test('mended and mailed back it is a return', () => {
    const whole = withParts(typed(xlsx, { M3: '正常推进', M4: '办结' }), {
      'xl/worksheets/sheet1.xml': (old) =>
        old.replace('120%', '100%').replaceAll('<t xml:space="preserve">3</t>', '<t>3</t>'),
    });
    const { value, messages } = read({ '区财政局.xlsx': whole });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value.returns.map((each) => [each.percent, each.status])).toEqual([
      [80, 'on-track'],
      [100, 'completed'],
    ]);
  });

  test('is valid Office Open XML, of a file without header too', async () => {
    expect(await packageFaults(xlsx, 'xlsx')).toEqual([]);
    const { value, messages } = read({ '区财政局.csv': '没有表头的文件\n第二行,=1+1\n' });
    const [other] = correctionSheets(value, messages, 'zh');
    expect(await packageFaults(other?.xlsx ?? new Uint8Array(), 'xlsx')).toEqual([]);
  });
});

/** The row without its column 状态. */
function without(row: string): string {
  return row.split(',').toSpliced(6, 1).join(',');
}

describe('problems by unit', () => {
  const two = `${header}\n${goodRow.replace('80%', '120%')}\n${goodRow.replace('区财政局,3,清理专项资金', '区发改委,5,').replace('80%', '130%')}\n`;

  test('rows of two units in one file go to each its own', () => {
    const sheets = sheetsOf({ '汇总.csv': two });
    expect(Object.keys(sheets)).toEqual(['区发改委 汇总.csv', '区财政局 汇总.csv']);
    expect(sheets['区发改委 汇总.csv']).not.toContain('120%');
  });

  test('every message is in exactly one group, and those of nobody come last', () => {
    const { value, messages } = read({ '汇总.csv': two, 'x.csv': 'a,b\n1,2\n', '区财政局.csv': '' });
    const groups = byUnit(value, messages);
    expect(
      groups.map(({ unit, messages: own }) => [unit?.name ?? null, said(own).map((text) => text.split(' ')[0])]),
    ).toEqual([
      ['区发改委', ['汇总.csv:3:6']],
      ['区财政局', ['区财政局.csv', '汇总.csv:2:6']],
      [null, ['x.csv:1:1']],
    ]);
  });
});
