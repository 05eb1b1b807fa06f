/** What acts may follow each other, on both sides of each rule; a register whose chain was written anew is told by this alone. */
import { describe, expect, test } from 'vitest';
import type { Act } from '../../src/register/act.ts';
import { checkActs } from '../../src/register/check-acts.ts';
import { registerOf } from '../../src/register/derive.ts';
import { notIssuedYet } from '../../src/register/issue.ts';
import type { RegisterEntry, RegisterLine } from '../../src/register/entry.ts';
import { letter, quarter } from './office.ts';

type Issued = { readonly unit?: string; readonly replaces?: number; readonly revision?: number | null };

/** The paper with this serial number, which is its running number too. */
function issue(serial: number, { unit = '012', replaces, revision = 1 }: Issued = {}): Act {
  const addressee = { code: unit, name: unit };
  const number = numberOf(serial);
  const of = { number, issuerCode: 'X督', year: 2024, serial, ordinal: serial, quarter: '2024Q3', kind: 'letter' };
  const replaced = replaces === undefined ? null : numberOf(replaces);
  // What the checks look at.
  return { type: 'issue', date: '2024-10-15', ...of, addressee, revision, replaces: replaced } as unknown as Act;
}

function numberOf(serial: number): string {
  return `X督〔2024〕${serial}号`;
}

function act(type: 'close' | 'correct' | 'void' | 'recall', facts: Readonly<Record<string, unknown>>): Act {
  return { type, date: '2024-10-16', quarter: '2024Q3', reason: '', ...facts } as unknown as Act;
}

const close = (revision: number): Act => act('close', { revision });
const correct = (revision: number): Act => act('correct', { revision });
const cancel = (serial: number): Act => act('void', { number: numberOf(serial) });
const recall = (serial: number, notice: number): Act =>
  act('recall', { number: numberOf(serial), notice: numberOf(notice) });

function linesOf(acts: readonly Act[]): readonly RegisterLine[] {
  return acts.map((each, at) => {
    const place = { file: 'register.csv', row: at + 2, column: null };
    return { position: at + 1, act: each, chain: '', place };
  });
}

function codesOf(...acts: readonly Act[]): readonly string[] {
  return checkActs(linesOf(acts)).map((each) => `${each.place?.row} ${each.code}`);
}

describe('a paper is taken back', () => {
  test('once, and while it is valid', () => {
    expect(codesOf(close(1), issue(1), cancel(1))).toEqual([]);
    expect(codesOf(close(1), issue(1), cancel(1), cancel(1))).toEqual(['5 not-valid-any-more']);
    expect(codesOf(close(1), issue(1), recall(1, 2), issue(2, { unit: '013' }), cancel(1))).toEqual([
      '6 not-valid-any-more',
    ]);
    // Of one that was replaced the replacement is taken back.
    expect(codesOf(close(1), issue(1), issue(2, { replaces: 1 }), cancel(1))).toEqual(['5 not-valid-any-more']);
    expect(codesOf(close(1), cancel(1))).toEqual(['3 no-such-paper-yet']);
  });

  test('and what it replaced is valid again, but not when it had been sent', () => {
    const replaced = [close(1), issue(1), issue(2, { replaces: 1 })];
    expect(codesOf(...replaced, cancel(2), cancel(1))).toEqual([]);
    expect(codesOf(...replaced, recall(2, 3), issue(3, { unit: '013' }), cancel(1))).toEqual(['7 not-valid-any-more']);
    expect(codesOf(...replaced, recall(2, 3), issue(3))).toEqual([]);
  });

  test('by a notice that is issued', () => {
    expect(codesOf(close(1), issue(1), recall(1, 2))).toEqual(['4 no-such-notice']);
    expect(codesOf(close(1), issue(1), issue(2, { replaces: 1 }), recall(2, 3))).toEqual(['5 no-such-notice']);
  });
});

describe('a paper is replaced', () => {
  test('while it is valid, and by one', () => {
    const replaced = [close(1), issue(1), issue(2, { replaces: 1 })];
    expect(codesOf(...replaced)).toEqual([]);
    expect(codesOf(...replaced, issue(3, { replaces: 2 }))).toEqual([]);
    expect(codesOf(...replaced, issue(3, { replaces: 1 }))).toEqual(['5 not-valid-any-more', '5 two-valid-letters']);
    expect(codesOf(close(1), issue(1), cancel(1), issue(2, { replaces: 1 }))).toEqual(['5 not-valid-any-more']);
    expect(codesOf(close(1), issue(1, { replaces: 2 }))).toEqual(['3 no-such-paper-yet']);
  });
});

describe('figures', () => {
  test('are corrected after they were closed, a revision after the other', () => {
    expect(codesOf(close(1), correct(2), correct(3))).toEqual([]);
    expect(codesOf(correct(1))).toEqual(['2 revision-order']);
    expect(codesOf(close(1), correct(3))).toEqual(['3 revision-order']);
    expect(codesOf(close(1), correct(1))).toEqual(['3 revision-order']);
  });

  test('are closed anew only over papers that were taken back, or speak of their own day', () => {
    expect(codesOf(close(1), issue(1), close(2))).toEqual(['4 closed-over-papers']);
    expect(codesOf(close(1), issue(1), cancel(1), close(2))).toEqual([]);
    expect(codesOf(close(1), issue(1, { revision: null }), close(2))).toEqual([]);
  });

  test('stand before the papers that speak by them', () => {
    expect(codesOf(close(1), issue(1))).toEqual([]);
    expect(codesOf(issue(1))).toEqual(['2 no-such-revision']);
  });
});

test('numbers and running numbers leave no gap and come once', () => {
  expect(codesOf(close(1), issue(1), issue(2, { unit: '013' }))).toEqual([]);
  expect(codesOf(close(1), issue(1), issue(3, { unit: '013' }))).toEqual(['4 register-gap', '4 register-gap']);
  expect(codesOf(close(1), issue(1), issue(1, { unit: '013' }))).toEqual([
    '4 number-twice',
    '4 count-twice',
    '4 count-twice',
  ]);
});

test('a draft is issued unless its paper is out; of one that was replaced that is a matter of reissue', () => {
  const drafts = [letter('012', []), letter('013', [])];
  const left = (state: string, of = '2024Q3') => {
    const entry = { state, quarter: of, kind: 'letter', addressee: { code: '012', name: '' } };
    const entries = [entry as unknown as RegisterEntry];
    return notIssuedYet({ drafts, quarter: quarter('2024Q3') }, { entries }).map(({ addressee }) => addressee?.code);
  };
  for (const state of ['valid', 'superseded']) expect(left(state)).toEqual(['013']);
  for (const state of ['void', 'recalled']) expect(left(state)).toEqual(['012', '013']);
  expect(left('valid', '2024Q2')).toEqual(['012', '013']);
});

test('papers stand in the order of their years, and of the running numbers within each', () => {
  const next = { ...issue(1), year: 2025, number: 'X督〔2025〕1号' };
  const { entries } = registerOf(linesOf([close(1), issue(1), issue(2, { unit: '013' }), next]), new Map());
  expect(entries.map(({ number }) => number)).toEqual([numberOf(1), numberOf(2), 'X督〔2025〕1号']);
});
