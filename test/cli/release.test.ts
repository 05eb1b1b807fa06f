/** A workspace says by which release it was written; an older program refuses it in words, a newer one raises the line. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { CannotRun } from '../../src/cli/command.ts';
import { parserOf } from '../../src/cli/parser.ts';
import { newWorkspace } from '../../src/run/init.ts';
import { newerRelease, raiseRelease, releaseFile } from '../../src/workspace/release.ts';
import { programVersion } from '../../src/workspace/program.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';
import { smallDistrict } from '../run/program.ts';

const [major = 0, minor = 0] = programVersion().split('.').map(Number);

function written(release: string): MemoryDisk {
  const disk = memoryDisk();
  disk.write(releaseFile, Buffer.from(`duban ${release}\n`));
  return disk;
}

test.each([
  [`${major}.${minor}.0`, null],
  [`${major}.${minor}.99`, null],
  [`${major}.${minor + 1}.0`, `${major}.${minor + 1}.0`],
  [`${major + 1}.0.0`, `${major + 1}.0.0`],
  ['0.0.9', null],
  ['soon', null],
])('written by %s, it needs a newer program: %s', (release, needed) => {
  expect(newerRelease(written(release))).toBe(needed);
});

test('a new workspace says which release made it', () => {
  const disk = memoryDisk();
  newWorkspace(disk);
  expect(Buffer.from(disk.read(releaseFile) ?? '').toString('utf8')).toContain(`duban ${programVersion()}\n`);
  expect(newerRelease(disk)).toBeNull();
});

test('whoever writes there raises an older line, and leaves the others', () => {
  const older = written('0.0.9');
  raiseRelease(older);
  expect(Buffer.from(older.read(releaseFile) ?? '').toString('utf8')).toContain(programVersion());
  const none = memoryDisk();
  raiseRelease(none);
  expect(none.list('')).toEqual([]);
});

test('every command that reads a workspace refuses a newer one with the way out', async () => {
  const folder = path.join(inject('runFolder'), 'newer');
  fs.cpSync(smallDistrict, folder, { recursive: true });
  fs.writeFileSync(path.join(folder, releaseFile), 'duban 99.1.0\n');
  const run = (...args: readonly string[]) =>
    parserOf([...args, '-C', folder], 'zh', () => Promise.resolve()).parseAsync();
  for (const args of [['check'], ['next'], ['build', '2025Q1'], ['issue', '2025Q1', '--date', '2025-04-03']]) {
    await expect(run(...args)).rejects.toThrow(CannotRun);
    await expect(run(...args)).rejects.toThrow('这个工作区由督办 99.1.0 写入过');
  }
});
