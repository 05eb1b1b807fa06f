import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText } from '../../../src/document/text.ts';
import type { Annex, Block, Cell, Document, Inline, Meta, Row, Table } from '../../../src/document/tree.ts';
import { docxText } from './docx-text.ts';
import { documentProblems } from '../../../src/write/docx/problems.ts';
import { readZip } from '../../../src/ooxml/zip.ts';
import { date, figure, meta } from '../sample-documents.ts';
import { sampleWriter } from './sample-writer.ts';
import { runs } from '../../long.ts';

const { value: write } = sampleWriter();

const words = fc
  .array(
    fc.constantFrom(
      '督办',
      '&',
      '<b>',
      '"',
      "'",
      ']]>',
      '&amp;',
      '𠮷',
      '　',
      ' ',
      '“三公”',
      '63%~68%',
      '2024',
      '—',
      '…',
      '〔5〕',
      'x',
      '</w:t>',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const name = words.filter((text) => text.trim() !== '');
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), value: words, isStrong: fc.boolean() }),
  fc.constant({ type: 'lineBreak' as const }),
);
const inlines = fc.array(inline, { maxLength: 4 });
const cellOf = (columnSpan: number, rowSpan: number): fc.Arbitrary<Cell> =>
  fc.record({
    lines: fc.array(inlines, { maxLength: 3 }),
    columnSpan: fc.constant(columnSpan),
    rowSpan: fc.constant(rowSpan),
    style: fc.constantFrom('plain', 'strong', 'muted', 'green', 'yellow', 'red'),
  });
/** Rows of a grid that is cut into rectangles: bands of rows, each cut into runs of columns. */
const rowsOf = (columns: number): fc.Arbitrary<readonly Row[]> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: columns }),
      ),
      { maxLength: 4 },
    )
    .chain((bands) =>
      fc.tuple(
        ...bands.map(([height, cuts]) => {
          const spans: number[] = [];
          let left = columns;
          for (const cut of [...cuts, columns]) {
            const span = Math.min(cut, left);
            if (span > 0) spans.push(span);
            left -= span;
          }
          return fc
            .tuple(...spans.map((span) => cellOf(span, height)))
            .map((cells): readonly Row[] => [{ cells }, ...Array.from({ length: height - 1 }, () => ({ cells: [] }))]);
        }),
      ),
    )
    .map((bands) => bands.flat());
const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    type: fc.constant('table' as const),
    caption: words,
    columns: fc.array(
      fc.record({
        share: fc.double({ min: 0.1, max: 9, noNaN: true }),
        align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
        kind: fc.constantFrom('text' as const, 'number' as const, 'code' as const),
      }),
      { minLength: count, maxLength: count },
    ),
    header: rowsOf(count),
    rows: rowsOf(count),
  }),
);
const block: fc.Arbitrary<Exclude<Block, Annex>> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    children: inlines,
  }),
  fc.record({
    type: fc.constant('paragraph' as const),
    style: fc.constantFrom('body' as const, 'plain' as const, 'centered' as const, 'right' as const, 'note' as const),
    children: inlines,
  }),
  table,
  fc.record({ caption: words, alt: words }).map((parts) => ({ ...figure, ...parts })),
  fc.record({ type: fc.constant('attachmentNote' as const), names: fc.array(name, { minLength: 1, maxLength: 12 }) }),
  fc.constant({ type: 'pageBreak' as const }),
);
const orientation = fc.constantFrom('portrait' as const, 'landscape' as const);
const annex: fc.Arbitrary<Annex> = fc.record({
  type: fc.constant('annex' as const),
  number: fc.option(fc.integer({ min: 1, max: 30 })),
  title: words,
  orientation,
  children: fc.array(block, { maxLength: 3 }),
});
const facts: fc.Arbitrary<Meta> = fc.record({
  format: fc.constantFrom('official', 'letter', 'bulletin', 'table'),
  orientation,
  title: words,
  issuerMark: words,
  documentNumber: fc.option(
    fc.record({ issuerCode: name, year: fc.constant(2024), serial: fc.option(fc.integer({ min: 1, max: 999 })) }),
  ),
  bulletinNumber: fc.option(fc.integer({ min: 1, max: 99 })),
  recipients: fc.array(name, { maxLength: 9 }),
  issuers: fc.array(name, { maxLength: 7 }),
  issuedOn: fc.option(fc.constantFrom(date('2024-10-18'), date('2025-01-02'))),
  asOf: fc.constant(date('2024-09-30')),
  isSealed: fc.boolean(),
  note: words,
  copiedTo: fc.array(name, { maxLength: 9 }),
  printedBy: words,
  copyNumber: words,
  classification: words,
  urgency: words,
  signatories: fc.array(name, { maxLength: 5 }),
});
/** A table paper has no head (tree.ts). */
const paper: fc.Arbitrary<Document> = fc
  .record({ meta: facts, children: fc.array(fc.oneof(block, annex), { maxLength: 6 }) })
  .map((document) =>
    document.meta.format === 'table' ? { ...document, meta: { ...document.meta, issuerMark: '' } } : document,
  );

const bare = (pieces: readonly string[]): string => pieces.join('').replaceAll(/\s/gu, '');

test('every tree goes through: the zip opens, the package is sound, the text is the tree’s', () => {
  fc.assert(
    fc.property(paper, (document) => {
      expect(documentProblems(document, null)).toEqual([]);
      const bytes = write(document);
      expect(readZip(bytes).messages).toEqual([]);
      expect(bare(docxText(bytes))).toBe(bare(documentText(document)));
    }),
    runs(30),
  );
});

test('any text is either written whole or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (value) => {
      const document: Document = {
        meta: meta({ note: '' }),
        children: [{ type: 'paragraph', style: 'body', children: [{ type: 'text', value, isStrong: false }] }],
      };
      if (documentProblems(document, null).length > 0) return;
      expect(bare(docxText(write(document)))).toBe(bare(documentText(document)));
    }),
    runs(30),
  );
});
