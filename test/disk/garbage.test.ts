/** Whether garbage is collected, by what the process is said to use: no clock, no real memory. */
import { expect, test } from 'vitest';
import { collector } from '../../src/disk/garbage.ts';

const megabyte = 1 << 20;

/** A process that uses so much before each piece of work, and so much after a collection. */
function collections(before: readonly number[], after: number): readonly boolean[] {
  let used = 0;
  let count = 0;
  const tidy = collector({
    used: () => used * megabyte,
    collect: () => {
      count += 1;
      used = after;
    },
  });
  return before.map((each) => {
    used = each;
    const had = count;
    tidy();
    return count > had;
  });
}

test('what a usual quarter needs is never collected', () => {
  expect(collections([60, 200, 219], 50)).toEqual([false, false, false]);
});

test('much garbage is collected, each time it has come together again', () => {
  expect(collections([310, 200, 310, 305], 150)).toEqual([true, false, true, true]);
});

test('what is in use is not collected again and again: it must have grown by a tenth', () => {
  expect(collections([400, 430, 439, 441], 400)).toEqual([true, false, false, true]);
});
