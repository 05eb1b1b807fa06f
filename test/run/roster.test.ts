import { expect, test } from 'vitest';
import { hasErrors } from '../../src/message/message.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { proposeRoster } from '../../src/run/roster.ts';
import { readWorkspace } from '../../src/workspace/workspace.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';

const text = `某区工作责任分解
1.招商引资工作。
牵头单位：区纪委监委
配合单位：各单位、区委办公室（区档案局）
2.稳定就业工作。
牵头单位：各镇（街道）、区纪委
配合单位：城关镇、东街街道办事处、区财政局
3.征管税收工作。
牵头单位：国家税务总局某区税务局
配合单位：区财政局等有关部门
`;

function office(units: string | null): MemoryDisk {
  const disk = memoryDisk();
  disk.write('seeds/分解.txt', Buffer.from(text));
  if (units !== null) disk.write('inputs/units.csv', Buffer.from(units));
  return disk;
}

const written = (disk: MemoryDisk): string => Buffer.from(disk.read('inputs/units.csv') ?? '').toString('utf8');
const header = '代码,名称,简称,类别,考核分组,考核,成员,启用日期,停用日期';

test('from nothing: every name with its roles and tasks, near ones side by side, groups with their members', async () => {
  const disk = office(null);
  const { value } = await proposeRoster(disk, false);
  expect(value.isWritten).toBe(true);
  expect(written(disk).replace('\uFEFF', '').split('\r\n')).toEqual([
    `${header},备注`,
    '101,区纪委监委,,单位,党委部门,,,,,牵头任务 1；与“区纪委”相近，如是同一单位，请并为一行，另一名称写入简称',
    '102,区纪委,,单位,党委部门,,,,,牵头任务 2；与“区纪委监委”相近，如是同一单位，请并为一行，另一名称写入简称',
    '103,区委办公室（区档案局）,区委办公室,单位,党委部门,,,,,配合任务 1',
    '201,区财政局,,单位,政府部门,,,,,配合任务 2、3',
    '301,国家税务总局某区税务局,,单位,垂管单位,,,,,牵头任务 3',
    '401,城关镇,,单位,镇街,,,,,配合任务 2',
    '402,东街街道办事处,,单位,镇街,,,,,配合任务 2',
    '901,各单位,,集体,,,全体,,,配合任务 1',
    '902,各镇（街道）,,集体,,是,城关镇、东街街道办事处,,,牵头任务 2',
    '',
  ]);
  const roster = readRoster({ path: 'inputs/units.csv', bytes: disk.read('inputs/units.csv') ?? new Uint8Array() });
  expect(roster.messages).toEqual([]);
  expect(roster.value.units).toHaveLength(9);
});

test('an open set says nothing of its members: proposed for all, and told so', async () => {
  const disk = office(null);
  disk.write('seeds/分解.txt', Buffer.from('某区分解\n1.养老。\n牵头单位：区民政局\n配合单位：区财政局、有关单位\n'));
  const { value } = await proposeRoster(disk, false);
  expect(value.rows.find((row) => row.名称 === '有关单位')).toMatchObject({
    类别: '集体',
    成员: '全体',
    备注: '配合任务 1；没有写明是哪些单位，暂按全体的共性任务列；能确定的请改写成员',
  });
});

test('rows that stand there are kept, names they have by any name are not proposed again', async () => {
  const rows = `${header}\r\n101,区委办公室,区委办公室（区档案局）,单位,党委部门,,,,\r\n102,区纪委监委,区纪委,单位,党委部门,,,,\r\n`;
  const disk = office(rows);
  const { value } = await proposeRoster(disk, false);
  expect(value.rows.map((row) => row.代码)).toEqual(['201', '301', '401', '402', '901', '902']);
  expect(written(disk).replace('\uFEFF', '').startsWith(rows)).toBe(true);
  const again = await proposeRoster(disk, false);
  expect(again.value).toEqual({ rows: [], isWritten: false });
  expect(hasErrors(again.messages)).toBe(false);
});

test('the empty table of init is filled', async () => {
  const disk = office(`\uFEFF${header}\r\n`);
  const { value, messages } = await proposeRoster(disk, false);
  expect([value.rows.length, value.isWritten, hasErrors(messages)]).toEqual([9, true, false]);
});

test('a trial writes nothing; a table without header and a breakdown that cannot be read are refused', async () => {
  const disk = office(null);
  expect((await proposeRoster(disk, true)).value).toMatchObject({ isWritten: false });
  expect(disk.read('inputs/units.csv')).toBeNull();
  const strange = await proposeRoster(office('甲,乙\r\n1,2\r\n'), false);
  expect(strange.messages.map(({ code }) => code)).toEqual(['roster-header-missing']);
  const empty = office(null);
  empty.write('seeds/另一份.txt', Buffer.from(text));
  expect((await proposeRoster(empty, false)).messages.map(({ code }) => code)).toEqual(['several-breakdowns']);
});

test('before a roster is there, every name that is missing is told and nothing hides them', () => {
  for (const units of [null, `${header}\r\n`]) {
    const disk = office(units);
    disk.write('inputs/office.yaml', Buffer.from('ownUnits: [区纪委监委]\n'));
    const words = readWorkspace(disk).messages.map((message) => wordMessage(message, 'zh'));
    expect(words.filter((line) => line.includes('roster-missing'))).toEqual([
      'inputs/units.csv 错误 roster-missing 单位名录是空的；责任分解意见中有 9 个单位：区纪委监委、各单位、区委办公室（区档案局）、各镇（街道）、区纪委、城关镇、东街街道办事处、区财政局、国家税务总局某区税务局；请运行 duban roster 列入，再核对',
    ]);
    expect(words.some((line) => line.includes('office-unknown-unit'))).toBe(false);
  }
});
