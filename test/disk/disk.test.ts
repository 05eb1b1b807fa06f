import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { diskAt } from '../../src/disk/disk.ts';

let root: string;
let disk: Disk;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-disk-'));
  disk = diskAt(root);
});

afterEach(() => fs.rmSync(root, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what is written is read back, with folders made as needed and nothing left beside it', () => {
  disk.write('out/甲/a.txt', bytes('甲'));
  expect(disk.read('out/甲/a.txt')).toEqual(Buffer.from('甲'));
  expect(disk.list('out')).toEqual(['out/甲/a.txt']);
});

test('a folder is made with its parents, and left as it is when it is there', () => {
  disk.makeFolder('inputs/2025Q1/returns');
  disk.write('inputs/2025Q1/returns/a.csv', bytes('甲'));
  disk.makeFolder('inputs/2025Q1/returns');
  expect(disk.list('inputs')).toEqual(['inputs/2025Q1/returns/a.csv']);
  expect(() => disk.makeFolder('../outside')).toThrow('outside');
});

test('a missing file, a folder, and a file below a file read as null', () => {
  disk.write('out/a.txt', bytes('甲'));
  expect([disk.read('none'), disk.read('out'), disk.read('out/a.txt/b')]).toEqual([null, null, null]);
  expect(disk.list('none')).toEqual([]);
});

test('files are listed by code unit, symbolic links too, whatever order the system has', () => {
  for (const name of ['b', 'B', '甲', 'a/2', 'a/10']) disk.write(`out/${name}`, bytes(name));
  fs.symlinkSync('nowhere', path.join(root, 'out/link'));
  expect(disk.list('out')).toEqual(['out/B', 'out/a/10', 'out/a/2', 'out/b', 'out/link', 'out/甲']);
});

test('writeNew refuses what exists', () => {
  expect(disk.writeNew('a', bytes('1'))).toBe(true);
  expect(disk.writeNew('a', bytes('2'))).toBe(false);
  expect(disk.read('a')).toEqual(Buffer.from('1'));
});

test('a path that leads out of the workspace is refused', () => {
  expect(() => disk.read('../secret')).toThrow('outside the workspace');
  expect(() => disk.write('/etc/duban', bytes(''))).toThrow('outside the workspace');
});

test('a file is copied whole, a read-only one too, and what is not there is said to be', () => {
  disk.write('a.txt', bytes('甲'));
  fs.chmodSync(path.join(root, 'a.txt'), 0o444);
  expect([disk.copy('a.txt', 'x/y/b.txt'), disk.copy('none', 'x/c.txt')]).toEqual([true, false]);
  expect(disk.read('x/y/b.txt')).toEqual(Buffer.from('甲'));
  disk.write('x/y/b.txt', bytes('乙'));
  expect(disk.list('')).toEqual(['a.txt', 'x/y/b.txt']);
});

test('files and folders are renamed and removed', () => {
  disk.write('a/b/c', bytes('1'));
  disk.rename('a/b', 'x/y');
  expect(disk.list('.')).toEqual(['x/y/c']);
  disk.remove('x');
  disk.remove('x');
  expect(disk.list('.')).toEqual([]);
});

describe('the lock', () => {
  test('is held by one at a time and free again after release', () => {
    const first = disk.lock('out/.lock');
    expect(first.isTaken).toBe(true);
    expect(disk.lock('out/.lock')).toEqual({
      isTaken: false,
      file: 'out/.lock',
      pid: process.pid,
      host: os.hostname(),
    });
    if (first.isTaken) first.release();
    expect(disk.list('out')).toEqual([]);
    expect(disk.lock('out/.lock').isTaken).toBe(true);
  });

  test('of a dead process of this computer is taken over', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    disk.write('.lock', bytes(`${dead} ${os.hostname()}\n`));
    disk.write('.lock.1234.part', bytes('1234 here'));
    expect(disk.lock('.lock').isTaken).toBe(true);
    expect(disk.list('.')).toEqual(['.lock']);
  });

  test('of a dead process is taken over at the first try, also when a second one died while it did so; a living one is not disturbed', () => {
    const dead = `${spawnSync(process.execPath, ['-e', '']).pid} ${os.hostname()}\n`;
    disk.write('.lock', bytes(dead));
    disk.write('.lock.claim', bytes(`${process.ppid} ${os.hostname()}\n`));
    expect(disk.lock('.lock').isTaken).toBe(false);
    expect(disk.list('.')).toEqual(['.lock', '.lock.claim']);
    disk.write('.lock.claim', bytes(dead));
    expect(disk.lock('.lock').isTaken).toBe(true);
    expect(disk.list('.')).toEqual(['.lock']);
  });

  test('that is free takes away the claim of who died when he had taken the old lock away; that of a living one stays', () => {
    disk.write('.lock.claim', bytes(`${process.ppid} ${os.hostname()}\n`));
    const first = disk.lock('.lock');
    expect([first.isTaken, disk.list('.')]).toEqual([true, ['.lock', '.lock.claim']]);
    if (first.isTaken) first.release();
    disk.write('.lock.claim', bytes(`${spawnSync(process.execPath, ['-e', '']).pid} ${os.hostname()}\n`));
    expect([disk.lock('.lock').isTaken, disk.list('.')]).toEqual([true, ['.lock']]);
  });

  test('of another computer is never taken over: nobody can know from here', () => {
    disk.write('.lock', bytes('1 other-computer\n'));
    expect(disk.lock('.lock')).toEqual({ isTaken: false, file: '.lock', pid: 1, host: 'other-computer' });
  });

  test('that somebody else has taken meanwhile is not released', () => {
    const mine = disk.lock('.lock');
    disk.write('.lock', bytes('1 other-computer\n'));
    if (mine.isTaken) mine.release();
    expect(disk.list('.')).toEqual(['.lock']);
  });
});

test('a build tells of a place that is blocked, places the others, and does it later', async () => {
  const job = (name: string) => ({
    path: name,
    kind: 'letter',
    recipe: name,
    inputs: [],
    make: () => Promise.resolve({ value: bytes(name), messages: [] }),
  });
  const request = {
    disk,
    folder: 'out/Q',
    jobs: [job('a.docx'), job('b.docx')],
    options: { overwrite: false, only: [], explain: false, jobs: 1 },
  };
  disk.write('out/Q/a.docx/blocks', bytes('1'));
  const first = await build(request);
  expect(first.messages).toMatchObject([{ code: 'cannot-replace', place: { file: 'out/Q/a.docx' } }]);
  expect(disk.read('out/Q/b.docx')).toEqual(Buffer.from('b.docx'));
  disk.remove('out/Q/a.docx');
  const second = await build(request);
  expect(second.messages).toEqual([]);
  expect(second.value.files.map((file) => file.outcome)).toEqual(['made', 'unchanged']);
  expect(disk.list('out')).toEqual(['out/Q/a.docx', 'out/Q/b.docx', 'out/Q/manifest.json']);
});
