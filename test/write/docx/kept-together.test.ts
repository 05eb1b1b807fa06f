/** What must not be parted by a page's end, on pages laid out by LibreOffice: signature and note and colophon, a small table, its lead-in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../src/document/tree.ts';
import { meta, paragraph, row } from '../sample-documents.ts';
import { missingTool } from '../../libre-office.ts';
import { layOut, type LaidOut } from './laid-out.ts';
import { sampleWriter } from './sample-writer.ts';

const missing = missingTool();
if (missing !== null) console.warn(`what stays together is not measured: ${missing}`);

const { value: write } = sampleWriter();

const lines = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(`正文第${index + 1}行。`));

const smallTable: Block = {
  type: 'table',
  caption: '',
  columns: [
    { share: 1, align: 'center', kind: 'text' },
    { share: 6, align: 'left', kind: 'text' },
  ],
  header: [row('编号', '任务内容')],
  rows: Array.from({ length: 3 }, (_, index) => row(`甲${index + 1}`, '健全重点领域监管机制')),
};

// Every place on the second page at which the end of a letter, or a table, can begin.
const counts = Array.from({ length: 12 }, (_, index) => index + 24);
const papers = new Map<string, Document>([
  ...counts.map((count) => [`letter${count}`, { meta: meta(), children: lines(count) }] as const),
  ...counts.map(
    (count) =>
      [
        `table${count}`,
        { meta: meta(), children: [...lines(count), paragraph('下列任务由各单位落实：'), smallTable, ...lines(8)] },
      ] as const,
  ),
]);
// A table that goes over the page's end at every row.
const rowCounts = Array.from({ length: 20 }, (_, index) => index + 6);
for (const count of rowCounts) {
  const rows = Array.from({ length: count }, (_, index) => row(`乙${index + 1}`, '健全重点领域监管机制'));
  papers.set(`rows${count}`, { meta: meta(), children: [paragraph('下列任务：'), { ...smallTable, rows }] });
}
// Every place in a line at which a figure can stand, and a list too long for a line.
const figures = Array.from({ length: 14 }, (_, index) =>
  paragraph(`${'重'.repeat(14 + index)}截至2024年12月31日，完成95.5%。`),
);
const list = Array.from({ length: 40 }, (_, index) => 2 * index + 3).join('、');
papers.set('figures', { meta: meta(), children: [...figures, paragraph(`需整改的任务（第${list}项），请查明原因。`)] });
let laid: LaidOut | null = null;
beforeAll(async () => {
  if (missing === null) laid = await layOut(new Map([...papers].map(([name, paper]) => [name, write(paper)])));
});
afterAll(() => laid?.remove());

/** The pages of a paper as text without spaces. */
const pages = (name: string): readonly string[] =>
  (laid?.pages(name) ?? []).map(({ words }) => words.map(({ text }) => text).join(''));
const pageOf = (name: string, text: string): number => pages(name).findIndex((page) => page.includes(text));

describe.skipIf(missing !== null)('a page', () => {
  test('has no signature, note or colophon without text of the body', () => {
    const alone = counts.filter((count) => {
      const name = `letter${count}`;
      const page = pageOf(name, `正文第${count}行。`);
      return page === -1 || ['2024年10月18日', '联系人', '抄送'].some((text) => pageOf(name, text) !== page);
    });
    expect(alone).toEqual([]);
    expect(new Set(counts.map((count) => pages(`letter${count}`).length)).size).toBeGreaterThan(1);
  });

  test('has a small table whole, with the line that leads to it', () => {
    const parted = counts.filter((count) => {
      const name = `table${count}`;
      const page = pageOf(name, '下列任务由各单位落实');
      return page === -1 || ['甲1', '甲3'].some((text) => pageOf(name, text) !== page);
    });
    expect(parted).toEqual([]);
    expect(new Set(counts.map((count) => pageOf(`table${count}`, '甲1'))).size).toBeGreaterThan(1);
  });

  test('has the last row of a table with another row', () => {
    const alone = rowCounts.filter((count) => {
      const name = `rows${count}`;
      return pageOf(name, `乙${count}`) !== pageOf(name, `乙${count - 1}`);
    });
    expect(alone).toEqual([]);
    expect(new Set(rowCounts.map((count) => pages(`rows${count}`).length)).size).toBeGreaterThan(1);
  });

  test('tears no figure at the end of a line, and stretches no line before a long list', () => {
    const words = (laid?.pages('figures') ?? []).flatMap((each) => each.words);
    // A word that stands left of the one before begins a line.
    const texts: string[] = [];
    for (const [index, { left, text }] of words.entries()) {
      const isNew = left <= (words[index - 1]?.left ?? left);
      texts.push(isNew ? text : `${texts.pop() ?? ''}${text}`);
    }
    const torn = texts.filter((line, index) => /\d$/.test(line) && /^\d/.test(texts[index + 1] ?? ''));
    expect(torn.filter((line) => !line.includes('、'))).toEqual([]);
    expect(texts.find((line) => line.startsWith('需整改的任务'))).toContain('3、5、7、9、11、13');
  });
});
