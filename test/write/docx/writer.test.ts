import { afterEach, expect, test, vi } from 'vitest';
import { documentText } from '../../../src/document/text.ts';
import type { Document } from '../../../src/document/tree.ts';
import { docxText } from './docx-text.ts';
import { lintPackage } from '../../../src/write/docx/lint.ts';
import { readZip } from '../../../src/ooxml/zip.ts';
import {
  bulletin,
  figure,
  letter,
  longTable,
  markedLetter,
  meta,
  paragraph,
  report,
  samplePictures,
  sampleDocuments,
  tablePaper,
} from '../sample-documents.ts';
import { sampleWriter } from './sample-writer.ts';

const { value: write } = sampleWriter();
const decoder = new TextDecoder();
const part = (bytes: Uint8Array, name: string): string => decoder.decode(readZip(bytes).value.get(name));
const bare = (pieces: readonly string[]): string => pieces.join('').replaceAll(/\s/gu, '');
const names = Object.keys(sampleDocuments);
const paper = (name: string): Document => sampleDocuments[name] ?? letter;

afterEach(() => vi.unstubAllEnvs());

test.each(names)('the text of %s is the text of its tree, in the same order', (name) => {
  expect(bare(docxText(write(paper(name))))).toBe(bare(documentText(paper(name))));
});

test.each(names)('%s is a sound package', (name) => {
  expect(lintPackage(readZip(write(paper(name))).value)).toEqual([]);
});

test('a file that is no .docx has no text', () => {
  expect(docxText(new TextEncoder().encode('督办'))).toEqual([]);
});

test('a paper alone and in a batch, first and last, has the same bytes', async () => {
  const { value: another } = sampleWriter();
  const alone = another(letter);
  for (const name of names) write(paper(name));
  expect(Buffer.compare(write(letter), alone)).toBe(0);
});

test('a paper has the same bytes on any day', async () => {
  const today = write(report);
  vi.useFakeTimers({ now: Date.UTC(2031, 1, 3) });
  const { value: later } = sampleWriter();
  vi.useRealTimers();
  expect(Buffer.compare(later(report), today)).toBe(0);
});

test('the parts are sorted, the content types first', () => {
  const [first, ...others] = [...readZip(write(letter)).value.keys()];
  expect(first).toBe('[Content_Types].xml');
  expect(others).toEqual(others.toSorted());
});

test('title and office are escaped properties, dated with the day of issue', () => {
  const core = part(
    write({ ...letter, meta: meta({ title: 'A&B <督办>', issuers: ['“甲”&乙'], recipients: ['丙&丁'] }) }),
    'docProps/core.xml',
  );
  expect(core).toContain('<dc:title>A&amp;B &lt;督办&gt;（丙&amp;丁）</dc:title><dc:creator>“甲”&amp;乙</dc:creator>');
  expect(core).toContain('2024-10-18T00:00:00Z</dcterms:created>');
  expect(core).toContain('2024-10-18T00:00:00Z</dcterms:modified>');
});

test('a draft is dated with the day of its figures', () => {
  expect(part(write(markedLetter), 'docProps/core.xml')).toContain('2024-09-30T00:00:00Z');
});

test('fields have a result before Word has laid the page out', () => {
  const parts = readZip(write(letter)).value;
  const footers = [...parts]
    .filter(([name]) => name.startsWith('word/footer'))
    .map(([, bytes]) => decoder.decode(bytes));
  expect(footers.filter((xml) => xml.includes('PAGE'))).toHaveLength(4);
  for (const xml of footers.filter((each) => each.includes('PAGE'))) {
    expect(/fldCharType="separate"([\s\S]*)fldCharType="end"/.exec(xml)?.[1]).toContain('<w:t>1</w:t>');
  }
});

test('no theme decides a font, and all four slots are named', () => {
  const styles = part(write(letter), 'word/styles.xml');
  expect(styles).not.toContain('Theme=');
  expect(styles).toContain(
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>',
  );
  expect(styles).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"');
});

test('indents are given in characters and in points', () => {
  expect(part(write(letter), 'word/styles.xml')).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>');
});

test('figures are drawn twice: as SVG, and as PNG for programs that cannot', () => {
  const parts = readZip(write(report)).value;
  expect(decoder.decode(parts.get('word/media/figure1.svg'))).toBe(figure.svg);
  expect(parts.get('word/media/figure1.png')).toEqual(Buffer.from(samplePictures.get(figure.svg) ?? []));
});

test('ids of drawings are counted in each paper from 1', () => {
  const ids = [...part(write(letter), 'word/document.xml').matchAll(/<wp:docPr id="(\d+)"/g)].map((match) =>
    Number(match[1]),
  );
  expect(ids).toEqual(ids.map((_, index) => index + 1));
});

test('header rows are repeated, rows stay whole unless they could be taller than a page', () => {
  const tall = '长'.repeat(6000);
  const table = {
    ...longTable(2),
    rows: [
      ...longTable(2).rows,
      {
        cells:
          longTable(1).rows[0]?.cells.map((cell, index) =>
            index === 1 ? { ...cell, lines: [[{ type: 'text' as const, value: tall, isStrong: false }]] } : cell,
          ) ?? [],
      },
    ],
  };
  const xml = part(write({ meta: tablePaper.meta, children: [table] }), 'word/document.xml');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:tr>/g)).toHaveLength(4);
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
});

test('a paper without annexes, recipients, number, note and copies is whole', () => {
  const plain = meta({ format: 'official', documentNumber: null, recipients: [], note: '', copiedTo: [], issuers: [] });
  const document = { meta: plain, children: [paragraph('正文。')] };
  expect(docxText(write(document))).toEqual([
    plain.issuerMark,
    plain.title.replace('季度', '季度\n'),
    '正文。',
    '2024年10月18日',
  ]);
});

test('an empty table is its caption', () => {
  const empty = { ...longTable(0), header: [] };
  expect(
    docxText(write({ meta: bulletin.meta, children: [empty] })).filter((piece) => piece === empty.caption),
  ).toHaveLength(1);
});

test('a tree that no document can hold is not written', () => {
  const broken = { ...letter, meta: meta({ title: '督办\u0001通知' }) };
  expect(() => write(broken)).toThrow(
    'docx-unwritable-character title holds U+0001, which no document can hold (“督办�通知”)',
  );
});
