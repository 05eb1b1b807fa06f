/**
 * The program on the sample, as processes of their own: from nothing, nothing changed, one return changed, check, --help. Prints medians of
 * wall seconds, CPU seconds and peak megabytes, and the median ratio of CPU to bare node in the same round, so that a busy minute meets all
 * of them. No test, for it measures a machine. Run it after `npm ci`: `npm run bench build` (next arguments: rounds; another `cli.js`).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const rounds = Number(process.argv[2] ?? 5);
const cli = resolve(process.argv[3] ?? 'dist/cli.js');
const preload = resolve('test/bench/usage.cjs');
const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const workspace = join(folder, 'workspace');
for (const each of ['inputs', 'seeds', 'templates']) cpSync(each, join(workspace, each), { recursive: true });
const returned = join(workspace, 'inputs/2024Q4/returns/区人大常委会法工委.csv');

const build = ['build', '2024Q4', '--quiet'];
const kinds = {
  'bare node': { args: null },
  '--help': { args: ['--help'] },
  'first check': { args: ['check', '2024Q4', '--quiet'], before: forget },
  'check again': { args: ['check', '2024Q4', '--quiet'] },
  'first build, two threads': { args: [...build, '--jobs', '2'], before: forget },
  'first build': { args: build, before: forget },
  'nothing changed': { args: build },
  'one return changed': { args: build, before: changeOne },
};
const runs = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [kind, how] of Object.entries(kinds)) runs[kind].push(measured(how));
}

console.log('run                       wall s   CPU s    MB   CPU to bare node');
for (const [kind, spent] of Object.entries(runs)) {
  const ratio = median(spent.map(({ cpu }, round) => cpu / runs['bare node'][round].cpu));
  const figures = ['wall', 'cpu'].map((name) => median(spent.map((each) => each[name])).toFixed(2));
  const megabytes = median(spent.map((each) => each.megabytes)).toFixed(0);
  console.log(
    kind.padEnd(24) +
      [...figures, megabytes, ratio.toFixed(1)].map((text, at) => text.padStart([8, 8, 6, 11][at])).join(''),
  );
}

function forget() {
  rmSync(join(workspace, 'out'), { recursive: true, force: true });
}

function changeOne() {
  const text = readFileSync(returned, 'utf8');
  writeFileSync(returned, text.includes(',55,') ? text.replace(',55,', ',56,') : text.replace(',56,', ',55,'));
}

function measured({ args, before = () => undefined }) {
  before();
  const usage = join(folder, 'usage.json');
  const program = args === null ? ['-e', '0'] : [cli, '-C', workspace, ...args];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...program], {
    env: { ...process.env, USAGE: usage },
  });
  if (status !== 0) throw new Error(String(stderr));
  return { wall: (performance.now() - start) / 1000, ...JSON.parse(readFileSync(usage, 'utf8')) };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
