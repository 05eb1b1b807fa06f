import { expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { pdfDefinition } from '../../../src/write/pdf/definition.ts';
import { cell, date, paragraph, row } from '../sample-documents.ts';
import { faces, pagesOf, tableMeta } from './shipped.ts';

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

test('the definition of a scorecard is the one in the golden file', async () => {
  const definition = pdfDefinition(scorecard.meta, pagesOf(scorecard), faces);
  const rounded = JSON.stringify(definition, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  );
  // One element a line.
  await expect(`${rounded.replaceAll('},{', '},\n{')}\n`).toMatchFileSnapshot('../../golden/pdf/scorecard.json');
});

test('every call makes a fresh definition: pdfmake changes the one it is given', () => {
  const pages = pagesOf(scorecard);
  const first = pdfDefinition(scorecard.meta, pages, faces);
  expect(pdfDefinition(scorecard.meta, pages, faces)).not.toBe(first);
  expect(JSON.stringify(pdfDefinition(scorecard.meta, pages, faces))).toBe(JSON.stringify(first));
});
