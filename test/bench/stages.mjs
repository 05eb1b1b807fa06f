/**
 * The stages of a first build of the sample, one by one (stage-table.mjs says what belongs to which): V8's profiler looks at the program from
 * outside, one thread of papers. A round is node alone, a build, and a build with the profiler: the samples of this one share out the wall time of
 * the second, those that did not wait the processor time of its main thread as the kernel counted it. V8's other threads (garbage, compiling) stand
 * apart. Medians of rounds. No test, for it measures a machine. Run it
 * after `npm ci`: `npm run bench stages` (next argument: rounds).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { missingEntries, sourcesOf, stageNames, stagesOf } from './stage-table.mjs';

const rounds = Number(process.argv[2] ?? 5);
const cli = resolve('dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'duban-stages-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const sources = sourcesOf(join(folder, 'mapped'));
const missing = missingEntries(sources);
if (missing.length > 0)
  throw new Error(`test/bench/stage-table.mjs names what the program has not: ${missing.join(', ')}`);

const workspace = join(folder, 'workspace');
for (const each of ['inputs', 'seeds', 'templates']) cpSync(each, join(workspace, each), { recursive: true });
const runs = Array.from({ length: rounds }, (_, at) => round(join(folder, String(at))));

const rows = stageNames.map((name) => {
  const [wall, cpu] = ['wall', 'cpu'].map((kind) => median(runs.map(({ stages }) => stages.get(name)[kind])));
  return { name, wall, cpu };
});
const empty = rows.filter(({ wall }) => wall === 0).map(({ name }) => name);
if (empty.length > 0) throw new Error(`no sample fell into ${empty.join(', ')}: its functions are no longer called`);
console.log('stage                        wall ms   CPU ms');
line({ name: 'node itself', ...medians(({ bare }) => bare) });
for (const row of rows) line(row);
line({ name: "V8's other threads", wall: 0, cpu: median(runs.map(({ helpers }) => helpers)) });
line({ name: 'whole run', ...medians(({ plain }) => plain) });

function medians(of) {
  return { wall: median(runs.map((run) => of(run).wall)), cpu: median(runs.map((run) => of(run).cpu)) };
}

function line({ name, wall, cpu }) {
  console.log(name.padEnd(27) + [wall, cpu].map((figure) => figure.toFixed(0).padStart(9)).join(''));
}

function round(into) {
  mkdirSync(into);
  const bare = ran(['-e', '0']);
  const plain = built([]);
  built(['--cpu-prof', `--cpu-prof-dir=${into}`, '--cpu-prof-interval', '500']);
  const profile = JSON.parse(readFileSync(join(into, readdirSync(into)[0]), 'utf8'));
  const stages = stagesOf(profile, sources);
  const ofRun = { wall: plain.wall - bare.wall, cpu: plain.main - bare.main };
  for (const [kind, sampled] of [
    ['wall', 'wall'],
    ['cpu', 'busy'],
  ]) {
    const all = [...stages.values()].reduce((sum, each) => sum + each[sampled], 0);
    for (const each of stages.values()) each[kind] = (each[sampled] / all) * ofRun[kind];
  }
  return { stages, bare, plain, helpers: plain.cpu - bare.cpu - ofRun.cpu };
}

function built(profiling) {
  rmSync(join(workspace, 'out'), { recursive: true, force: true });
  return ran([...profiling, cli, '-C', workspace, 'build', '2024Q4', '--quiet', '--jobs', '1']);
}

/** Milliseconds; `main`: of the processor, by the main thread alone. */
function ran(args) {
  const usage = join(folder, 'usage.json');
  const preload = resolve('test/bench/usage.cjs');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    env: { ...process.env, USAGE: usage },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(String(stderr));
  const { cpu, main } = JSON.parse(readFileSync(usage, 'utf8'));
  if (main === null) throw new Error('what the main thread used is only told by Linux');
  return { wall, cpu: cpu * 1000, main: main * 1000 };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
