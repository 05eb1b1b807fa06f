import type { Entry, Ledger } from '../../src/domain/entry.ts';
import { describe, expect, test } from 'vitest';
import { ledgerAsOf, type LedgerParts } from '../../src/domain/ledger.ts';
import { ownershipOf } from '../../src/domain/ownership.ts';
import { membersOf } from '../../src/domain/roster.ts';
import { assignTasks } from '../../src/domain/assignment.ts';
import {
  catalogueOf,
  closureOf,
  day,
  ledgerParts,
  planOf,
  quarter,
  reassignmentsOf,
  returnOf,
  rosterOf,
  taskOf,
  unitIn,
  worded,
  wordedEn,
} from './fixture.ts';

const yearEnd = day('2024-12-31');
const roster = rosterOf([
  '区委办公室',
  '区财政局',
  '区审计局',
  '区政府法制办',
  '区司法局',
  { name: '各单位', kind: 'group', members: 'all' },
  { name: '市纪委', kind: 'external' },
]);

const line = (entry: Entry): string =>
  [entry.task.id, entry.unit.name, entry.role, entry.group?.name ?? '-', entry.filing, entry.light ?? '-'].join(' ');

function ledger(parts: Partial<LedgerParts>, asOf = yearEnd): Ledger {
  const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] })]);
  return ledgerAsOf(asOf, ledgerParts({ catalogue, roster, ...parts })).value;
}

function only(parts: Partial<LedgerParts>, asOf = yearEnd): Entry {
  const entry = ledger(parts, asOf).entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

const filed = (parts: Partial<Parameters<typeof returnOf>[1]> = {}) =>
  returnOf(roster, { unit: '区财政局', taskId: '1', ...parts });

describe('entries', () => {
  test('one a task and unit: named units, then members of groups in common; external bodies are not assessed', () => {
    const tasks = [
      taskOf('1', { leads: ['区财政局'], cooperators: ['各单位', '区审计局'] }),
      taskOf('2', { leads: ['区审计局', '市纪委'], andOthers: true }),
    ];
    const result = ledger({ catalogue: catalogueOf(tasks) });
    expect(result.entries.map(line)).toEqual([
      '1 区财政局 lead - missing red',
      '1 区审计局 cooperating - missing red',
      '1 区委办公室 cooperating 各单位 not-required -',
      '1 区政府法制办 cooperating 各单位 not-required -',
      '1 区司法局 cooperating 各单位 not-required -',
      '2 区审计局 lead - missing red',
      '2 市纪委 lead - not-required -',
    ]);
    expect(result.units.map((unit) => unit.name)).toEqual([
      '区委办公室',
      '区财政局',
      '区审计局',
      '区政府法制办',
      '区司法局',
      '市纪委',
    ]);
    expect(result.tasks.map((task) => task.cooperators.map((unit) => unit.name))).toEqual([['各单位', '区审计局'], []]);
  });

  test('a unit in two groups has the task once', () => {
    const two = rosterOf([
      '区财政局',
      { name: '各单位', kind: 'group', members: 'all' },
      { name: '执法部门', kind: 'group', members: ['001'] },
    ]);
    const catalogue = catalogueOf([taskOf('1', { leads: ['各单位'], cooperators: ['执法部门'] })]);
    expect(ledger({ catalogue, roster: two }).entries.map(line)).toEqual(['1 区财政局 lead 各单位 not-required -']);
  });
});

describe('returns', () => {
  test('the latest counts, what it corrected is kept, and it is on time when the first was', () => {
    const returns = [
      filed({ filedOn: day('2024-12-28'), percent: 70 }),
      filed({ filedOn: day('2024-12-20'), percent: 60 }),
    ];
    const entry = only({ returns });
    expect([entry.percent, entry.corrected.map((each) => each.percent), entry.filing, entry.daysLate]).toEqual([
      70,
      [60],
      'on-time',
      0,
    ]);
  });

  test('what came after the day is not known on the day, and a message says so', () => {
    const returns = [filed({ filedOn: day('2024-12-28') }), filed({ filedOn: day('2024-12-29') })];
    const parts = ledgerParts({ catalogue: catalogueOf([taskOf('1', { leads: ['区财政局'] })]), roster, returns });
    const result = ledgerAsOf(day('2024-12-27'), parts);
    expect(result.value.entries.map(line)).toEqual(['1 区财政局 lead - missing red']);
    expect(worded(result.messages)).toEqual([
      'inputs/2024Q4/returns/区财政局.csv 警告 returns-after-the-day 2 行的填报日期在台账日期 2024-12-27 之后（最晚 2024-12-29），未计入；需要计入时用 --date 指定日期',
    ]);
    expect(wordedEn(result.messages)[0]).toContain('2 rows were filed after');
    expect(ledgerAsOf(yearEnd, parts).messages).toEqual([]);
  });

  test('before the filing day nothing is missing yet, and no light is lit', () => {
    expect(line(only({}, day('2024-12-25')))).toBe('1 区财政局 lead - pending -');
    expect(line(only({}, day('2024-12-26')))).toBe('1 区财政局 lead - missing red');
  });

  test('a zero report is a report: it leaves the percent where it was; no report is red', () => {
    const plans = [planOf('1', { percent: 80 })];
    const previousReturns = [filed({ quarter: quarter('2024Q3'), percent: 75, filedOn: day('2024-09-20') })];
    const zero = only({ plans, previousReturns, returns: [filed({ isZeroReport: true })] });
    expect([zero.filing, zero.percent, zero.light]).toEqual(['on-time', 75, 'green']);
    const none = only({ plans, previousReturns });
    expect([none.filing, none.percent, none.light, none.reason]).toEqual(['missing', null, 'red', 'not-filed']);
    const first = only({ plans, returns: [filed({ isZeroReport: true })] });
    expect([first.percent, first.light, first.reason]).toEqual([null, 'green', 'standing-filed']);
  });

  test.each([
    ['completed', 100, 'green'],
    ['not-started', 0, 'red'],
    ['on-track', null, 'green'],
  ] as const)('a blank percent beside %s is %s', (status, percent, light) => {
    const entry = only({ plans: [planOf('1', { percent: 80 })], returns: [filed({ status })] });
    expect([entry.percent, entry.light]).toEqual([percent, light]);
  });

  test('a reminder tells late from after-reminder', () => {
    const reminders = new Map([['002', day('2024-12-27')]]);
    expect(only({ returns: [filed({ filedOn: day('2024-12-28') })], reminders }).filing).toBe('after-reminder');
    expect(only({ returns: [filed({ filedOn: day('2024-12-26') })], reminders }).filing).toBe('late');
  });
});

describe('plans', () => {
  test('the step named last holds until the next one; before the first there is nothing to compare with', () => {
    const steps = new Map([
      [quarter('2024Q2'), 40],
      [quarter('2025Q1'), 90],
    ]);
    expect(only({ plans: [planOf('1', { percentBy: steps })], returns: [filed({ percent: 30 })] }).planned).toBe(40);
    const later = new Map([[quarter('2025Q1'), 90]]);
    const entry = only({ plans: [planOf('1', { percentBy: later })], returns: [filed({ percent: 0 })] });
    expect([entry.planned, entry.light, entry.reason]).toEqual([null, 'green', 'standing-filed']);
  });

  test.each([
    ['2024-12-31', 'on-track', { isOverdue: false, light: 'green' }],
    ['2024-12-30', 'on-track', { isOverdue: true, light: 'red' }],
    ['2024-12-30', 'completed', { isOverdue: false, light: 'green' }],
  ] as const)('a deadline of %s claimed %s: %o', (deadline, status, expected) => {
    const entry = only({ plans: [planOf('1', { deadline: day(deadline) })], returns: [filed({ status })] });
    expect({ isOverdue: entry.isOverdue, light: entry.light }).toEqual(expected);
  });

  test('two rows for one task and unknown tasks are errors with their rows', () => {
    const plans = [planOf('1', {}), planOf('1', {}), planOf('999', {})];
    const closures = [closureOf('998', '2024-05-01', 'close')];
    const parts = ledgerParts({
      catalogue: catalogueOf([taskOf('1', { leads: ['区财政局'] })]),
      roster,
      plans,
      closures,
    });
    const { messages } = ledgerAsOf(yearEnd, parts);
    expect(worded(messages)).toEqual([
      'inputs/plan.csv:2:1 错误 office-names-unknown-task 没有编号为 999 的任务；请按责任分解意见的编号填写',
      'inputs/plan.csv:2:1 错误 plan-twice 任务 1 的计划在第 2 行已有；一个任务只写一行',
      'inputs/closures.csv:2:1 错误 office-names-unknown-task 没有编号为 998 的任务；请按责任分解意见的编号填写',
    ]);
    expect(wordedEn(messages)).toHaveLength(3);
  });
});

describe('closing', () => {
  test('办结 is the unit’s claim: only the office’s act closes', () => {
    const claimed = only({ returns: [filed({ status: 'completed', percent: 100 })] });
    expect([claimed.isClosed, claimed.reason]).toEqual([false, 'standing-filed']);
    const closed = only({ closures: [closureOf('1', '2024-12-01', 'close')] });
    expect([closed.isClosed, closed.filing, closed.light, closed.reason]).toEqual([
      true,
      'not-required',
      'green',
      'closed',
    ]);
  });

  test('closed after the filing day, the return was still due', () => {
    const closed = only({ closures: [closureOf('1', '2024-12-28', 'close')] });
    expect([closed.filing, closed.light]).toEqual(['missing', 'green']);
  });

  test('acts count from their day; a reopened task is shown as such', () => {
    const closures = [closureOf('1', '2024-12-28', 'reopen'), closureOf('1', '2024-10-10', 'close')];
    const reopened = only({ closures });
    expect([reopened.isClosed, reopened.isReopened, reopened.wasClosed, reopened.closure?.on]).toEqual([
      false,
      true,
      false,
      '2024-12-28',
    ]);
    expect([reopened.filing, reopened.light]).toEqual(['not-required', null]);
    expect(only({ closures }, day('2024-12-27')).isClosed).toBe(true);
    expect(only({ closures }, day('2024-10-09')).isClosed).toBe(false);
    expect(only({ closures: [closureOf('1', '2024-09-30', 'close')] }).wasClosed).toBe(true);
  });

  test('out of turn they are told with their row', () => {
    const closures = [
      closureOf('1', '2024-10-10', 'reopen'),
      closureOf('1', '2024-10-11', 'close'),
      closureOf('1', '2024-10-12', 'close'),
    ];
    const parts = ledgerParts({ catalogue: catalogueOf([taskOf('1', { leads: ['区财政局'] })]), roster, closures });
    const { messages } = ledgerAsOf(yearEnd, parts);
    expect(worded(messages)).toEqual([
      'inputs/closures.csv:2:1 错误 reopened-but-not-closed 任务 1 未曾销号，不能重新启动；请补登销号或核对编号',
      'inputs/closures.csv:2:1 警告 closed-twice 任务 1 在第 2 行已销号；如曾重新启动，请补登',
    ]);
    expect(wordedEn(messages)).toHaveLength(2);
  });
});

describe('last quarter', () => {
  const percentBy = new Map([
    [quarter('2024Q3'), 50],
    [quarter('2024Q4'), 80],
  ]);
  const plans = [planOf('1', { percentBy, deadline: day('2024-09-01') })];

  test('its light is the one of its last day, with its plan and its returns', () => {
    const previousReturns = [filed({ quarter: quarter('2024Q3'), percent: 30, filedOn: day('2024-09-20') })];
    const entry = only({ plans: [planOf('1', { percentBy })], previousReturns, returns: [filed({ percent: 80 })] });
    expect([entry.previousLight, entry.light, entry.previous?.percent]).toEqual(['yellow', 'green', 30]);
    expect(only({ plans, previousReturns }).wasOverdue).toBe(true);
  });

  test('a zero report leaves the percent of the last report that named one', () => {
    const zero = (of: string, filedOn: string) =>
      filed({ quarter: quarter(of), isZeroReport: true, filedOn: day(filedOn) });
    const earlierReturns = [filed({ quarter: quarter('2024Q2'), percent: 45, filedOn: day('2024-06-20') })];
    const previousReturns = [zero('2024Q3', '2024-09-20')];
    const returns = [zero('2024Q4', '2024-12-20')];
    const entry = only({ plans: [planOf('1', { percentBy })], returns, previousReturns, earlierReturns });
    expect([entry.previousLight, entry.percent, entry.light]).toEqual(['green', 45, 'red']);
  });

  test('a return that came after its end is known now, but was not then', () => {
    const previousReturns = [filed({ quarter: quarter('2024Q3'), percent: 30, filedOn: day('2024-10-05') })];
    const entry = only({ previousReturns });
    expect([entry.previousLight, entry.previous?.percent]).toEqual(['red', 30]);
  });

  test('without any returns there was no last quarter', () => {
    expect(only({}).previousLight).toBe(null);
  });
});

describe('a task that moved within the quarter', () => {
  const catalogue = catalogueOf([taskOf('95', { leads: ['区政府法制办'], cooperators: ['区财政局'] })]);
  const reassignments = reassignmentsOf(roster, [{ from: '区政府法制办', to: ['区司法局'] }]);
  const by = (unit: string, filedOn: string, percent: number) =>
    returnOf(roster, { unit, taskId: '95', filedOn: day(filedOn), percent });

  test('what the old unit filed counts for the new one that filed none, after the day of the hand-over too, and is marked', () => {
    const returns = [by('区政府法制办', '2024-10-20', 60), by('区政府法制办', '2024-11-05', 90)];
    const entry = only({ catalogue, reassignments, returns });
    expect([entry.unit.name, entry.latest?.unit.name, entry.percent, entry.isInherited]).toEqual([
      '区司法局',
      '区政府法制办',
      90,
      true,
    ]);
    expect(entry.predecessors.map((unit) => unit.name)).toEqual(['区政府法制办']);
    expect(entry.filing).toBe('on-time');
  });

  test('once the new unit filed, what the old one filed after the day counts no more', () => {
    const returns = [by('区司法局', '2024-11-20', 70), by('区政府法制办', '2024-12-05', 90)];
    expect(only({ catalogue, reassignments, returns }).percent).toBe(70);
  });

  test('the new unit’s own return comes after it', () => {
    const returns = [by('区司法局', '2024-12-20', 85), by('区政府法制办', '2024-10-20', 60)];
    const entry = only({ catalogue, reassignments, returns });
    expect([entry.percent, entry.isInherited, entry.corrected.length]).toEqual([85, false, 1]);
  });

  test('before the day the old unit has the entry', () => {
    const entry = only(
      { catalogue, reassignments, returns: [by('区政府法制办', '2024-10-20', 60)] },
      day('2024-10-31'),
    );
    expect([entry.unit.name, entry.isInherited, entry.predecessors]).toEqual(['区政府法制办', false, []]);
  });

  test('ownership: the successor from the day on, the predecessor for what it filed before', () => {
    const ownership = ownershipOf(assignTasks(yearEnd, { catalogue, roster, reassignments }).value, quarter('2023Q1'));
    const role = (unit: string, filedOn: string, taskId = '95') =>
      ownership.role(unitIn(roster, unit), taskId, day(filedOn));
    expect([
      role('区司法局', '2024-12-20'),
      role('区审计局', '2024-12-20'),
      role('区司法局', '2024-12-20', '999'),
    ]).toEqual(['lead', null, null]);
    expect([role('区政府法制办', '2024-10-31'), role('区政府法制办', '2024-11-01')]).toEqual(['lead', null]);
    expect(ownership.owners('95').map((unit) => unit.name)).toEqual(['区司法局', '区财政局']);
    expect(ownership.lostOn(unitIn(roster, '区政府法制办'), '95')).toBe('2024-11-01');
    expect(ownership.lostOn(unitIn(roster, '区审计局'), '95')).toBe(null);
  });

  test('ownership: of a task that moved several times and in several parts, the last day counts', () => {
    const both = catalogueOf([taskOf('95', { leads: ['区政府法制办'], cooperators: ['区政府法制办'] })]);
    const twice = reassignmentsOf(roster, [
      { kind: 'duty', role: 'cooperating', from: '区政府法制办', to: ['区审计局'], effectiveOn: day('2024-10-10') },
      { kind: 'duty', role: 'lead', from: '区政府法制办', to: ['区司法局'], effectiveOn: day('2024-12-01') },
    ]);
    const ownership = ownershipOf(
      assignTasks(yearEnd, { catalogue: both, roster, reassignments: twice }).value,
      quarter('2023Q1'),
    );
    expect(ownership.lostOn(unitIn(roster, '区政府法制办'), '95')).toBe('2024-12-01');
    const back = reassignmentsOf(roster, [
      { kind: 'duty', from: '区政府法制办', to: ['区司法局'], effectiveOn: day('2024-10-10') },
      { kind: 'duty', from: '区司法局', to: ['区政府法制办'], effectiveOn: day('2024-11-10') },
      { kind: 'duty', from: '区政府法制办', to: ['区司法局'], effectiveOn: day('2024-12-10') },
    ]);
    const again = ownershipOf(
      assignTasks(yearEnd, { catalogue, roster, reassignments: back }).value,
      quarter('2023Q1'),
    );
    expect(again.lostOn(unitIn(roster, '区政府法制办'), '95')).toBe('2024-12-10');
    expect(membersOf(roster, unitIn(roster, '区审计局'), yearEnd)).toEqual([]);
  });

  test('ownership: members of a group have its tasks', () => {
    const common = catalogueOf([taskOf('1', { leads: ['区财政局'], cooperators: ['各单位'] })]);
    const ownership = ownershipOf(
      assignTasks(yearEnd, { catalogue: common, roster, reassignments: [] }).value,
      quarter('2023Q1'),
    );
    expect(ownership.role(unitIn(roster, '区审计局'), '1', yearEnd)).toBe('cooperating');
    expect(ownership.role(unitIn(roster, '市纪委'), '1', yearEnd)).toBe(null);
  });
});
