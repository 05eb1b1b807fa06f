import { describe, expect, test } from 'vitest';
import { extensionAsked, returnColumns } from '../../../src/intake/returns/form.ts';
import { goodRow, header, read, said } from './district.ts';

/** The messages, and the values of one column, when a cell of the good row is replaced. */
function withCell(
  column: string,
  cell: string,
): { messages: readonly string[]; returns: ReturnType<typeof read>['value']['returns'] } {
  const at = header.split(',').indexOf(column);
  const row = goodRow.split(',').with(at, cell).join(',');
  const { value, messages } = read({ '区财政局.csv': `${header}\n${row}\n` });
  return { messages: said(messages).map((text) => text.replace(/^\S+ \S+ /u, '')), returns: value.returns };
}

test.each([...returnColumns, ...Object.values(extensionAsked)])('something depends on what stands in %s', (column) => {
  const good = new Map(header.split(',').map((name, at) => [name, goodRow.split(',')[at] ?? '']));
  const columns = [...returnColumns, ...Object.values(extensionAsked)];
  const readWith = (cell: string) => {
    const cells = columns.map((name) => (name === column ? cell : (good.get(name) ?? '12345')));
    const { value, messages } = read({ '区财政局.csv': `${columns.join(',')}\n${cells.join(',')}\n` });
    return { returns: value.returns, messages };
  };
  expect(readWith('某某')).not.toEqual(readWith(good.get(column) ?? '12345'));
});

describe('task numbers', () => {
  test.each(['3', '３', '3、', '3.', '第3项', '任务3', '003', ' 3 ', 'No.3'])('reads %j as 3', (cell) => {
    expect(withCell('任务编号', cell)).toMatchObject({ messages: [], returns: [{ taskId: '3' }] });
  });

  test.each([
    ['999', 'unknown-task 任务目录中没有“999”；共 5 项，编号 1 至 5'],
    ['3月1日', 'spoiled-task “3月1日”是被 Excel 改成日期的编号，原来可能是“3-1”；请把本列设为文本后重填'],
    ['1-Mar', 'spoiled-task “1-Mar”是被 Excel 改成日期的编号，原来可能是“3-1”；请把本列设为文本后重填'],
    ['2024/3/1', 'spoiled-task “2024/3/1”是被 Excel 改成日期的编号，原来可能是“3-1”；请把本列设为文本后重填'],
    ['1.1E+17', 'spoiled-number “1.1E+17”是被 Excel 改成科学记数的长数字，末位已失；请把本列设为文本后重填'],
    ['2、3', 'several-tasks “2、3”是几项任务；请一项一行'],
    ['2-4', 'several-tasks “2-4”是几项任务；请一项一行'],
    ['', 'missing-value “任务编号”空白，请填写'],
  ])('refuses %j', (cell, message) => {
    expect(withCell('任务编号', cell)).toEqual({ messages: [message], returns: [] });
  });
});

describe('percentages', () => {
  test.each([
    ['80', 80],
    ['80%', 80],
    ['80％', 80],
    ['８０', 80],
    [' 80 % ', 80],
    ['80.5%', 80.5],
    ['百分之八十', 80],
    ['百分之八十五', 85],
    ['0%', 0],
    ['0.8%', 0.8],
    ['1%', 1],
    ['百分之一', 1],
    ['2', 2],
    ['', null],
    ['—', null],
  ])('reads %j as %j', (cell, percent) => {
    expect(withCell('完成比例', cell)).toMatchObject({ messages: [], returns: [{ percent }] });
  });

  test.each([
    ['0.8', 'percent-fraction “0.8”可能是 80%，也可能是 0.8%；请带百分号填写'],
    ['.5', 'percent-fraction “.5”可能是 50%，也可能是 .5%；请带百分号填写'],
    ['1', 'percent-fraction “1”可能是 100%，也可能是 1%；请带百分号填写'],
    ['+1', 'percent-fraction “+1”可能是 100%，也可能是 +1%；请带百分号填写'],
    ['１', 'percent-fraction “1”可能是 100%，也可能是 1%；请带百分号填写'],
    ['1.0', 'percent-fraction “1.0”可能是 100%，也可能是 1.0%；请带百分号填写'],
    ['80%左右', 'percent-inexact “80%左右”不是确数，不能据以亮灯；请填一个数，如 80%'],
    ['已完成80', 'percent-inexact “已完成80”不是确数，不能据以亮灯；请填一个数，如 80%'],
    ['80-90%', 'percent-inexact “80-90%”不是确数，不能据以亮灯；请填一个数，如 80%'],
    ['八成', 'percent-inexact “八成”不是确数，不能据以亮灯；请填一个数，如 80%'],
    ['120%', 'percent-out-of-range 完成比例“120%”不在 0% 至 100% 之间'],
    ['-5', 'percent-out-of-range 完成比例“-5”不在 0% 至 100% 之间'],
    ['8 0', 'percent-unreadable “8 0”不是百分比；请填 0% 至 100% 之间的一个数'],
    ['好', 'percent-unreadable “好”不是百分比；请填 0% 至 100% 之间的一个数'],
  ])('refuses %j', (cell, message) => {
    expect(withCell('完成比例', cell)).toEqual({ messages: [message], returns: [] });
  });

  test('takes 0.8 as 80 % when the office has declared it', () => {
    const row = goodRow.replace('80%', '0.8');
    const { value, messages } = read({ '区财政局.csv': `${header}\n${row}\n` }, { fractions: 'as-share' });
    expect([value.returns[0]?.percent, messages]).toEqual([80, []]);
  });

  test('and 1 as 100 %', () => {
    const row = goodRow.replace('80%', '1').replace('正常推进', '办结');
    const { value, messages } = read({ '区财政局.csv': `${header}\n${row}\n` }, { fractions: 'as-share' });
    expect([value.returns[0]?.percent, messages]).toEqual([100, []]);
  });
});

describe('dates', () => {
  test.each([
    '2024-12-20',
    '2024/12/20',
    '2024.12.20',
    '2024年12月20日',
    '２０２４年１２月２０日',
    '20241220',
    '二〇二四年十二月二十日',
    '2024-12-20 09:30',
    '2024 年 12 月 20 日',
  ])('reads %j', (cell) => {
    expect(withCell('填报日期', cell)).toMatchObject({ messages: [], returns: [{ filedOn: '2024-12-20' }] });
  });

  test.each([
    ['12月20日', '没有年份'],
    ['24.12.20', '年份应写四位'],
    ['45646', '是 Excel 的日期序号，不是日期'],
    ['2024-02-30', '没有这一天'],
    ['12/20/2024', '日、月、年的次序不明'],
    ['昨天', '不是日期'],
  ])('refuses %j', (cell, reason) => {
    expect(withCell('填报日期', cell)).toEqual({
      messages: [`bad-date “${cell}”：${reason}；请写成 2024-10-08 这样`],
      returns: [],
    });
  });
});

describe('words', () => {
  test.each([
    ['未启动', '0%', 'not-started'],
    ['推进中', '80%', 'on-track'],
    ['正在 推进', '80%', 'on-track'],
    ['已完成', '100%', 'completed'],
    ['办结', '100%', 'completed'],
  ])('reads %j', (cell, percent, status) => {
    const row = goodRow.replace('正常推进', cell).replace('80%', percent);
    const { value, messages } = read({ '区财政局.csv': `${header}\n${row}\n` });
    expect([value.returns[0]?.status, messages]).toEqual([status, []]);
  });

  test.each([
    ['状态', '基本完成', 'unknown-word “状态”应为未启动、正常推进、滞后、逾期、办结之一，现为“基本完成”'],
    ['状态', '', 'missing-value “状态”空白，请填写'],
    ['本单位角色', '参与', 'unknown-word “本单位角色”应为牵头、配合之一，现为“参与”'],
    ['进展情况', '无', 'empty-progress 进展情况“无”没有内容；如确无进展，请填“本季度无进展”'],
    [
      '联系电话',
      '1.38E+10',
      'spoiled-number “1.38E+10”是被 Excel 改成科学记数的长数字，末位已失；请把本列设为文本后重填',
    ],
    ['填报单位', '各单位', 'unit-is-group “各单位”是集体名称；请填写具体单位'],
  ])('refuses %s %j', (column, cell, message) => {
    expect(withCell(column, cell).messages).toContain(message);
  });

  test('the text itself is kept as written, blanks around it aside', () => {
    const { returns } = withCell('进展情况', '　清理３１项；“三公”经费，Ａ类  ');
    expect(returns[0]?.progress).toBe('清理３１项；“三公”经费，Ａ类');
  });
});

test('invisible marks in names, numbers and words are passed over, and warned of', () => {
  const row = goodRow
    .replace('区财政局,3', '区财政局\u200B,\u200E3')
    .replace('80%,正常推进', '\u202D80%\u202C,正常\uFEFF推进');
  const { value, messages } = read({ '区财政局.csv': `${header}\n${row}\n` });
  expect(value.returns).toMatchObject([{ unit: { name: '区财政局' }, taskId: '3', percent: 80, status: 'on-track' }]);
  expect(messages.map((each) => [each.code, each.place?.column])).toEqual(
    [1, 2, 6, 7].map((at) => ['invisible-character', at]),
  );
});

test('a blank 填报人 is warned of: the office will have nobody to ask', () => {
  expect(withCell('填报人', '')).toMatchObject({
    messages: ['missing-value “填报人”空白，请填写'],
    returns: [{ filedBy: '' }],
  });
});

describe('推荐', () => {
  function proposed(cell: string) {
    const { value, messages } = read({ '区财政局.csv': `${header},推荐\n${goodRow},${cell}\n` });
    expect(messages).toEqual([]);
    return value.returns[0];
  }

  test.each(['是', '√', ' 推荐。', '☑'])('%j proposes what was reported', (cell) => {
    expect(proposed(cell)?.proposes).toBe(proposed('')?.progress);
  });

  test('a text proposes itself', () => {
    expect(proposed('资金清理“三步法”')?.proposes).toBe('资金清理“三步法”');
  });

  test.each(['', '否', '无', '—', '/', '不推荐', '×'])('%j proposes nothing', (cell) => {
    expect(proposed(cell)).not.toHaveProperty('proposes');
  });
});
