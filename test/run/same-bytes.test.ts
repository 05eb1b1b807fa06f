/** Same input, same bytes: whatever the folder, the time zone, the clock, the locale and the number of jobs. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { times } from '../long.ts';
import { type Start, run, startDuban } from './program.ts';
import { builtSample, copyOfInputs, sampleFolder, stateOf } from './workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let expected: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { root } = await builtSample();
  expected = papersIn(path.join(root, sampleFolder));
});

/** The stamp says how many makers were asked for, and is no paper. */
function papersIn(folder: string): Readonly<Record<string, string>> {
  const { '.stamp': _, ...papers } = stateOf(folder);
  return papers;
}

const laterClock = path.join(import.meta.dirname, 'later-clock.mjs');

async function builtElsewhere(
  name: string,
  args: readonly string[],
  start: Start,
): Promise<Readonly<Record<string, string>>> {
  const folder = copyOfInputs(name);
  const { exitCode, stderr } = await startDuban(['build', '2024Q4', ...args], { cwd: folder, ...start });
  if (exitCode !== 0) throw new Error(stderr);
  return papersIn(path.join(folder, sampleFolder));
}

/** How many threads it started is counted. */
function counting(start: Start): Start & { readonly threads: () => number } {
  const file = path.join(inject('runFolder'), 'threads.txt');
  const preload = [path.join(import.meta.dirname, 'count-threads.mjs'), ...[start.preload ?? []].flat()];
  return { preload, env: { ...start.env, THREADS: file }, threads: () => Number(fs.readFileSync(file, 'utf8')) };
}

// West of Greenwich without a language, with two threads: the small district in test/bundle/package.test.ts, and the sample in the long form.
test('eight threads make the papers of one in another folder, another time zone and another language, 400 days later, and one is enough for a single paper', async () => {
  const start = counting({ env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, preload: laterClock });
  expect(await builtElsewhere('另一个 文件夹', ['--jobs', '8'], start)).toEqual(expected);
  expect(start.threads()).toBe(7);
  const made = await builtElsewhere('alone', ['--jobs', '8', '--only', 'letters/207-*'], start);
  expect(start.threads()).toBe(0);
  // One letter made alone is the letter of the batch.
  const [letter = ''] = Object.keys(made).filter((file) => file.startsWith('letters/'));
  expect(Object.keys(made)).toEqual([letter, 'manifest.json']);
  expect(made[letter]).toBe(expected[letter]);
});

// In the long form, and in no list of what is left out: eight stand above.
for (const jobs of times<readonly string[]>([], ['2', '3'])) {
  test(`${jobs} threads make the papers of one, in a third time zone and without a language`, async () => {
    const start = { env: { TZ: 'America/St_Johns', LC_ALL: 'C' } };
    expect(await builtElsewhere(jobs, ['--jobs', jobs], start)).toEqual(expected);
  });
}

// Guards the tests above: without the shift all builds would run on one day.
test('the clock of the second build is another one', async () => {
  const now = async (...preload: readonly string[]): Promise<number> =>
    Number((await run(process.execPath, [...preload, '-p', 'Date.now()'])).stdout);
  expect((await now('--import', laterClock)) - (await now())).toBeGreaterThan(300 * 24 * 3_600_000);
});
