/** The file of a memory (memory.ts): a head that names its answers, then their bytes, one after the other. */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Disk } from './disk.ts';
import { sha256 } from './sha256.ts';

/** Where the memory is kept; `key`: program and whatever else all answers depend on, in one text. */
export type Opened = { readonly disk: Disk; readonly file: string; readonly key: string };

/** `idle`: runs since it was last asked for. */
export type KeptAnswer = { readonly bytes: Uint8Array; readonly idle: number };

type Head = {
  readonly key: string;
  /** SHA-256 of all that follows the head. */
  readonly sha256: string;
  /** Name, bytes, idle runs. */
  readonly entries: readonly (readonly [string, number, number])[];
};

export function printed(key: string, entries: readonly (readonly [string, KeptAnswer])[]): readonly Uint8Array[] {
  const bodies = entries.map(([, { bytes }]) => bytes);
  const head: Head = {
    key: keyInFile(key),
    sha256: sha256(...bodies),
    entries: entries.map(([name, { bytes, idle }]) => [name, bytes.length, idle]),
  };
  return [Buffer.from(`${JSON.stringify(head)}\n`), ...bodies];
}

/** Half a file, an edited one and one of another program hold nothing. */
export function readKept({ disk, file, key }: Opened): Map<string, KeptAnswer> {
  const bytes = disk.read(file);
  const end = bytes?.indexOf(0x0a) ?? -1;
  if (bytes === null || end === -1) return new Map();
  const head = headIn(new TextDecoder().decode(bytes.subarray(0, end)));
  const body = bytes.subarray(end + 1);
  if (head === null || head.key !== keyInFile(key) || sha256(body) !== head.sha256) return new Map();
  let at = 0;
  return new Map(
    head.entries.map(([name, length, idle]) => [name, { bytes: body.subarray(at, (at += length)), idle }]),
  );
}

/** What V8 writes, V8 of another version may not read. */
function keyInFile(key: string): string {
  return sha256(`${key}\n${process.versions.v8}`);
}

function headIn(text: string): Head | null {
  try {
    return JSON.parse(text) as Head;
  } catch {
    return null;
  }
}

/** What zlib begins with; neither JSON nor V8's own printer does. */
const mark = 0x78;

/**
 * What is many, packed: of a hundred times the units it is 32 MB of JSON, which is to say 5. What a usual quarter has is little, and stays as it
 * is: it is there at once.
 */
export function packed(bytes: Uint8Array): Uint8Array {
  // A copy: zlib answers with a part of the 16 KB in which it wrote.
  return new Uint8Array(deflateSync(bytes, { level: 1 }));
}

/** As they were, packed or not. */
export function unpacked(bytes: Uint8Array): Uint8Array {
  return bytes[0] === mark ? inflateSync(bytes) : bytes;
}
