/** Random districts for properties: few units and tasks, so that everything meets everything. */
import type { Role } from '../../src/trade/claims.ts';
import type { ScoringEvent, ScoringGroup, ScoringRule, ScoringRules } from '../../src/domain/rules.ts';
import type { Closure, Plan } from '../../src/domain/entry.ts';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../src/trade/calendar.ts';
import type { Adjustment } from '../../src/domain/adjustment.ts';
import type { LedgerParts } from '../../src/domain/ledger.ts';
import type { Return } from '../../src/domain/return.ts';
import type { Place } from '../../src/message/message.ts';
import {
  adjustmentOf,
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
} from './fixture.ts';

const names = ['甲局', '乙局', '丙局', '丁局', '戊办', '己办'] as const;

export const roster = rosterOf([
  ...names.map((name, index) => ({ name, category: index < 3 ? '政府部门' : '党委部门' })),
  { name: '庚局', from: day('2024-11-01') },
  { name: '各单位', kind: 'group', members: 'all' },
  { name: '执法部门', kind: 'group', members: ['001', '004'] },
  { name: '市局', kind: 'external' },
]);

const place = (file: string, row: number): Place => ({ file, row, column: 1 });
const dayWithin = (from: string, days: number): fc.Arbitrary<CalendarDate> =>
  fc.integer({ min: 0, max: days }).map((offset) => addDays(day(from), offset));

const taskIds = ['1', '2', '3', '4', '5'];
const anyUnit = fc.constantFrom(...names);
const anyNames = fc.uniqueArray(fc.constantFrom(...names, '各单位', '执法部门', '市局'), { maxLength: 4 });

const tasks = fc.tuple(
  ...taskIds.map((id) =>
    fc
      .record({ leads: fc.uniqueArray(anyUnit, { minLength: 1, maxLength: 3 }), cooperators: anyNames })
      .map((parts) => taskOf(id, parts)),
  ),
);

const statuses = ['not-started', 'on-track', 'behind', 'overdue', 'completed'] as const;

const content = fc.record({
  status: fc.constantFrom(...statuses),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  isZeroReport: fc.boolean(),
});

export const onTimeContent = fc
  .tuple(content, dayWithin('2024-10-01', 85))
  .map(([parts, filedOn]) => ({ ...parts, filedOn }));

const oneReturn = fc.record({
  unit: fc.constantFrom(...names, '庚局'),
  taskId: fc.constantFrom(...taskIds),
  content,
  filedOn: dayWithin('2024-10-01', 95),
});

const returnsOf = (of: string, back: number): fc.Arbitrary<readonly Return[]> =>
  fc.array(oneReturn, { maxLength: 25 }).map((drafts) =>
    drafts.map(({ unit, taskId, content: said, filedOn }, index) =>
      returnOf(roster, {
        ...said,
        unit,
        taskId,
        quarter: quarter(of),
        filedOn: addDays(filedOn, back),
        place: place(`inputs/${of}/returns/${unit}.csv`, index + 2),
      }),
    ),
  );

const plans: fc.Arbitrary<readonly Plan[]> = fc
  .uniqueArray(
    fc.record({
      taskId: fc.constantFrom(...taskIds),
      before: fc.integer({ min: 0, max: 100 }),
      now: fc.option(fc.integer({ min: 0, max: 100 })),
      deadline: fc.option(dayWithin('2024-08-01', 170)),
    }),
    { selector: ({ taskId }) => taskId },
  )
  .map((drafts) =>
    drafts.map(({ taskId, before, now, deadline }, index) => {
      const steps = [
        [quarter('2024Q3'), before] as const,
        ...(now === null ? [] : [[quarter('2024Q4'), now] as const]),
      ];
      return planOf(taskId, { percentBy: new Map(steps), deadline, place: place('inputs/plan.csv', index + 2) });
    }),
  );

/** Closed, and some of them reopened later. */
const closures: fc.Arbitrary<readonly Closure[]> = fc
  .uniqueArray(
    fc.record({ taskId: fc.constantFrom(...taskIds), on: dayWithin('2024-08-01', 140), reopens: fc.boolean() }),
    { selector: ({ taskId }) => taskId, maxLength: 3 },
  )
  .map((drafts) =>
    drafts
      .flatMap(({ taskId, on, reopens }) => [
        closureOf(taskId, on, 'close'),
        ...(reopens ? [closureOf(taskId, addDays(on, 5), 'reopen')] : []),
      ])
      .map((each, index) => ({ ...each, place: place('inputs/closures.csv', index + 2) })),
  );

const reforms = [
  { kind: 'rename', from: '甲局', to: ['庚局'] },
  { kind: 'merge', from: '乙局', to: ['庚局'] },
  { kind: 'split', from: '丙局', to: ['丁局', '庚局'] },
  { kind: 'merge', from: '丁局', to: ['戊办'] },
  { kind: 'split', from: '戊办', to: ['戊办', '己办'], effectiveOn: day('2024-12-01') },
] as const;

export const districts: fc.Arbitrary<LedgerParts> = fc
  .record({
    tasks,
    returns: returnsOf('2024Q4', 0),
    previousReturns: returnsOf('2024Q3', -92),
    plans,
    closures,
    reforms: fc.subarray([...reforms]),
    reminded: fc.uniqueArray(fc.constantFrom('001', '002', '003', '007'), { maxLength: 2 }),
  })
  .map(({ tasks: drawn, reforms: rows, reminded, ...parts }) =>
    ledgerParts({
      ...parts,
      roster,
      catalogue: catalogueOf(drawn),
      reassignments: reassignmentsOf(roster, rows),
      reminders: new Map(reminded.map((code) => [code, day('2024-12-27')])),
    }),
  );

const findings = ['空泛应付', '领导肯定', '别的'] as const;

export const adjustments: fc.Arbitrary<readonly Adjustment[]> = fc
  .array(
    fc.record({
      unit: anyUnit,
      kind: fc.constantFrom(...findings),
      points: fc.integer({ min: -8, max: 8 }),
      taskId: fc.option(fc.constantFrom(...taskIds)),
    }),
    { maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map((draft, index) =>
      adjustmentOf(roster, { ...draft, place: place('inputs/2024Q4/adjustments.csv', index + 2) }),
    ),
  );

const cap = fc.option(fc.integer({ min: 0, max: 15 }));

function ladder(events: readonly ScoringEvent[], top: number): fc.Arbitrary<readonly ScoringRule[]> {
  const falling = fc
    .array(fc.integer({ min: -20, max: top }), { minLength: events.length, maxLength: events.length })
    .map((points) => points.toSorted((a, b) => b - a));
  const ways = fc.record({
    isHalf: fc.boolean(),
    byDay: fc.boolean(),
    isShare: fc.boolean(),
    every: fc.integer({ min: 1, max: 3 }),
  });
  return fc.tuple(falling, ways).map(([lead, { isHalf, byDay, isShare, every }]) => {
    const first = lead.findIndex((points) => points < 0);
    return events.map((event, index): ScoringRule => {
      const full = lead[index] ?? 0;
      const points: Readonly<Record<Role, number>> = { lead: full, cooperating: isHalf ? full / 2 : full };
      const isByDay = byDay && event === 'late' && full <= 0;
      const per = isByDay ? 'day' : isShare ? 'share' : 'event';
      const isEvery = index === first && per === 'event' && !isHalf;
      return { ...ruleFor({ event }, points), per, every: isEvery ? every : 1 };
    });
  });
}

function ruleFor(counts: ScoringRule['counts'], points: ScoringRule['points']): ScoringRule {
  const label = 'event' in counts ? counts.event : counts.finding;
  return { label, counts, points, per: 'event', every: 1, cap: null, place: place('inputs/office.yaml', 1) };
}

const group = (name: string, rules: fc.Arbitrary<readonly ScoringRule[]>): fc.Arbitrary<ScoringGroup> =>
  fc.record({ name: fc.constant(name), deductionCap: cap, bonusCap: cap, rules });

const others = fc
  .tuple(cap, fc.integer({ min: -5, max: 0 }), fc.integer({ min: 0, max: 5 }))
  .map(([limit, bad, good]) => [
    { ...ruleFor({ finding: '空泛应付' }, { lead: bad, cooperating: bad }), cap: limit },
    { ...ruleFor({ finding: '领导肯定' }, null), cap: limit },
    ruleFor({ event: 'completed' }, { lead: good, cooperating: good }),
    ruleFor({ event: 'closed' }, { lead: good, cooperating: good }),
    ruleFor({ event: 'reopened' }, { lead: bad, cooperating: bad }),
    ruleFor({ event: 'no-plan' }, { lead: bad, cooperating: bad }),
  ]);

/** Rule files that scoringProblems lets pass. */
export const ruleSets: fc.Arbitrary<ScoringRules> = fc.record({
  start: fc.integer({ min: 0, max: 100 }),
  floor: fc.option(fc.integer({ min: -10, max: 0 })),
  ceiling: fc.option(fc.integer({ min: 90, max: 120 })),
  onlyCooperatingFactor: fc.constantFrom(1, 2),
  weights: fc.constantFrom({ lead: 1, cooperating: 0.5 }, { lead: 3, cooperating: 0.7 }),
  rankedFrom: fc.integer({ min: 0, max: 2 }),
  rankWithin: fc.constantFrom('category', 'all'),
  groups: fc.tuple(
    group('报送', ladder(['on-time', 'late', 'after-reminder', 'missing'], 10)),
    group('进展', ladder(['yellow', 'red', 'overdue'], 0)),
    group('其他', others),
  ),
  places: fc.constant({
    start: place('inputs/office.yaml', 2),
    floor: place('inputs/office.yaml', 3),
    ceiling: place('inputs/office.yaml', 4),
  }),
});
