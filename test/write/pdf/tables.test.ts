import { describe, expect, test } from 'vitest';
import type { Block, Cell, Document, Table } from '../../../src/document/tree.ts';
import { createFlow } from '../../../src/write/pdf/flow.ts';
import { tableGeometry } from '../../../src/write/pdf/geometry.ts';
import { wordText } from '../../../src/message/wording/word.ts';
import { cell, row } from '../sample-documents.ts';
import { linesOf, pagesOf, pdfWriter, tableMeta, textItems } from './shipped.ts';

const table = (parts: Partial<Table>): Table => ({
  type: 'table',
  caption: '',
  columns: [
    { share: 1, align: 'center', kind: 'text' },
    { share: 3, align: 'left', kind: 'text' },
  ],
  header: [row('序号', '事项')],
  rows: [],
  ...parts,
});

const paper = (...children: readonly Block[]): Document => ({ meta: tableMeta(), children });

const numbered = (count: number): readonly { cells: readonly Cell[] }[] =>
  Array.from({ length: count }, (_, index) => row(`${index + 1}`, `第${index + 1}项`));

describe('rows and pages', () => {
  test('the header stands on every page, and page x of y under it', () => {
    const pages = pagesOf(paper(table({ rows: numbered(90) })));
    expect(pages.length).toBe(3);
    for (const [index, page] of pages.entries()) {
      const lines = linesOf(page);
      expect(lines[index === 0 ? 1 : 0]).toBe('序号事项');
      expect(lines.at(-1)).toBe(`第${index + 1}页　共3页`);
    }
  });

  test('a row taller than a page is split between lines, marked 续, and loses nothing', () => {
    const long = '逐条核对。'.repeat(700);
    const pages = pagesOf(paper(table({ rows: [row('1', '短'), row('2', long), row('3', '末')] })));
    expect(pages.length).toBeGreaterThan(2);
    const second = linesOf(pages[1]);
    expect(second[0]).toBe('序号事项');
    expect(second.some((line) => line.startsWith('（续）'))).toBe(true);
    const said = pages.flatMap((page) => textItems(page)).filter((item) => /^[逐条核对。]+$/.test(item.value));
    expect(said.map((item) => item.value).join('')).toBe(long);
  });

  test('a row that fits a page is not split', () => {
    const rows = [...numbered(30), row('大', '一段不可分开的话。'.repeat(60))];
    const pages = pagesOf(paper(table({ rows })));
    const withLong = pages.filter((page) => textItems(page).some((item) => item.value.includes('不可分开')));
    expect(withLong.length).toBe(1);
    expect(pages.some((page) => linesOf(page).some((line) => line.includes('续')))).toBe(false);
  });

  test('a header taller than half a page is an ordinary row and comes once', () => {
    const pages = pagesOf(paper(table({ header: [row('栏目', '很长的表头'.repeat(250))], rows: numbered(5) })));
    const heads = pages.flatMap((page) => textItems(page)).filter((item) => item.value === '栏目');
    expect(heads.length).toBe(1);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => linesOf(page)).some((line) => line === '5第5项')).toBe(true);
  });

  test('a caption never stands alone at the foot of a page', () => {
    const filler = Array.from({ length: 32 }, (): Block => ({ type: 'paragraph', style: 'plain', children: [] }));
    for (let count = 26; count <= filler.length; count++) {
      const pages = pagesOf(paper(...filler.slice(0, count), table({ caption: '表1', rows: numbered(2) })));
      const page = pages.find((each) => linesOf(each).includes('表1'));
      expect(linesOf(page)).toContain('1第1项');
    }
  });
});

describe('merged cells', () => {
  const group = (name: string, rows: number): readonly { cells: readonly Cell[] }[] =>
    Array.from({ length: rows }, (_, index) => ({
      cells: index === 0 ? [cell(name, { rowSpan: rows }), cell(`${name}第1行`)] : [cell(`${name}第${index + 1}行`)],
    }));

  test('a span that fits a page stays whole', () => {
    const pages = pagesOf(paper(table({ rows: [...numbered(25), ...group('甲', 12)] })));
    const withGroup = pages.filter((page) => textItems(page).some((item) => item.value.startsWith('甲第')));
    expect(withGroup.length).toBe(1);
  });

  test('a heading over the whole width is never the last row of a page', () => {
    const heading = { cells: [cell('党委部门', { columnSpan: 2, style: 'strong' })] };
    for (let count = 24; count < 36; count++) {
      const pages = pagesOf(paper(table({ rows: [...numbered(count), heading, row('甲', '乙')] })));
      const page = pages.find((each) => linesOf(each).includes('党委部门'));
      expect(linesOf(page)).toContain('甲乙');
    }
  });

  test('a span longer than a page ends with the page and is said again on the next, with 续', () => {
    const pages = pagesOf(paper(table({ rows: group('乙', 60) })));
    expect(pages.length).toBe(2);
    const names = pages.map((page) => textItems(page).filter((item) => item.value === '乙'));
    expect(names.map((items) => items.map((item) => item.piece === null))).toStrictEqual([[false], [true]]);
    expect(textItems(pages[1]).some((item) => item.value === '（续）' && item.piece === null)).toBe(true);
  });

  test('a span whose words are longer than its rows makes its last row taller', () => {
    const long = '跨行的长单元格'.repeat(12);
    const rows = [{ cells: [cell(long, { rowSpan: 2 }), cell('上')] }, { cells: [cell('下')] }, row('后', '后面')];
    const [page] = pagesOf(paper(table({ rows })));
    const items = textItems(page);
    const lastOfSpan = Math.max(...items.filter((item) => long.includes(item.value)).map((item) => item.baseline));
    const after = items.find((item) => item.value === '后面')?.baseline ?? 0;
    expect(after).toBeGreaterThan(lastOfSpan);
  });
});

describe('columns', () => {
  test('more columns than fit are refused, with the table named', async () => {
    const columns = Array.from({ length: 40 }, () => ({ share: 1, align: 'left', kind: 'text' }) as const);
    const wide = table({ caption: '宽表', columns, header: [], rows: [row(...columns.map(() => '字'))] });
    const { value, messages } = await pdfWriter.write(paper(wide));
    expect(value.length).toBe(0);
    expect(messages.map((each) => wordText(each, 'zh'))).toStrictEqual([
      '表“宽表”有 40 列，一页的宽度排不下；请减少列数或改为横排',
    ]);
  });

  test('a word without breaks is broken rather than let out of its column', () => {
    const word = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(20);
    const pages = pagesOf(paper(table({ rows: [row('1', word)] })));
    const { area } = tableGeometry('portrait', 1);
    const parts = textItems(pages[0]).filter((item) => /^[A-Z]{2,}$/.test(item.value));
    expect(parts.map((item) => item.value).join('')).toBe(word);
    for (const item of parts) expect(item.x).toBeLessThan(area.left + area.width);
    expect(parts.length).toBeGreaterThan(5);
  });
});

test('lines kept with the next move to the next page with it, even when they fill more than a page', () => {
  const flow = createFlow(tableGeometry, 'portrait');
  const line = { height: 30, isKeptWithNext: true, items: () => [] };
  flow.place(Array.from({ length: 30 }, () => line));
  flow.place([{ ...line, isKeptWithNext: false }]);
  expect(flow.pages().length).toBe(2);
});
