import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { layouts, printLines } from './print-catalogue.ts';
import type { Printing } from './print-catalogue.ts';
import { expected, labels, sections } from './random-catalogue.ts';
import type { Expected, Section } from './random-catalogue.ts';
import { runs } from '../long.ts';

const printing: fc.Arbitrary<Printing> = fc.record({
  layout: fc.constantFrom(...layouts),
  labels,
  mark: fc.constantFrom('.', '．', '、', '. '),
  numbering: fc.constantFrom('through', 'restarts', 'decimal'),
  blank: fc.boolean(),
});

const read = (text: string): Catalogue =>
  readBreakdown({ path: 'seeds/a.txt', bytes: Buffer.from(text, 'utf8') }).value.catalogue;

const expectedOf = (catalogue: readonly Section[], { layout }: Printing): readonly Expected[] =>
  expected(catalogue, layout !== 'doers-brackets');

const plain = ({ tasks }: Catalogue): readonly Expected[] =>
  tasks.map(({ text, leads, cooperators, responsible, andOthers, deadline, section }) => ({
    text,
    leads,
    cooperators,
    responsible,
    andOthers,
    deadline,
    section: section.join('/').replace(/^.、/u, ''),
  }));

test('a random catalogue, printed in any layout, is read back', () => {
  fc.assert(
    fc.property(sections, printing, (catalogue, how) => {
      const lines = printLines(catalogue, how);
      expect(plain(read(lines.join('\n')))).toEqual(expectedOf(catalogue, how));
    }),
    runs(40),
  );
});

test('lines broken at random places give the same catalogue', () => {
  const wraps = fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(sections, printing, wraps, (catalogue, how, widths) => {
      const lines = printLines(catalogue, { ...how, blank: false });
      const wrapped = [lines[0] ?? '', ...lines.slice(1).flatMap((line, index) => wrap(line, widths, index))];
      expect(plain(read(wrapped.join('\n')))).toEqual(expectedOf(catalogue, how));
    }),
    runs(40),
  );
});

/** Breaks a line into pieces of the widths, taken in turn. */
function wrap(line: string, widths: readonly number[], offset: number): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  for (let turn = offset; rest.length > 0; turn += 1) {
    const width = widths[turn % widths.length] ?? 10;
    pieces.push(rest.slice(0, width));
    rest = rest.slice(width);
  }
  return pieces;
}

test('a document on one line gives the same catalogue', () => {
  fc.assert(
    fc.property(sections, printing, (catalogue, how) => {
      fc.pre(catalogue.flatMap(({ tasks }) => tasks).length > 1 && how.numbering === 'through');
      const text = printLines(catalogue, { ...how, blank: false }).join('');
      expect(plain(read(text))).toEqual(expectedOf(catalogue, how));
    }),
    runs(40),
  );
});
