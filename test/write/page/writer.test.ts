import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '../../../src/document/text.ts';
import { htmlText } from '../../../src/write/page/html-text.ts';
import { writeHtml } from '../../../src/write/page/writer.ts';
import { cell, letter, meta, paragraph, row, sampleDocuments } from '../sample-documents.ts';
import { randomDocuments } from './random-document.ts';

const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');

describe('the HTML of a paper', () => {
  test.each(Object.entries(sampleDocuments))('says what the tree says: %s', (_, document) => {
    expect(squeezed(htmlText(writeHtml(document)))).toBe(squeezed(documentText(document).join('')));
  });

  test('says what the tree says, for any tree', () => {
    fc.assert(
      fc.property(randomDocuments, (document) => {
        expect(squeezed(htmlText(writeHtml(document)))).toBe(squeezed(documentText(document).join('')));
      }),
      { numRuns: 300 },
    );
  });

  test('needs nothing from outside and runs nothing', () => {
    for (const document of Object.values(sampleDocuments)) {
      expect(writeHtml(document)).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:(?!\/\/www\.w3\.org)/);
    }
  });

  test('lets no text become markup', () => {
    const document = { meta: meta({ title: '</title><script>' }), children: [paragraph('<b>&amp;"x"')] };
    expect(writeHtml(document)).toContain('&lt;b&gt;&amp;amp;&quot;x&quot;');
    expect(writeHtml(document)).not.toContain('<script>');
  });

  test('keeps the spans of a table, and the alignment of the column that a cell stands in', () => {
    const table = {
      type: 'table' as const,
      caption: '',
      columns: [
        { share: 1, align: 'left' as const, kind: 'text' as const },
        { share: 3, align: 'right' as const, kind: 'number' as const },
      ],
      header: [row('单位', '项数')],
      rows: [{ cells: [cell('甲', { rowSpan: 2 }), cell('1')] }, { cells: [cell('2', { style: 'red' })] }],
    };
    const html = writeHtml({ meta: meta(), children: [table] });
    expect(html).toContain('<col style="width:25%" />');
    expect(html.match(/<t[hd] [^>]*>/g)).toEqual([
      '<th scope="col" class="plain" colspan="1" rowspan="1">',
      '<th scope="col" class="plain" colspan="1" rowspan="1">',
      '<td class="plain left text" colspan="1" rowspan="2">',
      '<td class="plain right number" colspan="1" rowspan="1">',
      '<td class="red right number" colspan="1" rowspan="1">',
    ]);
  });

  test('reads a figure out by its words', () => {
    expect(writeHtml(letter)).toContain('role="img" aria-label="绿灯300项，黄灯90项，红灯45项"');
  });
});
