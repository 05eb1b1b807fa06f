import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Place } from '../../src/message/message.ts';
import { readTaskId } from '../../src/intake/names.ts';
import { wordText } from '../../src/message/wording/word.ts';
import { catalogue } from './returns/district.ts';

const place: Place = { file: 'a.csv', row: 1, column: 1 };

/** Numbers that restart under each heading: ids say which one is meant. */
const restarting: Catalogue = {
  ...catalogue,
  tasks: catalogue.tasks.map((task, at) => ({
    ...task,
    id: `${at < 3 ? '一' : '二'}.（${'一二三'[at % 3]}）`,
    no: `（${'一二三'[at % 3]}）`,
  })),
};

describe('a catalogue whose numbers restart', () => {
  test.each([
    ['一.（二）', '一.（二）'],
    ['二.(二)', '二.（二）'],
    ['（三）', '一.（三）'],
  ])('%s is %s', (written, id) => {
    expect(readTaskId(written, restarting).id).toBe(id);
  });

  test('a number that several tasks bear is refused with their ids', () => {
    const { problem } = readTaskId('（二）', restarting);
    expect(problem === null ? '' : wordText(problem(place), 'zh')).toBe(
      '有几项任务的序号都是“（二）”；请写明是“一.（二）”、“二.（二）”中的哪一项',
    );
  });
});

test.each([
  ['Mar-1', 'spoiled-task'],
  ['1-Abc', 'unknown-task'],
  ['六', 'unknown-task'],
  ['2和3', 'several-tasks'],
  ['2-999', 'unknown-task'],
  ['2/3', 'several-tasks'],
  ['45352', 'spoiled-task'],
  ['99999', 'unknown-task'],
  ['、'.repeat(100_000), 'unknown-task'],
])('%s is %s', (written, code) => {
  expect(readTaskId(written, catalogue).problem?.(place).code).toBe(code);
});

test.each(['1 2', '1\n2', '１　２', ' 1 2 '])('%j is two tasks and not the twelfth', (written) => {
  const tasks = ['1', '2', '12'].flatMap((id) => catalogue.tasks.slice(0, 1).map((task) => ({ ...task, id, no: id })));
  expect(readTaskId(written, { ...catalogue, tasks }).problem?.(place).code).toBe('several-tasks');
  expect(readTaskId(' 第 12 项', { ...catalogue, tasks }).id).toBe('12');
});

test('an empty catalogue has no first and last', () => {
  const { problem } = readTaskId('1', { ...catalogue, tasks: [] });
  expect(problem === null ? '' : wordText(problem(place), 'en')).toBe(
    'no task “1” in the catalogue; it has 0, from  to ',
  );
});

test.each(['（３）', '3', '三', '（三）', '第三项', '三、', '③'])('%s is task 3', (written) => {
  expect(readTaskId(written, catalogue).id).toBe('3');
});

test.each(['7', '（7）', '(７)', '七', '（七）', '第七项', '07'])(
  '%s is （七） where that is the only one',
  (written) => {
    const tasks = catalogue.tasks.map((task, at) => ({
      ...task,
      id: `（${'五六七八九'[at]}）`,
      no: `（${'五六七八九'[at]}）`,
    }));
    expect(readTaskId(written, { ...catalogue, tasks }).id).toBe('（七）');
  },
);

test('7 is refused where two tasks are （七）, and is 7 where there is one', () => {
  const [first, second, third] = restarting.tasks.map((task, at) => ({
    ...task,
    no: at < 2 ? '（七）' : '7',
    id: at < 2 ? `${at}（七）` : '7',
  }));
  const twice = { ...catalogue, tasks: [first, second].flatMap((task) => task ?? []) };
  expect(readTaskId('7', twice).problem?.(place).code).toBe('ambiguous-task');
  expect(readTaskId('7', { ...catalogue, tasks: [first, second, third].flatMap((task) => task ?? []) }).id).toBe('7');
});

test('the serial number of a date is told as the number it was', () => {
  const { problem } = readTaskId('45352', catalogue);
  expect(problem === null ? '' : wordText(problem(place), 'zh')).toMatch(
    /^“45352”是被 Excel 改成日期的编号，原来可能是“3-1”/u,
  );
});
