import { describe, expect, test } from 'vitest';
import { assignTasks, type AssignedTasks } from '../../src/domain/assignment.ts';
import type { Catalogue, Task } from '../../src/domain/catalogue.ts';
import type { Reassignment } from '../../src/domain/reassignment.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { catalogueOf, day, reassignmentsOf, rosterOf, taskOf, worded, wordedEn } from './fixture.ts';

const before = day('2024-10-31');
const after = day('2024-11-01');

/** `95 区司法局 | 区财政局、各单位`: leads, then cooperators. */
function outline(assigned: AssignedTasks): readonly string[] {
  return assigned.tasks.map(({ task, leads, cooperators }) => {
    const names = (units: typeof leads): string => units.map((unit) => unit.name).join('、');
    return `${task.id} ${names(leads)} | ${names(cooperators)}`;
  });
}

type Case = { readonly roster: Roster; readonly tasks: readonly Task[]; readonly rows?: readonly Reassignment[] };

function assign(asOf: ReturnType<typeof day>, { roster, tasks, rows = [] }: Case) {
  const catalogue: Catalogue = catalogueOf(tasks);
  const result = assignTasks(asOf, { catalogue, roster, reassignments: rows });
  return { ...result, outline: outline(result.value), said: worded(result.messages) };
}

describe('names', () => {
  const roster = rosterOf([{ name: '区纪委监委', aliases: ['区纪委', '区监委'] }, '区财政局', '区审计局']);

  test('aliases are one unit; named twice it counts once, and as lead where it also cooperates', () => {
    const tasks = [
      taskOf('130', { leads: ['区纪委'], cooperators: ['区监委', '区财政局'] }),
      taskOf('131', { leads: ['区纪委', '区监委'], cooperators: ['区财政局', '区财政局'] }),
    ];
    const result = assign(after, { roster, tasks });
    expect(result.outline).toEqual(['130 区纪委监委 | 区财政局', '131 区纪委监委 | 区财政局']);
    expect(result.said).toEqual([
      'seeds/责任分解.txt:390-392 提示 lead-beats-cooperator 任务 130 中“区纪委监委”既牵头又配合，按牵头单位计',
      'seeds/责任分解.txt:393-395 提示 unit-named-twice 任务 131 中“区纪委监委”出现两次，按一次计',
      'seeds/责任分解.txt:393-395 提示 unit-named-twice 任务 131 中“区财政局”出现两次，按一次计',
    ]);
  });

  test('an unknown unit is an error with the nearest names, and is never matched', () => {
    const tasks = [taskOf('1', { leads: ['区财证局'], cooperators: ['天文台观测中心办公室'] })];
    const result = assign(after, { roster, tasks });
    expect(result.outline).toEqual(['1  | ']);
    expect(result.said).toEqual([
      'seeds/责任分解.txt:3-5 错误 task-unit-unknown 任务 1 的“区财证局”不在单位名录中；是否为“区财政局”、“区审计局”？',
      'seeds/责任分解.txt:3-5 错误 task-unit-unknown 任务 1 的“天文台观测中心办公室”不在单位名录中，请核对名称或在 units.csv 中登记',
    ]);
    expect(wordedEn(result.messages)[0]).toContain('did you mean 区财政局');
    expect(wordedEn(result.messages)[1]).toContain('check the name or add it');
  });

  test('a name that is missing is told once, with all its tasks and lines', () => {
    const tasks = ['1', '2', '7'].map((id) => taskOf(id, { leads: ['区财证局'] }));
    expect(assign(after, { roster, tasks }).said).toEqual([
      'seeds/责任分解.txt:3-5 错误 task-unit-unknown 任务 1、2、7 的“区财证局”不在单位名录中（第 3、6、21 行）；是否为“区财政局”、“区审计局”？',
    ]);
  });

  test('responsible units lead where no lead is named, and cooperate where one is', () => {
    const tasks = [
      taskOf('1', { responsible: ['区财政局', '区审计局'] }),
      taskOf('2', { leads: ['区财政局'], responsible: ['区审计局'] }),
    ];
    expect(assign(after, { roster, tasks }).outline).toEqual(['1 区财政局、区审计局 | ', '2 区财政局 | 区审计局']);
  });

  test('a unit outside its dates keeps its tasks, with a warning', () => {
    const dated = rosterOf([
      { name: '区编办', until: day('2024-10-31') },
      { name: '区委编办', from: day('2024-12-01') },
    ]);
    const tasks = [
      taskOf('102', { leads: ['区编办'], cooperators: ['区委编办'] }),
      taskOf('106', { leads: ['区编办'] }),
    ];
    const result = assign(after, { roster: dated, tasks });
    expect(result.outline).toEqual(['102 区编办 | 区委编办', '106 区编办 | ']);
    expect(result.said).toEqual([
      'inputs/units.csv:2:1 警告 unit-outside-its-dates “区编办”已于 2024-10-31 停用，但仍承担任务 102、106；请在 reassignments.csv 中登记承接单位',
      'inputs/units.csv:3:1 警告 unit-outside-its-dates “区委编办”在 2024-11-01 尚未启用，但已承担任务 102；请核对启用日期',
    ]);
    expect(wordedEn(result.messages)).toHaveLength(2);
  });
});

describe('reassignment', () => {
  const roster = rosterOf([
    '区政府法制办',
    '区司法局',
    '区财政局',
    'XX国税分局',
    'XX地税分局',
    '区税务局',
    'XX房管分局',
    '区住建局',
    '区卫生局',
    '区卫计委',
    '区卫健委',
    '区安监局',
    '区应急局',
    '区纠风办',
    '区检察院',
    '区纪委监委',
  ]);
  const rows = (drafts: Parameters<typeof reassignmentsOf>[1]) => reassignmentsOf(roster, drafts);

  test('until the effective date the old unit answers, from that day the new one', () => {
    const tasks = [taskOf('95', { leads: ['区政府法制办'], cooperators: ['区财政局'] })];
    const change = { roster, tasks, rows: rows([{ from: '区政府法制办', to: ['区司法局'] }]) };
    expect(assign(before, change).outline).toEqual(['95 区政府法制办 | 区财政局']);
    expect(assign(after, change).outline).toEqual(['95 区司法局 | 区财政局']);
    expect(assign(after, change).said).toEqual([]);
    expect(assign(after, change).value.tasks[0]?.moves.map((move) => move.role)).toEqual(['lead']);
    expect(assign(after, change).value.tasks[0]?.holders[0]?.predecessors[0]?.unit.name).toBe('区政府法制办');
    expect(assign(before, change).value.tasks[0]?.moves).toEqual([]);
  });

  test('a merger dedupes: two tax offices become one lead of task 116, a ninth lead of task 33 is the eighth', () => {
    const tasks = [
      taskOf('116', { leads: ['区财政局', 'XX国税分局', 'XX地税分局'] }),
      taskOf('33', { leads: ['XX房管分局', '区住建局'] }),
      taskOf('12', { leads: ['区财政局'], cooperators: ['XX房管分局', '区住建局'] }),
    ];
    const reform = rows([
      { from: 'XX国税分局', to: ['区税务局'] },
      { from: 'XX地税分局', to: ['区税务局'] },
      { from: 'XX房管分局', to: ['区住建局'] },
    ]);
    const result = assign(after, { roster, tasks, rows: reform });
    expect(result.outline).toEqual(['116 区财政局、区税务局 | ', '33 区住建局 | ', '12 区财政局 | 区住建局']);
    expect(result.said).toEqual([
      'inputs/reassignments.csv:2:1 提示 unit-named-twice 任务 116 中“区税务局”出现两次，按一次计',
      'inputs/reassignments.csv:4:1 提示 unit-named-twice 任务 33 中“区住建局”出现两次，按一次计',
      'inputs/reassignments.csv:4:1 提示 unit-named-twice 任务 12 中“区住建局”出现两次，按一次计',
    ]);
    const predecessors = result.value.tasks[0]?.holders[1]?.predecessors.map(
      ({ unit, until }) => `${unit.name} ${until}`,
    );
    expect(predecessors).toEqual(['XX国税分局 2024-11-01', 'XX地税分局 2024-11-01']);
  });

  test('a chain follows through, over days and within one day, in any order of the rows', () => {
    const tasks = [taskOf('33', { leads: ['区卫生局'], cooperators: ['区卫计委'] })];
    const overDays = rows([
      { kind: 'rename', from: '区卫计委', to: ['区卫健委'] },
      { kind: 'rename', from: '区卫生局', to: ['区卫计委'], effectiveOn: day('2024-10-15') },
    ]);
    expect(assign(day('2024-10-14'), { roster, tasks, rows: overDays }).outline).toEqual(['33 区卫生局 | 区卫计委']);
    expect(assign(day('2024-10-15'), { roster, tasks, rows: overDays }).outline).toEqual(['33 区卫计委 | ']);
    expect(assign(after, { roster, tasks, rows: overDays }).outline).toEqual(['33 区卫健委 | ']);
    const sameDay = rows([
      { kind: 'rename', from: '区卫计委', to: ['区卫健委'] },
      { kind: 'rename', from: '区卫生局', to: ['区卫计委'] },
    ]);
    expect(assign(after, { roster, tasks, rows: sameDay }).outline).toEqual(['33 区卫健委 | ']);
    expect(assign(after, { roster, tasks, rows: sameDay.toReversed() }).outline).toEqual(['33 区卫健委 | ']);
  });

  test('a split gives both their part; named tasks go before the rest', () => {
    const tasks = [taskOf('33', { leads: ['区安监局'] }), taskOf('34', { leads: ['区安监局'] })];
    const split = rows([{ kind: 'split', from: '区安监局', to: ['区应急局', '区卫健委'] }]);
    expect(assign(after, { roster, tasks, rows: split }).outline).toEqual([
      '33 区应急局、区卫健委 | ',
      '34 区应急局、区卫健委 | ',
    ]);
    const exception = rows([
      { kind: 'absorb', from: '区安监局', to: ['区应急局'] },
      { kind: 'duty', taskIds: ['34'], from: '区安监局', to: ['区卫健委'] },
    ]);
    expect(assign(after, { roster, tasks, rows: exception }).outline).toEqual(['33 区应急局 | ', '34 区卫健委 | ']);
  });

  test('a split in which the old unit goes on keeps it among the new ones', () => {
    const tasks = [taskOf('33', { leads: ['区安监局'] })];
    const split = rows([{ kind: 'split', from: '区安监局', to: ['区安监局', '区卫健委'] }]);
    const result = assign(after, { roster, tasks, rows: split });
    expect(result.outline).toEqual(['33 区安监局、区卫健委 | ']);
    expect(result.value.tasks[0]?.holders.map((holder) => holder.predecessors.length)).toEqual([0, 1]);
    expect(result.said).toEqual([]);
  });

  test('a duty moves with one role only, and what the other role was comes to light again', () => {
    const tasks = [taskOf('83', { leads: ['区检察院'], cooperators: ['区检察院', '区财政局'] })];
    const duty = rows([{ kind: 'duty', taskIds: ['83'], role: 'lead', from: '区检察院', to: ['区纪委监委'] }]);
    expect(assign(before, { roster, tasks, rows: duty }).outline).toEqual(['83 区检察院 | 区财政局']);
    expect(assign(after, { roster, tasks, rows: duty }).outline).toEqual(['83 区纪委监委 | 区检察院、区财政局']);
  });

  test('two roles may go two ways on one day', () => {
    const tasks = [
      taskOf('83', { leads: ['区检察院'] }),
      taskOf('84', { leads: ['区财政局'], cooperators: ['区检察院'] }),
    ];
    const ways = rows([
      { kind: 'duty', role: 'lead', from: '区检察院', to: ['区纪委监委'] },
      { kind: 'duty', role: 'cooperating', from: '区检察院', to: ['区司法局'] },
    ]);
    const result = assign(after, { roster, tasks, rows: ways });
    expect(result.outline).toEqual(['83 区纪委监委 | ', '84 区财政局 | 区司法局']);
    expect(result.said).toEqual([]);
  });

  test('a duty may move back later', () => {
    const tasks = [taskOf('83', { leads: ['区检察院'] })];
    const duty = rows([
      { kind: 'duty', taskIds: ['83'], from: '区检察院', to: ['区纪委监委'], effectiveOn: day('2024-02-01') },
      { kind: 'duty', taskIds: ['83'], from: '区纪委监委', to: ['区检察院'] },
    ]);
    const result = assign(after, { roster, tasks, rows: duty });
    expect(result.outline).toEqual(['83 区检察院 | ']);
    expect(result.value.tasks[0]?.holders[0]?.predecessors.map(({ unit }) => unit.name)).toEqual(['区纪委监委']);
  });

  test('abolished without successor, a cooperating unit is gone; a lead leaves an error', () => {
    const tasks = [
      taskOf('19', { leads: ['区财政局'], cooperators: ['区纠风办'] }),
      taskOf('34', { leads: ['区纠风办'] }),
    ];
    const abolished = rows([{ kind: 'abolish', from: '区纠风办', to: [] }]);
    const result = assign(after, { roster, tasks, rows: abolished });
    expect(result.outline).toEqual(['19 区财政局 | ', '34  | ']);
    expect(result.said).toEqual([
      'inputs/reassignments.csv:2:1 错误 reassignment-leaves-no-lead “区纠风办”撤销后任务 34 没有牵头单位；请填写承接的“新单位”',
    ]);
  });

  test('swapping single duties on one day is no circle', () => {
    const tasks = [taskOf('1', { leads: ['区检察院'] }), taskOf('2', { leads: ['区纪委监委'] })];
    const swap = rows([
      { kind: 'duty', taskIds: ['1'], from: '区检察院', to: ['区纪委监委'] },
      { kind: 'duty', taskIds: ['2'], from: '区纪委监委', to: ['区检察院'] },
    ]);
    const result = assign(after, { roster, tasks, rows: swap });
    expect(result.outline).toEqual(['1 区纪委监委 | ', '2 区检察院 | ']);
    expect(result.said).toEqual([]);
  });

  const refused: readonly [string, Parameters<typeof reassignmentsOf>[1], readonly string[]][] = [
    [
      'a circle on one day',
      [
        { from: '区卫生局', to: ['区卫计委'] },
        { from: '区卫计委', to: ['区卫生局'] },
      ],
      [
        '2:1 错误 reassignment-cycle 2024-11-01 的职责调整首尾相接：“区卫生局”划给“区卫计委”，又从那里回到“区卫生局”；请按实际去向只写一次',
        '3:1 错误 reassignment-cycle 2024-11-01 的职责调整首尾相接：“区卫计委”划给“区卫生局”，又从那里回到“区卫计委”；请按实际去向只写一次',
      ],
    ],
    [
      'a unit that ended earlier giving or receiving',
      [
        { kind: 'rename', from: '区卫生局', to: ['区卫计委'], effectiveOn: day('2024-10-15') },
        { from: '区卫生局', to: ['区卫健委'] },
        { from: '区安监局', to: ['区卫生局'] },
      ],
      [
        '3:1 错误 reassignment-of-ended-unit “区卫生局”已于 2024-10-15 撤并（第 2 行），此后不能再划出或划入；应写“区卫计委”',
        '4:1 错误 reassignment-of-ended-unit “区卫生局”已于 2024-10-15 撤并（第 2 行），此后不能再划出或划入；应写“区卫计委”',
      ],
    ],
    [
      'a unit abolished without successor, named again',
      [
        { kind: 'abolish', from: '区纠风办', to: [], effectiveOn: day('2024-10-15') },
        { from: '区纠风办', to: ['区纪委监委'] },
      ],
      ['3:1 错误 reassignment-of-ended-unit “区纠风办”已于 2024-10-15 撤并（第 2 行），此后不能再划出或划入'],
    ],
    [
      'two destinations on one day',
      [
        { from: '区安监局', to: ['区应急局'] },
        { from: '区安监局', to: ['区卫健委'] },
      ],
      [
        '3:1 错误 reassignment-contradiction 与第 2 行矛盾：“区安监局”的同一任务在 2024-11-01 已划给“区应急局”；划给几个单位的，请写在一行的“新单位”中',
      ],
    ],
    [
      'the same row twice, with a warning',
      [
        { from: '区安监局', to: ['区应急局'] },
        { from: '区安监局', to: ['区应急局'] },
      ],
      ['3:1 警告 reassignment-twice 与第 2 行重复：“区安监局”的同一调整只计一次，请删去一行'],
    ],
    [
      'a unit given to itself',
      [{ from: '区安监局', to: ['区安监局'] }],
      [
        '2:1 错误 reassignment-to-itself 原单位与新单位同为“区安监局”；只有分设、职责划转到几个单位时，新单位中才可以有原单位',
      ],
    ],
    [
      'a merger into itself and another',
      [{ from: '区安监局', to: ['区安监局', '区应急局'] }],
      [
        '2:1 错误 reassignment-to-itself 原单位与新单位同为“区安监局”；只有分设、职责划转到几个单位时，新单位中才可以有原单位',
      ],
    ],
    [
      'no new unit',
      [{ from: '区安监局', to: [] }],
      ['2:1 错误 reassignment-without-successor 没有写明“区安监局”的任务由谁承接；请填写“新单位”'],
    ],
    [
      'a rename into two',
      [{ kind: 'rename', from: '区安监局', to: ['区应急局', '区卫健委'] }],
      [
        '2:1 错误 reassignment-to-many “区安监局”只能有一个去向，现写了“区应急局”、“区卫健委”；去向不止一个的，类型应为“分设”',
      ],
    ],
    [
      'an unknown task and a task that the unit does not have in that role',
      [{ kind: 'duty', taskIds: ['999', '33'], role: 'cooperating', from: '区安监局', to: ['区应急局'] }],
      [
        '2:1 错误 reassignment-unknown-task 没有编号为 999 的任务；请按责任分解意见的编号填写',
        '2:1 错误 reassignment-of-unowned-task 此时任务 33 不由“区安监局”配合；请核对任务编号、角色和前面的调整',
      ],
    ],
    [
      'a task that has moved already, though only in the future',
      [
        {
          kind: 'duty',
          taskIds: ['33'],
          role: 'lead',
          from: '区安监局',
          to: ['区应急局'],
          effectiveOn: day('2025-01-01'),
        },
        {
          kind: 'duty',
          taskIds: ['33'],
          role: 'lead',
          from: '区安监局',
          to: ['区卫健委'],
          effectiveOn: day('2025-02-01'),
        },
        { kind: 'duty', taskIds: ['33'], from: '区财政局', to: ['区卫健委'], effectiveOn: day('2025-02-01') },
      ],
      [
        '3:1 错误 reassignment-of-unowned-task 此时任务 33 不由“区安监局”牵头；请核对任务编号、角色和前面的调整',
        '4:1 错误 reassignment-of-unowned-task 此时任务 33 不由“区财政局”承担；请核对任务编号、角色和前面的调整',
      ],
    ],
  ];

  test.each(refused)('refuses %s, with the row', (_, drafts, expected) => {
    const tasks = [taskOf('33', { leads: ['区安监局'] })];
    const { said, messages } = assign(after, { roster, tasks, rows: rows(drafts) });
    expect(said.map((each) => each.replace('inputs/reassignments.csv:', ''))).toEqual(expected);
    expect(wordedEn(messages)).toHaveLength(expected.length);
  });

  test('a row that only waits for a circle is not blamed for it', () => {
    const tasks = [taskOf('33', { leads: ['区安监局'] })];
    const circle = rows([
      { from: '区卫生局', to: ['区卫计委'] },
      { from: '区卫计委', to: ['区卫生局'] },
      { from: '区卫健委', to: ['区卫生局'] },
    ]);
    expect(assign(after, { roster, tasks, rows: circle }).messages.map((each) => each.place?.row)).toEqual([2, 3]);
  });

  test('dates of the roster that do not fit are a warning; groups cannot be reassigned', () => {
    const dated = rosterOf([
      '区安监局',
      { name: '区应急局', from: day('2025-01-01') },
      { name: '区经委', until: day('2020-01-01') },
      { name: '各单位', kind: 'group', members: 'all' },
    ]);
    const tasks = [taskOf('33', { leads: ['区安监局'] })];
    const changes = reassignmentsOf(dated, [
      { kind: 'split', from: '区安监局', to: ['区应急局', '区经委'] },
      { from: '各单位', to: ['区应急局'] },
    ]);
    expect(assign(before, { roster: dated, tasks, rows: changes }).said).toEqual([
      'inputs/reassignments.csv:2:1 警告 reassignment-outside-unit-dates “区应急局”在 2024-11-01 不在启用期内（2025-01-01至）；请核对生效日期或 units.csv',
      'inputs/reassignments.csv:2:1 警告 reassignment-outside-unit-dates “区经委”在 2024-11-01 不在启用期内（至2020-01-01）；请核对生效日期或 units.csv',
      'inputs/reassignments.csv:3:1 错误 reassignment-of-group “各单位”是集体称谓，不能作为调整的单位；其成员请在 units.csv 中维护',
    ]);
  });
});

describe('groups', () => {
  const roster = rosterOf([
    '区委办公室',
    '区编办',
    '区委编办',
    { name: '区应急局', from: day('2024-11-01') },
    { name: '区安监局', until: day('2024-10-31') },
    { name: '各单位', kind: 'group', members: 'all' },
    { name: '行政执法部门', kind: 'group', members: ['005', '002'] },
    { name: '市纪委', kind: 'external' },
  ]);
  const tasks = [taskOf('1', { leads: ['区委办公室'], cooperators: ['各单位', '行政执法部门'] })];
  const rows = reassignmentsOf(roster, [
    { kind: 'rename', from: '区编办', to: ['区委编办'] },
    { kind: 'merge', from: '区安监局', to: ['区应急局'] },
  ]);
  const members = (asOf: ReturnType<typeof day>, code: string): readonly string[] =>
    (assign(asOf, { roster, tasks, rows }).value.members.get(code) ?? []).map((unit) => unit.name);

  test('stay groups in the task, and members are those of the day', () => {
    expect(assign(after, { roster, tasks, rows }).outline).toEqual(['1 区委办公室 | 各单位、行政执法部门']);
    expect(members(before, '006')).toEqual(['区委办公室', '区编办', '区委编办', '区安监局']);
    expect(members(after, '006')).toEqual(['区委办公室', '区委编办', '区应急局']);
  });

  test('a listed member that ended hands its place to its successor', () => {
    expect(members(before, '007')).toEqual(['区编办', '区安监局']);
    expect(members(after, '007')).toEqual(['区委编办', '区应急局']);
  });
});
