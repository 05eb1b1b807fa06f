import { expect, test } from 'vitest';
import { accountingOf } from './accounting.ts';
import { goodRow, header, read, said } from './district.ts';

const withoutPhone = (row: string): string => row.split(',').toSpliced(11, 1).join(',');
const withoutStatus = (row: string): string => row.split(',').toSpliced(6, 1).join(',');

test('one file with an unknown unit, task 999, 120 %, a missing column and a broken quote names all five at once', () => {
  const rows = [
    header,
    goodRow.replace('区财政局', '区财正局'),
    goodRow.replace(',3,', ',999,').replace('清理专项资金,牵', ',牵'),
    goodRow.replace('80%', '120%'),
    goodRow.replace('清理专项资金31项', '"清理专项资金"31项'),
    goodRow,
  ];
  const { value, messages } = read({ '区财政局.csv': rows.map(withoutStatus).join('\r\n') });
  expect(said(messages)).toEqual([
    '区财政局.csv:1:13 错误 missing-column 缺少“状态”一列，请按表样补上',
    '区财政局.csv:2:1 错误 unknown-unit 名录中没有“区财正局”；是否为“区财政局”、“区司法局”？',
    '区财政局.csv:3:2 错误 unknown-task 任务目录中没有“999”；共 5 项，编号 1 至 5',
    '区财政局.csv:4:6 错误 percent-out-of-range 完成比例“120%”不在 0% 至 100% 之间',
    '区财政局.csv:5:5 错误 broken-quote 引号用错，不知这一格到哪里为止；正文中的半角引号应成对写两遍（""），或在 Excel 中重新保存',
  ]);
  expect(value.files.map(accountingOf)).toEqual([{ rows: 6, accepted: 0, rejected: 5, skipped: 1 }]);
});

test('five files with one problem each are five messages, each in its file', () => {
  const { messages } = read({
    'a区财政局.csv': `${header}\n${goodRow.replace('区财政局', '市发改局')}\n`,
    'b区财政局.csv': `${header}\n${goodRow.replace(',3,清理专项资金', ',999,')}\n`,
    'c区财政局.csv': `${header}\n${goodRow.replace('80%', '120%')}\n`,
    'd区财政局.csv': `${withoutPhone(header).replace('下一步措施,', '')}\n${withoutPhone(goodRow).replace('继续清理,', '')}\n`,
    'e区财政局.csv': `${header}\n${goodRow.replace('清理台账', '"清理台账')}\n${goodRow.replace(',3,清理专项资金,牵头', ',2,,配合')}\n`,
  });
  expect(messages.map((each) => [each.place?.file.at(22), each.code, each.place?.row, each.place?.endRow])).toEqual([
    ['a', 'unknown-unit', 2, undefined],
    ['b', 'unknown-task', 2, undefined],
    ['c', 'percent-out-of-range', 2, undefined],
    ['d', 'missing-column', 1, undefined],
    ['e', 'broken-quote', 2, 3],
  ]);
});
