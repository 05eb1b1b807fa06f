/**
 * 700 files of 200 rows in one check: time and memory, and whether both grow in step with the rows. No test, for it measures a machine.
 * Run it after `npm ci`: `npm run bench returns` (next argument: the number of files).
 */
import { readReturns } from '../../src/intake/returns/read-returns.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { accountingOf } from '../intake/returns/accounting.ts';

const taskCount = 200;
const header =
  '填报单位,任务编号,任务内容,本单位角色,进展情况,完成比例,状态,存在问题,下一步措施,佐证材料,填报人,联系电话,填报日期';
const most = Number(process.argv[2] ?? 700);

const catalogue = {
  source: { path: 'seeds/a.txt', sha256: '' },
  tasks: Array.from({ length: taskCount }, (_, at) => ({
    id: `${at + 1}`,
    no: `${at + 1}`,
    text: `任务内容第${at + 1}项`,
  })),
};

const expectations = {
  ownership: { role: () => 'lead', owners: () => [], lostOn: () => null },
  filingDay: '2024-12-25',
  previous: [],
  hollowBelow: 10,
  planned: new Map(),
};

console.log('  files     rows   accepted   messages  CPU ms   ms/1000 rows   heap MB');
for (const count of [Math.round(most / 8), Math.round(most / 4), Math.round(most / 2), most]) measure(count);

function measure(count) {
  const files = Array.from({ length: count }, (_, at) => ({
    path: `inputs/2024Q4/returns/${at}.csv`,
    bytes: bytesOf(at),
  }));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  const { value, messages } = readReturns({
    quarter: '2024Q4',
    files,
    catalogue,
    roster: rosterOf(count),
    expectations,
    fractions: 'refuse',
    previous: [],
  });
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const rows = value.files.reduce((sum, file) => sum + accountingOf(file).rows, 0);
  const figures = [
    count,
    rows,
    value.returns.length,
    messages.length,
    ms.toFixed(0),
    ((ms / rows) * 1000).toFixed(1),
    heap.toFixed(0),
  ];
  console.log(figures.map((figure, at) => String(figure).padStart([7, 9, 11, 11, 8, 15, 10][at])).join(''));
}

/** One row in fifty has something wrong. */
function bytesOf(unit) {
  const row = (at) =>
    `第${unit}局,${at + 1},任务内容第${at + 1}项,牵头,"召开专题会议${at}次，印发通知，整改问题${at}个，收回结余${at * 3}万元，建立台账，逐项销号。\n第二行说明",${at % 50 === 7 ? '120' : at % 100}%,正常推进,,下一步继续推进,《会议纪要》,张某,0000-0001,2024-12-20`;
  return Buffer.from(`\uFEFF${[header, ...Array.from({ length: taskCount }, (_, at) => row(at))].join('\r\n')}`);
}

function rosterOf(count) {
  const units = Array.from({ length: count }, (_, at) => `${at + 1000},第${at}局,,单位,,,,`);
  return readRoster({
    path: 'inputs/units.csv',
    bytes: Buffer.from(['代码,名称,简称,类别,考核分组,成员,启用日期,停用日期', ...units].join('\n')),
  }).value;
}
