import { describe, expect, test } from 'vitest';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import type { AssignedTasks } from '../../src/domain/assignment.ts';
import { ownershipOf } from '../../src/domain/ownership.ts';
import { findUnit } from '../../src/domain/roster.ts';
import type { Unit } from '../../src/domain/roster.ts';
import { catalogue, roster } from '../intake/returns/district.ts';

function unit(name: string): Unit {
  const found = findUnit(roster, name);
  if (found === null) throw new Error(`the roster has no ${name}`);
  return found;
}

const task = (at: number) => catalogue.tasks[at] as (typeof catalogue.tasks)[number];
const none = { moves: [], leads: [], cooperators: [] };

const assigned: AssignedTasks = {
  asOf: '2024-12-31' as CalendarDate,
  tasks: [
    {
      ...none,
      task: task(3),
      holders: [
        {
          unit: unit('区司法局'),
          role: 'lead',
          predecessors: [{ unit: unit('区政府法制办'), until: '2024-11-01' as CalendarDate }],
        },
        { unit: unit('各单位'), role: 'cooperating', predecessors: [] },
      ],
    },
  ],
  members: new Map([['901', [unit('区财政局'), unit('区司法局')]]]),
};

const ownership = ownershipOf(assigned, '2023Q1' as Quarter);

describe('who may report on a task', () => {
  test.each([
    ['区司法局', '2024-10-01', 'lead'],
    ['区财政局', '2024-10-01', 'cooperating'],
    ['区政府法制办', '2024-10-31', 'lead'],
    ['区政府法制办', '2024-11-01', null],
    ['区发改委', '2024-10-01', null],
  ] as const)('%s, filing on %s: %s', (name, day, role) => {
    expect(ownership.role(unit(name), '4', day as CalendarDate)).toBe(role);
  });

  test('who has it, and since when another has not', () => {
    expect(ownership.owners('4').map((each) => each.name)).toEqual(['区司法局', '各单位']);
    expect(ownership.lostOn(unit('区政府法制办'), '4')).toBe('2024-11-01');
    expect(ownership.lostOn(unit('区发改委'), '4')).toBeNull();
  });

  test('nobody has a task that nobody was given', () => {
    expect([ownership.role(unit('区财政局'), '9', '2024-10-01' as CalendarDate), ownership.owners('9')]).toEqual([
      null,
      [],
    ]);
  });
});

test('in the quarter of the hand-over the old unit may report after it too', () => {
  const late = ownershipOf(assigned, '2024Q4' as Quarter);
  expect(late.role(unit('区政府法制办'), '4', '2024-12-20' as CalendarDate)).toBe('lead');
});
