/** No page holds only signature, note, colophon or 附件说明: wherever the text ends, some of it stands with them. */
import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../src/document/tree.ts';
import { piecesOf } from '../../../src/write/pdf/pieces.ts';
import { longTable, meta, paragraph } from '../sample-documents.ts';
import { linesOf, pagesOf, textItems } from './shipped.ts';

const sentence = '各单位要高度重视。';
const note: Block = { type: 'attachmentNote', names: ['任务清单', '整改反馈表'] };
const annexOf = (orientation: 'portrait' | 'landscape', rows: number): Block => ({
  type: 'annex',
  number: 1,
  title: '任务清单',
  orientation,
  children: [longTable(rows)],
});

const shapes: Readonly<Record<string, (size: number) => readonly Block[]>> = {
  'a paragraph': (size) => [paragraph(sentence.repeat(40 + 3 * size))],
  'short paragraphs': (size) => Array.from({ length: 8 + size }, () => paragraph(sentence)),
  'a paragraph and 附件说明': (size) => [paragraph(sentence.repeat(30 + 3 * size)), note],
  'a table': (size) => [paragraph(sentence), longTable(size)],
  'a table and 附件说明': (size) => [paragraph(sentence), longTable(size), note],
  'an upright annex': (size) => [paragraph(sentence), note, annexOf('portrait', size)],
  'an annex that lies across': (size) => [paragraph(sentence), note, annexOf('landscape', size)],
};

/** Pages on which nothing stands but what closes the paper. */
function closingPages(document: Document): readonly number[] {
  const { number, placeOf } = piecesOf(document);
  const notes = document.children.flatMap((block, index) => (block.type === 'attachmentNote' ? [`${index}`] : []));
  const noteNumbers = new Set(notes.flatMap((key) => [number(`${key}/0`), number(`${key}/1`)]));
  return pagesOf(document).flatMap((page, index) => {
    const pieces = textItems(page).flatMap(({ piece }) => (piece === null ? [] : [piece]));
    const isBody = (piece: number): boolean => placeOf(piece).kind !== 'foot' && !noteNumbers.has(piece);
    return pieces.some(isBody) ? [] : [index + 1];
  });
}

describe.each(['letter', 'official'] as const)('%s', (format) => {
  test.each(Object.keys(shapes))('ends with %s', (shape) => {
    const pageCounts = new Set<number>();
    for (let size = 1; size <= 30; size++) {
      const children = shapes[shape]?.(size) ?? [];
      const document: Document = { meta: meta({ format, printedBy: '区纪委监委办公室' }), children };
      expect(closingPages(document)).toStrictEqual([]);
      pageCounts.add(pagesOf(document).length);
    }
    // Where the text ends has moved over a page's end.
    expect(pageCounts.size).toBeGreaterThan(1);
  });
});

test.each(['portrait', 'landscape'] as const)(
  'the last row of a table that lies %s begins no page alone',
  (orientation) => {
    const alone: number[] = [];
    const pageCounts = new Set<number>();
    for (let size = 2; size <= 60; size++) {
      const document: Document = { meta: meta({ format: 'table', orientation }), children: [longTable(size)] };
      const { placeOf } = piecesOf(document);
      const rows = pagesOf(document).map(
        (page) =>
          new Set(
            textItems(page).flatMap(({ piece }) => {
              const place = piece === null ? null : placeOf(piece);
              // The repeated header is row 1.
              return place?.kind === 'cell' && place.row > 1 ? [place.row] : [];
            }),
          ).size,
      );
      if (rows.length > 1 && rows.at(-1) === 1) alone.push(size);
      pageCounts.add(rows.length);
    }
    expect(alone).toEqual([]);
    expect(pageCounts.size).toBeGreaterThan(1);
  },
);

test('a table stands on one page with the line that leads to it, and its last row with the note below', () => {
  const [parted, pageCounts]: [string[], Set<number>] = [[], new Set()];
  for (let size = 1; size <= 30; size++) {
    const before = Array.from({ length: size }, () => paragraph(sentence));
    const lead = paragraph('全区数据更正如下：');
    const below: Block = {
      type: 'paragraph',
      style: 'note',
      children: [{ type: 'text', value: '注：按单位计项次。', isStrong: false }],
    };
    const document: Document = {
      meta: meta({ format: 'official' }),
      children: [...before, lead, longTable(3), below, ...before],
    };
    const { placeOf } = piecesOf(document);
    const pages = pagesOf(document);
    const pageOf = (text: string) => pages.findIndex((page) => linesOf(page).some((line) => line.includes(text)));
    const rowsOn = pages.map((page) =>
      textItems(page).flatMap(({ piece }) => {
        const place = piece === null ? null : placeOf(piece);
        return place?.kind === 'cell' ? [place.row] : [];
      }),
    );
    const [first, last] = [
      rowsOn.findIndex((rows) => rows.length > 0),
      rowsOn.findLastIndex((rows) => rows.length > 0),
    ];
    if (pageOf('全区数据更正如下') !== first) parted.push(`lead ${size}`);
    if (pageOf('注：按单位') !== last) parted.push(`note ${size}`);
    pageCounts.add(first);
  }
  expect(parted).toEqual([]);
  expect(pageCounts.size).toBeGreaterThan(1);
});
