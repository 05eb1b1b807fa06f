/** The sample's reform of 1 November 2024 on the real breakdown: domain facts counted by an independent script. */
import type { Ledger } from '../../src/domain/entry.ts';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assignTasks, type AssignmentParts } from '../../src/domain/assignment.ts';
import { commonFacts, dutyFacts } from '../../src/domain/facts.ts';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import type { Unit } from '../../src/domain/roster.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { readReassignments } from '../../src/intake/reassignments.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { hasErrors } from '../../src/message/message.ts';
import { day, ledgerParts, worded } from './fixture.ts';

const file = (path: string) => ({ path, bytes: readFileSync(path) });
const eve = day('2024-10-31');
const reformDay = day('2024-11-01');

let parts: AssignmentParts;
let before: Ledger;
let after: Ledger;

beforeAll(() => {
  const catalogue = readBreakdown(file('seeds/惩防体系2020-2024年责任分解意见.txt')).value.catalogue;
  const roster = readRoster(file('inputs/units.csv')).value;
  const reassignments = readReassignments(file('inputs/reassignments.csv'), { catalogue, roster }).value;
  parts = { catalogue, roster, reassignments };
  // The reform began with a renaming two weeks earlier: its eve is the day before that.
  before = ledgerAsOf(day('2024-10-14'), ledgerParts(parts)).value;
  after = ledgerAsOf(reformDay, ledgerParts(parts)).value;
});

const units = (ledger: Ledger, id: string): string => {
  const task = ledger.tasks.find((each) => each.task.id === id);
  const names = (of: readonly Unit[]): string => of.map((unit) => unit.name).join('、');
  return `${names(task?.leads ?? [])} | ${names(task?.cooperators ?? [])}`;
};

test('every name of the breakdown is in the roster, and no row is refused', () => {
  for (const asOf of [day('2020-01-01'), eve, reformDay, day('2030-01-01')]) {
    expect(worded(assignTasks(asOf, parts).messages.filter((each) => each.severity !== 'info'))).toEqual([]);
  }
});

test('163 lead pairs, 25 tasks without cooperators, 29 with 各单位, 14 with several leads: as the source has them', () => {
  const promised = assignTasks(day('2024-01-01'), parts).value.tasks;
  expect(promised).toHaveLength(134);
  expect(promised.flatMap((task) => task.leads)).toHaveLength(163);
  expect(promised.filter((task) => task.cooperators.length === 0)).toHaveLength(25);
  expect(promised.filter((task) => task.cooperators.some((unit) => unit.name === '各单位'))).toHaveLength(29);
  expect(promised.filter((task) => task.leads.length > 1)).toHaveLength(14);
});

describe('on the day of the reform', () => {
  test('exactly the 33 tasks of the mapping are touched', () => {
    const moved = after.tasks.filter((task) => task.moves.length > 0).map((task) => task.task.id);
    expect(moved.join(' ')).toBe(
      '10 12 15 16 18 19 25 29 33 34 36 37 38 42 47 54 55 58 70 71 83 93 95 97 98 102 106 107 113 114 115 116 125',
    );
    const changed = before.tasks.map((task) => task.task.id).filter((id) => units(before, id) !== units(after, id));
    expect(changed).toEqual(moved);
  });

  test('the assessor is the largest assessed: 56 of the 134 tasks, 60 with what 纠风办 had', () => {
    const led = (ledger: Ledger): number =>
      ledger.entries.filter((entry) => entry.unit.name === '区纪委监委' && entry.role === 'lead').length;
    expect([led(before), led(after)]).toEqual([56, 60]);
  });

  test('until its eve letters go to the old units, from that day to the new', () => {
    const names = (ledger: Ledger): ReadonlySet<string> => new Set(ledger.units.map((unit) => unit.name));
    expect([names(before).has('区政府法制办'), names(before).has('区市场监督管理局')]).toEqual([true, false]);
    expect([names(after).has('区政府法制办'), names(after).has('区市场监督管理局')]).toEqual([false, true]);
    expect(units(before, '95')).toMatch(/^区政府法制办 /u);
    expect(units(after, '95')).toMatch(/^区司法局 /u);
  });

  test('mergers dedupe (33, 116; 12, 70, 71), a lead that also cooperates leads (130), the chain 卫生局 ends at 卫健委', () => {
    const count = (ledger: Ledger, id: string): number => units(ledger, id).split(' | ')[0]?.split('、').length ?? 0;
    expect([count(before, '33'), count(after, '33')]).toEqual([9, 8]);
    expect(units(after, '33')).toContain('区卫生健康委');
    expect(units(after, '33')).not.toMatch(/卫生局|卫计委|计划生育/u);
    expect(units(after, '116').split(' | ')[0]).toBe('区财政局、国家税务总局XX区税务局、区发改委');
    for (const id of ['12', '70', '71']) expect(units(after, id).match(/区住建局/gu)).toHaveLength(1);
    expect(units(before, '130')).not.toContain('区监委');
  });

  test('between its two days the renamed bureau answers under its middle name', () => {
    const middle = ledgerAsOf(day('2024-10-15'), ledgerParts(parts)).value;
    expect(units(middle, '33')).toContain('区卫生和计划生育委员会');
    expect(middle.units.map((unit) => unit.name)).not.toContain('区卫生局');
  });

  test('a new lead of a 各单位 task (34, 107, 113) is told to all; a letter changes only where a named duty did', () => {
    const lettered = after.units.filter((unit) => unit.kind === 'unit');
    const told = (ledger: Ledger, unit: Unit): string => JSON.stringify(dutyFacts(unit, ledger));
    const untouched = lettered.filter((unit) => told(before, unit) === told(after, unit)).map((unit) => unit.name);
    const dutiesOf = (ledger: Ledger, unit: Unit): readonly string[] =>
      ledger.entries
        .filter((entry) => entry.group === null && entry.unit.code === unit.code)
        .map(({ task, role }) => `${task.id} ${role}`);
    const same = lettered.filter((unit) => String(dutiesOf(before, unit)) === String(dutiesOf(after, unit)));
    expect(untouched).toEqual(same.map((unit) => unit.name));
    expect(untouched).not.toEqual([]);
    const common = new Map(commonFacts(before));
    const changed = commonFacts(after).filter(([field, value]) => common.get(field) !== value);
    for (const id of ['34', '107', '113']) expect(changed.map(([field]) => field)).toContain(`${id} 牵头单位`);
    expect(hasErrors(assignTasks(reformDay, parts).messages)).toBe(false);
  });
});
