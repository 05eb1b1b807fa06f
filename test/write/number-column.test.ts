/** A task's number stands on one line, however narrow its column: in a DOCX as LibreOffice lays it out, and in a PDF. */
import { expect, test } from 'vitest';
import type { Document, Table } from '../../src/document/tree.ts';
import { missingTool } from '../libre-office.ts';
import { layOut } from './docx/laid-out.ts';
import { sampleWriter } from './docx/sample-writer.ts';
import { linesOf, pagesOf } from './pdf/shipped.ts';
import { meta, row } from './sample-documents.ts';

const numbers = ['（十一）', '（二十三）', '（三）', '134'];
const text = '健全与网络监督相结合的政风行风建设监督体系，构建纠风工作长效机制。';
// As the letter's annex has it, the number's share far below its need.
const table: Table = {
  type: 'table',
  caption: '',
  columns: [
    { share: 4, align: 'center', kind: 'text' },
    { share: 60, align: 'left', kind: 'text' },
    { share: 36, align: 'left', kind: 'text' },
  ],
  header: [row('编号', '任务内容', '依据')],
  rows: numbers.map((number) => row(number, text, '计划100%，报送60%，落后40个百分点')),
};
const across = { type: 'annex', number: 1, title: '任务清单', orientation: 'landscape', children: [table] } as const;
const paper: Document = { meta: meta(), children: [table, across] };

test('in a PDF', () => {
  const items = pagesOf(paper).flatMap((page) => linesOf(page));
  for (const number of numbers) expect(items.filter((line) => line.includes(number)).length).toBe(2);
});

const missing = missingTool();

test.skipIf(missing !== null)('in a DOCX', async () => {
  const laid = await layOut(new Map([['numbers', sampleWriter().value(paper)]]));
  const words = laid.pages('numbers').flatMap((page) => page.words);
  laid.remove();
  for (const number of numbers) expect(words.filter((word) => word.text === number).length).toBe(2);
});
