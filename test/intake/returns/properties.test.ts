import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Return } from '../../../src/domain/return.ts';
import { withoutEscape } from '../../../src/table/escape.ts';
import { encodeAs, encodings } from '../../table/encode.ts';
import { header, read } from './district.ts';
import { runs } from '../../long.ts';

const names = header.split(',');

/**
 * Text that a paper can print: any letters and marks, line breaks inside, no controls. A line that begins with a quote and a formula mark is
 * what Duban's own forms write for the mark alone (test/intake/table), so no clerk's own text is told from it.
 */
const prose = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('区', '项', '，', ',', '"', '\n', ';', '；', '=', '-', "'", ' ', '𠮷', '\u2028'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => `清理专项资金${text}完毕`)
  .filter((text) => !/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF\u2F00-\u2FDF]/u.test(text))
  .filter((text) => withoutEscape(text) === text);

const row = fc
  .record({
    task: fc.constantFrom('2', '3', '4'),
    progress: prose,
    percent: fc.integer({ min: 0, max: 100 }),
    steps: prose,
  })
  .map(({ task, progress, percent, steps }) => {
    const status = percent === 100 ? '办结' : '正常推进';
    return [
      '区财政局',
      task,
      '',
      task === '3' ? '牵头' : '配合',
      progress,
      `${percent}%`,
      status,
      '',
      steps,
      '',
      '张某',
      '',
      '2024-12-20',
    ];
  });
const rows = fc.array(row, { minLength: 1, maxLength: 6 });

type Layout = {
  readonly order: readonly number[];
  readonly lineEnd: string;
  readonly blanks: readonly number[];
  readonly encoding: (typeof encodings)[number];
  readonly delimiter: string;
};

const layout: fc.Arbitrary<Layout> = fc.record({
  order: fc.shuffledSubarray(
    names.map((_, at) => at),
    { minLength: names.length },
  ),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  blanks: fc.array(fc.nat({ max: 8 }), { maxLength: 4 }),
  encoding: fc.constantFrom(...encodings),
  delimiter: fc.constantFrom(',', ';', '\t'),
});

function csv(
  table: readonly (readonly string[])[],
  { order, lineEnd, blanks, encoding, delimiter }: Layout,
): Uint8Array {
  const quoted = (cell: string): string => (/[",;\t\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [names, ...table].map((cells) => order.map((at) => quoted(cells[at] ?? '')).join(delimiter));
  for (const at of blanks) lines.splice(Math.min(at, lines.length), 0, delimiter.repeat(names.length - 1));
  return encodeAs(encoding, `${lines.join('\n')}\n`.replaceAll('\n', lineEnd));
}

const plain: Layout = { order: names.map((_, at) => at), lineEnd: '\n', blanks: [], encoding: 'utf-8', delimiter: ',' };

const withoutPlace = (returns: readonly Return[]): unknown => returns.map((each) => ({ ...each, place: null }));

describe('what a clerk cannot see changes nothing', () => {
  test('column order, line ends, blank lines, encoding, delimiter', () => {
    fc.assert(
      fc.property(rows, layout, (table, chosen) => {
        const expected = read({ '区财政局.csv': csv(table, plain) });
        const actual = read({ '区财政局.csv': csv(table, chosen) });
        expect(withoutPlace(actual.value.returns)).toEqual(withoutPlace(expected.value.returns));
        expect(expected.value.returns).toHaveLength(table.length);
        expect(expected.value.returns.map((each) => each.progress)).toEqual(table.map((cells) => cells[4]));
      }),
      runs(75),
    );
  });

  test('the order of files changes neither returns nor messages', () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 2, maxLength: 4 }), fc.boolean(), (tables, isTurned) => {
        const files = tables.map((table, at) => [`${at}区财政局.csv`, csv(table, plain)] as const);
        const shuffled = isTurned ? files.toReversed() : [...files.slice(1), ...files.slice(0, 1)];
        expect(read(Object.fromEntries(shuffled.map(([name, bytes]) => [`${name}`, bytes])))).toEqual(
          read(Object.fromEntries(files)),
        );
      }),
      runs(15),
    );
  });
});
