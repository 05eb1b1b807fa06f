/** What one run worked out, the next one need not; and nothing else can come out of the memory than what was put in. */
import { setImmediate as turn } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { recordAsked } from '../../src/disk/asked.ts';
import {
  lookIntoMemory,
  memorize,
  metSince,
  ofTheMoment,
  openMemory,
  recall,
  remember,
  touch,
} from '../../src/disk/memory.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';

const file = 'out/.memory';

/** A run that asks for the squares of the numbers; answers with those that it had to work out. */
function run(disk: MemoryDisk, numbers: readonly number[], key = 'program 1'): readonly number[] {
  const worked: number[] = [];
  const keep = openMemory({ disk, file, key });
  for (const number of numbers) {
    const square = remember('square', String(number), () => {
      worked.push(number);
      return { rows: new Map([[number, number * number]]), bytes: Uint8Array.of(number) };
    });
    expect(square.rows.get(number)).toBe(number * number);
    expect([...square.bytes]).toEqual([number]);
  }
  keep();
  return worked;
}

test('each answer is worked out once, in one run and in the next', () => {
  const disk = memoryDisk();
  expect(run(disk, [2, 3, 2])).toEqual([2, 3]);
  expect(run(disk, [3, 2, 4])).toEqual([4]);
  const written = disk.changes();
  expect(run(disk, [2, 4])).toEqual([]);
  // Nothing new, nothing written.
  expect(disk.changes()).toBe(written);
});

test('a command that keeps nothing has what others worked out, and its own once', () => {
  const disk = memoryDisk();
  run(disk, [2]);
  const written = disk.changes();
  let worked = 0;
  const square = (number: number) => remember('square', String(number), () => (worked += 1));
  lookIntoMemory({ disk, file, key: 'program 1' });
  for (const number of [2, 3, 3]) square(number);
  expect(worked).toBe(1);
  expect(disk.changes()).toBe(written);
  lookIntoMemory({ disk: memoryDisk(), file, key: 'program 1' });
  square(2);
  expect(worked).toBe(2);
  openMemory({ disk, file, key: 'program 1' })();
});

test('without an opened memory nothing is remembered', () => {
  let count = 0;
  for (let turn = 0; turn < 2; turn += 1) remember('turn', 'x', () => (count += 1));
  expect(count).toBe(2);
  expect(recall('turn', 'x')).toBeNull();
  expect(memorize('turn', 'x', 7)).toBe(7);
  expect(recall('turn', 'x')).toBeNull();
});

test('what an answer stands for is not forgotten while nobody asks for it itself', () => {
  const disk = memoryDisk();
  const keep = openMemory({ disk, file, key: '' });
  const met = metSince();
  remember('inner', '1', () => 1);
  remember('inner', '2', () => 2);
  const [first = ''] = met();
  keep();
  for (let turn = 0; turn < 12; turn += 1) {
    const kept = openMemory({ disk, file, key: '' });
    touch([first]);
    remember('turn', String(turn), () => turn);
    kept();
  }
  lookIntoMemory({ disk, file, key: '' });
  expect([recall('inner', '1'), recall('inner', '2')]).toEqual([1, null]);
  openMemory({ disk: memoryDisk(), file, key: '' })();
});

test('what is made of an answer of the moment is worked out again, what was made before is kept', () => {
  const disk = memoryDisk();
  const worked: string[] = [];
  const read = (isBusy: boolean): string => {
    const keep = openMemory({ disk, file, key: 'program 1' });
    const stop = recordAsked(() => false);
    remember('sound', '', () => worked.push('sound'));
    const answer = remember('outer', '', () => remember('inner', '', () => (isBusy ? ofTheMoment('no time') : 'read')));
    expect(stop() === null).toBe(isBusy);
    keep();
    return answer;
  };
  expect([read(true), read(false), read(false), worked]).toEqual(['no time', 'read', 'read', ['sound']]);
});

test('the kind of the answer counts, and what it is the answer to', () => {
  const keep = openMemory({ disk: memoryDisk(), file, key: '' });
  memorize('a', 'x', 1);
  expect([recall('a', 'x'), recall('b', 'x'), recall('a', 'y')]).toEqual([1, null, null]);
  keep();
});

test.each([
  ['of another program', (disk: MemoryDisk) => run(disk, [2], 'program 2')],
  [
    'with a byte changed',
    (disk: MemoryDisk) => {
      const bytes = disk.files.get(file) ?? new Uint8Array();
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return run(disk, [2]);
    },
  ],
  [
    'cut off',
    (disk: MemoryDisk) => {
      disk.files.set(file, (disk.files.get(file) ?? new Uint8Array()).subarray(0, -1));
      return run(disk, [2]);
    },
  ],
  [
    'that is something else',
    (disk: MemoryDisk) => {
      disk.files.set(file, new TextEncoder().encode('not json\nrest'));
      return run(disk, [2]);
    },
  ],
])('a memory %s holds nothing', (_, damage) => {
  const disk = memoryDisk();
  run(disk, [2]);
  expect(damage(disk)).toEqual([2]);
});

test('what is not asked for in eight runs that learnt something is forgotten', () => {
  const disk = memoryDisk();
  run(disk, [1]);
  for (let number = 2; number <= 9; number += 1) run(disk, [number]);
  expect(run(disk, [1])).toEqual([]);
  const other = memoryDisk();
  run(other, [1]);
  for (let number = 2; number <= 10; number += 1) run(other, [number]);
  expect(run(other, [1])).toEqual([1]);
});

test('the file grows no larger than its bound: what was asked for longest ago is forgotten', () => {
  const disk = memoryDisk();
  const learn = (name: string): void => {
    const keep = openMemory({ disk, file, key: 'program 1' });
    memorize('large', name, unpackable(20 << 20));
    keep();
  };
  const known = (): readonly boolean[] => {
    lookIntoMemory({ disk, file, key: 'program 1' });
    return ['a', 'b'].map((name) => recall('large', name) !== null);
  };
  learn('a');
  expect(known()).toEqual([true, false]);
  learn('b');
  expect(known()).toEqual([false, true]);
  openMemory({ disk: memoryDisk(), file, key: 'program 1' })();
});

/** Bytes that nothing makes fewer. */
function unpackable(length: number): Uint8Array {
  let state = 1;
  const words = Uint32Array.from({ length: length / 4 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    return (state ^= state << 5) >>> 0;
  });
  return new Uint8Array(words.buffer);
}

test('of a large quarter what is learnt is packed, and comes back as it was', () => {
  const disk = memoryDisk();
  const kinds = [{ name: 'json', isJson: true } as const, 'any'];
  const numbers = Array.from({ length: 12 }, (_, at) => at);
  const answer = (number: number) => ({ number, text: '已开展检查，整改问题，制度已印发。'.repeat(20_000) });
  const learn = (keep: () => void): void => {
    for (const kind of kinds) for (const number of numbers) remember(kind, String(number), () => answer(number));
    keep();
  };
  learn(openMemory({ disk, file, key: '' }));
  const size = disk.files.get(file)?.length ?? 0;
  // 24 answers, JSON of 1 MB and 0.7 as V8 prints them: the first ones are as they are, for a quarter of usual size begins at once.
  expect(size).toBeGreaterThan(3 << 20);
  expect(size).toBeLessThan(6 << 20);
  const keep = openMemory({ disk, file, key: '' });
  for (const kind of kinds) for (const number of numbers) expect(recall(kind, String(number))).toEqual(answer(number));
  keep();
});

test('what has no more room is held by nobody, and asked for again is worked out again', () => {
  const keep = openMemory({ disk: memoryDisk(), file, key: '' });
  memorize('large', '1', unpackable(33 << 20));
  let worked = 0;
  for (let turns = 0; turns < 2; turns += 1) remember('object', 'x', () => ({ turn: (worked += 1) }));
  for (let turns = 0; turns < 2; turns += 1) remember('number', 'x', () => (worked += 1));
  expect(worked).toBe(3);
  keep();
});

test('where it cannot be kept the run ends all the same', () => {
  const disk = {
    ...memoryDisk(),
    write: () => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    },
  };
  expect(run(disk, [2])).toEqual([2]);
});

test('plain answers are let go while the event loop does not turn, and are the same in the next run', async () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const kind = { name: 'words', isJson: true } as const;
  const disk = memoryDisk();
  const keep = openMemory({ disk, file, key: '' });
  const gone: string[] = [];
  const registry = new FinalizationRegistry<string>((of) => gone.push(of));
  const word = (of: string): void =>
    registry.register(
      remember(kind, of, () => ({ of, text: '区示例局“一”' })),
      of,
    );
  for (const of of ['a', 'b', 'c']) word(of);
  collect();
  keep();
  openMemory({ disk, file, key: '' });
  expect(recall(kind, 'b')).toEqual({ of: 'b', text: '区示例局“一”' });
  for (let turns = 0; turns < 4; turns += 1) await turn();
  expect(gone).toContain('a');
});

test('what was learnt is not held for the sake of the file, and known all the same', async () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const keep = openMemory({ disk: memoryDisk(), file, key: '' });
  const held = ['a', 'b', 'c', 'd'].map((of) => new WeakRef(remember('words', of, () => ({ of }))));
  // V8's printer holds what it printed until it is itself collected.
  for (let times = 0; times < 2; times += 1) {
    await turn();
    collect();
  }
  // The last one may still stand in a register.
  expect(held.slice(0, -1).map((each) => each.deref())).toEqual([undefined, undefined, undefined]);
  expect(remember('words', 'b', () => ({ of: 'made anew' }))).toEqual({ of: 'b' });
  keep();
});
