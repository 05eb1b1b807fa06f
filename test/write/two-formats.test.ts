/** One paper, two formats: what a reader of the .docx and a reader of the .pdf of the sample's letters, report and reminders get, read from both files. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Document } from '../../src/document/tree.ts';
import { readZip } from '../../src/ooxml/zip.ts';
import { asArray, openPdf, type PdfDictionary, type PdfValue } from '../../src/write/pdf/reader/objects.ts';
import { pdfText, type PageText } from '../../src/write/pdf/reader/pdf-text.ts';
import { draftsOf, preparedSample, withoutSpace } from '../run/papers.ts';
import { docxText } from './docx/docx-text.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

type Both = {
  readonly path: string;
  readonly document: Document;
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
  readonly pages: readonly PageText[];
};

let papers: readonly Both[];
beforeAll(async () => {
  const prepared = await preparedSample('2024Q4');
  const { write } = prepared.writers;
  const made: Both[] = [];
  for (const { path, document } of draftsOf(prepared)) {
    const [docx, pdf] = [(await write.docx(document)).value, (await write.pdf(document)).value];
    if (docx === null || pdf === null) throw new Error(path);
    made.push({ path, document, docx, pdf, pages: pdfText(pdf) });
  }
  papers = made;
});

/** Papers of which the two formats differ in what is read from each. */
const differing = (docxSays: (paper: Both) => unknown, pdfSays: (paper: Both) => unknown) =>
  papers
    .map((paper) => ({ path: paper.path, docx: docxSays(paper), pdf: pdfSays(paper) }))
    .filter(({ docx, pdf }) => JSON.stringify(docx) !== JSON.stringify(pdf));

const part = ({ docx }: Both, name: string): string =>
  new TextDecoder().decode(readZip(docx).value.get(`word/${name}`) ?? new Uint8Array());

describe('letter, report and reminder', () => {
  test('are the 44 of the sample', () => {
    expect(papers.length).toBe(44);
  });

  test('have no page with only 抄送, a signature, a note or 附件说明', () => {
    const closing = [
      /^—\d+—$/u,
      /^抄送：/u,
      /^附件：/u,
      /^\d\.(?:承担任务情况表|整改反馈表|共性任务清单|问题任务清单|责任分解任务工作台账|考核得分汇总表)$/u,
      /^（联系人：/u,
      /^\d*年\d*月\d*日(?:印发)?$/u,
      /^XX区纪委监委/u,
      /^注：/u,
    ];
    const alone = papers.flatMap((paper) =>
      linesOn(paper).flatMap((lines, index) =>
        lines.some((line) => closing.every((pattern) => !pattern.test(line))) ? [] : [`${paper.path} ${index + 1}`],
      ),
    );
    expect(alone).toEqual([]);
  });

  test('have a title of their own and the day of their figures in their properties, the same in both', () => {
    const core = ({ docx }: Both): string =>
      new TextDecoder().decode(readZip(docx).value.get('docProps/core.xml') ?? new Uint8Array());
    const titles = papers.map((paper) => /<dc:title>(.*?)<\/dc:title>/u.exec(core(paper))?.[1] ?? '');
    expect(new Set(titles).size).toBe(papers.length);
    expect(titles.filter((title) => !/^关于.+的(?:督办通知|通报|催办通知)/u.test(title))).toEqual([]);
    for (const [index, paper] of papers.entries()) {
      const days = [...core(paper).matchAll(/<dcterms:\w+ [^>]*>([^<]*)</gu)].map(([, day]) => day);
      expect(days).toEqual(['2024-12-31T00:00:00Z', '2024-12-31T00:00:00Z']);
      const xmp = Buffer.from(paper.pdf).toString('utf8');
      expect(/<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/su.exec(xmp)?.[1]).toBe(titles[index]);
      expect(/<xmp:CreateDate>(\d{4}-\d\d-\d\d)/u.exec(xmp)?.[1]).toBe('2024-12-31');
    }
  });

  test('break their titles at the same places', () => {
    const titlesIn = (paper: Both): readonly string[] =>
      [
        ...part(paper, 'document.xml').matchAll(/<w:pStyle w:val="(?:DocumentTitle|AnnexTitle)"\/>(.*?)<\/w:p>/gsu),
      ].flatMap(([, xml = '']) => xml.split('<w:br/>').map((line) => withoutSpace([line.replaceAll(/<[^>]*>/gu, '')])));
    const linesIn = (paper: Both): readonly string[] => linesOn(paper).flat();
    expect(papers.every((paper) => titlesIn(paper).length >= 1)).toBe(true);
    expect(papers.flatMap((paper) => titlesIn(paper).filter((line) => !linesIn(paper).includes(line)))).toEqual([]);
  });

  test('have one red, and the same shades in their cells', () => {
    const docxColours = (paper: Both) => {
      const xml = ['document.xml', 'styles.xml'].map((name) => part(paper, name));
      const used = new Set([...(xml[0] ?? '').matchAll(/<w:pStyle w:val="(\w+)"/gu)].map(([, id]) => id));
      const styles = (xml[1] ?? '')
        .split('<w:style ')
        .filter((style) => used.has(/w:styleId="(\w+)"/u.exec(style)?.[1]));
      const all = [xml[0] ?? '', ...styles].join('');
      return coloured([...all.matchAll(/(?:color|fill|val)="([0-9A-F]{6})"/gu)].map(([, colour = '']) => colour));
    };
    // A chart is drawn in the one and a picture in the other.
    const bare = papers.filter(({ document }) => !document.children.some(({ type }) => type === 'figure'));
    const pdfColours = ({ pdf }: Both) =>
      coloured(
        contentsOf(pdf).flatMap((content) =>
          [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)$/gmu)].map(([, ...parts]) => hex(parts)),
        ),
      );
    expect(bare.length).toBe(43);
    for (const paper of bare) expect([paper.path, pdfColours(paper)]).toEqual([paper.path, docxColours(paper)]);
    const strong = new Set(bare.flatMap(pdfColours).filter((colour) => colour.startsWith('FF3')));
    expect([...strong]).toEqual(['FF3333']);
  });

  test('have sheets of the same size in the same order, and text within the same margins', () => {
    const sectionsOf = (paper: Both) =>
      [...part(paper, 'document.xml').matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*>\s*<w:pgMar ([^>]*)>/gu)].map(
        ([, width, height, margins = '']) => {
          const of = (side: string): number => Number(new RegExp(`w:${side}="(\\d+)"`, 'u').exec(margins)?.[1]) / 20;
          return { width: Number(width) / 20, height: Number(height) / 20, left: of('left'), right: of('right') };
        },
      );
    const turns = (sheets: readonly { readonly width: number; readonly height: number }[]): readonly string[] =>
      sheets
        .map(({ width, height }) => `${Math.round(width)}×${Math.round(height)}`)
        .filter((size, index, all) => size !== all[index - 1]);
    expect(
      differing(
        (paper) => turns(sectionsOf(paper)),
        (paper) => turns(paper.pages),
      ),
    ).toEqual([]);
    for (const paper of papers) {
      const upright = sectionsOf(paper).find(({ width, height }) => width < height);
      const [page] = paper.pages.slice(1).filter(({ width, height }) => width < height);
      const body = page?.runs.filter(({ y }) => y > 110) ?? [];
      const { left = 0, right = 0, width = 0 } = upright ?? {};
      // Hanging stops may reach into the right margin by less than a character.
      expect(Math.min(...body.map(({ x }) => x))).toBeGreaterThanOrEqual(left - 0.5);
      expect(Math.max(...body.map(({ x, width: long }) => x + long))).toBeLessThanOrEqual(width - right + 16);
    }
  });

  test('say the same in the same order: head, title, recipients, headings, signature, annexes, colophon', () => {
    const landmarksOf = ({ document: { meta, children } }: Both): readonly string[] =>
      [
        meta.title,
        ...meta.recipients,
        ...children.flatMap((block) => (block.type === 'heading' ? [JSON.stringify(block.children)] : [])),
        ...(children.some(({ type }) => type === 'attachmentNote') ? ['附件：'] : []),
        '联系人：',
        ...children.flatMap((block) => (block.type === 'annex' ? [block.title] : [])),
        ...(meta.copiedTo.length > 0 ? ['抄送：'] : []),
      ].map((text) => withoutSpace([/"value":"([^"]+)"/u.exec(text)?.[1] ?? text]));
    const orderIn = (text: string, landmarks: readonly string[]): readonly string[] => {
      let at = 0;
      return landmarks.filter((mark) => {
        const found = text.indexOf(mark, at);
        at = found === -1 ? at : found + mark.length;
        return found !== -1;
      });
    };
    for (const paper of papers) {
      const landmarks = landmarksOf(paper);
      const texts = [docxText(paper.docx), paper.pages.flatMap(({ runs }) => runs.map(({ text }) => text))].map(
        withoutSpace,
      );
      expect([paper.path, ...texts.map((text) => orderIn(text, landmarks))]).toEqual([
        paper.path,
        landmarks,
        landmarks,
      ]);
    }
  });
});

/** What stands on one baseline of a page is a line. */
function linesOn({ pages }: Both): readonly (readonly string[])[] {
  return pages.map(({ runs }) => {
    const lines = new Map<number, string>();
    for (const { text, y } of runs) lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + text);
    return [...lines.values()].map((line) => withoutSpace([line]));
  });
}

/** Colours in order, without black, white and greys. */
function coloured(colours: readonly string[]): readonly string[] {
  return [...new Set(colours)].filter((each) => !/^(..)\1\1$/u.test(each) && each !== '000000').toSorted();
}

function hex(parts: readonly string[]): string {
  return parts
    .map((each) =>
      Math.round(Number(each) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

function contentsOf(bytes: Uint8Array): readonly string[] {
  const file = openPdf(bytes);
  const below = (node: PdfValue | undefined): readonly PdfDictionary[] => {
    const dictionary = file.dictionary(node);
    const kids = dictionary.get('Kids');
    return kids === undefined ? [dictionary] : asArray(file.resolve(kids)).flatMap(below);
  };
  return below(file.dictionary(file.trailer.get('Root')).get('Pages')).map((page) => file.stream(page.get('Contents')));
}
