/** What the system refuses at the one door to the disk: told with the file that was meant, nothing half written, nothing swallowed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { diskAt, type Disk } from '../../src/disk/disk.ts';
import { temporaryBeside } from '../../src/disk/leftovers.ts';
import { wordSystemError } from '../../src/message/wording/system.ts';

let root: string;
let disk: Disk;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-refusals-'));
  disk = diskAt(root);
  disk.write('out/a.txt', bytes('旧'));
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(root, { recursive: true });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(file: string): string | null {
  const read = disk.read(file);
  return read === null ? null : new TextDecoder().decode(read);
}

/** As Node words what the system says of a call that knows only a handle. */
function refusing(
  call: 'writeFileSync' | 'fsyncSync' | 'renameSync' | 'linkSync' | 'readFileSync' | 'openSync',
  code: string,
) {
  return vi.spyOn(fs, call).mockImplementation(() => {
    throw Object.assign(new Error(`${code}: refused, ${call}`), { code, syscall: call });
  });
}

function failureOf(step: () => unknown): unknown {
  try {
    step();
    return null;
  } catch (cause) {
    return cause;
  }
}

const writes: readonly (readonly [string, () => unknown])[] = [
  ['write', () => disk.write('out/a.txt', bytes('新'))],
  ['writeNew', () => disk.writeNew('out/b.txt', bytes('新'))],
  ['replace', () => disk.replace('out/a.txt', bytes('新'), bytes('旧'))],
];

describe.each(writes)('%s', (_, step) => {
  test.each([
    ['writeFileSync', 'ENOSPC'],
    ['writeFileSync', 'EIO'],
    ['fsyncSync', 'EIO'],
    ['fsyncSync', 'ENOSPC'],
    ['fsyncSync', 'EDQUOT'],
    ['openSync', 'EMFILE'],
    ['openSync', 'EROFS'],
  ] as const)('that fails at %s with %s tells the file, and leaves the old one and nothing beside it', (call, code) => {
    refusing(call, code);
    const failure = failureOf(step);
    vi.restoreAllMocks();
    expect(failure).toMatchObject({ code, path: expect.stringMatching(/out\/[ab]\.txt$/u) as string });
    expect(disk.list('.')).toEqual(['out/a.txt']);
    expect(textOf('out/a.txt')).toBe('旧');
  });

  test.each(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])('works where the folder knows no fsync (%s)', (code) => {
    refusing('fsyncSync', code);
    expect(failureOf(step)).toBeNull();
  });
});

describe('a staged file', () => {
  const failing = (code: string): void => {
    vi.spyOn(fs, 'fsync').mockImplementation((_, done) => {
      done(Object.assign(new Error(code), { code, syscall: 'fsync' }));
    });
  };

  test('stands there at once, and is promised to last', async () => {
    const lasting = disk.stage('out/.staging/a.txt', bytes('新'), bytes(''), bytes('文'));
    expect(textOf('out/.staging/a.txt')).toBe('新文');
    await expect(lasting).resolves.toBeUndefined();
  });

  test.each(['EIO', 'ENOSPC'])('that cannot be synced (%s) is told by its name', async (code) => {
    failing(code);
    const file = expect.stringMatching(/out\/\.staging\/a\.txt$/u) as string;
    await expect(disk.stage('out/.staging/a.txt', bytes('新'))).rejects.toMatchObject({ code, path: file });
  });

  test('needs no fsync where the folder knows none', async () => {
    failing('ENOTSUP');
    await expect(disk.stage('out/.staging/a.txt', bytes('新'))).resolves.toBeUndefined();
  });

  test('lasts in its place when that folder is synced, once for all its files', async () => {
    await Promise.all(['b', 'c'].map((name) => disk.stage(`out/.staging/${name}.txt`, bytes(name))));
    const synced = vi.spyOn(fs, 'fsyncSync');
    for (const name of ['b', 'c']) disk.place(`out/.staging/${name}.txt`, `out/${name}.txt`);
    expect(synced).not.toHaveBeenCalled();
    disk.settle();
    disk.settle();
    expect(synced).toHaveBeenCalledTimes(1);
    expect([textOf('out/b.txt'), textOf('out/c.txt')]).toEqual(['b', 'c']);
  });
});

test('a folder that cannot be synced fails the write: the rename might not last', () => {
  let calls = 0;
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    calls += 1;
    if (calls === 2) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' });
  });
  expect(failureOf(() => disk.write('out/a.txt', bytes('新')))).toMatchObject({ code: 'EIO' });
});

test('new folders are synced with their parents, each before it is used', () => {
  const synced: string[] = [];
  const open = fs.openSync;
  vi.spyOn(fs, 'openSync').mockImplementation((file, flags, mode) => {
    if (flags === 'r') synced.push(path.relative(root, String(file)));
    return open(file, flags, mode);
  });
  disk.write('new/deep/er/a.txt', bytes('甲'));
  expect(synced).toEqual(['new/deep', 'new', '', 'new/deep/er']);
});

describe('a folder without hard links', () => {
  beforeEach(() => void refusing('linkSync', 'EPERM'));

  test('has new files made once', () => {
    expect([disk.writeNew('x', bytes('1')), disk.writeNew('x', bytes('2'))]).toEqual([true, false]);
    expect(textOf('x')).toBe('1');
  });

  test('has locks', () => {
    const first = disk.lock('.lock');
    expect([first.isTaken, disk.lock('.lock').isTaken]).toEqual([true, false]);
    if (first.isTaken) first.release();
    expect(disk.lock('.lock').isTaken).toBe(true);
  });
});

describe('replace', () => {
  test('refuses when somebody saved the file since it was read, made it, or took it away', () => {
    disk.write('out/a.txt', bytes('Excel'));
    expect(disk.replace('out/a.txt', bytes('新'), bytes('旧'))).toBe(false);
    expect(disk.replace('out/a.txt', bytes('新'), null)).toBe(false);
    expect(disk.replace('out/gone.txt', bytes('新'), bytes('旧'))).toBe(false);
    expect([disk.list('.'), textOf('out/a.txt')]).toEqual([['out/a.txt'], 'Excel']);
  });

  test('makes a file that was not there', () => {
    expect(disk.replace('out/b.txt', bytes('新'), null)).toBe(true);
    expect(textOf('out/b.txt')).toBe('新');
  });
});

describe('what killed writes left', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const host = /-([0-9a-f]{8})\.part$/u.exec(temporaryBeside('a'))?.[1] ?? '';
  const left = [`out/letters/.duban-${dead}-${host}.part`, `out/letters/012.docx.${dead}.part`];
  const kept = [
    `out/letters/.duban-${process.ppid}-${host}.part`,
    `out/letters/.duban-${dead}-00000000.part`,
    'out/letters/report.part',
    `out/letters/012.${dead}.docx`,
  ];

  beforeEach(() => {
    for (const file of [...left, ...kept]) {
      fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), '半');
    }
  });

  test.each([
    ['a write into the folder', () => disk.write('out/letters/b.docx', bytes('乙'))],
    ['a file moved into the folder', () => disk.rename('out/a.txt', 'out/letters/b.docx')],
    ['the lock of a folder above', () => void disk.lock('out/.lock')],
  ])('is taken away by %s; what others write now stays, and what is not ours', (_, step) => {
    step();
    const files = disk.list('out/letters').filter((file) => !file.endsWith('b.docx'));
    expect(files).toEqual(kept.toSorted());
  });
});

describe('in words', () => {
  const codes = [
    'ENOSPC',
    'EIO',
    'EMFILE',
    'EROFS',
    'EACCES',
    'EPERM',
    'EBUSY',
    'EDQUOT',
    'ESTALE',
    'ELOOP',
    'ENOENT',
    'EWHATEVER',
  ];

  test.each(codes)('%s names the file and the way out in both languages', (code) => {
    const cause = Object.assign(new Error('x'), { code, syscall: 'write', path: '/工作区/out/a.docx' });
    expect(wordSystemError(cause, 'zh')).toMatch(/^不能读写“\/工作区\/out\/a\.docx”：[^；]+；.+$/u);
    expect(wordSystemError(cause, 'en')).toMatch(/^cannot read or write “\/工作区\/out\/a\.docx”: .+[;,] .+$/u);
  });

  test('a fault of the program is none of these', () => {
    expect(wordSystemError(new TypeError('x is not a function'), 'zh')).toBeNull();
    expect(wordSystemError(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }), 'zh')).toBeNull();
  });
});

test('a folder that may not be read is no empty folder', () => {
  vi.spyOn(fs, 'readdirSync').mockImplementation(() => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'scandir' });
  });
  expect(failureOf(() => disk.list('inputs'))).toMatchObject({ code: 'EACCES', path: path.join(root, 'inputs') });
});
