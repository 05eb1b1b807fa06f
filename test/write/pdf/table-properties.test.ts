import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { pointsOf as points } from '../../../src/document/gbt9704.ts';
import { pdfText, type PageText } from '../../../src/write/pdf/reader/pdf-text.ts';
import { randomTables, type RandomTable, type Spoken } from './random-table.ts';
import { pdfOf, tableMeta } from './shipped.ts';
import { runs } from '../../long.ts';

const paperOf = ({ table }: RandomTable, orientation: 'portrait' | 'landscape' = 'portrait'): Document => ({
  meta: tableMeta({ title: '第页共', orientation }),
  children: [table],
});

/** What the file says in the language of each cell, in the order of its content. */
function spokenBy(cells: readonly Spoken[], pages: readonly PageText[]): readonly string[] {
  const speakers = new Map(cells.flatMap(({ letters }, index) => letters.map((letter) => [letter, index] as const)));
  const spoken = cells.map(() => '');
  for (const letter of pages.flatMap((page) => page.runs.map((run) => run.text)).join('')) {
    const speaker = speakers.get(letter);
    if (speaker !== undefined) spoken[speaker] += letter;
  }
  return spoken;
}

/** The first cell that is not said as it should be: a header or a span may be said again on later pages, always whole. */
function wrongCell({ cells }: RandomTable, pages: readonly PageText[]): object | null {
  const spoken = spokenBy(cells, pages);
  for (const [index, { text, isRepeatable }] of cells.entries()) {
    const said = spoken[index] ?? '';
    const times = text === '' ? 0 : said.length / text.length;
    const isRight =
      text === '' ? said === '' : said === text.repeat(times) && (times === 1 || (isRepeatable && times > 1));
    if (!isRight) return { index, text, said };
  }
  return null;
}

function expectInsideThePage(pages: readonly PageText[]): void {
  for (const page of pages) {
    for (const run of page.runs) {
      expect(run.x).toBeGreaterThanOrEqual(points(20));
      expect(run.x + run.width).toBeLessThanOrEqual(page.width - points(18));
      expect(run.y).toBeGreaterThan(points(10));
      expect(run.y).toBeLessThan(page.height - points(15));
    }
  }
}

test('every cell of a random table is said in the PDF, once and in order, and no column leaves the page', async () => {
  const property = fc.asyncProperty(
    randomTables({ rows: 60, longest: 600 }),
    fc.constantFrom('portrait' as const, 'landscape' as const),
    async (random, orientation) => {
      const pages = pdfText(await pdfOf(paperOf(random, orientation)));
      expect(wrongCell(random, pages)).toBe(null);
      expectInsideThePage(pages);
    },
  );
  await fc.assert(property, runs(8));
});

test('cells three pages long lose nothing', async () => {
  const property = fc.asyncProperty(randomTables({ rows: 4, longest: 4000, longShare: 0.4 }), async (random) => {
    expect(wrongCell(random, pdfText(await pdfOf(paperOf(random))))).toBe(null);
  });
  await fc.assert(property, { numRuns: 10 });
});

test('a table of 400 rows loses nothing', async () => {
  const property = fc.asyncProperty(randomTables({ rows: 400, fewest: 380, longest: 60 }), async (random) => {
    expect(wrongCell(random, pdfText(await pdfOf(paperOf(random))))).toBe(null);
  });
  await fc.assert(property, { numRuns: 1 });
});
