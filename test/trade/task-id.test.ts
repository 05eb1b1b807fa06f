import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTaskId, sameTaskNumber, taskIdOf } from '../../src/trade/task-id.ts';
import { bounds } from '../../src/trade/bounds.ts';

test.each([
  '12',
  '012',
  '二.12',
  '二.（一）.12',
  '2-2',
  '乙:12',
  '无号1',
  '（三）',
  '第三条',
  '①',
  '㈠',
  '★7',
  '1/3',
  '3 号',
  '12.',
  '3、',
  'A-12',
  '整改问题3',
  '𠮷1',
])('%j is the number of a task', (id) => {
  expect(isTaskId(id)).toBe(true);
  expect(taskIdOf(id)).toBe(id);
});

test.each([
  ['../../x', 'x'],
  ['..', ''],
  ['/', ''],
  ['', ''],
  ['1..2', '1-2'],
  ['7、8', '7-8'],
  ['=1+1', '1-1'],
  ['C:\\x', 'C-x'],
  ['<b>1</b>', 'b-1-b'],
  ['1\n2', '1-2'],
  ['1\u0000', '1'],
  [' 1', '1'],
  ['（）', ''],
  ['★', ''],
  ['-1', '1'],
  ['1 - 2', '1-2'],
  ['1'.repeat(bounds.taskNumber + 1), '1'.repeat(bounds.taskNumber)],
])('%j is none; printed by a document it becomes %j', (text, id) => {
  expect(isTaskId(text)).toBe(false);
  expect(taskIdOf(text)).toBe(id);
});

test('what is made of a printed number is an id, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (printed) => {
      const id = taskIdOf(printed);
      expect(id === '' || isTaskId(id)).toBe(true);
    }),
  );
});

test.each([
  ['12', '012'],
  ['12', '第12项'],
  ['12', '１２、'],
  ['12', '十二'],
  ['12', '（十二）'],
  ['a1', 'A 1'],
])('%s and %s are the same number', (one, other) => {
  expect(sameTaskNumber(one)).toBe(sameTaskNumber(other));
});

test.each([
  ['12', '二.12'],
  ['12', '12-2'],
  ['无号1', '1'],
])('%s and %s are not', (one, other) => {
  expect(sameTaskNumber(one)).not.toBe(sameTaskNumber(other));
});
