import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitLengths } from '../../../src/write/pdf/huffman.ts';
import { literalCode, literalStreams } from '../../../src/write/pdf/literal-stream.ts';
import { runs } from '../../long.ts';

const pieces = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 });

test('zlib reads back what a stream was made of, whatever its code was made from', () => {
  fc.assert(
    fc.property(pieces, pieces, (samples, given) => {
      const streamOf = literalStreams(literalCode(samples));
      expect(inflateSync(streamOf(given)).equals(Buffer.concat(given))).toBe(true);
      // Pieces that are known by now, at other bits.
      const again = [...given.toReversed(), ...given];
      expect(inflateSync(streamOf(again)).equals(Buffer.concat(again))).toBe(true);
    }),
    runs(60),
  );
});

test('the check sum holds for long pieces of great bytes', () => {
  const long = [new Uint8Array(70_000).fill(255), Uint8Array.from({ length: 300 }, (_, at) => at)];
  const streamOf = literalStreams(literalCode(long));
  expect(inflateSync(streamOf(long)).equals(Buffer.concat(long))).toBe(true);
});

test.each([
  ['alike', Array.from({ length: 257 }, () => 1)],
  // Each as often as the two before it together: a code of as many bits as there are symbols.
  ['ever rarer', Array.from({ length: 40 }, (_, at) => Math.round(1.618 ** at))],
])('lengths of a code for symbols that come %s fill it, and none is over fifteen', (_, counts) => {
  const lengths = bitLengths(counts);
  expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
  const longest = counts.indexOf(Math.min(...counts));
  expect(lengths[longest]).toBe(Math.max(...lengths));
});
