/**
 * The quarter's build of the sample, as a process of its own: from nothing, with one worker, and again with nothing changed. Prints the
 * median seconds and the median ratio to the first kind of the same round, so that a busy minute meets all of them. No test, for it measures
 * a machine. Run it after `npm ci`: `npm run bench build` (next argument: the number of rounds).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const rounds = Number(process.argv[2] ?? 5);
const cli = 'dist/cli.js';
const workspace = mkdtempSync(join(tmpdir(), 'duban-bench-'));
for (const folder of ['inputs', 'seeds', 'templates']) {
  cpSync(folder, join(workspace, folder), { recursive: true });
}

const kinds = {
  'first build': { isFresh: true, options: [] },
  'first build, --jobs 1': { isFresh: true, options: ['--jobs', '1'] },
  'nothing changed': { isFresh: false, options: [] },
};
const runs = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [kind, how] of Object.entries(kinds)) runs[kind].push(measured(how));
}
rmSync(workspace, { recursive: true });
console.log('run                      seconds   ratio');
for (const [kind, seconds] of Object.entries(runs)) {
  const ratios = seconds.map((each, round) => each / runs['first build'][round]);
  const figures = [median(seconds).toFixed(1), median(ratios).toFixed(2)];
  console.log(kind.padEnd(24) + figures.map((figure) => figure.padStart(8)).join(''));
}

function measured({ isFresh, options }) {
  if (isFresh) rmSync(join(workspace, 'out'), { recursive: true, force: true });
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [cli, '-C', workspace, 'build', '2024Q4', '--quiet', ...options]);
  if (status !== 0) throw new Error(`the build ended with ${status}`);
  return (performance.now() - start) / 1000;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
