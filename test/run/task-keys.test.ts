/**
 * The key of a task is `Task.id` and nothing else reads anything into it: tasks of a second document, put into seeds/catalogue.csv under keys of
 * their own (`乙:1`), keep apart from the first document's, whose numbers stand bare in every file.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { catalogueCsv } from '../../src/breakdown/catalogue-csv.ts';
import { dutyFacts } from '../../src/domain/facts.ts';
import { findUnit, type Unit } from '../../src/domain/roster.ts';
import { formCsv } from '../../src/forms/form-csv.ts';
import { formsFor } from '../../src/forms/form.ts';
import { enterAct } from '../../src/run/dated-act.ts';
import { ownDays, standingOf, type Standing } from '../../src/run/standing.ts';
import { readSeed } from '../../src/workspace/seeds.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { taskChangeColumns } from '../../src/intake/task-changes.ts';
import { wordText } from '../../src/message/wording/word.ts';
import { reassignmentColumns } from '../../src/intake/reassignments.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { date, quarter } from '../register/office.ts';
import { districtInMemory } from './district.ts';

const of = quarter('2025Q1');
let disk: MemoryDisk;

function stands(): Standing {
  const { value, messages } = standingOf(disk, of, ownDays);
  if (value === null) throw new Error(messages.map(({ code }) => code).join('\n'));
  return value;
}

function unit(standing: Standing, name: string): Unit {
  const found = findUnit(standing.workspace.roster, name);
  if (found === null) throw new Error(name);
  return found;
}

const idsOf = (standing: Standing, name: string): readonly string[] =>
  dutyFacts(unit(standing, name), standing.ledger).flatMap(([field]) =>
    field.endsWith(' 职责') ? [field.slice(0, -3)] : [],
  );

describe('two documents in one catalogue', () => {
  beforeEach(() => {
    disk = districtInMemory();
    const { catalogue } = readSeed(disk).value;
    const own = catalogue.tasks.map((task) => ({ ...task, id: `乙:${task.id}`, text: `乙：${task.text}` }));
    disk.write('seeds/catalogue.csv', catalogueCsv({ ...catalogue, tasks: [...catalogue.tasks, ...own] }));
  });

  test('keep apart, and the first one’s keys are bare numbers', () => {
    const standing = stands();
    expect(idsOf(standing, '县税务局')).toEqual(['1', '3', '4', '6', '乙:1', '乙:3', '乙:4', '乙:6']);
    const [entry] = standing.ledger.entries.filter(({ task }) => task.id === '乙:3');
    expect(entry).toMatchObject({ percent: null, filing: 'missing', plan: null });
    expect(standing.ledger.entries.find(({ task }) => task.id === '3')).toMatchObject({ percent: 40 });
  });

  test('are asked about, answered and planned by key', () => {
    const forms = formsFor(stands().ledger, date('2025-03-25'));
    const form = forms.find((each) => each.unit.name === '县税务局');
    const printed = form === undefined ? '' : new TextDecoder().decode(formCsv(form));
    expect(printed).toMatch(/县税务局,3,/u);
    expect(printed).toMatch(/县税务局,乙:3,/u);
    const file = `inputs/${of}/returns/县税务局.csv`;
    const filed = new TextDecoder().decode(disk.read(file) ?? new Uint8Array()).trimEnd();
    disk.write(
      file,
      new TextEncoder().encode(`${filed}\n县税务局,乙：3,牵头,已培训企业40家。,55,正常推进,,,郑某,2025-03-25\n`),
    );
    disk.write('inputs/plan.csv', new TextEncoder().encode('任务编号,完成时限,2025Q1计划\n乙:3,2025-12-31,60\n'));
    const entries = stands().ledger.entries.filter(({ unit: { name } }) => name === '县税务局');
    expect(entries.find(({ task }) => task.id === '乙:3')).toMatchObject({ percent: 55, planned: 60, light: 'green' });
    expect(entries.find(({ task }) => task.id === '3')).toMatchObject({ percent: 40, planned: null });
  });

  test('move by key', async () => {
    const row = {
      生效日期: '2025-03-01',
      类型: '职责划转',
      任务: '乙:3',
      角色: '全部',
      原单位: '县税务局',
      新单位: '县发改委',
      依据: '函',
    };
    const asked = { file: 'inputs/reassignments.csv', columns: reassignmentColumns, row, day: date('2025-03-01') };
    const { value } = await enterAct(disk, { ...asked, isDry: false });
    expect(value.touched.map((each) => each.unit).toSorted()).toEqual(['县发改委', '县税务局']);
    expect(idsOf(stands(), '县税务局')).toEqual(['1', '3', '4', '6', '乙:1', '乙:4', '乙:6']);
    expect(idsOf(stands(), '县发改委')).toContain('乙:3');
  });
});

test('a second document in seeds/ is refused, with the way out', () => {
  disk = districtInMemory();
  disk.write('seeds/另一份.txt', new TextEncoder().encode('另一份意见\n1.建立台账。\n牵头单位：县税务局\n'));
  expect(standingOf(disk, of, ownDays).messages.map(({ code }) => code)).toContain('several-breakdowns');
});

/** Each file that names tasks, with a row of a number that none can have. */
const impossible = '../../x';
const rows: readonly (readonly [string, string])[] = [
  ['inputs/plan.csv', `任务编号,完成时限,2025Q1计划\n${impossible},2025-12-31,60\n`],
  ['inputs/closures.csv', `任务编号,日期,类型,依据\n${impossible},2025-03-20,销号,函\n`],
  [
    'inputs/reassignments.csv',
    `生效日期,类型,任务,角色,原单位,新单位,依据\n2025-03-01,职责划转,${impossible},全部,县税务局,县发改委,函\n`,
  ],
  ['inputs/extensions.csv', `任务编号,单位,申请日期,新完成时限,结果\n${impossible},,2025-03-01,2025-12-31,\n`],
  [
    `inputs/${of}/adjustments.csv`,
    `单位,任务编号,类型,分值,事由,依据,日期\n县税务局,${impossible},,1,好,函,2025-03-01\n`,
  ],
  [
    `inputs/${of}/returns/县税务局.csv`,
    `填报单位,任务编号,本单位角色,进展情况,完成比例,状态,填报日期\n县税务局,${impossible},牵头,已办。,30,正常推进,2025-03-20\n`,
  ],
  ...['新增', '撤销', '恢复', '调整表述'].map(
    (kind) =>
      [
        'inputs/task-changes.csv',
        `任务编号,类型,生效日期,任务内容,牵头单位,依据\n${impossible},${kind},2025-03-01,修路。,县税务局,函\n`,
      ] as const,
  ),
];

describe('a number that no task can have', () => {
  beforeEach(() => {
    disk = districtInMemory();
  });

  test.each(rows)('is refused in %s, in words', (file, text) => {
    disk.write(file, new TextEncoder().encode(text));
    const { value, messages } = standingOf(disk, of, ownDays);
    expect(value).toBeNull();
    const told = messages.filter(({ severity, place }) => severity === 'error' && place?.file === file);
    expect(told.map((each) => wordText(each, 'zh')).join('\n')).toContain(impossible);
    expect(told.map((each) => wordText(each, 'en')).join('\n')).toContain(impossible);
  });

  test('is refused in the catalogue that an office corrected', () => {
    const { catalogue } = readSeed(disk).value;
    const tasks = catalogue.tasks.map((task, at) => (at === 0 ? { ...task, id: impossible } : task));
    disk.write('seeds/catalogue.csv', catalogueCsv({ ...catalogue, tasks }));
    expect(standingOf(disk, of, ownDays).messages.map(({ code }) => code)).toContain('task-id-malformed');
  });

  test.each([
    [impossible, 'task-id-malformed'],
    ['12\n13', 'task-id-malformed'],
    ['12、13', 'task-id-malformed'],
    ['=1+1', 'task-id-malformed'],
    ['3月1日', 'spoiled-task'],
    ['1E+17', 'spoiled-number'],
    ['1', 'task-id-taken'],
    ['01', 'task-id-taken'],
    ['第1项', 'task-id-taken'],
    ['（一）', 'task-id-taken'],
  ])('%j is not taken for a new task: %s', async (number, code) => {
    for (const isDry of [true, false]) {
      const row = {
        任务编号: number,
        类型: '新增',
        生效日期: '2025-03-01',
        任务内容: '修路。',
        牵头单位: '县税务局',
        依据: '函',
      };
      const act = { file: 'inputs/task-changes.csv', columns: taskChangeColumns, row, day: date('2025-03-01'), isDry };
      const { value, messages } = await enterAct(disk, act);
      expect([value.isWritten, messages.map((each) => each.code)]).toEqual([false, [code]]);
    }
    expect(disk.read('inputs/task-changes.csv')).toBeNull();
  });

  test.each(['新增', '撤销', '恢复', '调整表述'])('%s: one that is too long is told short', async (kind) => {
    const row = {
      任务编号: '1'.repeat(30_000),
      类型: kind,
      生效日期: '2025-03-01',
      任务内容: '修路。',
      牵头单位: '县税务局',
      依据: '函',
    };
    const act = {
      file: 'inputs/task-changes.csv',
      columns: taskChangeColumns,
      row,
      day: date('2025-03-01'),
      isDry: true,
    };
    const { messages } = await enterAct(disk, act);
    expect(messages.map(({ code }) => code)).toEqual(['task-id-malformed']);
    expect(messages.map((each) => wordText(each, 'zh')).join('').length).toBeLessThan(200);
  });

  test('printed in a table gives the task an id that can be named', () => {
    const { catalogue } = readBreakdown({
      path: 'seeds/分工.csv',
      bytes: new TextEncoder().encode(
        `序号,工作任务,牵头单位\n${impossible},推进政务公开，及时公布信息。,县税务局\n12.,加强队伍建设，完善制度。,县税务局\n`,
      ),
    }).value;
    expect(catalogue.tasks.map(({ id, no }) => [id, no])).toEqual([
      ['x', impossible],
      ['12.', '12.'],
    ]);
  });
});
