/** Reading files: whole, or piece by piece for those that need not fit into memory. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { codeOf } from './failure.ts';

export type Measured = { readonly size: number; readonly hashes: readonly string[] };

/** The largest file that is read whole, in bytes; no paper and no table of an office comes near it. */
const largest = 256 * 1024 * 1024;

/** Null when there is no such file. What is no file (a folder, a pipe that nobody writes into) is none. */
export function readOrNull(file: string): Uint8Array | null {
  const size = sizeOf(file);
  if (size === null) return null;
  if (size > largest) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
  return ifThere(() => fs.readFileSync(file));
}

/** The first bytes of a file; all of them when there are no more. */
export function startOf(file: string, limit: number): Uint8Array | null {
  const size = sizeOf(file);
  if (size === null || size <= limit) return size === null ? null : readOrNull(file);
  return ifThere(() => {
    const handle = fs.openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(limit);
      return bytes.subarray(0, fs.readSync(handle, bytes));
    } finally {
      fs.closeSync(handle);
    }
  });
}

export function measureFile(file: string, algorithms: readonly string[]): Measured | null {
  return sizeOf(file) === null ? null : ifThere(() => measure(fs.openSync(file, 'r'), algorithms));
}

/** One for all files, which are hashed one after the other: to clear a fresh one costs more than to read most papers. */
const piece = Buffer.allocUnsafeSlow(256 * 1024);

function measure(handle: number, algorithms: readonly string[]): Measured {
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  let size = 0;
  try {
    for (let read = fs.readSync(handle, piece); read > 0; read = fs.readSync(handle, piece)) {
      size += read;
      for (const hash of hashes) hash.update(piece.subarray(0, read));
    }
  } finally {
    fs.closeSync(handle);
  }
  return { size, hashes: hashes.map((hash) => hash.digest('hex')) };
}

function sizeOf(file: string): number | null {
  return ifThere(() => {
    const stat = fs.statSync(file);
    return stat.isFile() ? stat.size : null;
  });
}

function ifThere<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
