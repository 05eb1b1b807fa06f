import type { AssignedTask } from '../../src/domain/entry.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCalendarDate } from '../../src/trade/calendar.ts';
import type { CalendarDate } from '../../src/trade/calendar.ts';
import { assignTasks } from '../../src/domain/assignment.ts';
import type { Catalogue, Task } from '../../src/domain/catalogue.ts';
import { checkReassignments } from '../../src/domain/reassignment-check.ts';
import { readAdjustments } from '../../src/intake/adjustments.ts';
import { readClosures } from '../../src/intake/closures.ts';
import type { InputFile } from '../../src/table/file.ts';
import { readPlan } from '../../src/intake/plan.ts';
import { readReassignments } from '../../src/intake/reassignments.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { seatsAfterReform } from './reform.ts';
import type { Seat } from './reform.ts';
import { seedTasks } from './seed.ts';

const catalogue = sampleCatalogue();
const roster = readRoster(input('units.csv'));
const names = { catalogue, roster: roster.value };
const reassignments = readReassignments(input('reassignments.csv'), names);

describe('the registers of the sample', () => {
  test.each([
    ['units.csv', roster],
    ['reassignments.csv', reassignments],
    ['plan.csv', readPlan(input('plan.csv'), catalogue)],
    ['closures.csv', readClosures(input('closures.csv'), catalogue)],
    ['2024Q3/adjustments.csv', readAdjustments(input('2024Q3/adjustments.csv'), names)],
    ['2024Q4/adjustments.csv', readAdjustments(input('2024Q4/adjustments.csv'), names)],
  ])('%s reads without a word', (_, result) => {
    expect(result.messages).toEqual([]);
  });

  test('every 考核分组 has a name that can head a table: words in a row, no telegram of them', () => {
    const names = [...new Set(roster.value.units.map(({ category }) => category).filter((name) => name !== ''))];
    expect(names).toEqual(['党委部门', '政府部门', '垂管单位', '人大、政协和司法机关', '群团组织', '事业单位']);
    expect(names.filter((name) => !/(?:部门|单位|机关|组织)$/u.test(name))).toEqual([]);
  });

  test('the reform holds together', () => {
    expect(checkReassignments(reassignments.value).messages).toEqual([]);
    expect(new Set(reassignments.value.map(({ kind }) => kind)).size).toBe(7);
  });
});

describe('the ledger and the sample, counted apart, agree on who answers', () => {
  const before = assigned('2024-09-30');
  const after = assigned('2024-12-31');

  test('before the reform: the units that the seed names', () => {
    expect(seatsOf(before)).toEqual(sorted(seedTasks().flatMap((task) => task.seats)));
  });

  test('in October: the health bureau under its second name, the others as before', () => {
    const october = assigned('2024-10-20');
    const changed = seatsOf(october).filter((seat) => !seatsOf(before).includes(seat));
    expect(changed).toEqual(['33 牵头 区卫生和计划生育委员会']);
  });

  test('after the reform: their successors, one seat a task and unit', () => {
    const seats = seatsAfterReform(seedTasks().flatMap((task) => task.seats));
    expect(seatsOf(after)).toEqual(sorted(seats.map(({ seat }) => seat)));
  });

  test('nine leads of task 33 become eight, two of task 116 one', () => {
    const leadsOf = (tasks: readonly AssignedTask[], id: string): number =>
      tasks.find(({ task }) => task.id === id)?.leads.length ?? 0;
    expect(['33', '116'].map((id) => [leadsOf(before, id), leadsOf(after, id)])).toEqual([
      [9, 8],
      [4, 3],
    ]);
  });
});

function assigned(day: string): readonly AssignedTask[] {
  const result = assignTasks(date(day), { catalogue, roster: roster.value, reassignments: reassignments.value });
  expect(result.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return result.value.tasks;
}

function seatsOf(tasks: readonly AssignedTask[]): readonly string[] {
  const seats = tasks.flatMap(({ task, holders }) =>
    holders
      .filter(({ unit }) => unit.kind === 'unit')
      .map(({ unit, role }): Seat => {
        return { task: Number(task.id), role: role === 'lead' ? '牵头' : '配合', unit: unit.name };
      }),
  );
  return sorted(seats);
}

function sorted(seats: readonly Seat[]): readonly string[] {
  return seats.map(({ task, role, unit }) => `${task} ${role} ${unit}`).toSorted();
}

function input(path: string): InputFile {
  return { path: `inputs/${path}`, bytes: readFileSync(new URL(`../../inputs/${path}`, import.meta.url)) };
}

function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

/** The seed's tasks with the names that file returns; the parser's own catalogue is tested where it is made. */
function sampleCatalogue(): Catalogue {
  const tasks = seedTasks().map(({ no, text, seats }): Task => {
    const unitsAs = (role: Seat['role']): string[] =>
      seats.filter((seat) => seat.role === role).map(({ unit }) => unit);
    return {
      id: `${no}`,
      no: `${no}`,
      text,
      section: [],
      leads: unitsAs('牵头'),
      cooperators: unitsAs('配合'),
      responsible: [],
      andOthers: false,
      allUnits: false,
      deadline: null,
      leaders: [],
      target: null,
      standard: null,
      place: { line: no, endLine: no },
    };
  });
  const source = { path: 'seeds/sample.txt', sha256: '' };
  return { title: '示例', source, period: { from: 2020, to: 2024 }, headings: [], preamble: [], tasks };
}
