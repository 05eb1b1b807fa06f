import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/trade/calendar.ts';
import { findUnit, membersOf, nearestUnits } from '../../src/domain/roster.ts';
import { roster } from '../intake/returns/district.ts';

describe('finding a unit', () => {
  test.each([
    ['区财政局', '区财政局'],
    ['区　财政 局', '区财政局'],
    ['区纪委', '区纪委监委'],
    ['区监委', '区纪委监委'],
    ['２０３', '区财政局'],
  ])('%j is %s', (written, name) => {
    expect(findUnit(roster, written)?.name).toBe(name);
  });

  test.each(['区财政', '财政局', '区财政局。', ''])('%j is nobody, however near', (written) => {
    expect(findUnit(roster, written)).toBeNull();
  });

  test('the nearest names are for the message only', () => {
    expect(nearestUnits(roster, '区财正局')).toEqual(['区财政局', '区司法局']);
    expect(nearestUnits(roster, '完全无关的一个很长的单位名称')).toEqual([]);
  });
});

describe('members of a group', () => {
  const everybody = findUnit(roster, '各单位');
  if (everybody === null) throw new Error('the roster has no 各单位');

  test.each([
    ['2024-10-31', ['区纪委监委', '区发改委', '区财政局', '区政府法制办']],
    ['2024-11-01', ['区纪委监委', '区发改委', '区财政局', '区司法局']],
  ])('on %s', (day, names) => {
    expect(membersOf(roster, everybody, day as CalendarDate).map((unit) => unit.name)).toEqual(names);
  });

  test('a unit has none', () => {
    expect(roster.units.slice(0, 1).flatMap((unit) => membersOf(roster, unit, '2024-11-01' as CalendarDate))).toEqual(
      [],
    );
  });
});
