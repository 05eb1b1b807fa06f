/** Both sides of every border that the date of a paper can cross. */
import { describe, expect, test } from 'vitest';
import { dateProblems } from '../../src/register/date-checks.ts';
import type { Register, RegisterEntry } from '../../src/register/entry.ts';
import { date, quarter } from './office.ts';

const code = 'X督';

/** Papers as `day state`, all of 2024Q3 and of one series unless they say more. */
function registerOf(lastDate: string | null, ...papers: readonly string[]): Register {
  const entries = papers.map((paper) => {
    const [issuedOn = '', state = 'valid', of = '2024Q3', issuerCode = code] = paper.split(' ');
    const place = { file: 'register.csv', row: 2, column: null };
    return { issuedOn, state, quarter: of, issuerCode, number: `${issuerCode}〔2024〕1号`, place };
  });
  // What the checks of a date look at.
  return { entries, head: { lastDate } } as unknown as Register & { readonly entries: readonly RegisterEntry[] };
}

type Asked = {
  readonly ledgerDay?: string | null;
  readonly command?: 'issue' | 'reissue';
  readonly isThatDay?: boolean;
};

function codesOn(day: string, register: Register, asked: Asked = {}): readonly string[] {
  const { ledgerDay = '2024-09-30', command = 'issue', isThatDay = false } = asked;
  const dated = { quarter: quarter('2024Q3'), codes: new Set([code]), command, isThatDay };
  const known = ledgerDay === null ? null : date(ledgerDay);
  return dateProblems({ ...dated, date: date(day), ledgerDay: known }, register).map((each) => each.code);
}

const empty = registerOf(null);

describe('a paper is dated', () => {
  test('from the first day of its quarter on', () => {
    expect(codesOn('2024-06-30', empty, { ledgerDay: null })).toEqual(['date-before-quarter']);
    expect(codesOn('2024-07-01', empty, { ledgerDay: null })).toEqual([]);
  });

  test('from the day of its figures on', () => {
    expect(codesOn('2024-09-29', empty)).toEqual(['date-before-ledger']);
    expect(codesOn('2024-09-30', empty)).toEqual([]);
  });

  test('from the last paper of its series on, valid or superseded', () => {
    for (const state of ['valid', 'superseded']) {
      const register = registerOf('2024-10-15', `2024-10-15 ${state}`, '2024-10-10 valid');
      expect(codesOn('2024-10-14', register)).toEqual(['date-before-last']);
      expect(codesOn('2024-10-15', register)).toEqual([]);
      expect(codesOn('2024-10-14', registerOf('2024-10-15', '2024-10-10 valid', `2024-10-15 ${state}`))).toEqual([
        'date-before-last',
      ]);
    }
  });

  test('whatever the day of one that was taken back, or of another series', () => {
    for (const paper of ['2024-10-15 void', '2024-10-15 recalled', '2024-10-15 valid 2024Q3 Y督'])
      expect(codesOn('2024-10-14', registerOf('2024-10-15', paper))).toEqual([]);
  });

  test('at most 60 days after its figures when it is the first of its quarter', () => {
    expect(codesOn('2024-11-29', empty)).toEqual([]);
    expect(codesOn('2024-11-30', empty)).toEqual(['date-late']);
    expect(codesOn('2024-11-30', empty, { isThatDay: true })).toEqual([]);
    // One that was taken back was none, and one of another quarter is not of this.
    for (const paper of ['2024-10-15 void', '2024-10-15 valid 2024Q2'])
      expect(codesOn('2024-11-30', registerOf('2024-10-15', paper))).toEqual(['date-late']);
    expect(codesOn('2024-11-30', registerOf('2024-10-15', '2024-10-15 valid'))).toEqual([]);
    expect(codesOn('2024-11-30', registerOf('2024-10-15'), { command: 'reissue' })).toEqual([]);
  });

  test('later at most 180 days after the last line of the register', () => {
    const register = registerOf('2024-10-15', '2024-10-15 valid');
    expect(codesOn('2025-04-13', register)).toEqual([]);
    expect(codesOn('2025-04-14', register)).toEqual(['date-far-from-last']);
  });
});
