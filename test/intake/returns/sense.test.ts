import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../../src/trade/calendar.ts';
import { expectations, goodRow, header, read, said } from './district.ts';

const csv = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n');
const after = (name: string, text: string): string => text.slice(name.length + 1);

/** What is said of rows of one file of 区财政局, without the file's name. */
function saidOf(...rows: readonly string[]): readonly string[] {
  return said(read({ '区财政局.csv': csv(...rows) }).messages).map((text) => after('区财政局.csv', text));
}

describe('ownership', () => {
  test('a unit that reports on a task it does not own is refused, and the owners are named', () => {
    const { value, messages } = read({ '区财政局.csv': csv(goodRow.replace(',3,清理专项资金', ',1,')) });
    expect(said(messages)).toEqual([
      '区财政局.csv:2:2 错误 not-owner 任务 1 的责任单位中没有“区财政局”，现由区纪委监委承担；本行未采用，请核对任务编号',
    ]);
    expect(value.returns).toEqual([]);
  });

  test('after a reassignment the old unit is refused with the day, before it the report counts', () => {
    const row = (on: string): string =>
      goodRow.replace('区财政局,3,清理专项资金', '区政府法制办,4,').replace('2024-12-20', on);
    const { value, messages } = read({ '区政府法制办.csv': csv(row('2024-10-31'), row('2024-11-01')) });
    expect(said(messages)).toEqual([
      '区政府法制办.csv:3:2 错误 not-owner 任务 4 自 2024-11-01 起不再由“区政府法制办”承担，现由区纪委监委、区财政局、区司法局承担；本行未采用，请核对任务编号',
    ]);
    expect(value.returns.map((each) => each.filedOn)).toEqual(['2024-10-31']);
  });

  test('a wrong role, another unit in the file, and a text of another task are said; the row counts', () => {
    const wrong = goodRow.replace('牵头', '配合').replace('清理专项资金,配合', '推进依法行政,配合');
    const { value, messages } = read({ '区发改委.csv': csv(wrong) });
    expect(said(messages)).toEqual([
      '区发改委.csv:2:1 警告 other-unit-in-file 本行填报单位是“区财政局”，文件却是“区发改委”的',
      '区发改委.csv:2:3 警告 task-text-differs 任务内容与目录中任务 3 的不同，请核对是否错行',
      '区发改委.csv:2:4 警告 role-differs 填的是“配合”，任务 3 中本单位是牵头单位；按牵头计',
    ]);
    expect(value.returns).toHaveLength(1);
  });
});

describe('claims that contradict', () => {
  test.each([
    [goodRow.replace('80%', '100%'), ':2:6 警告 percent-against-status 完成比例 100% 与状态“正常推进”不符，请核对'],
    [goodRow.replace('正常推进', '办结'), ':2:6 警告 percent-against-status 完成比例 80% 与状态“办结”不符，请核对'],
    [goodRow.replace('正常推进', '未启动'), ':2:6 警告 percent-against-status 完成比例 80% 与状态“未启动”不符，请核对'],
    [goodRow.replace('正常推进', '滞后'), ':2:8 警告 reasons-missing 状态为“滞后”，应说明“存在问题”'],
  ])('in one row: %s', (row, message) => {
    expect(saidOf(row)).toEqual([message.slice(1)]);
  });

  test('a cooperating unit that reports all of it before its lead has begun, whatever it calls it', () => {
    const lead = goodRow.replace('区财政局,3,清理专项资金', '区发改委,5,').replace('80%,正常推进', '0%,未启动');
    const whole = goodRow.replace('3,清理专项资金,牵头', '5,,配合').replace('80%,正常推进', '100%,正常推进');
    const most = whole.replace('100%', '99%');
    const told = (row: string) =>
      read({ '区发改委.csv': csv(lead), '区财政局.csv': csv(row) }).messages.map(({ code }) => code);
    expect(told(whole)).toContain('done-before-lead');
    expect(told(most)).not.toContain('done-before-lead');
  });

  test('a cooperating unit that is done before its lead has begun', () => {
    const lead = goodRow.replace('区财政局,3,清理专项资金', '区发改委,5,').replace('80%,正常推进', '0%,未启动');
    const done = goodRow.replace('3,清理专项资金,牵头', '5,,配合').replace('80%,正常推进', '100%,办结');
    expect(said(read({ '区发改委.csv': csv(lead), '区财政局.csv': csv(done) }).messages)).toEqual([
      '区财政局.csv:2 警告 done-before-lead 任务 5：配合单位“区财政局”报已办结，牵头单位“区发改委”报未启动（区发改委.csv:2）；请核实',
    ]);
  });
});

describe('last quarter', () => {
  const before = read(
    { '区财政局.csv': csv(goodRow.replace('80%,正常推进', '90%,正常推进').replaceAll('2024-12-20', '2024-09-20')) },
    { quarter: '2024Q3' as Quarter, expectations: null },
  ).value.returns;
  const now = (row: string): readonly string[] => {
    const { messages } = read({ '区财政局.csv': csv(row) }, { previous: before });
    return said(messages).map((text) => after('区财政局.csv', text));
  };

  test('a percent that falls, and a text copied with its commas moved', () => {
    expect(now(goodRow.replace('31项并收回结余', '31项，并收回结余。'))).toEqual([
      '2:6 警告 percent-fell 完成比例由上季度的 90% 降为 80%，请说明原因',
      '2:5 提示 same-as-last-quarter 进展情况与上季度（区财政局.csv:2）相同，疑为照抄',
    ]);
  });

  test('a completion that is taken back', () => {
    const done = before.map((each) => ({ ...each, status: 'completed' as const, percent: 100 }));
    const { messages } = read(
      { '区财政局.csv': csv(goodRow.replace('清理专项资金31项', '又清理专项资金3项')) },
      { previous: done },
    );
    expect(messages.map((each) => each.code)).toEqual(['percent-fell', 'completion-taken-back']);
  });
});

describe('a task that has a plan for the quarter', () => {
  const planned = { expectations: { ...expectations, planned: new Map([['3', 70]]) } };
  const blank = goodRow.replace('80%', '');

  test('is asked for its percent', () => {
    expect(said(read({ '区财政局.csv': csv(blank) }, planned).messages)).toEqual([
      '区财政局.csv:2:6 警告 percent-missing 完成比例空白，而本季度计划为 70%；请填写，否则只能按自报状态亮灯',
    ]);
  });

  test.each([
    ['a zero report, for which the figure before stands', blank.replace('清理专项资金31项并收回结余', '本季度无进展')],
    ['what is completed', blank.replace('正常推进', '办结')],
    ['a figure that could not be read', goodRow.replace('80%', '80%左右')],
  ])('not %s', (_, row) => {
    const { messages } = read({ '区财政局.csv': csv(row) }, planned);
    expect(messages.map((each) => each.code)).not.toContain('percent-missing');
  });
});

describe('hollow and zero reports are told apart, for the office alone', () => {
  test.each([
    ['本季度无进展', '2:5 提示 zero-report 任务 3 零报告：本季度无进展'],
    ['本季度，暂无新进展。', '2:5 提示 zero-report 任务 3 零报告：本季度无进展'],
    ['零报告', '2:5 提示 zero-report 任务 3 零报告：本季度无进展'],
    ['有序推进', '2:5 提示 short-progress 进展情况只有 4 字（不足 6 字），疑为空泛'],
  ])('%s', (text, message) => {
    expect(saidOf(goodRow.replace('清理专项资金31项并收回结余', text))).toEqual([message]);
  });

  describe('a zero report without 状态', () => {
    const zero = goodRow.replace('清理专项资金31项并收回结余,80%,正常推进', '本季度无进展,,');
    const before = (status: string) =>
      read(
        { '区财政局.csv': csv(goodRow.replace('80%,正常推进', status).replaceAll('2024-12-20', '2024-09-20')) },
        { quarter: '2024Q3' as Quarter, expectations: null },
      ).value.returns;

    test.each([
      ['40%,正常推进', 'on-track', '按上季度所报的“正常推进”计'],
      ['40%,滞后', 'behind', '按上季度所报的“滞后”计'],
      ['100%,办结', 'completed', '按上季度所报的“办结”计'],
    ])('stands where it stood after %s', (last, status, words) => {
      const { value, messages } = read({ '区财政局.csv': csv(zero) }, { previous: before(last) });
      expect(value.returns).toMatchObject([{ status, percent: null, isZeroReport: true }]);
      expect(said(messages).join('\n')).toContain(
        `区财政局.csv:2:7 警告 zero-report-status 写明本季度无进展而没有填状态，${words}`,
      );
    });

    test('is not begun where nothing was ever reported', () => {
      const { value, messages } = read({ '区财政局.csv': csv(zero) });
      expect(value.returns).toMatchObject([{ status: 'not-started', isZeroReport: true }]);
      expect(said(messages)[0]).toContain('此前没有报过进展，计为“未启动”');
    });

    test('with a percent and nothing before it only the unit can say how it stands', () => {
      const { value, messages } = read({ '区财政局.csv': csv(zero.replace('无进展,,', '无进展,40%,')) });
      expect(value.returns).toEqual([]);
      expect(messages.map(({ code }) => code)).toEqual(['missing-value']);
    });

    test('what is no zero report still needs one', () => {
      const { value } = read({ '区财政局.csv': csv(goodRow.replace('正常推进', '')) });
      expect(value.returns).toEqual([]);
    });
  });

  test('a zero report is a report', () => {
    const { value } = read({ '区财政局.csv': csv(goodRow.replace('清理专项资金31项并收回结余', '本季度无进展')) });
    expect(value.returns.map((each) => each.isZeroReport)).toEqual([true]);
  });
});

describe('days', () => {
  test('late rows of one file are one message; a correction makes no return late', () => {
    const late = goodRow.replace('2024-12-20', '2024-12-28');
    const { value, messages } = read({
      '区财政局.csv': csv(late, late.replace('3,清理专项资金,牵头', '2,,配合')),
      '区发改委.csv': csv(goodRow.replace('区财政局,3,清理专项资金', '区发改委,5,')),
      '区发改委（更正）.csv': csv(late.replace('区财政局,3,清理专项资金', '区发改委,5,')),
    });
    expect(said(messages)).toEqual([
      '区发改委（更正）.csv:2 提示 corrects-earlier 任务 5：更正先前的反馈（区发改委.csv:2），以本行为准',
      '区财政局.csv:2-3 警告 late-return “区财政局” 2024-12-28 报送 2 项，迟报 3 天（应于 2024-12-25 前报送）',
    ]);
    expect(value.returns).toHaveLength(4);
  });

  test('two reports of one day say which one counts, and a day far from the quarter is doubted', () => {
    expect(saidOf(goodRow, goodRow.replace('80%', '85%'))).toEqual([
      '3 警告 corrects-same-day 任务 3 同一天报了两次（另见 区财政局.csv:2），以本行为准；如是一项工作分两行写，请并为一行',
    ]);
    expect(saidOf(goodRow.replace('2024-12-20', '2023-12-20'))).toEqual([
      '2:13 警告 date-outside-quarter 填报日期 2023-12-20 不像是 2024Q4 的，请核对年份',
    ]);
  });
});

describe('whose file it is', () => {
  const nameless = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.split(',').slice(1).join(','))
      .join('\n');

  test.each([
    '区财政局.csv',
    '203.csv',
    '203-区财政局.csv',
    '区财政局2024年第四季度反馈.csv',
    '区财政局（更正）.csv',
    '关于区财政局的反馈表-定稿.csv',
  ])('%s says it where 填报单位 is left out', (name) => {
    const { value, messages } = read({ [name]: nameless(csv(goodRow)) });
    expect([value.returns.map((each) => each.unit.name), messages]).toEqual([['区财政局'], []]);
  });

  test('a title says it better than the name', () => {
    const { value } = read({ '附件1.csv': `填报单位：区财政局\n${nameless(csv(goodRow))}` });
    expect(value.returns.map((each) => each.unit.name)).toEqual(['区财政局']);
  });

  test.each(['附件1.csv', '区财政局、区发改委.csv'])('%s does not say it', (name) => {
    expect(said(read({ [name]: nameless(csv(goodRow, goodRow)) }).messages)).toEqual([
      `${name}:2-3 错误 no-unit 不知是哪个单位报的；请填写“填报单位”，或以单位名称命名文件`,
    ]);
  });
});
