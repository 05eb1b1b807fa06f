/** Random Document trees of every node, for properties of writers. Tables cover each grid position once. */
import fc from 'fast-check';
import type { Annex, Block, Cell, Document, Inline, Meta, Row, Table } from '../../../src/document/tree.ts';
import { date, figure, meta } from '../sample-documents.ts';

/** What stands in names and reports, and what breaks markup. */
const characters = [
  '区',
  '财',
  '政',
  '局',
  '，',
  '。',
  '“',
  '〔',
  '5',
  'a',
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '$',
  '{',
  '}',
  '%',
  ' ',
];
const words = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), value: words, isStrong: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ type: 'lineBreak' as const }) },
);
const inlines = fc.array(inline, { maxLength: 4 });

const cellStyle = fc.constantFrom('plain', 'strong', 'muted', 'green', 'yellow', 'red');

/** Every row is one cell over all columns, or a cell a column; a first column may span two rows. */
const table: fc.Arbitrary<Table> = fc
  .record({
    caption: fc.oneof(fc.constant(''), words),
    columns: fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 5 }),
        align: fc.constantFrom('left', 'center', 'right'),
        kind: fc.constantFrom('text', 'number', 'code'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    isHeaded: fc.boolean(),
    kinds: fc.array(fc.constantFrom('plain', 'wide', 'tall'), { maxLength: 4 }),
    cells: fc.array(fc.tuple(fc.array(inlines, { maxLength: 2 }), cellStyle), { minLength: 30, maxLength: 30 }),
  })
  .map(({ caption, columns, isHeaded, kinds, cells }) => {
    let used = 0;
    const cell = (parts: Partial<Cell> = {}): Cell => {
      const [lines, style] = cells[used++ % cells.length] ?? [[], 'plain' as const];
      return { lines: lines.filter((line) => line.length > 0), columnSpan: 1, rowSpan: 1, style, ...parts };
    };
    const rowsOf = (kind: 'plain' | 'wide' | 'tall'): readonly Row[] => {
      if (kind === 'wide') return [{ cells: [cell({ columnSpan: columns.length })] }];
      if (kind === 'plain' || columns.length < 2) return [{ cells: columns.map(() => cell()) }];
      const rest = columns.slice(1);
      return [{ cells: [cell({ rowSpan: 2 }), ...rest.map(() => cell())] }, { cells: rest.map(() => cell()) }];
    };
    const header = isHeaded ? [{ cells: columns.map(() => cell()) }] : [];
    return { type: 'table', caption, columns, header, rows: kinds.flatMap(rowsOf) };
  });

const block: fc.Arbitrary<Exclude<Block, Annex>> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4), children: inlines }),
  fc.record({
    type: fc.constant('paragraph' as const),
    style: fc.constantFrom('body', 'plain', 'centered', 'right', 'note'),
    children: inlines,
  }),
  table,
  fc.record({ caption: fc.oneof(fc.constant(''), words), alt: words }).map((parts) => ({ ...figure, ...parts })),
  fc.record({ type: fc.constant('attachmentNote' as const), names: fc.array(words, { minLength: 1, maxLength: 3 }) }),
  fc.constant({ type: 'pageBreak' as const }),
);

const annex: fc.Arbitrary<Annex> = fc.record({
  type: fc.constant('annex' as const),
  number: fc.option(fc.integer({ min: 1, max: 9 })),
  title: words,
  orientation: fc.constantFrom('portrait', 'landscape'),
  children: fc.array(block, { maxLength: 3 }),
});

const optional = fc.oneof(fc.constant(''), words);
const names = fc.array(words, { maxLength: 3 });

const randomMeta: fc.Arbitrary<Meta> = fc
  .record({
    format: fc.constantFrom('official', 'letter', 'bulletin', 'table'),
    title: words,
    issuerMark: optional,
    documentNumber: fc.option(
      fc.record({ issuerCode: words, year: fc.constant(2024), serial: fc.option(fc.integer({ min: 1, max: 99 })) }),
    ),
    bulletinNumber: fc.option(fc.integer({ min: 1, max: 99 })),
    recipients: names,
    issuers: names,
    issuedOn: fc.option(fc.constant(date('2024-10-18'))),
    note: optional,
    copiedTo: names,
    printedBy: optional,
    copyNumber: optional,
    classification: optional,
    urgency: optional,
    signatories: names,
  })
  .map((parts) => meta(parts));

export const randomDocuments: fc.Arbitrary<Document> = fc
  .tuple(
    randomMeta,
    fc.array(fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: annex }), { maxLength: 8 }),
  )
  .map(([head, children]) => ({ meta: head, children }));
