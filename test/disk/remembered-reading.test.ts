/** A remembered reading stands exactly as long as the disk answers what it answered then. */
import { expect, test } from 'vitest';
import { openMemory } from '../../src/disk/memory.ts';
import { rememberReading } from '../../src/disk/remembered-reading.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';

/** Reads the files of a folder and one that may be absent, in a run of its own; what it read, and whether it had to. */
function run(disk: MemoryDisk, { of = '', read = readAll }: { of?: string; read?: (disk: Disk) => string } = {}) {
  let worked = 0;
  const keep = openMemory({ disk, file: 'out/.memory', key: '' });
  const { value } = rememberReading(disk, { kind: 'all', of }, (from) => {
    worked += 1;
    return read(from);
  });
  keep();
  return { value, worked };
}

function readAll(disk: Disk): string {
  const start = new TextDecoder().decode(disk.readStart('start.txt', 4) ?? new Uint8Array());
  return [...disk.list('in'), 'absent.txt'].map((file) => `${file}:${textOf(disk, file)}`).join('\n') + start;
}

function textOf(disk: Disk, file: string): string {
  return new TextDecoder().decode(disk.read(file) ?? undefined);
}

function filled(): MemoryDisk {
  const disk = memoryDisk();
  for (const [file, text] of [
    ['in/a.txt', '甲'],
    ['in/b.txt', '乙'],
    ['start.txt', 'abc'],
    ['other.txt', '丙'],
  ] as const)
    disk.write(file, new TextEncoder().encode(text));
  return disk;
}

test('nothing is read twice while all is as it was, and what nobody asked may change', () => {
  const disk = filled();
  const { value, worked } = run(disk);
  expect(worked).toBe(1);
  disk.write('other.txt', new TextEncoder().encode('丁'));
  expect(run(disk)).toEqual({ value, worked: 0 });
});

test.each([
  ['a file', (disk: MemoryDisk) => disk.write('in/b.txt', Uint8Array.of(66))],
  ['a file of which the beginning was asked', (disk: MemoryDisk) => disk.write('start.txt', Uint8Array.of(66))],
  ['one more file in the folder', (disk: MemoryDisk) => disk.write('in/c.txt', Uint8Array.of(66))],
  ['one less', (disk: MemoryDisk) => disk.remove('in/a.txt')],
  ['the file that was absent', (disk: MemoryDisk) => disk.write('absent.txt', Uint8Array.of(66))],
])('%s is another answer, and then the old one is known again', (_, change) => {
  const disk = filled();
  const before = new Map(disk.files);
  const first = run(disk);
  change(disk);
  const changed = run(disk);
  expect(changed).toEqual({ value: readAll(disk), worked: 1 });
  expect(changed.value).not.toBe(first.value);
  for (const file of disk.files.keys()) if (!file.startsWith('out/')) disk.remove(file);
  for (const [file, bytes] of before) disk.write(file, bytes);
  expect(run(disk).value).toBe(first.value);
});

test('what it is an answer to counts too', () => {
  const disk = filled();
  run(disk, { of: '1' });
  expect(run(disk, { of: '2' }).worked).toBe(1);
});

test('a question whose answer is not kept, one that was refused, and a file that changed meanwhile leave nothing behind', () => {
  const refused = (file: string): never => {
    throw Object.assign(new Error(file), { code: 'EACCES' });
  };
  const readings: readonly ((disk: Disk, own: MemoryDisk) => void)[] = [
    (disk) => disk.isLink('in/a.txt'),
    (disk) => disk.measure('in/a.txt', ['sha512']),
    (disk, own) => {
      disk.read('in/a.txt');
      own.write('in/a.txt', Uint8Array.of(66));
      disk.read('in/a.txt');
    },
    (disk, own) => {
      disk.read('absent.txt');
      own.write('absent.txt', Uint8Array.of(66));
      disk.read('absent.txt');
      own.remove('absent.txt');
    },
  ];
  for (const read of readings) {
    const disk = filled();
    const asked = { read: (from: Disk) => (read(from, disk), '') };
    expect([run(disk, asked).worked, run(disk, asked).worked]).toEqual([1, 1]);
  }
  const disk = { ...filled(), list: refused };
  const asked = {
    read: (from: Disk) => {
      try {
        return from.list('in').join('');
      } catch {
        return '';
      }
    },
  };
  expect([run(disk, asked).worked, run(disk, asked).worked]).toEqual([1, 1]);
});

test('a file that was only hashed counts by its hash', () => {
  const disk = filled();
  const asked = { read: (from: Disk) => from.measure('in/a.txt', ['sha256'])?.hashes.join('') ?? '' };
  expect([run(disk, asked).worked, run(disk, asked).worked]).toEqual([1, 0]);
  disk.write('in/a.txt', Uint8Array.of(66));
  expect(run(disk, asked).worked).toBe(1);
});

test('without an opened memory everything is read', () => {
  const disk = filled();
  const first = rememberReading(disk, { kind: 'all', of: '' }, readAll);
  expect(first).toEqual({ value: readAll(disk), identity: null });
});
