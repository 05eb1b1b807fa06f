/**
 * Work that is not done twice: what a function of nothing but its arguments answered, by those arguments. A command that opens the memory
 * finds there what the runs before it worked out; without one everything is worked out anew. It is no record: thrown away, it costs one
 * longer run.
 */
import v8 from 'node:v8';
import { noteOther } from './asked.ts';
import { packed, printed, readKept, unpacked, type KeptAnswer, type Opened } from './memory-file.ts';
import { codeOf } from './failure.ts';
import { collectGarbage } from './garbage.ts';
import { sha256 } from './sha256.ts';

type Memory = {
  /** What the file holds. */
  readonly kept: () => ReadonlyMap<string, KeptAnswer>;
  /** Of this run, each in the order in which it was first asked for. */
  readonly met: Map<string, Met>;
  /** Not asked for, but an answer stands for them. */
  readonly touched: Set<string>;
  /** How many bytes the run may still learn; null: it keeps nothing. */
  room: number | null;
};

type Met = {
  /** Undefined once nobody else holds it: with a thousand papers their words are not held till the end for the file's sake. */
  readonly value: () => unknown;
  /** As the file has it, or will have it; null: in no file. */
  readonly bytes: Uint8Array | null;
  /** The file has it not yet. */
  readonly isNew: boolean;
};

let memory: Memory | null = null;

/** From now on answers are remembered, until the function that it answers with is called, which keeps them for the next run. */
export function openMemory(opened: Opened): () => void {
  const kept = readKept(opened);
  const mine: Memory = { kept: () => kept, met: new Map(), touched: new Set(), room: largestFile };
  memory = mine;
  return () => {
    if (memory === mine) memory = null;
    keep(opened, mine);
  };
}

/** The same for a command that keeps nothing: it only looks, or writes something else. The file is read when something is asked for. */
export function lookIntoMemory(opened: Opened): void {
  let kept: ReadonlyMap<string, KeptAnswer> | null = null;
  memory = { kept: () => (kept ??= readKept(opened)), met: new Map(), touched: new Set(), room: null };
}

/**
 * What kind of answer it is. JSON is for many that are plain, and large: V8's own printer holds what it printed until the event loop turns, as
 * does whoever looks whether somebody still has it, and the loop does not turn while hundreds of papers are worded.
 */
type Kind = string | { readonly name: string; readonly isJson: true };

type Print = { readonly print: (value: unknown) => Uint8Array; readonly read: (bytes: Uint8Array) => unknown };

const anyValue: Print = {
  // V8 prints into twice the room it needs.
  print: (value) => Buffer.from(v8.serialize(value)),
  read: (bytes) => v8.deserialize(bytes),
};

const jsonValue: Print = {
  print: (value) => Buffer.from(JSON.stringify(value), 'utf8'),
  read: (bytes) => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')),
};

/** The answer to `of` as it was, or as it is made now. Whoever gets it changes nothing in it: the next one gets the same. */
export function remember<T>(kind: Kind, of: string, make: () => T): T {
  const known = recall<T>(kind, of);
  if (known !== null) return known;
  const made = memorize(kind, of, make());
  collectGarbage();
  return made;
}

/** Null when it is not known. */
export function recall<T>(kind: Kind, of: string): T | null {
  if (memory === null) return null;
  const key = keyOf(kind, of);
  const met = memory.met.get(key);
  const known = met?.value();
  if (known !== undefined) return known as T;
  const bytes = met?.bytes ?? memory.kept().get(key)?.bytes;
  if (bytes === undefined) return null;
  // The file's hash says that the bytes are our own.
  const value = printOf(kind).read(unpacked(bytes)) as T;
  memory.met.set(key, { value: lightly(kind, value), bytes, isNew: met?.isNew ?? false });
  return value;
}

export function memorize<T>(kind: Kind, of: string, value: T): T {
  if (memory === null) return value;
  const bytes = learnt(memory, value, printOf(kind));
  // Of a large quarter, where each is asked for once, thousands would stay of which only the name is left.
  if (bytes === null && memory.room !== null && isObject(value)) return value;
  // What no file will have is worked out anew when nobody holds it any more.
  memory.met.set(keyOf(kind, of), { value: lightly(kind, value), bytes, isNew: bytes !== null });
  return value;
}

/** Beyond the limit nothing is even printed: a large quarter would take as much memory again. */
function learnt(memory: Memory, value: unknown, { print }: Print): Uint8Array | null {
  if (memory.room === null || memory.room <= 0) return null;
  const bytes = print(value);
  memory.room -= bytes.length;
  return memory.room < largestFile - plainBytes ? packed(bytes) : bytes;
}

function lightly(kind: Kind, value: unknown): Met['value'] {
  if (typeof kind !== 'string') return () => undefined;
  return isObject(value) ? weakly(value) : firmly(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A function of its own: one that is made beside another holds what that one speaks of. */
function weakly(value: object): Met['value'] {
  const held = new WeakRef(value);
  return () => held.deref();
}

function firmly(value: unknown): Met['value'] {
  return () => value;
}

/**
 * An answer of the moment, which another run may not get: a limit of time was met, or something failed. Whatever this run makes of it is not
 * kept, neither here nor with what was asked of the disk; what was worked out before is.
 */
export function ofTheMoment<T>(answer: T): T {
  if (memory !== null) memory.room = null;
  return noteOther(answer);
}

/** Whether anything is remembered at all: who would prepare an answer to be kept need not. */
export function isRemembering(): boolean {
  return memory !== null;
}

/** From now on, what is asked for: the names of all of it. */
export function metSince(): () => readonly string[] {
  const before = new Set(memory?.met.keys());
  return () => [...(memory?.met.keys() ?? [])].filter((name) => !before.has(name));
}

/** An answer that is not asked for, since another stands for it, and may be needed all the same. */
export function touchAnswer(kind: Kind, of: string): void {
  touch([keyOf(kind, of)]);
}

/** What need not be asked for, since an answer stands for it, and may be needed when that one no longer holds. */
export function touch(names: readonly string[]): void {
  for (const name of names) memory?.touched.add(name);
}

function keyOf(kind: Kind, of: string): string {
  return `${typeof kind === 'string' ? kind : kind.name} ${sha256(of)}`;
}

function printOf(kind: Kind): Print {
  return typeof kind === 'string' ? anyValue : jsonValue;
}

/** What was not asked for in so many runs that had something new is forgotten. */
const longestIdle = 8;
/** Of the file, in bytes: beyond it, what was asked for longest ago is forgotten. */
const largestFile = 32 << 20;
/** What a run learns beyond is packed. */
const plainBytes = 4 << 20;

/** A run that learnt nothing writes nothing. */
function keep({ disk, file, key }: Opened, memory: Memory): void {
  if (![...memory.met.values()].some(({ isNew }) => isNew)) return;
  try {
    disk.write(file, ...printed(key, withinLimit(memory)));
  } catch (cause) {
    // Where it cannot be kept (a read-only folder), the next run is as long as this one.
    if (codeOf(cause) === '') throw cause;
  }
}

/** What was met first, then what was asked for last. */
function withinLimit({ met, touched, ...memory }: Memory): readonly (readonly [string, KeptAnswer])[] {
  const kept = memory.kept();
  const entries: [string, KeptAnswer][] = [];
  let size = 0;
  const take = (name: string, { bytes, idle }: KeptAnswer): void => {
    size += bytes.length;
    if (size <= largestFile) entries.push([name, { bytes, idle }]);
  };
  for (const [name, { bytes }] of met) if (bytes !== null) take(name, { bytes, idle: 0 });
  const idleNow = (name: string, { idle }: KeptAnswer): number => (touched.has(name) ? 0 : idle + 1);
  const before = [...kept]
    .filter(([name]) => !met.has(name))
    .map(([name, each]) => [name, { ...each, idle: idleNow(name, each) }] as const)
    .filter(([, { idle }]) => idle <= longestIdle);
  for (const [name, each] of before.toSorted(([, a], [, b]) => a.idle - b.idle)) take(name, each);
  return entries;
}
