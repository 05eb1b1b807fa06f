import type { LightRules } from '../../src/domain/rules.ts';
import { describe, expect, test } from 'vitest';
import { reasonText } from '../../src/papers/evidence.ts';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import { lightOf, type Judged } from '../../src/domain/light.ts';
import { catalogueOf, day, ledgerParts, officeTerms, returnOf, rosterOf, taskOf } from './fixture.ts';

const filed: Judged = {
  asOf: day('2024-12-31'),
  isClosed: false,
  isOverdue: false,
  filing: 'on-time',
  deadline: null,
  planned: null,
  percent: null,
  status: 'on-track',
};

const said = (judged: Partial<Judged>, rules: Partial<LightRules> = {}): string => {
  const { light, reason } = lightOf({ ...filed, ...judged }, { ...officeTerms.lights, ...rules });
  return `${light} ${reason}`;
};

describe('against the plan, as 银川 2025: both borders are yellow', () => {
  test.each([
    [80, 100, 'green on-plan'],
    [80, 80, 'green on-plan'],
    [80, 71, 'green on-plan'],
    [80, 70.1, 'green on-plan'],
    [80, 70, 'yellow behind-plan'],
    [80, 69, 'yellow behind-plan'],
    [80, 51, 'yellow behind-plan'],
    [80, 50, 'yellow behind-plan'],
    [80, 49.9, 'red behind-plan'],
    [80, 0, 'red behind-plan'],
    [0, 0, 'green on-plan'],
  ])('planned %d, reported %d: %s', (planned, percent, expected) => {
    expect(said({ planned, percent })).toBe(expected);
  });
});

describe('a standing task is judged on its claim', () => {
  test.each([
    ['completed', 'green standing-filed'],
    ['on-track', 'green standing-filed'],
    ['not-started', 'yellow claimed-not-started'],
    ['behind', 'yellow claimed-behind'],
    ['overdue', 'red claimed-overdue'],
  ] as const)('%s: %s', (status, expected) => {
    expect(said({ status })).toBe(expected);
  });

  test('and so is one whose return gives no percent to compare', () => {
    expect(said({ planned: 80, percent: null, status: 'behind' })).toBe('yellow claimed-behind');
  });

  test('the light of a claim is the office’s to set', () => {
    const claims = { ...officeTerms.lights.claims, 'not-started': 'red' } as const;
    expect(said({ status: 'not-started' }, { claims })).toBe('red claimed-not-started');
  });
});

describe('filing, closing and the deadline come before progress', () => {
  const deadline = day('2024-12-25');
  test.each([
    [
      'closed by the office: green, whatever else',
      { isClosed: true, filing: 'missing', isOverdue: true },
      'green closed',
    ],
    ['no return after the filing day: red', { filing: 'missing', status: null }, 'red not-filed'],
    ['still awaited: no light yet', { filing: 'pending', status: null }, 'null null'],
    ['past the deadline: red', { isOverdue: true, deadline, planned: 90, percent: 90 }, 'red past-deadline'],
    ['a late return is judged on what it says', { filing: 'late', planned: 90, percent: 90 }, 'green on-plan'],
  ] as const)('%s', (_, judged, expected) => {
    expect(said(judged)).toBe(expected);
  });

  test.each([
    ['2024-12-25', 'yellow past-deadline'],
    ['2024-12-24', 'red past-deadline'],
  ])('with six days of grace, a deadline of %s is %s on 2024-12-31', (on, expected) => {
    expect(said({ isOverdue: true, deadline: day(on) }, { graceDays: 6 })).toBe(expected);
  });

  test.each([
    ['2025-01-10', 'on-track', 'yellow near-deadline'],
    ['2025-01-11', 'on-track', 'green standing-filed'],
    ['2025-01-10', 'completed', 'green standing-filed'],
    ['2025-01-10', 'overdue', 'red claimed-overdue'],
  ] as const)('warned ten days before, a deadline of %s claimed %s is %s', (on, status, expected) => {
    expect(said({ deadline: day(on), status }, { warnDays: 10 })).toBe(expected);
  });

  test('without a deadline nobody is warned', () => {
    expect(said({}, { warnDays: 10 })).toBe('green standing-filed');
    expect(said({ isOverdue: true })).toBe('yellow past-deadline');
  });
});

describe('the reason of a light in words', () => {
  const roster = rosterOf(['区财政局']);
  const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] })]);
  const returns = [returnOf(roster, { unit: '区财政局', taskId: '1', status: 'completed' })];
  const entry = ledgerAsOf(day('2024-12-31'), ledgerParts({ catalogue, roster, returns })).value.entries[0];

  test('gives the numbers, and 落后 only where it is so', () => {
    if (entry === undefined) throw new Error('no entry');
    const said = (parts: Partial<typeof entry>): string => reasonText({ ...entry, ...parts });
    expect(said({ reason: 'on-plan', planned: 80, percent: 85 })).toBe('计划80%，报送85%');
    expect(said({ reason: 'behind-plan', planned: 80.5, percent: 70.3 })).toBe(
      '计划80.5%，报送70.3%，落后10.2个百分点',
    );
    expect(said({})).toBe('自报办结');
    expect(said({ status: 'on-track' })).toBe('自报正常推进');
    expect(said({ reason: 'closed' })).toBe('已销号');
    expect(said({ reason: null })).toBe('');
  });
});
