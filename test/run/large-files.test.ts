/** Files that no memory should hold. They are as large as they say, and cost the test nothing: holes on the disk. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { smallDistrict, startDuban } from './program.ts';

vi.setConfig({ testTimeout: 300_000 });

const gigabyte = 1024 ** 3;

function withFile(name: string, file: string, size: number): string {
  const root = path.join(inject('runFolder'), `large-${name}`);
  fs.cpSync(smallDistrict, root, { recursive: true });
  fs.appendFileSync(path.join(root, file), '');
  fs.truncateSync(path.join(root, file), size);
  return root;
}

test('a film among the returns is kept as evidence and not read into memory', async () => {
  const cwd = withFile('film', 'inputs/2025Q2/returns/现场.mp4', gigabyte);
  const { exitCode, stderr } = await startDuban(['check', '2025Q2', '--lang', 'zh'], { cwd });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/现场\.mp4 提示 attachment /u);
});

test('a return of a gigabyte is refused with its place, the others are checked all the same', async () => {
  const cwd = withFile('return', 'inputs/2025Q2/returns/县税务局.csv', gigabyte);
  const { exitCode, stderr } = await startDuban(['check', '2025Q2', '--lang', 'zh'], { cwd });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/县税务局\.csv 错误 file-too-large /u);
});

test('a roster of a gigabyte is refused in one line', async () => {
  const cwd = withFile('roster', 'inputs/units.csv', gigabyte);
  const { exitCode, stderr } = await startDuban(['check', '2025Q2', '--lang', 'zh'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^不能读写“[^”]*\/inputs\/units\.csv”：文件太大；[^\n]+\n$/u);
});
