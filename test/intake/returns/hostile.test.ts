import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../../src/trade/calendar.ts';
import { hasErrors } from '../../../src/message/message.ts';
import { readReturns } from '../../../src/intake/returns/read-returns.ts';
import { accountingOf } from './accounting.ts';
import { catalogue, file, goodRow, header, roster } from './district.ts';
import { makeXlsx } from '../../table/make-xlsx.ts';
import { times } from '../../long.ts';

const folder = new URL('../../../inputs/2024Q3/returns/', import.meta.url);
const real = readdirSync(folder)
  .toSorted()
  .map((name) => readFileSync(new URL(encodeURIComponent(name), folder)));
const small = Buffer.from(`${header}\n${goodRow}\n${goodRow}\n`);
const workbook = makeXlsx([header.split(','), goodRow.split(',')]);

/** Reads, and holds what must be true of any bytes: every row has a fate, and a file without an accepted row has an error. */
function survives(bytes: Uint8Array): void {
  const { value, messages } = readReturns({
    quarter: '2024Q4' as Quarter,
    files: [file('区财政局.csv', bytes)],
    catalogue,
    roster,
    expectations: null,
    fractions: 'refuse',
    previous: [],
  });
  const [reading] = value.files;
  if (reading === undefined) throw new Error('the file was not read');
  const { rows, accepted, rejected, skipped } = accountingOf(reading);
  if (accepted + rejected + skipped !== rows) throw new Error(`${rows} rows became ${accepted + rejected + skipped}`);
  if (value.returns.length !== accepted) throw new Error('accepted rows are not the returns');
  if ((accepted === 0 || rejected > 0) && !hasErrors(messages))
    throw new Error('rows are missing and nothing was said');
}

type Edit = { readonly at: number; readonly kind: 'set' | 'cut' | 'add' | 'end' | 'copy'; readonly bytes: Uint8Array };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 1 << 20 }),
  kind: fc.constantFrom('set', 'cut', 'add', 'end', 'copy'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      ...[',', '"', '\n', '""', '\r\n', '，', '\0', '\uFEFF', '=', '\t'].map((text) => new TextEncoder().encode(text)),
    ),
  ),
});

function mutate(original: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edits.reduce<Buffer>((bytes, { at: far, kind, bytes: piece }) => {
    const at = bytes.length === 0 ? 0 : far % bytes.length;
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (kind) {
      case 'set':
        return Buffer.concat([before, piece, after.subarray(piece.length)]);
      case 'cut':
        return Buffer.concat([before, after.subarray(piece.length * 5)]);
      case 'add':
        return Buffer.concat([before, piece, after]);
      case 'end':
        return before;
      case 'copy':
        return Buffer.concat([bytes, before]);
    }
  }, Buffer.from(original));
}

/** The first bytes that do not survive, with the reason; null when all do: `runs` of them, a quarter of that in the short form. */
function downfall(bytes: fc.Arbitrary<Uint8Array>, runs: number): string | null {
  const result = fc.check(fc.property(bytes, survives), { numRuns: times(runs / 4, runs) });
  return result.failed ? (fc.defaultReportMessage(result) ?? 'failed') : null;
}

describe('no bytes crash, hang or pass as a return of no rows', () => {
  test('random byte strings', () => {
    expect(downfall(fc.uint8Array({ maxLength: 200 }), 14_000)).toBeNull();
  });

  test('random byte strings below a header', () => {
    const below = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from(`${header}\n`), bytes]));
    expect(downfall(below, 1000)).toBeNull();
  });

  test('mutations of a small return', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
    expect(
      downfall(
        edits.map((each) => mutate(small, each)),
        4000,
      ),
    ).toBeNull();
  });

  test('mutations of the sample returns', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
    const mutated = fc.tuple(fc.constantFrom(...real), edits).map(([bytes, each]) => mutate(bytes, each));
    expect(downfall(mutated, 1000)).toBeNull();
  });

  test('mutations of a workbook', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
    expect(
      downfall(
        edits.map((each) => mutate(workbook, each)),
        1000,
      ),
    ).toBeNull();
  });
});
