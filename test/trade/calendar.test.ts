import { expect, test } from 'vitest';
import { parseQuarter, writtenQuarter } from '../../src/trade/calendar.ts';
import { CannotRun, dateArgument, periodArgument, quarterArgument } from '../../src/cli/command.ts';

test.each([
  '2024Q4',
  '2024q4',
  '2024-Q4',
  '2024-q4',
  '2024 Q4',
  '２０２４Ｑ４',
  '2024年第四季度',
  '2024年四季度',
  '2024年第4季度',
  '2024年4季度',
  ' 2024 年 第 四 季度 ',
])('%j is a quarter as people write it', (text) => {
  expect([writtenQuarter(text), quarterArgument(text, 'zh')]).toEqual(['2024Q4', '2024Q4']);
});

test.each([
  '2024',
  '2024Q5',
  '2024Q0',
  '24Q4',
  '2024-4',
  '0024Q4',
  '9999Q4',
  '1024Q4',
  '2024年第五季度',
  '第四季度',
  '2024Q4x',
  '',
])('%j is none', (text) => {
  expect(writtenQuarter(text)).toBeNull();
  expect(() => quarterArgument(text, 'zh')).toThrow(CannotRun);
});

test('files of our own hold one form', () => {
  expect(['2024q4', '2024-Q4', '2024年第四季度'].map(parseQuarter)).toEqual([null, null, null]);
});

test.each([
  '2025-04-03',
  '2025.4.3',
  '2025/4/3',
  '2025年4月3日',
  '２０２５年４月３日',
  '20250403',
  '二〇二五年四月三日',
])('%s is a day on the command line', (text) => {
  expect(dateArgument(text, 'zh')).toBe('2025-04-03');
});

test.each(['4.3', '25.4.3', '2025-02-30', '昨天', '3/4/2025', '9999-12-31', '1024-01-01'])('%s is none', (text) => {
  expect(() => dateArgument(text, 'zh')).toThrow(CannotRun);
});

// Counted on by a day or a quarter they would have five digits: build, check and due ended as a fault of the program.
test.each(['9999', '9999Q4', '1024'])('%s is no period', (text) => {
  expect(() => periodArgument(text, 'zh')).toThrow(CannotRun);
});
