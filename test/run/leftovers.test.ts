/** What a killed process left half written goes with the next such command, also where that one finds everything done and writes nothing. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { duban, smallDistrict } from './program.ts';

const host = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);
const dead = `.duban-${spawnSync(process.execPath, ['-e', '']).pid}-${host}.part`;

const task = [
  'task',
  'add',
  '--task',
  '9',
  '--text',
  '新任务。',
  '--lead',
  '县发改委',
  '--section',
  '三、强化要素保障',
];

test.each([
  ['build', ['build', '2025Q1'], ['out', 'out/2025Q1', 'out/2025Q1/letters']],
  ['build --shard', ['build', '2025Q1', '--shard', '1/2'], ['out', 'out/parts/2025Q1/1-of-2']],
  ['check', ['check', '2025Q1'], ['out', 'out/2025Q1']],
  ['task add', [...task, '--effective', '2025-08-01', '--basis', '会议纪要'], ['inputs', 'inputs/register']],
])('%s that was killed and is repeated, with nothing left to write', async (name, args, folders) => {
  const cwd = path.join(inject('runFolder'), `leftovers-${name}`);
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const first = await duban(args, { cwd });
  expect({ exitCode: first.exitCode, said: first.stderr }).toMatchObject({ exitCode: 0 });
  const left = folders.map((folder) => path.join(cwd, folder, dead));
  for (const file of left) fs.mkdirSync(path.dirname(file), { recursive: true });
  for (const file of left) fs.writeFileSync(file, 'half');
  await duban(args, { cwd });
  expect(left.filter((file) => fs.existsSync(file))).toEqual([]);
});

test('a part that was killed before it was noted is noted by the run that finds its files made', async () => {
  const cwd = path.join(inject('runFolder'), 'part-not-noted');
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const part = ['build', '2025Q1', '--shard', '1/2'];
  await duban(part, { cwd });
  const note = path.join(cwd, 'out/parts/2025Q1/1-of-2/part.json');
  const noted = fs.readFileSync(note, 'utf8');
  fs.rmSync(note);
  await duban(part, { cwd });
  expect(fs.readFileSync(note, 'utf8')).toBe(noted);
});
