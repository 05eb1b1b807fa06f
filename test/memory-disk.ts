/**
 * A Disk in memory (the manner of ninja's VirtualFileSystem): quick enough for thousands of steps, and it can be killed at
 * any write. What a real disk does at that moment is tested with real processes and kill -9 in test/kill.
 */
import { createHash } from 'node:crypto';
import type { Disk } from '../src/disk/disk.ts';

export class Killed extends Error {}

export type MemoryDisk = Disk & {
  readonly files: Map<string, Uint8Array>;
  /** The process dies at the n-th change from now (0 = the next); null = it lives. Its locks die with it. */
  killAfter: (changes: number | null) => void;
  readonly changes: () => number;
};

export function memoryDisk(): MemoryDisk {
  const files = new Map<string, Uint8Array>();
  const locks = new Set<string>();
  let left: number | null = null;
  let count = 0;
  const change = (step: () => void): void => {
    if (left === 0) throw new Killed('killed');
    if (left !== null) left -= 1;
    count += 1;
    step();
  };
  const below = (folder: string): readonly string[] =>
    [...files.keys()].filter((file) => file.startsWith(`${folder}/`));
  return {
    root: '/memory',
    files,
    killAfter: (changes) => {
      left = changes;
      locks.clear();
    },
    changes: () => count,
    read: (file) => files.get(file) ?? null,
    readStart: (file, limit) => files.get(file)?.subarray(0, limit) ?? null,
    measure: (file, algorithms) => {
      const bytes = files.get(file);
      if (bytes === undefined) return null;
      return { size: bytes.length, hashes: algorithms.map((each) => createHash(each).update(bytes).digest('hex')) };
    },
    isLink: () => false,
    list: (folder) => (folder === '.' ? [...files.keys()] : below(folder)).toSorted(),
    write: (file, ...parts) => change(() => files.set(file, Uint8Array.from(Buffer.concat(parts)))),
    writeNew: (file, bytes) => {
      if (files.has(file)) return false;
      change(() => files.set(file, Uint8Array.from(bytes)));
      return true;
    },
    replace: (file, bytes, before) => {
      if (Buffer.compare(files.get(file) ?? nothing, before ?? nothing) !== 0) return false;
      change(() => files.set(file, Uint8Array.from(bytes)));
      return true;
    },
    copy: (from, to) => {
      const bytes = files.get(from);
      if (bytes === undefined) return false;
      change(() => files.set(to, Uint8Array.from(bytes)));
      return true;
    },
    remove: (file) => {
      // A folder is removed file by file, as on a real disk.
      for (const each of [...below(file), file]) if (files.has(each)) change(() => files.delete(each));
    },
    rename: (from, to) => change(() => move(files, from, to)),
    stage: async (file, ...parts) => change(() => files.set(file, Uint8Array.from(Buffer.concat(parts)))),
    place: (from, to) => change(() => move(files, from, to)),
    settle: () => {},
    tidy: () => {},
    makeFolder: () => {},
    lock: (file) => {
      if (locks.has(file)) return { isTaken: false, file, pid: 1, host: 'memory' };
      locks.add(file);
      return { isTaken: true, release: () => locks.delete(file) };
    },
  };
}

const nothing = new Uint8Array();

function move(files: Map<string, Uint8Array>, from: string, to: string): void {
  const bytes = files.get(from);
  if (bytes !== undefined) {
    files.set(to, bytes);
    files.delete(from);
    return;
  }
  for (const each of [...files.keys()].filter((file) => file.startsWith(`${from}/`))) {
    move(files, each, `${to}${each.slice(from.length)}`);
  }
}
