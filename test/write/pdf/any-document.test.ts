import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText } from '../../../src/document/text.ts';
import type { Annex, Block, Document, Meta } from '../../../src/document/tree.ts';
import { pdfText, type PageText } from '../../../src/write/pdf/reader/pdf-text.ts';
import {
  bulletin,
  figure,
  heading,
  letter,
  longTable,
  markedLetter,
  meta,
  paragraph,
  report,
  taskTable,
  text,
  upwardReport,
} from '../sample-documents.ts';
import { pdfOf } from './shipped.ts';
import { runs } from '../../long.ts';

/** Words of officials' Chinese, with the marks and letters that line breaking has rules for. */
const words = fc
  .array(fc.constantFrom(...'责任落实镕𠮷喆，。“”《》（）—～·2024Q3% '.split(/(?:)/u)), { minLength: 1, maxLength: 40 })
  .map((letters) => `文${letters.join('')}`);
const maybe = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), arbitrary);
const names = (maxLength: number): fc.Arbitrary<readonly string[]> => fc.array(words, { maxLength });

const metas: fc.Arbitrary<Meta> = fc.record({
  format: fc.constantFrom('official', 'letter', 'bulletin', 'table'),
  orientation: fc.constant('portrait'),
  title: words,
  issuerMark: maybe(words),
  documentNumber: fc.constantFrom(
    null,
    { issuerCode: '临督', year: 2024, serial: null },
    { issuerCode: '临督', year: 2024, serial: 5 },
  ),
  bulletinNumber: fc.option(fc.integer({ min: 1, max: 99 })),
  recipients: names(3),
  issuers: names(3),
  issuedOn: fc.constantFrom(null, meta().issuedOn),
  asOf: fc.constant(meta().asOf),
  isSealed: fc.boolean(),
  note: maybe(words),
  copiedTo: names(12),
  printedBy: maybe(words),
  copyNumber: fc.constantFrom('', '000001'),
  classification: fc.constantFrom('', '机密★1年'),
  urgency: fc.constantFrom('', '特急'),
  signatories: names(4),
});

const blocks: fc.Arbitrary<Exclude<Block, Annex>> = fc.oneof(
  words.map((value) => paragraph(value.repeat(6)) as Exclude<Block, Annex>),
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4), words)
    .map(([level, value]) => heading(level as 1, value) as Exclude<Block, Annex>),
  fc.constantFrom('body', 'plain', 'centered', 'right', 'note').map((style) => ({
    type: 'paragraph' as const,
    style: style as 'body',
    children: [text('甲'), { type: 'lineBreak' as const }, text('强调', true)],
  })),
  fc.constant(taskTable),
  fc.constant(longTable(12)),
  fc.constant(figure),
  fc.constant({ type: 'pageBreak' as const }),
  fc.array(words, { minLength: 1, maxLength: 11 }).map((each) => ({ type: 'attachmentNote' as const, names: each })),
);

const annexes: fc.Arbitrary<Annex> = fc.record({
  type: fc.constant('annex'),
  number: fc.option(fc.integer({ min: 1, max: 12 })),
  title: words,
  orientation: fc.constantFrom('portrait', 'landscape'),
  children: fc.array(blocks, { maxLength: 3 }),
});

const documents: fc.Arbitrary<Document> = fc.record({
  meta: metas,
  children: fc
    .tuple(fc.array(blocks, { maxLength: 6 }), fc.array(annexes, { maxLength: 2 }))
    .map(([body, after]) => [...body, ...after]),
});

const bare = (pieces: readonly string[]): string => pieces.join('').replaceAll(/\s/gu, '');

test('every document becomes a PDF that says all of it, nothing off the page or over other text', async () => {
  const property = fc.asyncProperty(documents, async (document) => {
    // pdfOf fails for a message, and the writer compares the file with the tree, piece by piece.
    const pages = pdfText(await pdfOf(document));
    const read = new Set(bare(pages.flatMap((page) => page.runs.map((run) => run.text))));
    for (const letter of bare(documentText(document))) expect(read.has(letter)).toBe(true);
    for (const page of pages) {
      expect(clash(page)).toBe(null);
      for (const run of page.runs) {
        expect(run.x).toBeGreaterThan(20);
        expect(run.x + run.width).toBeLessThan(page.width - 20);
        expect(run.y).toBeGreaterThan(20);
        expect(run.y).toBeLessThan(page.height - 20);
      }
    }
  });
  await fc.assert(property, runs(8));
});

test.each([
  ['a letter', letter],
  ['a letter with marks', markedLetter],
  ['a report', report],
  ['an upward report', upwardReport],
  ['a bulletin', bulletin],
])('%s draws no text over other text', async (_, document) => {
  for (const page of pdfText(await pdfOf(document))) expect(clash(page)).toBe(null);
});

/** Two texts of a page that lie on one another. */
function clash(page: PageText): readonly string[] | null {
  const seen = page.runs.filter((run) => run.text.trim() !== '');
  for (const [index, run] of seen.entries()) {
    const other = seen.slice(index + 1).find((each) => {
      const sideways = Math.min(run.x + run.width, each.x + each.width) - Math.max(run.x, each.x);
      return Math.abs(run.y - each.y) < 5 && sideways > 1;
    });
    if (other !== undefined) return [run.text, other.text];
  }
  return null;
}
