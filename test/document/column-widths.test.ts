import { expect, test } from 'vitest';
import { columnWidths } from '../../src/document/column-widths.ts';
import type { TableColumn, Table } from '../../src/document/tree.ts';
import { cell, row } from '../write/sample-documents.ts';

const column = (share: number, parts: Partial<TableColumn> = {}): TableColumn => ({
  share,
  align: 'left',
  kind: 'text',
  ...parts,
});
const table = (columns: readonly TableColumn[], ...rows: Table['rows']): Table => ({
  type: 'table',
  caption: '',
  columns,
  header: [],
  rows,
});
const sum = (lengths: readonly number[]): number => lengths.reduce((total, each) => total + each, 0);

test.each([
  [[1, 1, 2], 400],
  [[0, 5, 1], 400],
  [[0, 0], 100],
  [[1000, 1, 1, 1], 120],
  [[1, 1, 1], 57],
])('shares %j of %d points fill the width, none is too narrow for a character', (shares, width) => {
  const widths = columnWidths(table(shares.map((share) => column(share))), width, 'portrait') ?? [];
  expect(sum(widths)).toBeCloseTo(width);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(10.5 + 2 * 4.25 - 1e-9);
});

test('a number column holds its widest number on one line, at the cost of the others', () => {
  const columns = [column(9, { align: 'center' }), column(67), column(24)];
  const widths = columnWidths(table(columns, row('（十一）', '加强监督检查', '区财政局')), 442, 'portrait') ?? [];
  expect(widths[0]).toBeGreaterThanOrEqual(4 * 10.5 + 2 * 4.25);
  expect(sum(widths)).toBeCloseTo(442);
  expect((widths[1] ?? 0) / (widths[2] ?? 1)).toBeCloseTo(67 / 24);
});

test('a long text in a narrow column, and a cell over several columns, ask for no more room', () => {
  const columns = [column(1, { align: 'center' }), column(9)];
  const long = table(columns, row('这一格写了很长的一句话', '甲'), { cells: [cell('合计', { columnSpan: 2 })] });
  expect(columnWidths(long, 400, 'portrait')?.[0]).toBeCloseTo(40);
});

test('where short texts would take more than there is, a character each must do; then there is no way', () => {
  const columns = Array.from({ length: 20 }, () => column(1, { align: 'center' }));
  const full = table(columns, row(...columns.map(() => '（十一）')));
  expect(sum(columnWidths(full, 442, 'portrait') ?? [])).toBeCloseTo(442);
  expect(columnWidths(full, 300, 'portrait')).toBe(null);
});

test('a head of two characters is not torn in a narrow column, a longer one may run on', () => {
  const columns = [column(4, { align: 'center' }), column(4, { align: 'center' }), column(92)];
  const headed = { ...table(columns, row('7', '7', '加强监督检查')), header: [row('编号', '完成时限', '任务')] };
  const widths = columnWidths(headed, 600, 'landscape') ?? [];
  expect(widths[0]).toBeGreaterThanOrEqual(2 * 9 + 2 * 4.25);
  expect(widths[1]).toBeLessThan(4 * 9);
});
