import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from '../../src/domain/shares.ts';

test('金寨 2025: the office bent its largest share to reach 100.0; the largest remainder bends 其它 instead', () => {
  expect(shares([162, 17, 24, 10, 9])).toEqual([73, 7.7, 10.8, 4.5, 4]);
});

test('镇坪 2020: each rate of its own, one decimal', () => {
  const rate = (done: number, of: number): number | undefined => shares([done, of - done])[0];
  expect([rate(550, 579), rate(385, 405), rate(43, 44), rate(34, 38), rate(36, 51)]).toEqual([
    95, 95.1, 97.7, 89.5, 70.6,
  ]);
});

test('紫阳 2022: 6 done and 16 open of 22, without decimals', () => {
  expect(shares([6, 16], 0)).toEqual([27, 73]);
});

test.each([
  [[], []],
  [
    [0, 0],
    [0, 0],
  ],
  [
    [0, 5],
    [0, 100],
  ],
  [
    [1, 1, 1],
    [33.4, 33.3, 33.3],
  ],
  [
    [1, 1, 1, 1, 1, 1],
    [16.7, 16.7, 16.7, 16.7, 16.6, 16.6],
  ],
])('%j is %j', (counts, expected) => {
  expect(shares(counts)).toEqual(expected);
});

test('shares sum to 100 to the last digit, and none is a whole digit off', () => {
  const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 3 }), (each, decimals) => {
      const total = each.reduce((sum, count) => sum + count, 0);
      fc.pre(total > 0);
      const steps = shares(each, decimals).map((share) => Math.round(share * 10 ** decimals));
      expect(steps.reduce((sum, step) => sum + step, 0)).toBe(100 * 10 ** decimals);
      steps.forEach((step, index) => {
        expect(Math.abs(step - ((each[index] ?? 0) * 100 * 10 ** decimals) / total)).toBeLessThan(1);
      });
    }),
  );
});
