import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableForm } from '../../src/table/columns.ts';
import { readTable } from '../../src/table/table.ts';
import type { CellLook, NewCell, NewSheet } from '../../src/table/xlsx-write/new-sheet.ts';
import { fittingWidth, rowHeight } from '../../src/table/xlsx-write/row-height.ts';
import { columnName } from '../../src/table/xlsx-write/sheet-xml.ts';
import { writeXlsx } from '../../src/table/xlsx-write/write-xlsx.ts';
import { packageFaults } from '../ooxml/validator.ts';
import { runs } from '../long.ts';

const look: CellLook = {
  face: '宋体',
  size: 10,
  fill: null,
  isBordered: true,
  horizontal: 'general',
  vertical: 'top',
  format: '@',
  isLocked: false,
};

const cell = (value: NewCell['value'], change: Partial<CellLook> = {}): NewCell => ({
  value,
  look: { ...look, ...change },
});

function sheetOf(rows: readonly (readonly NewCell[])[], change: Partial<NewSheet> = {}): NewSheet {
  return {
    name: '表',
    widths: [10, 20],
    rows: rows.map((cells) => ({ cells, height: 20, isMerged: cells.length === 1 })),
    limits: [],
    frozen: { columns: 1, rows: 1 },
    titleRow: 1,
    footer: '第 &P 页',
    isProtected: false,
    ...change,
  };
}

const form: TableForm = {
  columns: [
    { name: '甲', synonyms: [], need: 'required' },
    { name: '乙', synonyms: [], need: 'required' },
  ],
  mayBeEmpty: false,
};

function readBack(rows: readonly (readonly NewCell[])[]): readonly (readonly string[])[] {
  const bytes = writeXlsx(sheetOf([[cell('甲'), cell('乙')], ...rows]));
  return readTable({ path: 'a.xlsx', bytes }, form).value.rows.map(({ cells }) => cells);
}

test('numbers, percents and dates read back as they are shown', () => {
  const row = [cell(0.07, { format: '0%' }), cell(45_573, { format: 'yyyy-mm-dd' })];
  expect(readBack([row, [cell(12), cell('=1+1')]])).toEqual([
    ['7%', '2024-10-08'],
    ['12', '=1+1'],
  ]);
});

test('any text reads back as it was, with characters that XML has no place for', () => {
  // Blanks at the ends and rows of blanks are the reader's affair; \r\n is \n to every spreadsheet.
  const text = fc.string({ unit: 'binary', maxLength: 12 }).map((each) => `x${each.replaceAll('\r', '')}x`);
  fc.assert(
    fc.property(text, (written) => {
      expect(readBack([[cell('一'), cell(written)]])).toEqual([['一', written]]);
    }),
    runs(25),
  );
  expect(readBack([[cell('一'), cell('_x0041_\u0007<&>"\uFFFF')]])).toEqual([['一', '_x0041_\u0007<&>"\uFFFF']]);
});

test('a sheet of everything is valid, and the same to the byte when written again', async () => {
  const limits: NewSheet['limits'] = [
    { column: 1, from: 3, to: 9, title: '状态', error: '请选', rule: { words: ['滞后', '办结'] } },
    { column: 2, from: 3, to: 9, title: '比例', error: '<&">', rule: { least: 0, most: 1 } },
  ];
  const rows = [[cell('题', { fill: 'D9E1F2', size: 16 })], [cell('甲'), cell(1, { format: '0' })], [cell(null)]];
  const sheet = sheetOf(rows, { name: "a'&b", limits, isProtected: true });
  expect(await packageFaults(writeXlsx(sheet), 'xlsx')).toEqual([]);
  expect(Buffer.from(writeXlsx(sheet)).equals(Buffer.from(writeXlsx(sheet)))).toBe(true);
});

test('columns are named as spreadsheets name them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

describe('the height of a row', () => {
  test('is enough for the tallest of its cells, and never less than asked for', () => {
    const [short, long] = [cell('短'), cell('很长的一段话'.repeat(20))];
    expect(rowHeight([short, short], [20, 20], 18)).toBe(19);
    expect(rowHeight([short, short], [20, 20], 48)).toBe(48);
    // 120 characters, at most 10 to a line of 20 digits.
    expect(rowHeight([short, long], [20, 20], 18)).toBeGreaterThan(12 * 10 * 1.2);
    expect(rowHeight([cell('一\n二\n三')], [20], 18)).toBe(48);
  });

  test('ends where a spreadsheet’s does; a column of longer texts has to be wider', () => {
    const text = '很长的一段话'.repeat(100);
    expect(rowHeight([cell(text)], [20], 18)).toBe(409.5);
    const width = fittingWidth([text], 10, { least: 20, most: 80 });
    expect(width).toBeGreaterThan(20);
    expect(rowHeight([cell(text)], [width], 18)).toBeLessThan(409.5);
    expect(fittingWidth(['短'], 10, { least: 20, most: 80 })).toBe(20);
    expect(fittingWidth([text.repeat(20)], 10, { least: 20, most: 80 })).toBe(80);
  });
});
