import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { analyse } from 'scslre';
import { expect, inject, test } from 'vitest';
import { repository } from '../run/program.ts';

// Every text that a clerk or a unit hands in meets these expressions: none may take the square of its length.
const root = new URL('../../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

test('the checker knows an expression that takes the square of a text from one that does not', () => {
  expect(faultsOf(/\s+$/u)).toEqual(['Move']);
  expect(faultsOf(/\s*[】\]]?\s*：/u)).toContain('Trade');
  expect(faultsOf(/(?<!\s)\s+$/u)).toEqual([]);
});

test('no expression written in src takes more than linear time', () => {
  const literals = files.flatMap(literalsOf);
  expect(literals.length).toBeGreaterThan(300);
  expect(literals.filter(({ pattern }) => faultsOf(pattern).length > 0).map(told)).toEqual([]);
});

/** What begins its work when it is loaded. */
const atWork: ReadonlySet<string> = new Set(['cli.ts', 'bundle/zips.ts', 'run/writing-worker.ts']);

test('no expression put together in src takes more than linear time', async () => {
  const bundle = await inOneFile(files.filter((file) => !atWork.has(file)));
  const made = await whileRecording(async () => void (await import(pathToFileURL(bundle).href)));
  expect(made.length).toBeGreaterThan(30);
  const slow = made.filter((pattern) => faultsOf(pattern).length > 0);
  expect(slow.map(String)).toEqual([]);
});

/** All of them once more: those that other tests of this worker loaded have made their expressions already. Libraries stay what they are. */
async function inOneFile(sources: readonly string[]): Promise<string> {
  const folder = fileURLToPath(root);
  const own = path.join(inject('runFolder'), 'linear');
  mkdirSync(own);
  symlinkSync(path.join(repository, 'node_modules'), path.join(own, 'node_modules'));
  const file = path.join(own, 'all.mjs');
  const all = sources.map((source) => `import ${JSON.stringify(path.join(folder, source))};`).join('\n');
  await build({
    input: 'all',
    platform: 'node',
    treeshake: false,
    external: (id) => !path.isAbsolute(id) && !id.startsWith('.') && id !== 'all',
    plugins: [
      {
        name: 'all of src, each where it lies',
        resolveId: (id) => (id === 'all' ? id : null),
        load: (id) => (id === 'all' ? all : null),
        transform: (code, id) =>
          code
            .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
            .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
      },
    ],
    // Otherwise the bundler makes a literal of what is put together from constants.
    output: { file, format: 'esm', codeSplitting: false, minify: false },
  });
  return file;
}

type Literal = { readonly file: string; readonly line: number; readonly pattern: RegExp };

function literalsOf(file: string): readonly Literal[] {
  const code = readFileSync(new URL(file, root), 'utf8');
  const found: Literal[] = [];
  visit(parseAst(code, { lang: 'ts' }, file), (node) => {
    const { regex, start } = node;
    if (!isRecord(regex) || typeof start !== 'number') return;
    const pattern = new RegExp(String(regex['pattern']), String(regex['flags']));
    found.push({ file, line: code.slice(0, start).split('\n').length, pattern });
  });
  return found;
}

function visit(node: unknown, see: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(node)) for (const each of node) visit(each, see);
  else if (isRecord(node)) {
    see(node);
    for (const value of Object.values(node)) visit(value, see);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** `Move`: tried anew from every place of a run · `Self`, `Trade`: two parts of the expression share one run. */
function faultsOf(pattern: RegExp): readonly string[] {
  const { reports } = analyse(pattern, { reportTypes: { Move: true, Self: true, Trade: true } });
  return reports.map(({ type }) => type);
}

function told({ file, line, pattern }: Literal): string {
  return `src/${file}:${line} ${String(pattern)}`;
}

/** The expressions that modules make with `new RegExp` while they are loaded. */
async function whileRecording(run: () => Promise<void>): Promise<readonly RegExp[]> {
  const Original = globalThis.RegExp;
  const made = new Map<string, RegExp>();
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, parts: ConstructorParameters<RegExpConstructor>) => {
      const pattern = new target(...parts);
      made.set(String(pattern), pattern);
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Original;
  }
  return [...made.values()];
}
