/** Tasks and deadlines change by dated acts: before its day an act changes nothing, and a closed quarter never. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { dutyFacts } from '../../src/domain/facts.ts';
import { ledgerAsOf, type LedgerParts } from '../../src/domain/ledger.ts';
import { wholeCatalogue, type TaskChange } from '../../src/domain/task-change.ts';
import { catalogueOf, day, ledgerParts, planOf, returnOf, rosterOf, taskOf, unitIn, worded } from './fixture.ts';

const roster = rosterOf(['区财政局', '区审计局']);
const catalogue = catalogueOf([
  taskOf('1', { leads: ['区财政局'], cooperators: ['区审计局'] }),
  taskOf('2', { leads: ['区审计局'] }),
]);

function change(
  taskId: string,
  act: readonly [TaskChange['kind'], string],
  more: Partial<TaskChange> = {},
): TaskChange {
  const [kind, on] = act;
  const place = { file: 'inputs/task-changes.csv', row: 2, column: 1 };
  const none = { text: '', leads: [], cooperators: [], section: '', basis: '区委办〔2024〕7号' };
  return { ...none, taskId, kind, on: day(on), place, ...more };
}

function entriesOn(on: string, parts: Partial<LedgerParts>): readonly Entry[] {
  const changes = parts.taskChanges ?? [];
  const whole = wholeCatalogue(catalogue, changes).value;
  return ledgerAsOf(day(on), ledgerParts({ ...parts, catalogue: whole, roster })).value.entries;
}

const of = (entries: readonly Entry[], taskId: string): Entry | undefined =>
  entries.find(({ task }) => task.id === taskId);

describe('a task', () => {
  const added = change('201', ['add', '2024-11-15'], { text: '开展专项整治。', leads: ['区财政局'] });

  test('that is added is there from its day on', () => {
    expect(of(entriesOn('2024-11-14', { taskChanges: [added] }), '201')).toBeUndefined();
    const entry = of(entriesOn('2024-12-31', { taskChanges: [added] }), '201');
    expect([entry?.unit.name, entry?.role, entry?.task.text]).toEqual(['区财政局', 'lead', '开展专项整治。']);
  });

  test('that is dropped has neither light nor filing from its day on, and stands as dropped', () => {
    const dropped = change('2', ['drop', '2024-11-15']);
    expect(of(entriesOn('2024-11-14', { taskChanges: [dropped] }), '2')?.isAssessed).toBe(true);
    const entry = of(entriesOn('2024-12-31', { taskChanges: [dropped] }), '2');
    expect([entry?.isAssessed, entry?.light, entry?.filing]).toEqual([false, null, 'not-required']);
    expect(entry?.task.dropped).toEqual({ on: '2024-11-15', basis: '区委办〔2024〕7号' });
    // Its duty is gone from what a letter states.
    const ledger = ledgerAsOf(day('2024-12-31'), ledgerParts({ catalogue, roster, taskChanges: [dropped] })).value;
    expect(dutyFacts(unitIn(roster, '区审计局'), ledger).some(([field]) => field.startsWith('2 '))).toBe(false);
  });

  test('that is restored goes on', () => {
    const taskChanges = [change('2', ['drop', '2024-10-15']), change('2', ['restore', '2024-11-15'])];
    expect(of(entriesOn('2024-12-31', { taskChanges }), '2')?.isAssessed).toBe(true);
    expect(of(entriesOn('2024-11-01', { taskChanges }), '2')?.isAssessed).toBe(false);
  });

  test('that is reworded keeps its number and says what it said then', () => {
    const taskChanges = [change('1', ['reword', '2024-11-15'], { text: '改为按月公开。' })];
    expect(of(entriesOn('2024-11-14', { taskChanges }), '1')?.task.text).toBe(catalogue.tasks[0]?.text);
    expect(of(entriesOn('2024-12-31', { taskChanges }), '1')?.task.text).toBe('改为按月公开。');
  });

  test.each([
    [[change('1', ['add', '2024-11-01'], { text: '甲', leads: ['区财政局'] })], 'task-id-taken'],
    [[change('9', ['drop', '2024-11-01'])], 'office-names-unknown-task'],
    [[change('1', ['drop', '2024-11-01']), change('1', ['drop', '2024-12-01'])], 'task-dropped-twice'],
    [[change('1', ['restore', '2024-11-01'])], 'task-not-dropped'],
    [[added, change('201', ['drop', '2024-11-01'])], 'task-not-yet'],
  ] as const)('is not changed by acts that contradict each other: %#', (taskChanges, code) => {
    const told = wholeCatalogue(catalogue, taskChanges).messages;
    expect(told.map((message) => message.code)).toEqual([code]);
    expect(worded(told).join()).not.toContain('undefined');
  });
});

describe('a deadline', () => {
  const plans = [planOf('1', { deadline: day('2024-12-15'), percent: 100 })];
  const returns = ['区财政局', '区审计局'].map((unit) => returnOf(roster, { unit, taskId: '1', percent: 90 }));
  const extension = (more: Partial<Extension>): Extension => ({
    taskId: '1',
    unitCode: null,
    askedOn: day('2024-12-01'),
    newDeadline: day('2025-03-31'),
    percentBy: new Map(),
    decision: null,
    decidedOn: null,
    basis: '',
    place: { file: 'inputs/extensions.csv', row: 2, column: 1 },
    ...more,
  });
  const granted = { decision: 'granted', decidedOn: day('2024-12-20'), basis: '批复第2号' } as const;

  test('is not moved by asking, which is shown', () => {
    const entry = of(entriesOn('2024-12-31', { plans, returns, extensions: [extension({})] }), '1');
    expect([entry?.light, entry?.isOverdue, entry?.extended.asked, entry?.extended.count]).toEqual([
      'red',
      true,
      '2025-03-31',
      0,
    ]);
  });

  test('is moved by granting from the day of the decision on, with the first one and the count kept', () => {
    const extensions = [extension(granted)];
    expect(of(entriesOn('2024-12-19', { plans, returns, extensions }), '1')?.isOverdue).toBe(true);
    // The decision counts from its own day on.
    expect(of(entriesOn('2024-12-20', { plans, returns, extensions }), '1')?.isOverdue).toBe(false);
    const entry = of(entriesOn('2024-12-31', { plans, returns, extensions }), '1');
    expect([entry?.isOverdue, entry?.plan?.deadline]).toEqual([false, '2025-03-31']);
    expect(entry?.extended).toEqual({
      first: '2024-12-15',
      count: 1,
      last: { on: '2024-12-20', basis: '批复第2号' },
      asked: null,
    });
  });

  test('is moved for the unit that it was granted to alone', () => {
    const extensions = [extension({ ...granted, unitCode: unitIn(roster, '区审计局').code })];
    const entries = entriesOn('2024-12-31', { plans, returns, extensions });
    expect(entries.filter(({ task }) => task.id === '1').map(({ unit, isOverdue }) => [unit.name, isOverdue])).toEqual([
      ['区财政局', true],
      ['区审计局', false],
    ]);
  });

  test('stays where it was when it was refused', () => {
    const extensions = [extension({ decision: 'refused', decidedOn: day('2024-12-20'), basis: '批复第3号' })];
    const entry = of(entriesOn('2024-12-31', { plans, returns, extensions }), '1');
    expect([entry?.isOverdue, entry?.extended.asked]).toEqual([true, null]);
  });
});
