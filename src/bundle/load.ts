/**
 * The program's own loader: a chunk of the bundle, with the code that V8 made of it in a run before. Parsing and compiling anew at each start
 * took a sixth of a first build and a quarter of a check. V8 itself refuses code of another release, or made under other flags; what the folder
 * holds is bound to the chunk's own bytes besides, and where anything does not fit, the chunk is compiled as ever.
 */
import { createHash } from 'node:crypto';
// The one door to the disk is behind the code that is loaded here.
// oxlint-disable-next-line eslint/no-restricted-imports
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

/** A chunk that was loaded; `kept`: the file of its compiled code, `isKept`: it was there, though V8 may have refused it. */
type Chunk = { readonly script: vm.Script; readonly kept: string; readonly source: Buffer; readonly isKept: boolean };
/** What a chunk is in: `exports, require, module, __filename, __dirname` of CommonJS. */
type Factory = (...given: readonly [unknown, (id: string) => unknown, object, string, string]) => void;

const folder = import.meta.dirname;
const keptIn = path.join(folder, 'kept', `${process.version}-${process.platform}-${process.arch}`);
const native = createRequire(import.meta.url);
const chunks = new Map<string, Chunk>();
const modules = new Map<string, { exports: unknown }>();
const digestLength = 32;

/** Runs a chunk that starts something, `cli.cjs`; at the end, compiled code that was not at hand is left for the next run. */
export function start(entry: string): void {
  // V8 optimises a function in another thread once it has run for a while. A command ends before most of that pays: from nothing to 90 papers
  // a quarter of the processor's time went there. Of bytes of code executed; the threads of papers have the same setting.
  v8.setFlagsFromString('--interrupt-budget=600000');
  // What ran once is kept too: the next run needs it.
  v8.setFlagsFromString('--no-flush-bytecode');
  load(path.join(folder, entry));
  process.once('exit', keepCode);
}

/** As `start`, in a thread: the process keeps what is to be kept. */
export function startThread(entry: string): void {
  load(path.join(folder, entry));
}

function load(file: string): unknown {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const ask = (id: string): unknown => (id.startsWith('./') ? load(path.join(path.dirname(file), id)) : native(id));
  const run = compiled(file).runInThisContext() as Factory;
  run(module.exports, ask, module, file, path.dirname(file));
  return module.exports;
}

/** The bundler writes nothing but ASCII: what V8 holds is half as large, and is not decoded. */
function compiled(file: string): vm.Script {
  const source = fs.readFileSync(file);
  const kept = path.join(keptIn, `${path.basename(file)}.bin`);
  const code = keptCode(kept, source);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {\n${source.toString('latin1')}\n})`;
  const script = new vm.Script(wrapped, {
    filename: file,
    lineOffset: -1,
    ...(code === null ? {} : { cachedData: code }),
  });
  chunks.set(file, { script, kept, source, isKept: code !== null });
  return script;
}

function keptCode(kept: string, source: Buffer): Buffer | null {
  try {
    const bytes = fs.readFileSync(kept);
    const code = bytes.subarray(digestLength);
    return digestOf(source, code).equals(bytes.subarray(0, digestLength)) ? code : null;
  } catch {
    return null;
  }
}

/** For the run after this one; where the program's folder may not be written, each start compiles. */
function keepCode(): void {
  const missing = [...chunks.values()].filter(({ isKept }) => !isKept);
  try {
    if (missing.length > 0) fs.mkdirSync(keptIn, { recursive: true });
    for (const { script, kept, source } of missing) {
      const code = script.createCachedData();
      const part = `${kept}.${process.pid}.part`;
      fs.writeFileSync(part, Buffer.concat([digestOf(source, code), code]));
      fs.renameSync(part, kept);
    }
  } catch {
    // A by-product: nobody asked for it, and nothing is wrong without it.
  }
}

function digestOf(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(source).update(code).digest();
}
