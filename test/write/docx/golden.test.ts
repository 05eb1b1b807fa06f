import { expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { readZip } from '../../../src/ooxml/zip.ts';
import {
  annexLedger,
  bulletin,
  figure,
  heading,
  longTable,
  markedLetter,
  meta,
  paragraph,
  report,
  taskTable,
  text,
  upwardReport,
} from '../sample-documents.ts';
import { sampleWriter } from './sample-writer.ts';

const { value: write } = sampleWriter();

const plain = { type: 'paragraph', style: 'plain' } as const;

/** Small papers that hold every node and fact once. */
const papers: Readonly<Record<string, Document>> = {
  letter: {
    meta: meta(),
    children: [
      paragraph('现将落实情况通知如下：'),
      { type: 'paragraph', style: 'body', children: [text('其中'), text('红灯1项', true), text('。')] },
      { type: 'attachmentNote', names: ['任务清单', '共性任务'] },
      { ...annexLedger, children: [longTable(1)] },
    ],
  },
  'marked-letter': { ...markedLetter, children: [paragraph('正文。')] },
  report: {
    meta: report.meta,
    children: [
      heading(1, '一、总体情况'),
      heading(2, '（一）牵头任务'),
      heading(3, '1.进度'),
      heading(4, '（1）问题'),
      taskTable,
      { type: 'paragraph', style: 'note', children: [text('注：示例数据。')] },
      figure,
      { type: 'pageBreak' },
      { type: 'paragraph', style: 'plain', children: [text('顶格'), { type: 'lineBreak' }, text('换行')] },
      { type: 'paragraph', style: 'centered', children: [text('居中')] },
      { type: 'paragraph', style: 'right', children: [text('居右')] },
      { type: 'attachmentNote', names: ['任务清单'] },
      {
        type: 'annex',
        number: null,
        title: '任务清单',
        orientation: 'portrait',
        children: [{ ...plain, children: [text('附件正文。')] }],
      },
    ],
  },
  'upward-report': { ...upwardReport, children: [paragraph('正文。')] },
  bulletin: { ...bulletin, children: [paragraph('正文。')] },
};

/** word/document.xml from its body on, one element a line. */
function bodyOf(document: Document): string {
  const xml = new TextDecoder().decode(readZip(write(document)).value.get('word/document.xml'));
  return `${xml.slice(xml.indexOf('<w:body>')).replaceAll('><', '>\n<')}\n`;
}

test.each(Object.keys(papers))('%s is written as in its golden', async (name) => {
  await expect(bodyOf(papers[name] ?? report)).toMatchFileSnapshot(`../../golden/docx/${name}.xml`);
});

test('styles are written as in their golden', async () => {
  const styles = new TextDecoder().decode(readZip(write(report)).value.get('word/styles.xml'));
  await expect(`${styles.slice(styles.indexOf('<w:docDefaults>')).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    '../../golden/docx/styles.xml',
  );
});

test.each(['official', 'letter', 'bulletin', 'table'] as const)(
  'footers of %s are written as in their golden',
  async (format) => {
    const parts = readZip(
      write({ ...bulletin, meta: { ...bulletin.meta, format, issuerMark: format === 'table' ? '' : '督查' } }),
    ).value;
    const footers = [...parts].filter(([name]) => /^word\/footer\d/.test(name));
    const texts = footers.map(
      ([name, bytes]) =>
        `${name}\n${new TextDecoder()
          .decode(bytes)
          .replace(/^.*?<w:ftr[^>]*>/s, '')
          .replaceAll('><', '>\n<')}\n`,
    );
    await expect(texts.join('\n')).toMatchFileSnapshot(
      `../../golden/docx/footers-${format === 'letter' ? 'letter' : 'others'}.xml`,
    );
  },
);
