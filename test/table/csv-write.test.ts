import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/table/csv-write.ts';
import { withEscape, withoutEscape } from '../../src/table/escape.ts';

const columns = [
  { name: '文本', kind: 'text' },
  { name: '数', kind: 'number' },
] as const;

/** As a spreadsheet reads it: the cells of all rows. */
function reopened(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return parse(Buffer.from(writeCsv(columns, rows)), { bom: true, record_delimiter: '\r\n' }).slice(1);
}

describe('formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86 379', "'+86 379"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\t=1+1', "'\t=1+1"],
    ['　＝1+1', "'　＝1+1"],
    ['正常\n=cmd()', "正常\n'=cmd()"],
    ['正常\n 　-2', "正常\n' 　-2"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ['3-1', '3-1'],
    ['', ''],
  ])('%j is written as text %j', (cell, written) => {
    expect(reopened([[cell, '0']])).toEqual([[written, '0']]);
  });

  test('numbers stay numbers in number columns, anything else there is text', () => {
    expect(
      reopened([
        ['a', '-5'],
        ['a', '-0.5%'],
        ['a', '-5+1'],
        ['a', '=1'],
      ]).map((row) => row[1]),
    ).toEqual(['-5', '-0.5%', "'-5+1", "'=1"]);
  });

  test('no line of any text cell begins with a mark that a spreadsheet runs, and reading takes back what was added', () => {
    const line = fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝＋－＠\'" \t　,a一\n')) });
    fc.assert(
      fc.property(fc.oneof(line, fc.string({ unit: 'binary' })), (cell) => {
        const written = withEscape(cell);
        const isFormula = /^[^\S\n]*[=+\-@＝＋－＠]/mu.test(written);
        expect([isFormula, withoutEscape(written)]).toEqual([false, cell]);
      }),
      { numRuns: 300 },
    );
  });
});

test('a CSV starts with the mark, ends lines with CRLF, and gives back every cell', () => {
  const bytes = writeCsv(columns, [['逗号,引号"\n第二行', '80%']], [['标题']]);
  expect(Buffer.from(bytes).toString()).toBe('\uFEFF标题,\r\n文本,数\r\n"逗号,引号""\n第二行",80%\r\n');
});
