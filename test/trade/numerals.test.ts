import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumeral, halfWidthDigits, parseNumeral } from '../../src/trade/numerals.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['一百一十', 110],
  ['两百', 200],
  ['三千零五', 3005],
  ['九千九百九十九', 9999],
  ['二〇二四', 2024],
  ['一〇', 10],
])('reads %s as %i', (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test.each(['', '零', '零十', '十百', '百百', '一个', '2', '一二百'])('reads no number in “%s”', (text) => {
  expect(parseNumeral(text)).toBeNull();
});

test('every number from 1 to 9999 reads back from its numeral', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(parseNumeral(formatNumeral(value))).toBe(value);
    }),
  );
});

test.each([0, -1, 1.5, 10_000])('writes no numeral for %d', (value) => {
  expect(() => formatNumeral(value)).toThrow(RangeError);
});

test('full-width figures become half-width ones', () => {
  expect(halfWidthDigits('２０２４年第１季度')).toBe('2024年第1季度');
});
