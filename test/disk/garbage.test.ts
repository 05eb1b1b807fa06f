/** Whether garbage is collected, by what the process is said to use: no clock, no real memory. */
import { expect, test } from 'vitest';
import { collector } from '../../src/disk/garbage.ts';

const megabyte = 1 << 20;

/** A process that uses so much before each piece of work, and so much after a collection; `ahead`: what each piece will need. */
function collections(before: readonly number[], after: number, ahead: readonly number[] = []): readonly boolean[] {
  let used = 0;
  let count = 0;
  const tidy = collector({
    used: () => used * megabyte,
    setForLong: () => undefined,
    collect: () => {
      count += 1;
      used = after;
    },
  });
  return before.map((each, at) => {
    used = each;
    const had = count;
    tidy((ahead[at] ?? 0) * megabyte);
    return count > had;
  });
}

test('what a usual quarter needs is never collected', () => {
  expect(collections([60, 150, 199], 50)).toEqual([false, false, false]);
});

test('much garbage is collected, each time it has come together again', () => {
  expect(collections([310, 200, 310, 305], 150)).toEqual([true, false, true, true]);
});

test('what is in use is not collected again and again: it must have grown', () => {
  expect(collections([400, 430, 479, 481], 400)).toEqual([true, false, false, true]);
});

test('before a large piece of work less garbage is enough, but what was collected just now is not collected again', () => {
  expect(collections([180, 180], 100, [10, 40])).toEqual([false, true]);
  expect(collections([400, 400, 410], 400, [900, 900, 900])).toEqual([true, false, true]);
});

test('of a small quarter the largest piece is nothing to collect for', () => {
  expect(collections([120], 60, [900])).toEqual([false]);
});

test('V8 is set for a long command once the process has grown, again at each piece of work', () => {
  let used = 0;
  let count = 0;
  const setForLong = (): void => {
    count += 1;
  };
  const tidy = collector({ used: () => used * megabyte, setForLong, collect: () => undefined });
  const counts = [63, 64, 100, 40].map((each) => {
    used = each;
    tidy();
    return count;
  });
  expect(counts).toEqual([0, 1, 2, 2]);
});
