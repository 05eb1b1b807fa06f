/** Lines without a quote are split here, all others by csv-parse: nobody may be able to tell which. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimiters, readCsv, readCsvHead } from '../../src/table/csv.ts';

const pieces = fc.constantFrom('甲', 'a', ' ', '\n', '\n', ',', ',', '\t', ';', '，', '；', '\r', '\u0000', '=', "'");
const text = fc.array(pieces, { maxLength: 40 }).map((each) => each.join(''));

test('the rows are those of csv-parse', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...delimiters), fc.integer({ min: 1, max: 5 }), (written, delimiter, limit) => {
      const lines = Buffer.from(written);
      const options = { delimiter, record_delimiter: '\n', relax_column_count: true } as const;
      const rows = (cells: readonly (readonly string[])[]) => cells.map((each, at) => ({ row: at + 1, cells: each }));
      expect(readCsv(lines, delimiter, 'a.csv').value.rows).toEqual(rows(parse(lines, options) as string[][]));
      const head = parse(lines, { ...options, to: limit }) as string[][];
      expect(readCsvHead(lines, delimiter, limit)).toEqual(rows(head));
    }),
    { numRuns: 2000 },
  );
});

test('after the first quote csv-parse goes on, and rows and places count through', () => {
  const lines = Buffer.from('a,b\n1,2\n"3\n4",5\n6,"7"8\n9,10\n');
  const { value, messages } = readCsv(lines, ',', 'a.csv');
  expect(value.rows).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['1', '2'] },
    { row: 3, cells: ['3\n4', '5'] },
    { row: 5, cells: ['9', '10'] },
  ]);
  expect(messages.map(({ code, place }) => [code, place])).toEqual([
    ['broken-quote', { file: 'a.csv', row: 4, column: 2, endRow: 4 }],
  ]);
});
