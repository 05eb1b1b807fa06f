import { expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { pageContent, type ContentSetting } from '../../../src/write/pdf/content.ts';
import type { Page } from '../../../src/write/pdf/page.ts';
import { cell, date, paragraph, row } from '../sample-documents.ts';
import { pagesOf, tableMeta } from './shipped.ts';

const scorecard: Document = {
  meta: tableMeta({ title: '区财政局2024年第三季度考核评分表', issuedOn: date('2024-10-18') }),
  children: [
    {
      type: 'table',
      caption: '得分明细',
      columns: [
        { share: 1, align: 'center', kind: 'number' },
        { share: 5, align: 'left', kind: 'text' },
        { share: 2, align: 'right', kind: 'number' },
      ],
      header: [row('序号', '事项', '得分')],
      rows: [
        row('1', '按时报送季度反馈', '15.0'),
        { cells: [cell('2'), cell('任务33进度滞后12个百分点', { style: 'yellow' }), cell('-1.0')] },
        { cells: [cell('合计', { columnSpan: 2, style: 'strong' }), cell('94.0', { style: 'strong' })] },
      ],
    },
    paragraph('每项得分均附依据。'),
  ],
};

/** Codes that are the characters themselves, so that the golden can be read. */
const readable: ContentSetting = {
  faceName: (role) => `/${role}`,
  codes: () => ({ get: (codePoint: number) => String.fromCodePoint(codePoint) }) as ReadonlyMap<number, string>,
};

const contentOf = (page: Page | undefined): string =>
  `${pageContent(page ?? { size: { width: 0, height: 0 }, items: [] }, readable)}\n`;

test('the page of a scorecard is written as in its golden', async () => {
  await expect(contentOf(pagesOf(scorecard)[0])).toMatchFileSnapshot('../../golden/pdf/scorecard.txt');
});

test('a colour, a face or a space between characters holds until another is wanted, and no longer', () => {
  const item = { kind: 'text', x: 0, baseline: 0, size: 10, face: 'body', piece: null } as const;
  const texts = [
    { ...item, value: '甲', color: '000000', spacing: 0.5 },
    { ...item, value: '乙', color: '000000', spacing: 0.5 },
    { ...item, value: '丙', color: 'FF3333', spacing: 0 },
  ];
  const operators = contentOf({ size: { width: 100, height: 100 }, items: texts }).split('\n');
  expect(operators).toStrictEqual([
    '0 0 0 rg',
    '/body 10 Tf',
    '0.5 Tc',
    'BT 0 100 Td <甲> Tj ET',
    'BT 0 100 Td <乙> Tj ET',
    '1 0.2 0.2 rg',
    '0 Tc',
    'BT 0 100 Td <丙> Tj ET',
    '',
  ]);
});

test('outlines are turned over, and quadratic curves made cubic', () => {
  const shape = { kind: 'shape', path: 'M0 10L3 10Q6 10 6 4C1 2 3 4 5 6Z', color: '000000' } as const;
  const lines = contentOf({ size: { width: 100, height: 100 }, items: [shape] })
    .trim()
    .split('\n');
  expect(lines.slice(2)).toStrictEqual(['0 90 m', '3 90 l', '5 90 6 92 6 96 c', '1 98 3 96 5 94 c', 'h', 'f']);
});
