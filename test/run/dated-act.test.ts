/** `reassign`: one change added to reassignments.csv, or refused with the file as it was. */
import { describe, expect, test } from 'vitest';
import { diskAt, type Disk } from '../../src/disk/disk.ts';
import { extensionColumns } from '../../src/intake/extensions.ts';
import { reassignmentColumns } from '../../src/intake/reassignments.ts';
import { taskChangeColumns } from '../../src/intake/task-changes.ts';
import { enterAct } from '../../src/run/dated-act.ts';
import type { CalendarDate } from '../../src/trade/calendar.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { copyOfInputs } from './workspace.ts';

const extension = {
  任务编号: '29',
  申请日期: '2024-12-02',
  新完成时限: '2025-03-31',
  结果: '批准',
  决定日期: '2024-12-10',
  依据: 'X督〔2024〕9号',
};
const reworded = {
  任务编号: '29',
  类型: '调整表述',
  生效日期: '2024-12-10',
  任务内容: '另一说法。',
  依据: 'X督〔2024〕9号',
};

const file = 'inputs/reassignments.csv';
const row = {
  生效日期: '2024-12-01',
  类型: '职责划转',
  任务: '29、72',
  角色: '全部',
  原单位: '区人民检察院',
  新单位: '区司法局',
  依据: 'X编〔2024〕9号',
};

function reassign(disk: Disk, cells: typeof row) {
  const day = cells.生效日期 as CalendarDate;
  return enterAct(disk, { file, columns: reassignmentColumns, row: cells, day, isDry: false });
}

function textOf(disk: Disk): string {
  return new TextDecoder().decode(disk.read(file) ?? new Uint8Array());
}

type How = { readonly times?: number; readonly prepare?: (disk: Disk) => void };

const nothing = (): void => {};

/** A row added to the sample's reform; what the last of several times said. */
async function added(name: string, changes: Partial<typeof row>, { times = 1, prepare = nothing }: How = {}) {
  const disk = diskAt(copyOfInputs(name));
  prepare(disk);
  const before = textOf(disk);
  const add = async () => {
    const { value, messages } = await enterAct(disk, {
      file,
      columns: reassignmentColumns,
      row: { ...row, ...changes },
      day: { ...row, ...changes }.生效日期 as CalendarDate,
      isDry: false,
    });
    return { value, said: messages.map((message) => wordMessage(message, 'zh')) };
  };
  let last = await add();
  for (let time = 1; time < times; time += 1) last = await add();
  return { ...last, before, after: textOf(disk) };
}

describe('a change that is right', () => {
  test('is written at the end, the rest of the file untouched, and says whose letters it touches', async () => {
    const { value, said, before, after } = await added('reassign-right', {});
    expect(said).toEqual([]);
    expect(value.isWritten).toBe(true);
    expect(value.touched.map(({ unit }) => unit)).toEqual(expect.arrayContaining(['区人民检察院', '区司法局']));
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length).trim()).toBe(Object.values(row).join(','));
  });

  test('is told without the warnings that stood before', async () => {
    // Without the reform's rows every abolished unit holds its tasks past its last day.
    const withoutReform = (disk: Disk): void => disk.write(file, Buffer.from(`${Object.keys(row).join(',')}\r\n`));
    const { value, said } = await added('reassign-warned', {}, { prepare: withoutReform });
    expect(said).toEqual([]);
    expect(value.isWritten).toBe(true);
  });
});

describe('a change that is wrong leaves the file as it was', () => {
  test.each([
    ['an unknown task', { 任务: '999' }, /:3 错误 unknown-task /u],
    ['an unknown unit', { 原单位: '区检察' }, /:5 错误 unknown-unit .*“区人民检察院”/u],
    ['no basis', { 依据: ' ' }, /:7 错误 missing-value /u],
    ['a task that is not the unit’s', { 任务: '2', 角色: '牵头' }, / 错误 reassignment-of-unowned-task /u],
    ['to itself', { 新单位: '区人民检察院' }, / 错误 reassignment-to-itself /u],
  ] as const)('%s', async (name, changes, expected) => {
    const { value, said, before, after } = await added(`reassign-${name}`, changes);
    expect(said).toEqual([expect.stringMatching(expected)]);
    expect(value).toEqual({ touched: [], isCommon: false, isWritten: false });
    expect(after).toBe(before);
  });

  test('the same once more', async () => {
    const { value, said, after } = await added('reassign-twice', {}, { times: 2 });
    const expected = / 错误 reassignment-known “区人民检察院”的这一调整第 \d+ 行已登记，没有再写一次$/u;
    expect(said).toEqual([expect.stringMatching(expected)]);
    expect(value.isWritten).toBe(false);
    expect(after.split(Object.values(row).join(','))).toHaveLength(2);
  });
});

describe('the same act once more is not written, on whatever day', () => {
  test.each([
    ['an extension', { path: 'inputs/extensions.csv', columns: extensionColumns, cells: extension }],
    ['a task reworded', { path: 'inputs/task-changes.csv', columns: taskChangeColumns, cells: reworded }],
  ] as const)('%s', async (name, { path, columns, cells }) => {
    const disk = diskAt(copyOfInputs(`twice-${name}`));
    const enter = (登记日期: string) => {
      const day = '2024-12-10' as CalendarDate;
      return enterAct(disk, { file: path, columns, row: { ...cells, 登记日期 }, day, isDry: false });
    };
    expect((await enter('2024-12-10')).value.isWritten).toBe(true);
    const before = disk.read(path);
    const { value, messages } = await enter('2024-12-11');
    expect([value.isWritten, messages.map((message) => wordMessage(message, 'zh'))]).toEqual([
      false,
      [expect.stringMatching(/:\d+ 错误 act-known 同样的一条已经登记，没有再写一次$/u)],
    ]);
    expect(disk.read(path)).toEqual(before);
  });
});

describe('two at the same file', () => {
  test('of two that run at once one is told to wait, and no row is lost', async () => {
    const disk = diskAt(copyOfInputs('reassign-both'));
    const [first, second] = [
      { ...row, 任务: '29' },
      { ...row, 任务: '72' },
    ];
    const both = await Promise.all([reassign(disk, first), reassign(disk, second)]);
    expect(both.map(({ value }) => value.isWritten)).toEqual([true, false]);
    expect(both[1]?.messages.map(({ code }) => code)).toEqual(['locked']);
    expect((await reassign(disk, second)).value.isWritten).toBe(true);
    for (const each of [first, second]) expect(textOf(disk)).toContain(Object.values(each).join(','));
  });

  test('what Excel saved while the row was checked is not written over', async () => {
    const real = diskAt(copyOfInputs('reassign-excel'));
    const saved = `${textOf(real)}2024-12-05,更名,,全部,甲,乙,丙\r\n`;
    const disk: Disk = {
      ...real,
      replace: (name, bytes, before) => {
        real.write(name, Buffer.from(saved));
        return real.replace(name, bytes, before);
      },
    };
    const { value, messages } = await reassign(disk, row);
    expect([value.isWritten, messages.map(({ code }) => code)]).toEqual([false, ['saved-meanwhile']]);
    expect(textOf(real)).toBe(saved);
  });
});
