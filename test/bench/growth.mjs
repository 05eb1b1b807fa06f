/**
 * What growth costs: the same quarter with ten times the tasks and units, with a hundred times the units, and a ledger of 20,000 rows. All
 * names are invented. Seconds, peak megabytes and CPU milliseconds a file with one thread of papers, each size once: `npm run bench growth` (next
 * arguments: names of sizes). The first size takes seconds, the third minutes.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bounds } from '../../src/trade/bounds.ts';

const sizes = {
  'as the sample': { tasks: 134, units: 41, each: 3, only: [] },
  'three times': { tasks: 400, units: 120, each: 3, only: [] },
  'ten times': { tasks: 1340, units: 410, each: 3, only: [] },
  'a ledger of 20,000 rows, DOCX': { tasks: 6700, units: 410, each: 3, only: ['report.docx'] },
  'a ledger of 20,000 rows, PDF': { tasks: 6700, units: 410, each: 3, only: ['ledger.pdf'] },
  'a hundred times the units': { tasks: 1340, units: 4100, each: 24, only: [] },
};
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'duban-growth-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
console.log('size                           files   rows  wall s   CPU s    MB   ms a file  page MB');
for (const [name, size] of Object.entries(sizes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const workspace = join(folder, String(size.units * size.tasks));
  layOut(workspace, size);
  const { wall, cpu, megabytes } = measured(workspace, size.only);
  const out = join(workspace, 'out/2024Q4');
  const files = readdirSync(out, { recursive: true, withFileTypes: true });
  const count = files.filter((each) => each.isFile() && !/^\.|^manifest\.json$/u.test(each.name)).length;
  const figures = [
    count,
    size.tasks * size.each,
    wall.toFixed(1),
    cpu.toFixed(1),
    megabytes.toFixed(0),
    ((cpu * 1000) / count).toFixed(1),
    existsSync(join(out, 'index.html')) ? (statSync(join(out, 'index.html')).size / 1e6).toFixed(1) : '–',
  ];
  console.log(name.padEnd(29) + figures.map((each, at) => String(each).padStart([7, 7, 8, 8, 6, 12, 9][at])).join(''));
  rmSync(workspace, { recursive: true });
}

/** A workspace of one quarter: catalogue in force, roster, and a return of every unit on all its tasks. */
function layOut(workspace, { tasks, units, each }) {
  const names = Array.from({ length: units }, (_, unit) => `区示例${chinese(unit)}局`);
  const duties = names.map(() => []);
  const rows = Array.from({ length: tasks }, (_, at) => {
    const own = Array.from({ length: each }, (_, turn) => (at * 7 + turn * (Math.floor(units / each) + 1)) % units);
    own.forEach((unit, turn) => duties[unit].push({ task: at + 1, isLead: turn === 0 }));
    const [lead, ...others] = own.map((unit) => names[unit]);
    const text = `健全第${chinese(at)}类重点领域监管机制，完善制度，压实责任，开展专项检查并公开结果，按季度报告整改情况。`;
    return [
      at + 1,
      at + 1,
      '二、示例章节',
      text,
      lead,
      others.join('、'),
      '',
      '',
      '2024年12月31日',
      '',
      '',
      '',
      '',
      '',
    ];
  });
  mkdirSync(join(workspace, 'inputs/2024Q4/returns'), { recursive: true });
  mkdirSync(join(workspace, 'seeds'));
  cpSync('templates', join(workspace, 'templates'), { recursive: true });
  const office = readFileSync('inputs/office.yaml', 'utf8')
    .replaceAll(/^  - 区.*$/gmu, '')
    .replace(/^ownUnits:$/mu, 'ownUnits: []')
    .replace(/^copiedTo:.*$/mu, 'copiedTo: []');
  writeFileSync(join(workspace, 'inputs/office.yaml'), office);
  csv(join(workspace, 'seeds/catalogue.csv'), [
    ['任务目录：示例责任分解意见', ...Array.from({ length: 13 }, () => '')],
    '任务标识,编号,章节,工作任务,牵头单位,配合单位,责任单位,等有关单位,完成时限,责任领导,工作目标,工作标准,备注,原文位置'.split(
      ',',
    ),
    ...rows,
  ]);
  csv(join(workspace, 'inputs/units.csv'), [
    ['代码', '名称', '简称', '类别', '考核分组', '成员', '启用日期', '停用日期'],
    ...names.map((name, unit) => [10_000 + unit, name, '', '单位', '示例部门', '', '', '']),
  ]);
  const header = '填报单位,任务编号,进展情况,完成比例,状态,存在问题,下一步措施,填报人,联系电话,填报日期'.split(',');
  const rowsOf = names.map((name, unit) => duties[unit].map(({ task }) => returned({ name, unit, task })));
  // A folder holds no more files than that; of more units, some send theirs together.
  const together = Math.ceil(units / bounds.files);
  for (let first = 0; first < units; first += together) {
    const file = together === 1 ? names[first] : `汇总${chinese(first)}`;
    const own = rowsOf.slice(first, first + together).flat();
    csv(join(workspace, `inputs/2024Q4/returns/${file}.csv`), [header, ...own]);
  }
}

function returned({ name, unit, task }) {
  const percent = 10 + ((task * 13 + unit) % 90);
  const status = percent > 60 ? '正常推进' : '滞后';
  const progress = `已开展检查${percent}次，整改问题${task % 9}个，制度已印发。`;
  return [name, task, progress, percent, status, '人手不足', '下季度完成', '甲某', '0000-0000', '2024-12-20'];
}

function csv(file, rows) {
  writeFileSync(file, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
}

/** 一二三, figure by figure. */
function chinese(number) {
  return Array.from(String(number), (digit) => '〇一二三四五六七八九'[digit]).join('');
}

function measured(workspace, only) {
  const usage = join(folder, 'usage.json');
  const args = ['build', '2024Q4', '--quiet', '--jobs', '1', ...only.flatMap((each) => ['--only', each])];
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', resolve('test/bench/usage.cjs'), resolve('dist/cli.js'), '-C', workspace, ...args],
    { env: { ...process.env, USAGE: usage }, maxBuffer: 1 << 30 },
  );
  if (status !== 0) throw new Error(String(stderr).slice(0, 2000));
  return { wall: (performance.now() - start) / 1000, ...JSON.parse(readFileSync(usage, 'utf8')) };
}
