/** Texts of a hundred thousand rows: what many say alike is held once, and no file is held for a piece of it. */
import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { ownText, sharedText } from '../../../src/intake/returns/row-text.ts';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return v8.getHeapStatistics().used_heap_size;
}

/** Files of a megabyte each, of which one piece of so many characters is wanted. */
function cut(keep: (text: string) => string, length: number): readonly string[] {
  return Array.from({ length: 40 }, (_, at) => {
    const file = Buffer.from(`第${at}个文件已开展检查，`.repeat(45_000), 'utf8').toString('utf8');
    return keep(file.slice(100, 100 + length));
  });
}

test.each([
  ['of its own', ownText],
  ['shared', sharedText],
])('a text %s says the same, and lets go of its file', (_, keep) => {
  const before = heap();
  const texts = cut(keep, 60);
  expect(heap() - before).toBeLessThan(4 << 20);
  expect(texts.every((text) => text.length === 60 && text.includes('个文件已开展检查，'))).toBe(true);
});

test('a short text and none are what they were', () => {
  for (const text of ['', '无', '下季度完成', '𠮷\uD800']) {
    expect(ownText(text)).toBe(text);
    expect(sharedText(text)).toBe(text);
  }
});

test('a text that many rows have is held once', () => {
  const cutFrom = (at: number): string => `${at}，人手不足，下季度补充工作人员后完成`.slice(2);
  const texts = Array.from({ length: 9 }, (_, at) => cutFrom(at));
  const before = heap();
  const rows = Array.from({ length: 200_000 }, (_, at) => sharedText(cutFrom(at % 9)));
  // Pointers alone are 1.6 MB; each with a text of its own would be 16.
  expect(heap() - before).toBeLessThan(6 << 20);
  expect(new Set(rows)).toEqual(new Set(texts));
});
