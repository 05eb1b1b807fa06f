import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { documentText } from '../../../src/document/text.ts';
import { asArray, openPdf } from '../../../src/write/pdf/reader/objects.ts';
import { pdfText } from '../../../src/write/pdf/reader/pdf-text.ts';
import {
  isSkipped,
  missing,
  popplerFonts,
  popplerInfo,
  popplerText,
  popplerTexts,
  preflight,
  qpdfProblems,
  withPdfs,
} from '../../pdf-tools.ts';
import { letter, meta, paragraph, sampleDocuments, tablePaper } from '../sample-documents.ts';
import { pdfOf, tableMeta } from './shipped.ts';

const awkward: Document = {
  meta: meta({
    title: '关于<动态>管理 & 备案“审查”的通知𠮷>',
    issuers: ['张镕喆 & 赵翀<办>'],
    documentNumber: { issuerCode: '临督&', year: 2024, serial: 7 },
    copiedTo: [],
  }),
  children: [paragraph('名字：镕堃喆昇珺玥翀祎赟旻垚瑄芃，面积12㎡，𠮷野，①★〇—～·。'), paragraph('复合字形：´−∕。')],
};

const papers: Readonly<Record<string, Document>> = { ...sampleDocuments, awkward };

const made = Promise.all(Object.entries(papers).map(async ([name, paper]) => [name, await pdfOf(paper)] as const));

async function allPdfs(): Promise<Readonly<Record<string, Uint8Array>>> {
  return Object.fromEntries(await made);
}

/** White space as a reader of PDF gives it differs from the tree's. */
const words = (text: string): string => text.replaceAll(/\s/gu, '');

describe('outside readers', () => {
  test.skipIf(isSkipped(missing.preflight))('Preflight calls every kind of paper valid PDF/A-1b', async () => {
    withPdfs(await allPdfs(), (folder) => {
      const { valid, output } = preflight(folder);
      if (valid.length < Object.keys(papers).length) console.log(output);
      expect(valid).toStrictEqual(
        Object.keys(papers)
          .map((name) => `${name}.pdf`)
          .toSorted(),
      );
    });
  });

  test.skipIf(isSkipped(missing.qpdf))('qpdf finds no fault in any kind of paper', async () => {
    withPdfs(await allPdfs(), (folder) => {
      const files = Object.keys(papers).map((name) => path.join(folder, `${name}.pdf`));
      expect(qpdfProblems(files)).toEqual(files.map(() => ''));
    });
  });

  test.skipIf(isSkipped(missing.pdftotext))('poppler reads every piece of every paper', async () => {
    withPdfs(await allPdfs(), (folder) => {
      const texts = popplerTexts(Object.keys(papers).map((name) => path.join(folder, `${name}.pdf`)));
      for (const [at, paper] of Object.values(papers).entries()) {
        const read = words(texts[at] ?? '');
        // Cells of a row that is split, and pieces over page ends, are in the page's order: look for their beginnings.
        for (const piece of documentText(paper)) expect(read).toContain(words(piece).slice(0, 8));
      }
    });
  });

  test.skipIf(isSkipped(missing.pdftotext))('poppler reads a paper of one page as the tree says it', async () => {
    withPdfs({ awkward: await pdfOf(awkward) }, (folder) => {
      const read = words(popplerText(path.join(folder, 'awkward.pdf')));
      expect(read).toContain(words(documentText(awkward).slice(-5, -4).join('')));
      expect(read).toContain('名字：镕堃喆昇珺玥翀祎赟旻垚瑄芃，面积12㎡，𠮷野，①★〇—～·。');
    });
  });

  test.skipIf(isSkipped(missing.pdffonts))('every face is embedded, as a subset, with a ToUnicode map', async () => {
    withPdfs({ letter: await pdfOf(letter) }, (folder) => {
      const fonts = popplerFonts([path.join(folder, 'letter.pdf')]);
      expect(fonts.length).toBeGreaterThan(3);
      for (const font of fonts) expect(font).toMatch(/yes yes yes/);
    });
  });
});

test('CIDSet names every glyph of an embedded font, the parts of compound ones too', async () => {
  const file = openPdf(await pdfOf({ meta: tableMeta({ title: '题' }), children: [paragraph('´−∕㎡')] }));
  const root = file.dictionary(file.trailer.get('Root'));
  const [page] = asArray(file.resolve(file.dictionary(root.get('Pages')).get('Kids')));
  const fonts = file.dictionary(file.dictionary(file.dictionary(page).get('Resources')).get('Font'));
  const counts = [...fonts.values()].map((font) => {
    const [descendant] = asArray(file.resolve(file.dictionary(font).get('DescendantFonts')));
    const descriptor = file.dictionary(file.dictionary(descendant).get('FontDescriptor'));
    const named = Array.from(file.stream(descriptor.get('CIDSet')), (byte) => byte.charCodeAt(0).toString(2)).join('');
    const program = descriptor.get('FontFile2');
    return program === undefined ? null : [named.replaceAll('0', '').length, glyphCount(file.stream(program))];
  });
  const [trueType] = counts.filter((count) => count !== null);
  expect(trueType?.[0]).toBe(trueType?.[1]);
  // .notdef, four characters and the parts of three of them.
  expect(trueType?.[1]).toBeGreaterThan(5);
});

/** numGlyphs of the table maxp. */
function glyphCount(program: string): number {
  const bytes = Buffer.from(program, 'latin1');
  const record = bytes.indexOf('maxp');
  return bytes.readUInt16BE(bytes.readUInt32BE(record + 8) + 4);
}

describe('metadata', () => {
  test.skipIf(isSkipped(missing.pdftotext))(
    'title, issuer, number and date survive &, < and rare characters',
    async () => {
      withPdfs({ awkward: await pdfOf(awkward) }, (folder) => {
        const info = popplerInfo(path.join(folder, 'awkward.pdf'));
        expect(info).toContain('Title:           关于<动态>管理 & 备案“审查”的通知𠮷>（区发展和改革委员会）');
        expect(info).toContain('Author:          张镕喆 & 赵翀<办>');
        expect(info).toContain('Subject:         临督&〔2024〕7号');
        expect(info).toMatch(/CreationDate: {4}Fri Oct 18 .*2024/);
      });
    },
  );

  test('the XMP packet escapes what XML must and claims 1b', async () => {
    const xmp = Buffer.from(await pdfOf(awkward)).toString('utf8');
    expect(xmp).toContain(
      '<rdf:li xml:lang="x-default">关于&lt;动态&gt;管理 &amp; 备案“审查”的通知𠮷&gt;（区发展和改革委员会）</rdf:li>',
    );
    expect(xmp).toContain('<rdf:li>张镕喆 &amp; 赵翀&lt;办&gt;</rdf:li>');
    expect(xmp).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(xmp).toContain('<xmp:CreateDate>2024-10-18T00:00:00Z</xmp:CreateDate>');
    expect(xmp).toContain('/Lang (zh-CN)');
  });

  test('a draft is dated with the day of its figures, and carries its number without the blank', async () => {
    const draft: Document = {
      meta: meta({ issuedOn: null, documentNumber: { issuerCode: '临督', year: 2024, serial: null } }),
      children: [],
    };
    const xmp = Buffer.from(await pdfOf(draft)).toString('utf8');
    expect(xmp).toContain('<xmp:CreateDate>2024-09-30T00:00:00Z</xmp:CreateDate>');
    expect(xmp).toContain('临督〔2024〕号');
  });
});

describe('the same bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('in three time zones', async () => {
    const letters: Buffer[] = [];
    for (const each of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env['TZ'] = each;
      letters.push(Buffer.from(await pdfOf(letter)));
    }
    expect(letters[1]?.equals(letters[0] ?? Buffer.alloc(0))).toBe(true);
    expect(letters[2]?.equals(letters[0] ?? Buffer.alloc(0))).toBe(true);
  });

  test('whatever was written before, and side by side', async () => {
    const alike = (text: string): Document => ({ meta: tableMeta(), children: [paragraph(text)] });
    // A hard space and a space, and both kinds of long dash, may share a glyph.
    const first = Buffer.from(await pdfOf(alike('甲 乙—丙')));
    await pdfOf(alike('甲\u00a0乙―丙'));
    const [again, table] = await Promise.all([pdfOf(alike('甲 乙—丙')), pdfOf(tablePaper)]);
    expect(Buffer.from(again).equals(first)).toBe(true);
    expect(Buffer.from(await pdfOf(tablePaper)).equals(Buffer.from(table))).toBe(true);
  });

  test('and characters drawn alike stay apart in the text', async () => {
    const pages = pdfText(await pdfOf({ meta: tableMeta(), children: [paragraph('甲 乙\u00a0丙')] }));
    expect(pages[0]?.runs.map((run) => run.text)).toContain('甲 乙\u00a0丙');
  });
});
