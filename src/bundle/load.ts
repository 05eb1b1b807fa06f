/**
 * The program's own loader: a chunk of the bundle, with the code that V8 made of it in a run before. Parsing and compiling anew at each start
 * took a sixth of a first build and a quarter of a check. V8 itself refuses code of another release, or made under other flags; what the folder
 * holds is bound to the chunk's own bytes besides, and where anything does not fit, the chunk is compiled as ever.
 */
import { hash } from 'node:crypto';
// The one door to the disk is behind the code that is loaded here.
// oxlint-disable-next-line eslint/no-restricted-imports
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { setForShort } from '../disk/engine.ts';

/** A chunk that was compiled anew; `kept`: the file for its code, `bound`: what the code is good for. */
type Anew = { readonly script: vm.Script; readonly kept: string; readonly bound: Buffer };
/** What a chunk is in: `exports, require, module, __filename, __dirname` of CommonJS. */
type Factory = (...given: readonly [unknown, (id: string) => unknown, object, string, string]) => void;

const folder = import.meta.dirname;
const keptIn = path.join(folder, 'kept', `${process.version}-${process.platform}-${process.arch}`);
const native = createRequire(import.meta.url);
const chunks = new Map<string, Chunk>();
const anew: Anew[] = [];

/** Runs a chunk that starts something, `cli.cjs`; at the end, compiled code that was not at hand is left for the next run. */
export function start(entry: string): void {
  setForShort();
  chunkAt(path.join(folder, entry)).run();
  process.once('exit', keepCode);
  // All is done and told: nothing of the heap need be given back piece by piece.
  process.once('beforeExit', () => process.exit());
}

/** As `start`, in a thread: the process keeps what is to be kept. */
export function startThread(entry: string): void {
  chunkAt(path.join(folder, entry)).run();
}

/** `offers`: what its exports are asked of. */
type Chunk = { readonly run: () => void; readonly offers: object };

/**
 * A chunk is read and run when it is first asked for something, for most commands need a part of what they could. The bundler writes every use
 * of another chunk as `chunk.name`, never a copy of the names.
 */
function chunkAt(file: string): Chunk {
  const known = chunks.get(file);
  if (known !== undefined) return known;
  let isRun = false;
  const run = (): void => {
    if (isRun) return;
    isRun = true;
    const factory = compiled(file).runInThisContext() as Factory;
    factory(offers, ask, { exports: offers }, file, folder);
  };
  const get = (_: object, name: string | symbol): unknown => {
    if (isRun) return undefined;
    run();
    return Reflect.get(offers, name);
  };
  const offers = Object.create(new Proxy({}, { get })) as object;
  chunks.set(file, { run, offers });
  return { run, offers };
}

function ask(id: string): unknown {
  return id.startsWith('./') ? chunkAt(path.join(folder, id)).offers : native(id);
}

/** The bundler writes nothing but ASCII: what V8 holds is half as large, and is not decoded. */
function compiled(file: string): vm.Script {
  const kept = path.join(keptIn, `${path.basename(file)}.bin`);
  const end = withSource(file);
  const start = (end + alignment - 1) & -alignment;
  room.fill(0, end, start);
  const cachedData = keptCode(kept, start);
  setForShort();
  const script = new vm.Script(room.toString('latin1', 0, end), { filename: file, lineOffset: -1, cachedData });
  if (cachedData === undefined || script.cachedDataRejected === true)
    anew.push({ script, kept, bound: Buffer.from(room.subarray(0, start)) });
  return script;
}

/** Of what V8 reads: otherwise it copies it. */
const alignment = 8;

/** What was read last. One for all chunks, which come one after the other: memory that was used before is at hand at once. */
let room = Buffer.allocUnsafeSlow(2 << 20);

/** Fills the room with what is compiled of a chunk, and tells where it ends. */
function withSource(file: string): number {
  const head = room.write('(function (exports, require, module, __filename, __dirname) {\n', 'latin1');
  const end = readTo(head, file);
  return end + room.write('\n})', end, 'latin1');
}

/** Behind the source, with the digest of both at the end. */
function keptCode(kept: string, start: number): Buffer | undefined {
  try {
    const end = readTo(start, kept) - digestLength;
    const digest = digestOf(room.subarray(0, end));
    return digest.equals(room.subarray(end, end + digestLength)) ? room.subarray(start, end) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a file into the room, from `at` on; tells where it ends, with some space behind it. */
function readTo(at: number, file: string): number {
  const handle = fs.openSync(file, 'r');
  try {
    for (let end = at; ;) {
      if (end + spare >= room.length) room = Buffer.concat([room], 2 * room.length);
      const read = fs.readSync(handle, room, end, room.length - end - spare, null);
      if (read === 0) return end;
      end += read;
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** For what is written behind a source. */
const spare = 64;

/** For the run after this one; where the program's folder may not be written, each start compiles. */
function keepCode(): void {
  try {
    setForShort();
    if (anew.length > 0) fs.mkdirSync(keptIn, { recursive: true });
    for (const { script, kept, bound } of anew) {
      const code = script.createCachedData();
      const part = `${kept}.${process.pid}.part`;
      fs.writeFileSync(part, Buffer.concat([code, digestOf(Buffer.concat([bound, code]))]));
      fs.renameSync(part, kept);
    }
  } catch {
    // A by-product: nobody asked for it, and nothing is wrong without it.
  }
}

const digestLength = 32;

function digestOf(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}
