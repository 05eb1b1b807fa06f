import type { ScoringRules } from '../../src/domain/rules.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Adjustment } from '../../src/domain/adjustment.ts';
import { assess, type AssessParts } from '../../src/domain/assess.ts';
import { ledgerAsOf, type LedgerParts } from '../../src/domain/ledger.ts';
import type { Scorecard } from '../../src/domain/score.ts';
import { readOffice } from '../../src/intake/office.ts';
import { readScoring } from '../intake/read-scoring.ts';
import {
  adjustmentOf,
  catalogueOf,
  closureOf,
  day,
  ledgerParts,
  planOf,
  quarter,
  returnOf,
  rosterOf,
  taskOf,
  worded,
  wordedEn,
} from './fixture.ts';
import { factWords, lineEvidence } from '../../src/papers/evidence.ts';
import { lineLabel } from '../../src/papers/scorecard.ts';

const roster = rosterOf([
  { name: '区纪委监委', category: '党委部门' },
  { name: '区财政局' },
  { name: '区审计局' },
  { name: '区教育局' },
  { name: '各单位', kind: 'group', members: 'all' },
  { name: '市纪委', kind: 'external' },
]);

function sampleRules(): ScoringRules {
  const path = 'test/fixtures/office/office.yaml';
  const office = readOffice({ path, bytes: readFileSync(path) }, roster).value;
  if (office === null) throw new Error('inputs/office.yaml');
  return office.scoring;
}

function rulesOf(name: string): ScoringRules {
  const path = `docs/scoring/${name}.yaml`;
  const rules = readScoring({ path, bytes: readFileSync(path) }).value;
  if (rules === null) throw new Error(path);
  return rules;
}

function rulesIn(yaml: string): ScoringRules {
  const read = readScoring({ path: 'rules.yaml', bytes: Buffer.from(yaml) });
  if (read.value === null) throw new Error(worded(read.messages).join('\n'));
  return read.value;
}

type Setting = Partial<AssessParts['office']> & { readonly adjustments?: readonly Adjustment[] };

function scored(parts: Partial<LedgerParts> & Pick<LedgerParts, 'catalogue'>, setting: Setting = {}) {
  const { adjustments = [], ...office } = setting;
  const ledger = ledgerAsOf(day('2024-12-31'), ledgerParts({ roster, ...parts })).value;
  const terms = { ownUnits: [], selfRanking: 'with-others', scoring: sampleRules(), ...office } as const;
  return assess(ledger, { office: terms, adjustments });
}

const lines = (card: Scorecard | undefined): readonly string[] =>
  (card?.lines ?? []).map((line) =>
    [
      line.kind === 'manual' ? `manual${lineLabel(line)}` : lineLabel(line),
      line.count,
      line.points,
      line.isCapped ? '封顶' : '',
    ]
      .join(' ')
      .trim(),
  );

const filed = (unit: string, taskId: string, parts: Partial<Parameters<typeof returnOf>[1]> = {}) =>
  returnOf(roster, { unit, taskId, ...parts });

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index + 1));

describe('the sample rules', () => {
  test('every line names its rule, count, points and evidence; the lines sum to the score', () => {
    const catalogue = catalogueOf(ids(7).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const percentBy = new Map([[quarter('2024Q4'), 80]]);
    const plans = [
      ...['2', '3'].map((id) => planOf(id, { percentBy })),
      planOf('4', { deadline: day('2024-06-30'), place: { file: 'inputs/plan.csv', row: 5, column: 1 } }),
    ];
    const place = (row: number) => ({ file: 'inputs/2024Q4/returns/区财政局.csv', row, column: 1 });
    const returns = [
      filed('区财政局', '2', { percent: 60, filedOn: day('2024-12-28'), place: place(3) }),
      filed('区财政局', '3', { percent: 40, place: place(4) }),
      filed('区财政局', '4', { place: place(5) }),
      filed('区财政局', '5', { place: place(6) }),
    ];
    const closures = [
      closureOf('6', '2024-11-01', 'close'),
      closureOf('7', '2024-10-01', 'close'),
      closureOf('7', '2024-12-01', 'reopen'),
    ];
    const adjustments = [adjustmentOf(roster, { unit: '区财政局', taskId: '5' })];
    const card = scored({ catalogue, plans, returns, closures }, { adjustments }).value[0];
    expect(lines(card)).toEqual([
      '起评分 1 100',
      '迟报 1 -1',
      '漏报 2 -8',
      '黄灯 1 -1',
      '红灯 3 -9',
      '逾期 1 -4',
      '销号后反弹 1 -2',
      '空泛应付 1 -5',
      '销号 1 1',
    ]);
    expect(card?.score).toBe(71);
    const evidence = (card?.lines ?? []).flatMap((line) =>
      line.evidence.map(
        (each) =>
          `${lineLabel(line)} ${each.taskId} ${each.points} ${factWords(each.fact)} ${each.place?.file ?? '-'}:${each.place?.row ?? '-'}`,
      ),
    );
    expect(evidence).toMatchInlineSnapshot(`
      [
        "起评分 null 100 评分规则规定 test/fixtures/office/office.yaml:72",
        "迟报 2 -1 2024年12月28日反馈，迟3天 inputs/2024Q4/returns/区财政局.csv:3",
        "漏报 1 -4 截至2024年12月31日未报送 -:-",
        "漏报 7 -4 截至2024年12月31日未报送 -:-",
        "黄灯 2 -1 计划80%，报送60%，落后20个百分点（2024年12月28日反馈表） inputs/2024Q4/returns/区财政局.csv:3",
        "红灯 1 -3 未报送反馈 -:-",
        "红灯 3 -3 计划80%，报送40%，落后40个百分点（2024年12月20日反馈表） inputs/2024Q4/returns/区财政局.csv:4",
        "红灯 7 -3 未报送反馈 -:-",
        "逾期 4 -4 应于2024年6月30日前完成，截至2024年12月31日未办结 inputs/plan.csv:5",
        "销号后反弹 7 -2 2024年12月1日恢复督办：销号通知 inputs/closures.csv:2",
        "空泛应付 5 -5 2024年12月27日：笼统（审核意见单第7号） inputs/2024Q4/adjustments.csv:2",
        "销号 6 1 2024年11月1日销号：销号通知 inputs/closures.csv:2",
      ]
    `);
  });

  test('a light that is red because nothing was filed, past its deadline in grace, near it, or claimed, says so', () => {
    const catalogue = catalogueOf(ids(5).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const claims = {
      'not-started': 'yellow',
      'on-track': 'green',
      behind: 'yellow',
      overdue: 'red',
      completed: 'green',
    } as const;
    const lights = { yellowFrom: 10, redAbove: 30, warnDays: 10, graceDays: 10, claims };
    const office = { ...ledgerParts({ catalogue, roster }).office, lights };
    const plans = [planOf('1', { deadline: day('2025-01-05') }), planOf('2', { deadline: day('2024-12-30') })];
    const returns = [
      filed('区财政局', '1'),
      filed('区财政局', '2'),
      filed('区财政局', '3', { status: 'not-started' }),
      filed('区财政局', '4', { status: 'behind' }),
      filed('区财政局', '5', { status: 'overdue' }),
    ];
    const scoring = rulesIn(
      'start: 10\ngroups: [{name: 进展, rules: [{when: 黄灯, points: -1}, {when: 红灯, points: -2}]}]',
    );
    const card = scored({ catalogue, plans, returns, office }, { scoring }).value[0];
    expect(card?.lines.flatMap((line) => line.evidence.map((each) => factWords(each.fact)))).toEqual([
      '评分规则规定',
      '临近完成时限2025年1月5日，尚未办结（2024年12月20日反馈表）',
      '已过完成时限2024年12月30日（2024年12月20日反馈表）',
      '自报未启动（2024年12月20日反馈表）',
      '自报滞后（2024年12月20日反馈表）',
      '自报逾期（2024年12月20日反馈表）',
    ]);
  });

  test('late, after a reminder and never cost more in turn; a rule file without a reminder rung counts it as late', () => {
    const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] })]);
    const late = { catalogue, returns: [filed('区财政局', '1', { filedOn: day('2024-12-28') })] };
    const reminders = new Map([['002', day('2024-12-27')]]);
    const score = (parts: Parameters<typeof scored>[0], scoring = sampleRules()) =>
      scored(parts, { scoring }).value[0]?.score;
    expect([
      score({ catalogue, returns: [filed('区财政局', '1')] }),
      score(late),
      score({ ...late, reminders }),
      score({ catalogue }),
    ]).toEqual([100, 99, 98, 93]);
    const plain = rulesIn(
      'start: 10\ngroups: [{name: 报送, rules: [{when: 迟报, points: -1}, {when: 漏报, points: -2}]}]',
    );
    expect([score(late, plain), score({ ...late, reminders }, plain)]).toEqual([9, 9]);
  });

  test('caps cut a rule, then its group, deductions and bonuses apart', () => {
    const catalogue = catalogueOf(ids(12).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const adjustments = [
      ...ids(4).map(() => adjustmentOf(roster, { unit: '区财政局', kind: '缺席会议' })),
      ...ids(4).map(() => adjustmentOf(roster, { unit: '区财政局', kind: '空泛应付' })),
      ...ids(9).map(() => adjustmentOf(roster, { unit: '区财政局', kind: '领导肯定' })),
    ];
    expect(lines(scored({ catalogue }, { adjustments }).value[0])).toEqual([
      '起评分 1 100',
      '漏报 12 -30 封顶',
      '红灯 12 -36',
      '空泛应付 4 -20',
      '缺席会议 4 0 封顶',
      '领导肯定 9 5 封顶',
    ]);
  });

  test('floor and ceiling are lines of their own', () => {
    const catalogue = catalogueOf(ids(3).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const low = rulesIn('start: 5\nfloor: 0\ngroups: [{name: 报送, rules: [{when: 漏报, points: -4}]}]');
    expect(lines(scored({ catalogue }, { scoring: low }).value[0])).toEqual([
      '起评分 1 5',
      '漏报 3 -12',
      '补至最低分 1 7',
    ]);
    const high = rulesIn('start: 5\nceiling: 8\ngroups: [{name: 加分, rules: [{when: 申报办结, points: 2}]}]');
    const returns = ids(3).map((id) => filed('区财政局', id, { status: 'completed' }));
    expect(lines(scored({ catalogue, returns }, { scoring: high }).value[0])).toEqual([
      '起评分 1 5',
      '申报办结 3 6',
      '减至最高分 1 -3',
    ]);
  });

  test('what the office gives by hand under another name stands on its own line', () => {
    const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] })]);
    const returns = [filed('区财政局', '1')];
    const adjustments = [
      adjustmentOf(roster, { unit: '区财政局', kind: '承办现场会', points: 2 }),
      adjustmentOf(roster, { unit: '区财政局', kind: '', points: -1, basis: '' }),
      adjustmentOf(roster, { unit: '区财政局', kind: '空泛应付', points: -3, taskId: '1' }),
    ];
    const result = scored({ catalogue, returns }, { adjustments });
    expect(lines(result.value[0])).toEqual([
      '起评分 1 100',
      '空泛应付 1 -3',
      'manual承办现场会 1 2',
      'manual其他 1 -1',
    ]);
    expect(result.value[0]?.lines.at(-1)?.evidence.map(({ fact }) => factWords(fact))).toEqual([
      '2024年12月27日：笼统',
    ]);
    expect(result.messages).toEqual([]);
  });

  test('closing and reopening count in the quarter in which they were done', () => {
    const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] })]);
    const score = (on: string) => scored({ catalogue, closures: [closureOf('1', on, 'close')] }).value[0]?.score;
    expect([score('2024-10-01'), score('2024-09-30')]).toEqual([101, 100]);
  });

  test('adjustments that cannot count are told with their row', () => {
    const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] })]);
    const adjustments = [
      adjustmentOf(roster, { unit: '区教育局' }),
      adjustmentOf(roster, { unit: '区财政局', taskId: '99' }),
      adjustmentOf(roster, { unit: '区财政局', kind: '承办现场会' }),
    ];
    const { messages } = scored({ catalogue }, { adjustments });
    expect(worded(messages)).toMatchInlineSnapshot(`
      [
        "inputs/2024Q4/adjustments.csv:2:1 警告 adjustment-without-entry “区教育局”在台账日期没有承担任务，此项未计入；单位已撤并的，请改写承接单位",
        "inputs/2024Q4/adjustments.csv:2:1 错误 office-names-unknown-task 没有编号为 99 的任务；请按责任分解意见的编号填写",
        "inputs/2024Q4/adjustments.csv:2:1 错误 adjustment-without-points “承办现场会”没有写分值，office.yaml 的考核规则也没有给出；请填写“分值”或在 scoring 中写明 points",
      ]
    `);
    expect(wordedEn(messages)).toHaveLength(3);
  });
});

describe('ranking', () => {
  const catalogue = catalogueOf([
    taskOf('1', { leads: ['区财政局', '区审计局', '区纪委监委'], cooperators: ['各单位', '市纪委'] }),
    taskOf('2', { leads: ['区审计局', '区纪委监委'] }),
  ]);
  const standing = (setting: Setting, returns: LedgerParts['returns'] = []) =>
    scored({ catalogue, returns }, setting).value.map(
      (card) =>
        `${card.unit.name} ${card.score} ${card.rankGroup} ${card.rank ?? card.unranked}/${card.rankedCount}${card.isOwn ? ' 本机关' : ''}`,
    );

  test('is within the category, or over all; a unit with common tasks only is not ranked; external bodies have no card', () => {
    expect(standing({})).toEqual([
      '区纪委监委 86 党委部门 1/1',
      '区财政局 93 政府部门 1/2',
      '区审计局 86 政府部门 2/2',
      '区教育局 100 政府部门 no-tasks/2',
    ]);
    const scoring = { ...sampleRules(), rankWithin: 'all', rankedFrom: 0 } as const;
    expect(standing({ scoring })).toEqual([
      '区纪委监委 86 全区 3/4',
      '区财政局 93 全区 2/4',
      '区审计局 86 全区 3/4',
      '区教育局 100 全区 1/4',
    ]);
  });

  test('shares the rank of a tie and leaves out the next: 1, 1, 3', () => {
    const scoring = { ...sampleRules(), rankWithin: 'all' } as const;
    const returns = ['1', '2'].flatMap((id) => [filed('区审计局', id), filed('区纪委监委', id)]);
    expect(standing({ scoring }, returns).map((each) => each.split(' ')[3])).toEqual([
      '1/3',
      '3/3',
      '1/3',
      'no-tasks/3',
    ]);
  });

  test.each([
    ['apart', '区纪委监委 86 本机关 own/0 本机关'],
    ['none', '区纪委监委 86 党委部门 own/0 本机关'],
    ['with-others', '区纪委监委 86 党委部门 1/1 本机关'],
  ] as const)('the office’s own unit: %s', (selfRanking, expected) => {
    expect(standing({ ownUnits: ['001'], selfRanking })[0]).toBe(expected);
  });
});

describe('by share', () => {
  const shares = rulesIn(`
start: 100
weights: {牵头: 1, 配合: 0.5}
groups:
  - name: 报送情况
    rules:
      - {when: 迟报, points: -10, per: 占比}
      - {when: 漏报, points: -30, per: 占比}
`);
  const catalogue = catalogueOf([
    ...ids(7).map((id) => taskOf(id, { leads: ['区财政局'], cooperators: ['区审计局'] })),
    taskOf('8', { leads: ['区审计局'], cooperators: ['区财政局'] }),
    taskOf('9', { leads: ['区教育局'] }),
  ]);
  const returns = [
    ...ids(6).map((id) => filed('区财政局', id)),
    filed('区财政局', '8'),
    ...ids(7).map((id) => filed('区审计局', id)),
    filed('区审计局', '8', { filedOn: day('2024-12-28') }),
  ];
  const cards = scored({ catalogue, returns }, { scoring: shares }).value;
  const card = (unit: string) => cards.find((each) => each.unit.name === unit);

  test('a rule costs what the tasks concerned weigh of all that the unit carries; all of them cost all', () => {
    // One lead of seven and a half; one lead of four and a half; the only one.
    expect(lines(card('区财政局'))).toEqual(['起评分 1 100', '漏报 1 -4']);
    expect(lines(card('区审计局'))).toEqual(['起评分 1 100', '迟报 1 -2.22']);
    expect(lines(card('区教育局'))).toEqual(['起评分 1 100', '漏报 1 -30']);
  });

  test('the evidence prints numerator and denominator', () => {
    expect(card('区财政局')?.lines.map(lineEvidence)[1]).toBe(
      '30分×1÷7.5（所涉÷全部任务权重）\n第7项：截至2024年12月31日未报送',
    );
  });

  test('thirds are rounded once a group, so that the lines sum to what the group costs', () => {
    const three = catalogueOf(ids(3).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const late = [filed('区财政局', '1', { filedOn: day('2024-12-28') })];
    const [money] = scored({ catalogue: three, returns: late }, { scoring: shares }).value;
    expect(lines(money)).toEqual(['起评分 1 100', '迟报 1 -3.33', '漏报 2 -20']);
    expect(money?.score).toBe(76.67);
  });

  test.each([
    [
      'one rung by share, another by task',
      '{when: 迟报, points: -1}, {when: 漏报, points: -30, per: 占比}',
      'scoring-ladder-mixed',
    ],
    ['a finding by share', '{finding: 空泛应付, points: -5, per: 占比}', 'scoring-share'],
    [
      'every two after a rung that costs',
      '{when: 黄灯, points: -1}, {when: 红灯, points: -2, every: 2}',
      'scoring-every',
    ],
    ['every two by role', '{when: 黄灯, points: {牵头: -2, 配合: -1}, every: 2}', 'scoring-every'],
    ['every two by share', '{when: 黄灯, points: -2, every: 2, per: 占比}', 'scoring-every'],
  ])('%s is refused', (_, rules, code) => {
    const yaml = `start: 100\ngroups: [{name: 组, rules: [${rules}]}]`;
    expect(readScoring({ path: 'rules.yaml', bytes: Buffer.from(yaml) }).messages.map((each) => each.code)).toContain(
      code,
    );
  });
});

describe('rule sets of real offices', () => {
  test('广元 2018: two yellow lights cost a point, each red one two', () => {
    const catalogue = catalogueOf(ids(6).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const plans = ids(6).map((id) => planOf(id, { percentBy: new Map([[quarter('2024Q4'), 80]]) }));
    const score = (...percents: readonly number[]) => {
      const returns = ids(6).map((id, index) => filed('区财政局', id, { percent: percents[index] ?? 80 }));
      return scored({ catalogue, plans, returns }, { scoring: rulesOf('广元三色督办') }).value[0]?.score;
    };
    expect([score(), score(60), score(60, 60), score(60, 60, 60), score(60, 60, 60, 60)]).toEqual([
      100, 100, 99, 99, 98,
    ]);
    expect([score(40), score(40, 60), score(40, 60, 60)]).toEqual([98, 98, 97]);
  });

  test('银川 2025: what has not been started in the months of a whole quarter is red', () => {
    const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'] }), taskOf('2', { leads: ['区财政局'] })]);
    const { office } = ledgerParts({ catalogue, roster });
    const lights = { ...office.lights, claims: { ...office.lights.claims, 'not-started': 'red' } } as const;
    const returns = [filed('区财政局', '1', { status: 'not-started' }), filed('区财政局', '2')];
    const card = scored({ catalogue, returns, office: { ...office, lights } }).value[0];
    expect(lines(card)).toEqual(['起评分 1 100', '红灯 1 -3']);
  });

  test('督查工作考核细则: deductions double for a unit that only cooperates', () => {
    const catalogue = catalogueOf([taskOf('1', { leads: ['区财政局'], cooperators: ['区审计局'] })]);
    const plans = [planOf('1', {})];
    const adjustments = [
      adjustmentOf(roster, { unit: '区财政局', kind: '领导评价', points: 18 }),
      adjustmentOf(roster, { unit: '区审计局', kind: '领导评价', points: 25 }),
      adjustmentOf(roster, { unit: '区审计局', kind: '缺席会议', taskId: '1' }),
    ];
    const cards = scored({ catalogue, plans }, { scoring: rulesOf('督查工作考核细则'), adjustments }).value;
    expect(lines(cards[0])).toEqual(['起评分 1 80', '立项件未反馈 1 -10', '领导评价 1 18']);
    expect(lines(cards[1])).toEqual(['起评分 1 80', '立项件未反馈 1 -20', '缺席会议 1 -10', '领导评价 1 20 封顶']);
    expect(cards.map((card) => card.score)).toEqual([88, 70]);
    const planless = scored({ catalogue }, { scoring: rulesOf('督查工作考核细则') }).value;
    expect(lines(planless[0])).toEqual(['起评分 1 80', '无计划 1 -10', '立项件未反馈 1 -10']);
  });

  test('佳木斯: from nothing, a point for each answer, none for units without a task', () => {
    const catalogue = catalogueOf([
      ...ids(12).map((id) => taskOf(id, { leads: ['区财政局'], cooperators: ['各单位'] })),
      taskOf('13', { leads: ['区审计局'] }),
    ]);
    const returns = [
      ...ids(10).map((id) => filed('区财政局', id)),
      filed('区财政局', '11', { filedOn: day('2024-12-30') }),
    ];
    const adjustments = [
      adjustmentOf(roster, { unit: '区财政局', kind: '领导肯定' }),
      adjustmentOf(roster, { unit: '区财政局', kind: '退回重报' }),
    ];
    const cards = scored({ catalogue, returns }, { scoring: rulesOf('佳木斯督查考核'), adjustments }).value;
    const money = cards.find((card) => card.unit.name === '区财政局');
    expect(lines(money)).toEqual([
      '起评分 1 0',
      '按时办理并反馈 10 10',
      '迟报 1 -1',
      '漏报 1 -1',
      '领导表扬 1 1',
      '退回重报 1 -2',
    ]);
    expect(cards.map((card) => `${card.unit.name} ${card.score} ${card.rank}`)).toEqual([
      '区纪委监委 0 null',
      '区财政局 7 1',
      '区审计局 -1 2',
      '区教育局 0 null',
    ]);
  });

  test('县政务督查考核方案: on time 15 or 10, after a reminder 10 or 5, never -10', () => {
    const catalogue = catalogueOf(ids(3).map((id) => taskOf(id, { leads: ['区财政局'], cooperators: ['区审计局'] })));
    const returns = ['区财政局', '区审计局'].flatMap((unit) => [
      filed(unit, '1'),
      filed(unit, '2', { filedOn: day('2024-12-30') }),
    ]);
    const reminders = new Map([
      ['002', day('2024-12-27')],
      ['003', day('2024-12-27')],
    ]);
    const cards = scored({ catalogue, returns, reminders }, { scoring: rulesOf('县政务督查考核方案') }).value;
    expect(cards.map((card) => `${card.unit.name} ${card.score}`)).toEqual(['区财政局 15', '区审计局 5']);
  });

  test('by the day: half a point each, never more than for a missing return', () => {
    const catalogue = catalogueOf(ids(2).map((id) => taskOf(id, { leads: ['区财政局'] })));
    const late = (filedOn: string) => [filed('区财政局', '1', { filedOn: day(filedOn) }), filed('区财政局', '2')];
    const score = (returns: LedgerParts['returns'], asOf: string) => {
      const ledger = ledgerAsOf(day(asOf), ledgerParts({ roster, catalogue, returns })).value;
      const office = { ownUnits: [], selfRanking: 'none', scoring: rulesOf('按天计分') } as const;
      return assess(ledger, { office, adjustments: [] }).value[0]?.score;
    };
    expect(score(late('2024-12-28'), '2024-12-31')).toBe(98.5);
    expect(score(late('2025-02-28'), '2025-02-28')).toBe(90);
    const noMissing = rulesIn('start: 10\ngroups: [{name: 报送, rules: [{when: 漏报, points: -1}]}]');
    expect(scored({ catalogue, returns: late('2024-12-28') }, { scoring: noMissing }).value[0]?.score).toBe(10);
  });
});
