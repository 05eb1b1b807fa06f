import type { ScoringRules } from '../../src/domain/rules.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { describe, expect, test } from 'vitest';
import { accountabilityCandidates } from '../../src/domain/accountability.ts';
import { assess } from '../../src/domain/assess.ts';
import { changesSince } from '../../src/domain/changes.ts';
import { entriesBehind } from '../../src/domain/counts.ts';
import { commonFacts, dutyFacts, figureFacts, isFigure } from '../../src/domain/facts.ts';
import { figuresOf, trendOf } from '../../src/domain/figures.ts';
import { handedOver, historyOf } from '../../src/domain/history.ts';
import { ledgerAsOf, type LedgerParts } from '../../src/domain/ledger.ts';
import type { FigureName } from '../../src/trade/figure-words.ts';
import { statedFigures } from '../../src/domain/stated.ts';
import { traceCandidate, traceEntry, traceFigure, traceScorecard } from '../../src/papers/sources.ts';
import { reasonWords } from '../../src/papers/candidates.ts';
import { factWords } from '../../src/papers/evidence.ts';
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
  unitIn,
} from './fixture.ts';

const roster = rosterOf([
  '区政府法制办',
  '区司法局',
  '区财政局',
  '区审计局',
  { name: '各单位', kind: 'group', members: 'all' },
  { name: '市纪委', kind: 'external' },
]);

const one = ['二、作风建设', '（一）从严抓党风'];
const two = ['二、作风建设', '（二）八项规定'];
const three = ['三、惩治腐败', '（一）查办案件', '1.线索'];
const catalogue = catalogueOf([
  taskOf('1', { section: one, leads: ['区财政局'], cooperators: ['区审计局', '各单位'] }),
  taskOf('2', { section: two, leads: ['区财政局', '区审计局'], deadline: '2024年底前' }),
  taskOf('3', { section: three, leads: ['区审计局'], cooperators: ['市纪委'] }),
  taskOf('4', { section: three, leads: ['区政府法制办'], cooperators: ['区财政局'] }),
  taskOf('5', { section: three, leads: ['市纪委'] }),
]);

const percentBy = new Map([
  [quarter('2024Q3'), 50],
  [quarter('2024Q4'), 80],
]);
const now = (unit: string, taskId: string, parts: Partial<Parameters<typeof returnOf>[1]> = {}) =>
  returnOf(roster, {
    unit,
    taskId,
    place: { file: `inputs/2024Q4/returns/${unit}.csv`, row: Number(taskId) + 1, column: 1 },
    ...parts,
  });
const then = (unit: string, taskId: string, parts: Partial<Parameters<typeof returnOf>[1]> = {}) =>
  returnOf(roster, {
    unit,
    taskId,
    quarter: quarter('2024Q3'),
    filedOn: day('2024-09-20'),
    place: { file: `inputs/2024Q3/returns/${unit}.csv`, row: Number(taskId) + 1, column: 1 },
    ...parts,
  });

const parts: LedgerParts = ledgerParts({
  catalogue,
  roster,
  reassignments: reassignmentsOf(roster, [{ from: '区政府法制办', to: ['区司法局'] }]),
  plans: [planOf('1', { percentBy }), planOf('3', { deadline: day('2024-12-15') })],
  closures: [
    closureOf('2', '2024-11-20', 'close'),
    closureOf('4', '2024-10-10', 'close'),
    closureOf('4', '2024-12-10', 'reopen'),
  ],
  returns: [
    now('区财政局', '1', { percent: 80, status: 'completed' }),
    now('区审计局', '1', { percent: 40 }),
    now('区审计局', '3'),
    now('区司法局', '4'),
    now('区司法局', '4', {
      filedOn: day('2024-12-22'),
      progress: '已整改。',
      place: { file: 'inputs/2024Q4/returns/区司法局.csv', row: 9, column: 1 },
    }),
  ],
  previousReturns: [
    then('区财政局', '1', { percent: 10 }),
    then('区审计局', '1', { percent: 50 }),
    then('区政府法制办', '4'),
  ],
});
const ledger = ledgerAsOf(day('2024-12-31'), parts).value;
const named = (entries: readonly Entry[]): readonly string[] =>
  entries.map((entry) => `${entry.task.id} ${entry.unit.name}`);

describe('figures', () => {
  test('have one definition; 办结 is not 销号, and a task that several units have counts once', () => {
    expect(figuresOf(ledger).total).toEqual({
      entries: 7,
      required: 5,
      onTime: 4,
      late: 0,
      afterReminder: 0,
      missing: 1,
      pending: 0,
      green: 4,
      yellow: 0,
      red: 3,
      silent: 1,
      overdue: 1,
      completed: 1,
      closed: 2,
      reopened: 2,
      tasks: 4,
      closedTasks: 1,
      completedTasks: 1,
    });
    expect(named(entriesBehind(ledger, 'red'))).toEqual(['1 区审计局', '3 区审计局', '4 区财政局']);
    expect(named(entriesBehind(ledger, 'missing'))).toEqual(['4 区财政局']);
  });

  test('stand by chapter and section in the order of the source, and by unit', () => {
    const { taskCount, unitCount, chapters, sections, units } = figuresOf(ledger);
    expect([taskCount, unitCount]).toEqual([5, 3]);
    expect(chapters.map(({ section, counts }) => `${section.join(' ')} ${counts.entries} ${counts.red}`)).toEqual([
      '二、作风建设 4 1',
      '三、惩治腐败 3 2',
    ]);
    expect(sections.map(({ section, counts }) => `${section.join(' ')} ${counts.tasks}`)).toEqual([
      '二、作风建设 （一）从严抓党风 1',
      '二、作风建设 （二）八项规定 1',
      '三、惩治腐败 （一）查办案件 2',
    ]);
    const lines = units.map(
      ({ unit, tasks, counts }) => `${unit.name} ${tasks.lead} ${tasks.cooperating} ${tasks.common} ${counts.entries}`,
    );
    expect(lines).toEqual(['区司法局 1 0 1 1', '区财政局 2 1 0 3', '区审计局 2 1 0 3']);
  });

  test('of several quarters stand oldest first', () => {
    const before = ledgerAsOf(day('2024-09-30'), {
      ...parts,
      quarter: quarter('2024Q3'),
      returns: parts.previousReturns,
      previousReturns: [],
    }).value;
    expect(trendOf([ledger, before, ledger]).map((row) => `${row.quarter} ${row.counts.onTime}`)).toEqual([
      '2024Q3 3',
      '2024Q4 4',
      '2024Q4 4',
    ]);
  });
});

test('changes: lights better and worse, newly overdue, newly closed, reopened in this quarter even if closed in it too', () => {
  const changes = changesSince(ledger);
  expect(Object.fromEntries(Object.entries(changes).map(([kind, entries]) => [kind, named(entries)]))).toEqual({
    better: ['1 区财政局', '2 区财政局', '2 区审计局'],
    worse: ['1 区审计局'],
    newlyOverdue: ['3 区审计局'],
    newlyClosed: ['2 区财政局', '2 区审计局'],
    reopened: ['4 区司法局', '4 区财政局'],
  });
});

describe('facts', () => {
  test('of a letter state role, deadline and text of each named task, and nothing of common ones', () => {
    const text = (id: string): string => ledger.tasks.find(({ task }) => task.id === id)?.task.text ?? '';
    expect(dutyFacts(unitIn(roster, '区财政局'), ledger)).toEqual([
      ['单位名称', '区财政局'],
      ['1 职责', '牵头'],
      ['1 完成时限', ''],
      ['1 任务内容', text('1')],
      ['2 职责', '牵头'],
      ['2 完成时限', '2024年底前'],
      ['2 任务内容', text('2')],
      ['4 职责', '配合'],
      ['4 完成时限', ''],
      ['4 任务内容', text('4')],
    ]);
    expect(dutyFacts(unitIn(roster, '区司法局'), ledger).slice(0, 2)).toEqual([
      ['单位名称', '区司法局'],
      ['4 职责', '牵头'],
    ]);
    expect(dutyFacts(unitIn(roster, '区审计局'), ledger)).toContainEqual(['3 完成时限', '2024-12-15']);
  });

  test('common to all state who leads and who cooperates, groups by their name', () => {
    expect(commonFacts(ledger).slice(0, 4)).toEqual([
      ['1 牵头单位', '区财政局'],
      ['1 配合单位', '区审计局、各单位'],
      ['2 牵头单位', '区财政局、区审计局'],
      ['2 配合单位', ''],
    ]);
  });

  test('of figures are told from those of duties by their field', () => {
    const figures = figureFacts(unitIn(roster, '区财政局'), ledger, null).map(([field]) => field);
    expect(figures).not.toEqual([]);
    expect(figures.every(isFigure)).toBe(true);
    expect(dutyFacts(unitIn(roster, '区财政局'), ledger).some(([field]) => isFigure(field))).toBe(false);
  });
});

const scoring: ScoringRules = {
  start: 70,
  floor: null,
  ceiling: null,
  onlyCooperatingFactor: 1,
  weights: { lead: 1, cooperating: 0.5 },
  rankedFrom: 1,
  rankWithin: 'all',
  places: {
    start: { file: 'inputs/office.yaml', row: 7, column: 1 },
    floor: { file: 'inputs/office.yaml', row: 6, column: 1 },
    ceiling: { file: 'inputs/office.yaml', row: 6, column: 1 },
  },
  groups: [
    {
      name: '报送',
      deductionCap: null,
      bonusCap: null,
      rules: [
        {
          label: '漏报',
          counts: { event: 'missing' },
          points: { lead: -10, cooperating: -5 },
          per: 'event',
          every: 1,
          cap: null,
          place: { file: 'inputs/office.yaml', row: 1, column: 1 },
        },
      ],
    },
  ],
};

describe('candidates for accountability', () => {
  const given = [
    adjustmentOf(roster, { unit: '区审计局', kind: '弄虚作假', points: -10, taskId: '3' }),
    adjustmentOf(roster, { unit: '区财政局', kind: '领导肯定', points: 2 }),
  ];
  const office = { ownUnits: [], selfRanking: 'none', scoring } as const;
  const usual = { missing: 3, redTwice: 1, overdue: 1, findingPoints: 5, scoreBelow: 60 };
  const list = (of: LedgerParts, terms: Parameters<typeof accountabilityCandidates>[2] = usual) => {
    const current = ledgerAsOf(day('2024-12-31'), of).value;
    const cards = assess(current, { office, adjustments: given }).value;
    return accountabilityCandidates(current, cards, terms).flatMap(({ unit, score, reasons }) =>
      reasons.map((reason) => {
        const { kind, evidence } = reason;
        const rests = evidence.map(
          (each) => `${each.taskId}:${factWords(each.fact)}@${each.place?.file.split('/').at(-1) ?? '-'}`,
        );
        return `${unit.name} ${score} ${kind} ${reasonWords(reason, { score })} | ${rests.join(' ')}`;
      }),
    );
  };

  test('come with each reason and its evidence, for people to decide', () => {
    expect(list(parts)).toEqual([
      '区司法局 70 reopened 牵头任务销号后反弹（1项） | 4:2024年12月10日恢复督办：销号通知@closures.csv',
      '区财政局 67 red-twice 连续两个季度红灯（1项） | 4:上季度未报送；本季度未报送@-',
      '区审计局 60 red-twice 连续两个季度红灯（1项） | 3:上季度未报送；本季度“已推进。”@区审计局.csv',
      '区审计局 60 overdue 牵头任务逾期（1项） | 3:应于2024年12月15日前完成，截至2024年12月31日未办结@plan.csv',
      '区审计局 60 finding 弄虚作假（1次） | 3:2024年12月27日：笼统（审核意见单第7号）@adjustments.csv',
    ]);
  });

  test('the office sets from how much on', () => {
    const terms = { missing: 1, redTwice: 2, overdue: 9, findingPoints: 10, scoreBelow: 66 };
    expect(list(parts, terms)).toEqual([
      '区司法局 70 reopened 牵头任务销号后反弹（1项） | 4:2024年12月10日恢复督办：销号通知@closures.csv',
      '区财政局 67 missing 未报送季度反馈（1项） | 4:截至2024年12月31日未报送@-',
      '区审计局 60 finding 弄虚作假（1次） | 3:2024年12月27日：笼统（审核意见单第7号）@adjustments.csv',
      '区审计局 60 low-score 考核得分60分，低于66分 | 3:2024年12月27日：笼统（审核意见单第7号）@adjustments.csv',
    ]);
    expect(list(parts, { missing: 0, redTwice: 0, overdue: 0, findingPoints: 11, scoreBelow: 0 })).toHaveLength(5);
  });

  test('a unit without tasks of its own has no score to speak of', () => {
    const common = catalogueOf([taskOf('1', { leads: ['区财政局'], cooperators: ['各单位'] })]);
    const lines = list({ ...parts, catalogue: common, reassignments: [], closures: [], plans: [] });
    expect(lines).toContain(
      '区审计局 null finding 弄虚作假（1次） | 3:2024年12月27日：笼统（审核意见单第7号）@adjustments.csv',
    );
  });

  test('two red quarters running quote what was reported, or that nothing was', () => {
    const simple = catalogueOf([taskOf('1', { leads: ['区财政局', '区审计局'] })]);
    const previousReturns = [then('区财政局', '1', { status: 'overdue' })];
    const returns = [now('区财政局', '1', { status: 'overdue', progress: '仍未启动。' })];
    expect(
      list({ ...parts, catalogue: simple, reassignments: [], plans: [], closures: [], returns, previousReturns }),
    ).toEqual([
      '区财政局 72 red-twice 连续两个季度红灯（1项） | 1:上季度“已推进。”；本季度“仍未启动。”@区财政局.csv',
      '区审计局 50 red-twice 连续两个季度红灯（1项） | 1:上季度未报送；本季度未报送@-',
      '区审计局 50 finding 弄虚作假（1次） | 3:2024年12月27日：笼统（审核意见单第7号）@adjustments.csv',
      '区审计局 50 low-score 考核得分50分，低于60分 | 1:截至2024年12月31日未报送@- 3:2024年12月27日：笼统（审核意见单第7号）@adjustments.csv',
    ]);
  });
});

describe('trace', () => {
  const entryOf = (taskId: string, unit: string): Entry => {
    const entry = ledger.entries.find((each) => each.task.id === taskId && each.unit.name === unit);
    if (entry === undefined) throw new Error(`${taskId} ${unit}`);
    return entry;
  };
  const lines = (taskId: string, unit: string): readonly string[] =>
    traceEntry(entryOf(taskId, unit), ledger, catalogue).map(
      ({ kind, text, place }) => `${kind} ${text} ${place?.file.split('/').at(-1)}:${place?.row}`,
    );

  test('an entry names source line, reassignment, returns, closure and plan', () => {
    expect(lines('4', '区司法局')).toEqual([
      'task 任务4的内容。 责任分解.txt:12',
      'reassignment 2024年11月1日起由区政府法制办转来：机构改革方案 reassignments.csv:2',
      'return 区司法局2024年12月22日报送：已整改。 区司法局.csv:9',
      'corrected 区司法局2024年12月20日报送：已推进。 区司法局.csv:5',
      'previous 区政府法制办2024年9月20日报送：已推进。 区政府法制办.csv:5',
      'closure 销号通知 closures.csv:2',
    ]);
    expect(lines('1', '区财政局')).toContain('plan 印发办法 plan.csv:2');
    expect(lines('3', '市纪委')).toEqual(['task 任务3的内容。 责任分解.txt:9', 'plan 印发办法 plan.csv:2']);
  });

  test('a task that the ledger does not assign has no reassignment to name', () => {
    expect(traceEntry(entryOf('4', '区司法局'), { ...ledger, tasks: [] }, catalogue)).toHaveLength(5);
  });

  test('a scorecard names what each line rests on', () => {
    const office = { ownUnits: [], selfRanking: 'none', scoring } as const;
    const given = [adjustmentOf(roster, { unit: '区财政局', kind: '缺席会议', points: -1 })];
    const card = assess(ledger, { office, adjustments: given }).value.find((each) => each.unit.name === '区财政局');
    const sources = card === undefined ? [] : traceScorecard(card);
    expect(
      sources.map(({ kind, text, place }) => `${kind} ${text} ${place?.file ?? '-'}:${place?.row ?? '-'}`),
    ).toEqual([
      'rule 起评分：70分 inputs/office.yaml:7',
      'rule 漏报：1次，-5分 inputs/office.yaml:1',
      'score 漏报（第4项）：截至2024年12月31日未报送，-5分 -:-',
      'rule 缺席会议：1次，-1分 -:-',
      'score 缺席会议：2024年12月27日：笼统（审核意见单第7号），-1分 inputs/2024Q4/adjustments.csv:2',
    ]);
  });

  test('a figure names each entry that counts in it: the row that makes it count, and the lines of its task', () => {
    const of = (scope: string | null, name: FigureName) =>
      statedFigures(ledger).find((each) => each.scope === scope && each.name === name);
    const rests = (scope: string | null, name: FigureName) => {
      const figure = of(scope, name);
      return (figure === undefined ? [] : traceFigure(figure, catalogue)).map(
        ({ text, place, origin }) => `${text} ${place?.file.split('/').at(-1) ?? '-'} ${origin?.row}`,
      );
    };
    expect(rests(null, 'onTime')).toEqual([
      '第1项 区财政局 区财政局.csv 3',
      '第1项 区审计局 区审计局.csv 3',
      '第3项 区审计局 区审计局.csv 9',
      '第4项 区司法局 区司法局.csv 12',
    ]);
    expect(rests('区财政局', 'missing')).toEqual(['第4项 区财政局 - 12']);
    expect(rests(null, 'newlyClosed')).toEqual(['第2项 区财政局 closures.csv 6']);
    expect(rests('二、作风建设（一）从严抓党风', 'red')).toEqual(['第1项 区审计局 区审计局.csv 3']);
    expect(rests(null, 'overdue')).toEqual(['第3项 区审计局 plan.csv 9']);
    expect([of(null, 'tasks')?.value, of(null, 'units')?.value, of(null, 'late')]).toEqual([5, 3, undefined]);
  });

  test('a figure that a paper states is a count of the domain, its share the one that sums to 100.0', () => {
    const { total, units } = figuresOf(ledger);
    const figures = statedFigures(ledger);
    const value = (scope: string | null, name: FigureName) =>
      figures.find((each) => each.scope === scope && each.name === name)?.value ?? 0;
    for (const { scope, counts } of [
      { scope: null, counts: total },
      ...units.map(({ unit, counts }) => ({ scope: unit.name, counts })),
    ]) {
      expect({
        entries: value(scope, 'entries'),
        required: value(scope, 'required'),
        onTime: value(scope, 'onTime'),
        missing: value(scope, 'missing'),
        green: value(scope, 'green'),
        red: value(scope, 'red'),
        overdue: value(scope, 'overdue'),
        completed: value(scope, 'completed'),
        closed: value(scope, 'closed'),
        closedTasks: value(scope, 'closedTasks'),
      }).toEqual({
        entries: counts.entries,
        required: counts.required - counts.pending,
        onTime: counts.onTime,
        missing: counts.missing,
        green: counts.green,
        red: counts.red,
        overdue: counts.overdue,
        completed: counts.completed,
        closed: counts.closed,
        closedTasks: counts.closedTasks,
      });
    }
    const shares = figures.filter(({ scope, share }) => scope === null && share !== null);
    expect(shares.map(({ name, share }) => `${name} ${share}`)).toEqual([
      'onTime 80',
      'missing 20',
      'green 57.1',
      'red 42.9',
    ]);
  });

  test('a candidate names what each reason rests on', () => {
    const office = { ownUnits: [], selfRanking: 'none', scoring } as const;
    const cards = assess(ledger, { office, adjustments: [] }).value;
    const terms = { missing: 3, redTwice: 1, overdue: 1, findingPoints: 5, scoreBelow: 0 };
    const candidate = accountabilityCandidates(ledger, cards, terms).find(({ unit }) => unit.name === '区审计局');
    const sources = candidate === undefined ? [] : traceCandidate(candidate);
    expect(sources.map(({ text, place }) => `${text} ${place?.file.split('/').at(-1)}`)).toEqual([
      '连续两个季度红灯（1项）（第3项）：上季度未报送；本季度“已推进。” 区审计局.csv',
      '牵头任务逾期（1项）（第3项）：应于2024年12月15日前完成，截至2024年12月31日未办结 plan.csv',
    ]);
  });
});

describe('history', () => {
  const before = ledgerAsOf(day('2024-09-30'), {
    ...parts,
    quarter: quarter('2024Q3'),
    returns: parts.previousReturns,
    previousReturns: [],
  }).value;

  test('an entry stands over the quarters, as its predecessor’s before it moved', () => {
    const lines = historyOf([before, ledger]).map(({ entry, stages }) => {
      const said = stages.map(
        (stage) => `${stage.quarter} ${stage.entry?.unit.name ?? '-'} ${stage.entry?.light ?? '-'}`,
      );
      return `${entry.task.id} ${entry.unit.name}: ${said.join(', ')}`;
    });
    expect(lines.slice(0, 3)).toEqual([
      '1 区财政局: 2024Q3 区财政局 red, 2024Q4 区财政局 green',
      '1 区审计局: 2024Q3 区审计局 green, 2024Q4 区审计局 red',
      '1 区司法局: 2024Q3 区司法局 -, 2024Q4 区司法局 -',
    ]);
    expect(lines).toContain('4 区司法局: 2024Q3 区政府法制办 green, 2024Q4 区司法局 green');
    expect(
      historyOf([ledger, before]).find(({ entry }) => entry.unit.name === '区政府法制办' && entry.task.id === '4')
        ?.stages[0]?.entry,
    ).toBe(null);
    expect(historyOf([])).toEqual([]);
  });

  test('what a unit handed on stands as it last was, with who has it now', () => {
    const lines = handedOver([before, ledger]).map(
      ({ quarter: last, entry, successors }) =>
        `${entry.task.id} ${entry.unit.name} ${last} → ${successors.map(({ name }) => name).join('、')}`,
    );
    expect(lines).toContain('4 区政府法制办 2024Q3 → 区司法局');
    expect(handedOver([ledger])).toEqual([]);
    expect(handedOver([])).toEqual([]);
  });
});
