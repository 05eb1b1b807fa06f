/** The benchmarks measure a machine and prove nothing; that they still run, and read what they are given, is a test. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository, run } from '../run/program.ts';

async function rowsOf(bench: string, size: string): Promise<readonly (readonly string[])[]> {
  const runner = path.join(import.meta.dirname, 'run.mjs');
  const { exitCode, stdout, stderr } = await run(process.execPath, [runner, bench, size], { cwd: repository });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  const [, ...lines] = stdout.trimEnd().split('\n');
  return lines.map((line) => line.trim().split(/ {2,}/u));
}

test('returns: all rows of the files are read, headers too, and one in fifty is refused', async () => {
  const rows = await rowsOf('returns', '8');
  expect(rows.map(([files, read, accepted]) => [files, read, accepted])).toEqual([
    ['1', '201', '196'],
    ['2', '402', '392'],
    ['4', '804', '784'],
    ['8', '1608', '1568'],
  ]);
});

test('breakdowns: the seed over and over gives all its tasks', async () => {
  const rows = await rowsOf('breakdown', '0.1');
  const tasks = rows.filter(([layout]) => layout === 'lines of the seed').map((row) => Number(row.at(-1)));
  expect(tasks).toHaveLength(4);
  for (const each of tasks) expect(each % 134).toBe(0);
  expect(tasks.at(-1)).toBeGreaterThan(134);
});
