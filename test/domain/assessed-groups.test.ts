/** Towns: a group marked 考核 is assessed member by member, 各单位 stays what all have in common. */
import { expect, test } from 'vitest';
import { silentUnits } from '../../src/papers/reminder.ts';
import { quarterlyOf } from '../../src/run/views.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import type { Quarter } from '../../src/trade/calendar.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { wordText } from '../../src/message/wording/word.ts';
import { district } from '../intake/returns/cases.ts';

const quarter = '2025Q2' as Quarter;
const header = '填报单位,任务编号,本单位角色,进展情况,完成比例,状态,存在问题,下一步措施,填报人,填报日期';

/** The small district with three towns: 各镇 lead task 7, cooperate in 4 beside 东镇 by name, and are part of 各单位. */
function withTowns(mark: string) {
  const disk = district();
  const text = (file: string): string => Buffer.from(disk.files.get(file) ?? []).toString();
  const write = (file: string, content: string) => disk.files.set(file, Buffer.from(content));
  const seed = disk.list('seeds')[0] ?? '';
  write(
    seed,
    text(seed)
      .replace(
        '7.落实重点项目用能、用地保障，开工重点项目18个。\n牵头单位：县发改委',
        '7.落实重点项目用能、用地保障，开工重点项目18个。\n牵头单位：各镇人民政府\n配合单位：县发改委、东镇',
      )
      .replace('配合单位：县市场监管局、县税务局', '配合单位：县市场监管局、县税务局、各镇'),
  );
  const towns = ['东镇', '西镇', '北镇'].map((name, at) => `${301 + at},${name},${name}人民政府,单位,乡镇,,,,`);
  const group = `902,各镇,各镇人民政府,集体,,${mark},东镇、西镇、北镇,,`;
  const units = text('inputs/units.csv')
    .replace('考核分组,成员', '考核分组,考核,成员')
    .replaceAll(/^(\d+,[^,]*,[^,]*,[^,]*,[^,]*),(?=[^,]*,[^,]*,[^,]*$)/gmu, '$1,,');
  write(
    'inputs/units.csv',
    `${units.trimEnd().replace('县发改委、县市场监管局、县税务局,,', '县发改委、县市场监管局、县税务局、东镇、西镇、北镇,,')}\n${[...towns, group].join('\n')}\n`,
  );
  write(
    'inputs/2025Q2/returns/东镇.csv',
    `${header}\n东镇,7,牵头,开工重点项目2个，用地已保障。,50,正常推进,,,王某,2025-06-20\n东镇,4,配合,参加联合抽查2次。,50,正常推进,,,王某,2025-06-20\n`,
  );
  return disk;
}

test('members of a group marked 考核 file, get lights, scores, reminders and letters for its tasks', () => {
  const { value, messages } = standingOf(withTowns('是'), quarter, ownDays);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (value === null) throw new Error('the quarter does not stand');
  const { ledger } = value;
  const of = (name: string) =>
    ledger.entries
      .filter(({ unit }) => unit.name === name)
      .map(({ task, role, isAssessed, group, filing }) => [task.no, role, isAssessed, group?.name ?? null, filing]);
  expect(of('东镇')).toEqual([
    ['2', 'cooperating', false, '各单位', 'not-required'],
    ['4', 'cooperating', true, null, 'on-time'],
    // Named among those who cooperate, and a lead as one of 各镇: it leads.
    ['7', 'lead', true, null, 'on-time'],
  ]);
  expect(of('西镇')).toEqual([
    ['2', 'cooperating', false, '各单位', 'not-required'],
    ['4', 'cooperating', true, null, 'missing'],
    ['7', 'lead', true, null, 'missing'],
  ]);
  expect(ledger.entries.filter(({ unit, light }) => unit.name === '西镇' && light === 'red')).toHaveLength(2);
  expect(
    value.scorecards.filter(({ unit }) => unit.category === '乡镇').map(({ unit, unranked }) => [unit.name, unranked]),
  ).toEqual([
    ['东镇', null],
    ['西镇', null],
    ['北镇', null],
  ]);
  expect(quarterlyOf(value, { figures: {}, slim: {} }).lettered.map(({ name }) => name)).toContain('北镇');
  expect(silentUnits(ledger).map(({ name }) => name)).toEqual(expect.arrayContaining(['西镇', '北镇']));
});

test('without the mark the tasks are common, and drop out of all figures', () => {
  const { value } = standingOf(withTowns(''), quarter, ownDays);
  const west = value?.ledger.entries.filter(({ unit }) => unit.name === '西镇') ?? [];
  expect(west.map(({ task, isAssessed, group }) => [task.no, isAssessed, group?.name])).toEqual([
    ['2', false, '各单位'],
    ['4', false, '各镇'],
    ['7', false, '各镇'],
  ]);
});

test('what all have in common is not assessed one by one, and a unit is assessed without a mark', () => {
  const read = (rows: string) =>
    readRoster({
      path: 'inputs/units.csv',
      bytes: Buffer.from(`代码,名称,类别,考核,成员\n1,甲局,单位,,\n${rows}\n`),
    }).messages.map((each) => `${each.place?.row} ${each.code} ${wordText(each, 'zh')}`);
  expect(read('9,各单位,集体,是,全体')).toEqual([
    '3 assessed-all “全体”的集体是共性任务，不逐一考核；请删去“考核”，或逐一列出成员',
  ]);
  expect(read('9,乙局,单位,否,')).toEqual([
    '3 assessed-no-group “考核”只对“集体”填写：单位都考核，不考核的请把类别改为“外部”',
  ]);
  expect(read('9,乙局,单位,是,')).toEqual([]);
  expect(read('9,各局,集体,也许,甲局')).toEqual(['3 unknown-word “考核”应为是、否之一，现为“也许”']);
});
