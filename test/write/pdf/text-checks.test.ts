import { describe, expect, test } from 'vitest';
import { documentText } from '../../../src/document/text.ts';
import type { Document } from '../../../src/document/tree.ts';
import { wordMessage, wordText } from '../../../src/message/wording/word.ts';
import { piecesOf } from '../../../src/write/pdf/pieces.ts';
import { pdfText } from '../../../src/write/pdf/reader/pdf-text.ts';
import { readToUnicode } from '../../../src/write/pdf/reader/to-unicode.ts';
import { reconcile } from '../../../src/write/pdf/reconcile.ts';
import { figure, letter, meta, paragraph, row, sampleDocuments, tablePaper, taskTable } from '../sample-documents.ts';
import { pagesOf, pdfOf, pdfWriter, tableMeta } from './shipped.ts';

describe('characters that no face has', () => {
  const strange: Document = {
    meta: tableMeta({ title: '考核表\u{e000}' }),
    children: [
      { ...taskTable, caption: '任务表', header: [], rows: [row('1', '甲', '乙', '丙', '😀笑', '丁')] },
      paragraph('正文里的\u{31350}字。'),
    ],
  };

  test('each is an error with its code and place, all at once, and nothing is written', async () => {
    const { value, messages } = await pdfWriter.write(strange);
    expect(value.length).toBe(0);
    expect(messages.map((each) => wordMessage(each, 'zh'))).toStrictEqual([
      '错误 glyph-missing 文件头部“考核表\u{e000}”中的“\u{e000}”（U+E000）在所有字体中都没有；请换用其他写法，或在 office.yaml 的 fonts 中配置含有该字的 fallback 字体',
      '错误 glyph-missing 表《任务表》第 1 行第 5 格“😀笑”中的“😀”（U+1F600）在所有字体中都没有；请换用其他写法，或在 office.yaml 的 fonts 中配置含有该字的 fallback 字体',
      '错误 glyph-missing 正文“正文里的\u{31350}字。”中的“\u{31350}”（U+31350）在所有字体中都没有；请换用其他写法，或在 office.yaml 的 fonts 中配置含有该字的 fallback 字体',
    ]);
    expect(pdfWriter.missingGlyphs(strange)).toStrictEqual(messages);
    expect(wordText(messages[1] ?? messages[0]!, 'en')).toContain(
      'table “任务表” row 1, cell 5: no face has “😀” (U+1F600)',
    );
  });

  test('blanks of unusual widths need no face', async () => {
    const { messages } = await pdfWriter.write({
      meta: tableMeta(),
      children: [paragraph('甲\u2003乙\u2009丙\ufeff丁')],
    });
    expect(messages).toStrictEqual([]);
  });
});

describe('the finished file against the paper', () => {
  test.each(Object.entries(sampleDocuments))('%s says exactly what its tree says', async (_, document) => {
    const bytes = await pdfOf(document);
    expect(reconcile(bytes, pagesOf(document), piecesOf(document))).toStrictEqual([]);
  });

  test('the pieces are those of document/text.ts', () => {
    for (const document of Object.values(sampleDocuments))
      expect(piecesOf(document).texts).toStrictEqual(documentText(document));
  });

  test('a word lost in a cell is told with table, row and cell', async () => {
    const said: Document = {
      meta: tableMeta(),
      children: [{ ...taskTable, caption: '清单', header: [], rows: [row('1', '甲乙丙')] }],
    };
    const meant: Document = {
      meta: tableMeta(),
      children: [{ ...taskTable, caption: '清单', header: [], rows: [row('1', '甲乙丁丙')] }],
    };
    const messages = reconcile(await pdfOf(said), pagesOf(meant), piecesOf(meant));
    expect(messages.map((each) => wordMessage(each, 'zh'))).toStrictEqual([
      '错误 pdf-text-differs 表《清单》第 1 行第 2 格：PDF 中的文字与原文不符，原文“甲乙丁丙”，PDF 中为“甲乙丙”；未写出该文件，请报告此问题',
    ]);
    expect(wordText(messages[0]!, 'en')).toContain(
      'table “清单” row 1, cell 2: the PDF does not say what the paper says',
    );
  });

  test('a page too many, and words that nobody planned, are told', async () => {
    const two: Document = { meta: tableMeta(), children: [paragraph('一'), { type: 'pageBreak' }, paragraph('二')] };
    const one: Document = { meta: tableMeta(), children: [paragraph('一')] };
    const messages = reconcile(await pdfOf(two), pagesOf(one), piecesOf(one));
    expect(messages.map((each) => each.code)).toContain('pdf-text-differs');
    expect(wordText(messages[0]!, 'zh')).toContain('正文：PDF 中的文字与原文不符');
  });

  test('bytes that cannot be read are told', async () => {
    const bytes = await pdfOf(letter);
    const messages = reconcile(bytes.slice(0, bytes.length - 40), pagesOf(letter), piecesOf(letter));
    expect(wordText(messages[0]!, 'zh')).toBe(
      '生成的 PDF 无法读回核对（no cross-reference table）；未写出该文件，请报告此问题',
    );
  });

  test('a byte changed in a compressed stream is found', async () => {
    const bytes = Buffer.from(await pdfOf(tablePaper));
    const stream = bytes.indexOf('stream\n') + 7;
    bytes[stream + 40] = (bytes[stream + 40] ?? 0) ^ 0xff;
    expect(reconcile(bytes, pagesOf(tablePaper), piecesOf(tablePaper)).length).toBeGreaterThan(0);
  });
});

describe('reading a PDF back', () => {
  test('the text of a landscape table comes out page by page, with its place', async () => {
    const pages = pdfText(await pdfOf(tablePaper));
    expect(pages.length).toBe(3);
    expect(pages[0]?.width).toBeGreaterThan(pages[0]?.height ?? 0);
    expect(pages[0]?.runs[0]?.text).toBe('临江区2024年第三季度督查考核评分汇总表');
  });

  test('ToUnicode maps of all three shapes are read', () => {
    const map = readToUnicode(
      '1 beginbfrange\n<0000> <0001> [<0000> <D842 DFB7>]\n<0010> <0012> <4E00>\nendbfrange\n1 beginbfchar\n<0020> <5B57>\nendbfchar',
    );
    expect([map.get(1), map.get(0x12), map.get(0x20)]).toStrictEqual(['𠮷', '丂', '字']);
  });
});

describe('figures', () => {
  test('a figure is drawn without pixels, and its letters are set in the faces that the paper has', async () => {
    const svg = figure.svg.replace(
      '</svg>',
      '<line x1="0" y1="150" x2="480" y2="150" stroke="#8c959f" stroke-width="1"/>' +
        '<text x="240" y="20" text-anchor="middle" font-size="11" fill="#1f2328">区财政局&amp;3</text></svg>',
    );
    const [plain, lettered] = [
      await pdfOf({ meta: meta(), children: [paragraph('见下图。'), figure] }),
      await pdfOf({ meta: meta(), children: [paragraph('见下图。'), { ...figure, svg }] }),
    ];
    expect(Buffer.from(lettered).toString('latin1')).not.toContain('/Subtype /Image');
    expect(pdfText(lettered).flatMap(({ runs }) => runs.map(({ text }) => text))).toContain('区财政局&3');
    // As outlines the letters of one chart took two hundred kilobytes.
    expect(lettered.length).toBeLessThan(plain.length + 3000);
  });

  test.each([
    ['of curves', '<svg width="9" height="9"><path d="M0,0L9,9"/></svg>'],
    ['without a width', '<svg><rect width="9" height="9" fill="#000000"/></svg>'],
    ['that is no XML', '<svg width="9" height="9"><rect'],
  ])('a figure %s is refused by name', async (_, svg) => {
    const { value, messages } = await pdfWriter.write({ meta: meta(), children: [{ ...figure, svg }] });
    expect(value.length).toBe(0);
    expect(messages.map((each) => wordText(each, 'zh'))).toStrictEqual([
      `图“${figure.alt}”不是由矩形、直线和文字组成的 SVG，无法画进 PDF；请重新生成该图`,
    ]);
  });
});
