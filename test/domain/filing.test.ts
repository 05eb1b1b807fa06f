import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays } from '../../src/trade/calendar.ts';
import { daysBetween } from '../../src/domain/days.ts';
import { closingDay, filingDay, filingOf, inFilingOrder } from '../../src/domain/filing.ts';
import { groupBy } from '../../src/domain/grouping.ts';
import type { Return } from '../../src/domain/return.ts';
import type { Unit } from '../../src/domain/roster.ts';
import { returnKey, returnsFor } from '../../src/domain/standing.ts';
import { day, officeTerms, quarter, returnOf, rosterOf } from './fixture.ts';

const roster = rosterOf(['区财政局']);
const returned = (filedOn: string, file = '区财政局.csv') =>
  returnOf(roster, { unit: '区财政局', taskId: '1', filedOn: day(filedOn), place: { file, row: 2, column: 1 } });

test.each([
  ['2024-02-28', '2024-03-01', 2],
  ['2023-02-28', '2023-03-01', 1],
  ['2024-12-31', '2025-01-01', 1],
  ['2024-01-01', '2025-01-01', 366],
  ['2000-01-01', '2024-01-01', 8766],
  ['2024-03-01', '2024-02-01', -29],
])('from %s to %s: %i days', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days);
});

test('counting days is the inverse of adding them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      expect(daysBetween(day('2024-02-29'), addDays(day('2024-02-29'), days))).toBe(days);
    }),
  );
});

test.each([
  ['2024Q1', '2024-03-25', '2024-03-31'],
  ['2024Q4', '2024-12-25', '2024-12-31'],
])('returns of %s are due on %s, and the quarter is judged on %s, or on the filing day', (of, due, last) => {
  expect(filingDay(officeTerms, quarter(of))).toBe(due);
  expect(closingDay({ ...officeTerms, closing: 'quarter-end' }, quarter(of))).toBe(last);
  expect(closingDay({ ...officeTerms, closing: 'filing-day' }, quarter(of))).toBe(due);
});

test('a filing day that lies before its quarter is next year’s, and the quarter is judged on it', () => {
  const office = { filingDays: { ...officeTerms.filingDays, 4: { month: 1, day: 10 } } };
  expect(filingDay(office, quarter('2024Q4'))).toBe('2025-01-10');
  expect(closingDay(office, quarter('2024Q4'))).toBe('2025-01-10');
});

test('a filing day on the first day of its quarter is this year’s', () => {
  const office = { filingDays: { ...officeTerms.filingDays, 4: { month: 10, day: 1 } } };
  expect(filingDay(office, quarter('2024Q4'))).toBe('2024-10-01');
});

type Case = {
  readonly days: readonly string[];
  readonly asOf?: string;
  readonly remindedOn?: string;
  readonly expected: string;
};

const cases: readonly [string, Case][] = [
  ['nothing by the filing day is still awaited', { days: [], asOf: '2024-12-25', expected: 'pending 0' }],
  ['nothing after it is missing', { days: [], asOf: '2024-12-26', expected: 'missing 0' }],
  ['on the day is on time', { days: ['2024-12-25'], expected: 'on-time 0' }],
  [
    'a reminder before does not make it late',
    { days: ['2024-12-25'], remindedOn: '2024-12-20', expected: 'on-time 0' },
  ],
  ['a day later is late', { days: ['2024-12-26'], expected: 'late 1' }],
  ['a correction does not make it late', { days: ['2024-12-20', '2024-12-30'], expected: 'on-time 0' }],
  ['after a reminder', { days: ['2024-12-30'], remindedOn: '2024-12-28', expected: 'after-reminder 5' }],
  ['on the day of the reminder', { days: ['2024-12-28'], remindedOn: '2024-12-28', expected: 'after-reminder 3' }],
  ['before the reminder went out', { days: ['2024-12-27'], remindedOn: '2024-12-28', expected: 'late 2' }],
];

test.each(cases)('%s', (_, { days, asOf = '2024-12-31', remindedOn, expected }) => {
  const terms = {
    asOf: day(asOf),
    filingDay: day('2024-12-25'),
    remindedOn: remindedOn === undefined ? null : day(remindedOn),
  };
  const returns = days.map((each) => returned(each));
  const { filing, daysLate } = filingOf(returns, terms);
  expect(`${filing} ${daysLate}`).toBe(expected);
});

test('of two returns of one day the later row counts, and the file named as a correction', () => {
  const first = returned('2024-12-20', '教育局.csv');
  const corrected = returned('2024-12-20', '教育局-更正.csv');
  const sheet = { ...first, place: { ...first.place, row: 9 } };
  expect(inFilingOrder([corrected, first])).toEqual([first, corrected]);
  expect(inFilingOrder([sheet, first])).toEqual([first, sheet]);
  const other = { ...first, place: { file: '教育局.xlsx', row: null, column: null } };
  expect(inFilingOrder([other, first])).toEqual([first, other]);
  expect(inFilingOrder([other, other])).toHaveLength(2);
});

describe('what a predecessor filed counts to the day before the hand-over', () => {
  const units = rosterOf(['区法制办', '区司法局']);
  const [from, to] = units.units as [Unit, Unit];
  const old = (filedOn: string) => returnOf(units, { unit: '区法制办', taskId: '1', filedOn: day(filedOn) });
  const own = returnOf(units, { unit: '区司法局', taskId: '1', filedOn: day('2025-01-05') });
  const heard = (until: string, filed: readonly Return[]) => {
    const returns = groupBy(filed, ({ taskId, unit }) => returnKey(taskId, unit.code));
    const holder = { unit: to, role: 'lead' as const, predecessors: [{ unit: from, until: day(until) }] };
    return returnsFor({ taskId: '1', holder }, { returns, asOf: day('2025-01-10') }).map(({ filedOn }) => filedOn);
  };

  test('the new unit filed none: in the quarter of the hand-over the old one’s stands, after the day too', () => {
    expect(heard('2024-12-20', [old('2024-12-19')])).toEqual(['2024-12-19']);
    expect(heard('2024-12-20', [old('2024-12-20')])).toEqual(['2024-12-20']);
    expect(heard('2024-12-20', [old('2024-12-24')])).toEqual(['2024-12-24']);
  });

  test('a hand-over on the first day of the next quarter: on that day the old unit speaks no more', () => {
    expect(heard('2025-01-01', [old('2024-12-31')])).toEqual(['2024-12-31']);
    expect(heard('2025-01-01', [old('2025-01-01')])).toEqual([]);
  });

  test('the new unit filed: of the old one only what came before the day', () => {
    expect(heard('2024-12-20', [old('2024-12-19'), own])).toEqual(['2024-12-19', '2025-01-05']);
    expect(heard('2024-12-20', [old('2024-12-20'), own])).toEqual(['2025-01-05']);
  });
});
