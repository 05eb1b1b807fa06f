import { describe, expect, test } from 'vitest';
import type { Message, Result } from '../../src/message/message.ts';
import { readAdjustments } from '../../src/intake/adjustments.ts';
import { readClosures } from '../../src/intake/closures.ts';
import { readPlan } from '../../src/intake/plan.ts';
import { readReassignments } from '../../src/intake/reassignments.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { catalogue, roster } from './returns/district.ts';

const names = { catalogue, roster };
const file = (text: string): { path: string; bytes: Uint8Array } => ({ path: 'a.csv', bytes: Buffer.from(text) });
const said = ({ messages }: { readonly messages: readonly Message[] }): readonly string[] =>
  messages.map((message) => wordMessage(message, 'zh'));

describe('units.csv', () => {
  const header = '代码,名称,简称,类别,考核分组,成员,启用日期,停用日期\n';

  test('a unit, a group of named members, a group of all', () => {
    const { value, messages } = readRoster(
      file(
        `${header}101,区纪委监委,区纪委；区监委,单位,党委部门,,,2025-01-01\n902,派出所,,集体,,区纪委、103,,\n103,东关派出所,,外部,,,,\n901,各单位,,集体,,全体,,\n`,
      ),
    );
    expect(messages).toEqual([]);
    expect(value.units).toMatchObject([
      {
        code: '101',
        aliases: ['区纪委', '区监委'],
        kind: 'unit',
        category: '党委部门',
        members: [],
        from: null,
        until: '2025-01-01',
      },
      { kind: 'group', members: ['101', '103'] },
      { kind: 'external' },
      { kind: 'group', members: 'all', place: { file: 'a.csv', row: 5, column: null } },
    ]);
  });

  test('units without category are ranked among themselves, all of the district when there is none', () => {
    const categories = (text: string) => readRoster(file(text)).value.units.map(({ category }) => category);
    const some = '101,甲局,,单位,政府部门,,,\n102,乙局,,单位,,,,\n901,各单位,,集体,,全体,,\n';
    expect(categories(`${header}${some}`)).toEqual(['政府部门', '其他单位', '']);
    expect(categories('代码,名称,类别\n101,甲局,单位\n102,乙局,单位\n')).toEqual(['全区', '全区']);
  });

  test('every fault at once', () => {
    expect(
      said(
        readRoster(
          file(
            `${header}101,甲局,,单位,,,2024-05-01,2024-04-30\n101,乙局,甲局,单位,,,,\n102,丙组,,集体,,甲局、丁局,,\n103,戊组,,集体,,,,\n104,己局,,单位,,甲局,,\n105,庚局,,机构,,,,\n,辛局,,单位,,,,\n106,壬组,,集体,,丙组,,\n`,
          ),
        ),
      ),
    ).toEqual([
      'a.csv:2:8 错误 dates-reversed 停用日期 2024-04-30 早于启用日期 2024-05-01',
      'a.csv:5:6 错误 group-without-members “集体”应列出成员，或写“全体”',
      'a.csv:6:6 错误 members-of-no-group 只有“集体”才有成员；请把类别改为“集体”或删去成员',
      'a.csv:7:4 错误 unknown-word “类别”应为单位、集体、外部之一，现为“机构”',
      'a.csv:8:1 错误 missing-value “代码”空白，请填写',
      'a.csv:4:6 错误 unknown-unit 名录中没有“丁局”；是否为“乙局”、“甲局”？',
      'a.csv:9:6 错误 group-in-group 成员“丙组”本身是集体；请逐一列出单位',
    ]);
  });

  test('a name used twice is placed at the second', () => {
    expect(said(readRoster(file(`${header}101,甲局,乙局,单位,,,,\n102,乙局,,单位,,,,\n`)))).toEqual([
      'a.csv:3 错误 double-name “乙局”已在第 2 行用于“甲局”；名称、简称、代码都不能重复',
    ]);
  });
});

describe('plan.csv', () => {
  test('only the number is required, and each quarter has its column', () => {
    const { value, messages } = readPlan(
      file('任务编号,2024q3计划,完成时限,2024Q4计划\n3,60%,2024年12月底,100\n2,,,８０％\n'),
      catalogue,
    );
    expect(value.map((plan) => [plan.taskId, [...plan.percentBy], plan.deadline])).toEqual([
      ['2', [['2024Q4', 80]], null],
    ]);
    expect(said({ messages })).toEqual(['a.csv:2:3 错误 bad-date “2024年12月底”：不是日期；请写成 2024-10-08 这样']);
  });

  test('a task twice, a column that is no quarter, a percent that is none', () => {
    expect(said(readPlan(file('任务编号,完成时限,2024Q5计划,2024Q3计划\n3,,1,过半\n4,,,\n4,,,\n'), catalogue))).toEqual(
      [
        'a.csv:1:3 警告 unknown-column 表样中没有“2024Q5计划”一列，未读取',
        'a.csv:2:4 错误 percent-inexact “过半”不是确数，不能据以亮灯；请填一个数，如 80%',
        'a.csv:4 错误 double-task 任务 4 已见于第 3 行；一项任务只能一行',
      ],
    );
  });
});

describe('closures.csv', () => {
  test('closing and reopening, in the order of the file', () => {
    const { value } = readClosures(
      file('任务编号,日期,类型,依据\n3,2024-11-29,销号,通知\n3,2024-12-20,恢复,回访\n'),
      catalogue,
    );
    expect(value.map(({ taskId, on, act }) => [taskId, on, act])).toEqual([
      ['3', '2024-11-29', 'close'],
      ['3', '2024-12-20', 'reopen'],
    ]);
  });

  test('an act without a basis is none, and a file without acts is no fault', () => {
    expect(said(readClosures(file('任务编号,日期,类型,依据\n3,2024-11-29,办结,\n'), catalogue))).toEqual([
      'a.csv:2:3 错误 unknown-word “类型”应为销号、恢复之一，现为“办结”',
      'a.csv:2:4 错误 missing-value “依据”空白，请填写',
    ]);
    expect(readClosures(file('任务编号,日期,类型,依据\n'), catalogue)).toEqual({ value: [], messages: [] });
  });
});

describe('reassignments.csv', () => {
  const header = '生效日期,类型,任务,角色,原单位,新单位,依据\n';

  test('all tasks, or some in one role, to one unit or several', () => {
    const { value, messages } = readReassignments(
      file(
        `${header}2024-11-01,合并,,,区法制办,区司法局,方案\n2024-11-01,分设,2、3,配合,区财政局,区发改委；区司法局,方案\n`,
      ),
      names,
    );
    expect(messages).toEqual([]);
    expect(
      value.map(({ kind, taskIds, role, from, to }) => [kind, taskIds, role, from.name, to.map((unit) => unit.name)]),
    ).toEqual([
      ['merge', 'all', 'both', '区政府法制办', ['区司法局']],
      ['split', ['2', '3'], 'cooperating', '区财政局', ['区发改委', '区司法局']],
    ]);
  });

  test('every fault of a row at once', () => {
    expect(
      said(readReassignments(file(`${header}11月1日,归并,2、999,主办,市财政局,区司法局、区监察局,\n`), names)),
    ).toEqual([
      'a.csv:2:1 错误 bad-date “11月1日”：没有年份；请写成 2024-10-08 这样',
      'a.csv:2:2 错误 unknown-word “类型”应为更名、合并、分设、划入、撤销、职责划转、层级调整之一，现为“归并”',
      'a.csv:2:3 错误 unknown-task 任务目录中没有“999”；共 5 项，编号 1 至 5',
      'a.csv:2:4 错误 unknown-word “角色”应为牵头、配合、全部之一，现为“主办”',
      'a.csv:2:5 错误 unknown-unit 名录中没有“市财政局”；是否为“区财政局”？',
      'a.csv:2:6 错误 unknown-unit 名录中没有“区监察局”；是否为“区监委”、“区财政局”、“区司法局”？',
      'a.csv:2:7 错误 missing-value “依据”空白，请填写',
    ]);
  });
});

describe('adjustments.csv', () => {
  test('points may be left to the rule that the kind names', () => {
    const result: Result<readonly { points: number | null; taskId: string | null; kind: string }[]> = readAdjustments(
      file(
        '单位,任务编号,类型,分值,事由,依据,日期\n区财政局,3,空泛应付,－5分,甲,乙,2024-09-27\n区财政局,,领导肯定,,甲,乙,2024-09-27\n',
      ),
      names,
    );
    expect(result.messages).toEqual([]);
    expect(result.value.map(({ points, taskId, kind }) => [points, taskId, kind])).toEqual([
      [-5, '3', '空泛应付'],
      [null, null, '领导肯定'],
    ]);
  });

  test('a score without points, reason and basis is refused', () => {
    expect(
      said(
        readAdjustments(
          file('单位,分值,事由,依据,日期\n区财政局,,,,2024-09-27\n区财政局,若干,甲,乙,2024-09-27\n'),
          names,
        ),
      ),
    ).toEqual([
      'a.csv:2:2 错误 missing-value “分值”空白，请填写',
      'a.csv:2:3 错误 missing-value “事由”空白，请填写',
      'a.csv:2:4 错误 missing-value “依据”空白，请填写',
      'a.csv:3:2 错误 bad-number “分值”应为数字，现为“若干”',
    ]);
  });
});
