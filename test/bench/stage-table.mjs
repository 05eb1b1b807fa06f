/**
 * The stages of a cold build, seen from outside: samples of V8's own profiler (`node --cpu-prof`), each counted for the innermost stage whose
 * function it was in. The product carries no timers; what a stage is stands in the table below and nowhere else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';

/**
 * Stage → where it begins: `file#function`, a whole file, a folder (with its slash). What is called from there belongs to it, unless a stage of its own
 * begins further in.
 */
export const stages = {
  'loading the program': ['rolldown/runtime.js', 'src/bundle/load.ts#compiled'],
  'reading inputs': [
    'src/workspace/workspace.ts#readWorkspace',
    'src/workspace/quarter-inputs.ts#readQuarter',
    'src/workspace/quarter-inputs.ts#readPast',
    'src/register/read-register.ts#readRegister',
  ],
  'the breakdown': ['src/workspace/seeds.ts#readSeed'],
  'the returns': ['src/intake/returns/read-returns.ts#readReturns'],
  'the ledger, judged': [
    'src/domain/ledger.ts#ledgerAsOf',
    'src/domain/judged.ts#judge',
    'src/run/history.ts#trendBefore',
  ],
  'faces, and what they lack': [
    'src/workspace/faces.ts#readFaces',
    'src/run/unprintable.ts#unprintableIn',
    'src/write/pdf/writer.ts#createPdfWriter',
    'src/write/pdf/missing-glyphs.ts#missingIn',
  ],
  'templates made ready': ['src/run/read-templates.ts#readTemplates', 'src/document/template.ts#runnableTemplates'],
  'wording papers': [
    'src/run/views.ts#quarterlyOf',
    'src/papers/made.ts#papersOf',
    'src/run/again.ts#wordPending',
    'src/papers/unsaid.ts#unsaidRemarks',
  ],
  'page and ledger.csv': ['src/run/plain-files.ts', 'src/write/page/page.ts#writePage'],
  'charts drawn': ['src/run/charts.ts#drawCharts'],
  'charts to pixels': ['src/run/pictures.ts', 'src/chart/raster.ts', 'src/chart/canvas.ts', 'src/chart/png.ts'],
  'plan and recipes': ['src/run/plan.ts#planJobs', 'src/run/plan.ts#paperJob', 'src/run/inputs-of.ts'],
  'DOCX written': [
    'src/write/docx/writer.ts#createDocxWriter',
    'src/write/docx/writer.ts#writeDocx',
    'src/write/docx/problems.ts',
  ],
  'DOCX read back': ['src/write/docx/soundness.ts#paperFaults'],
  'PDF laid out': ['src/write/pdf/layout.ts#layOutDocument', 'src/write/pdf/pieces.ts#piecesOf'],
  'PDF written': ['src/write/pdf/pdfmake.ts'],
  'PDF read back': ['src/write/pdf/reconcile.ts#reconcile'],
  'manifest, stamp and memory': [
    'src/build/place-files.ts#writeManifest',
    'src/build/manifest.ts#readManifest',
    'src/build/lasting.ts#stampFolder',
    'src/build/stamp.ts',
    'src/disk/memory.ts#openMemory',
    'src/disk/memory.ts#keep',
  ],
  'hashing and placing files': [
    'src/build/make.ts#stage',
    'src/build/make.ts#makeOne',
    'src/build/place-files.ts#placeFiles',
    'src/disk/leftovers.ts',
  ],
};

/** Work of libraries that call back later, on nobody's stack: counted only where no stage above is met. */
const libraries = {
  'loading the program': [
    'node:internal/modules/',
    'node:internal/vm/',
    'node:internal/process/',
    'node:internal/main/',
    'node:internal/fs/promises',
  ],
  'PDF written': ['node_modules/pdfkit/', 'node_modules/pdfmake/', 'node_modules/fontkit/'],
  'the command line': ['node_modules/yargs/', 'node_modules/yargs-parser/', 'src/cli/'],
  'hashing and placing files': ['src/build/', 'src/disk/'],
};

/** What V8 says of samples outside all functions. */
const outside = {
  '(garbage collector)': 'garbage',
  '(idle)': 'waiting for the disk',
  '(program)': 'V8 outside JavaScript',
};

/** Of the main thread, and of all its stages: where a sample falls that is in none of them. */
export const theRest = 'the rest';

export const stageNames = [
  ...new Set([...Object.keys(stages), ...Object.keys(libraries), ...Object.values(outside), theRest]),
];

/** Functions in which a thread waits and uses no processor. */
const waits = new Set(['fsync', '(idle)']);

/** The program's maps, made as the program is: where each function of the bundle comes from. `into` is an empty folder. */
export function sourcesOf(into) {
  const rolldown = join('node_modules', '.bin', 'rolldown');
  const args = ['--config', 'test/bench/rolldown.config.ts', '--dir', into, '--sourcemap', '--logLevel', 'silent'];
  const { status, stderr } = spawnSync(rolldown, args);
  if (status !== 0) throw new Error(String(stderr));
  const files = readdirSync(into).filter((each) => each.endsWith('.cjs'));
  return new Map(files.map((file) => [file, mapped(join(into, file))]));
}

function mapped(file) {
  const code = readFileSync(file, 'utf8');
  // The bundler's own helpers have no map.
  if (!existsSync(`${file}.map`)) return { code, originals: new Map([[runtime, code]]), sourceAt: () => runtime };
  const payload = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  const map = new SourceMap(payload);
  const plain = plainColumns(code);
  const sourceAt = (line, column) => named(map.findEntry(line, plain(line, column)).originalSource ?? '');
  return {
    code,
    originals: new Map(payload.sources.map((each, at) => [named(each), payload.sourcesContent[at]])),
    sourceAt,
  };
}

/** In the program each unit beyond ASCII takes six columns, `\uXXXX`. */
function plainColumns(code) {
  const lines = code.split('\n').map((line) => {
    const units = [...line.matchAll(/[^\0-\x7f]/g)].map(({ index }) => index);
    return units.map((index, at) => index + 5 * at);
  });
  return (line, column) => column - 5 * (lines[line] ?? []).filter((at) => at < column).length;
}

const runtime = 'rolldown/runtime.js';

/** From the repository, a library from its own folder: `node_modules` may be elsewhere, and one in another. */
function named(source) {
  return /(?:.*\/)?(?<inside>node_modules\/.*)$/u.exec(source)?.groups.inside ?? source.replace(/^.*?(?=src\/)/u, '');
}

/** A stage that begins nowhere would be counted elsewhere, silently: a function that has another name now must be told here. */
export function missingEntries(sources) {
  const all = [...sources.values()];
  return Object.values(stages)
    .flat()
    .filter((entry) => {
      const [file, name] = entry.split('#');
      const texts = all.flatMap(({ originals }) => originals.get(file) ?? []);
      if (name === undefined) return texts.length === 0;
      const isDefined = texts.some((text) =>
        new RegExp(`^\\s*(?:export )?(?:async )?function ${name}\\b`, 'mu').test(text),
      );
      return !isDefined || !all.some(({ code }) => code.includes(`function ${name}(`));
    });
}

/** Milliseconds of a profile by stage: `wall`, and of it what did not wait. */
export function stagesOf(profile, sources) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const found = new Map(stageNames.map((name) => [name, { wall: 0, busy: 0 }]));
  const stageAt = new Map(profile.nodes.map(({ id }) => [id, stageOf(stackFrom(id))]));
  for (const [at, id] of profile.samples.entries()) {
    const spent = found.get(stageAt.get(id));
    const milliseconds = profile.timeDeltas[at] / 1000;
    spent.wall += milliseconds;
    if (!waits.has(nodes.get(id).callFrame.functionName)) spent.busy += milliseconds;
  }
  return found;

  /** Innermost first. */
  function stackFrom(id) {
    const stack = [];
    for (let at = id; at !== undefined; at = parents.get(at)) stack.push(frameOf(nodes.get(at).callFrame));
    return stack;
  }

  function frameOf({ functionName, url, lineNumber, columnNumber }) {
    const file = url.endsWith('.cjs') ? sources.get(basename(url)) : undefined;
    // What the loader puts around a chunk begins a line before it.
    const isModule = functionName === '' && lineNumber <= 0 && columnNumber <= 1;
    const source = file?.sourceAt(lineNumber, columnNumber) ?? url;
    return { name: functionName, source, isModule: file !== undefined && isModule };
  }
}

function stageOf(stack) {
  const [{ name: innermost }] = stack;
  if (Object.hasOwn(outside, innermost)) return outside[innermost];
  for (const frame of stack) {
    const stage = frame.isModule ? 'loading the program' : beginsAt(stages, frame);
    if (stage !== undefined) return stage;
  }
  return stack.map((frame) => beginsAt(libraries, frame)).find((stage) => stage !== undefined) ?? theRest;
}

function beginsAt(table, { name, source }) {
  const isIn = (entry) => {
    const [file, wanted] = entry.split('#');
    if (wanted !== undefined) return source === file && name === wanted;
    return file.endsWith('/') || file.endsWith(':') ? source.startsWith(file) : source === file;
  };
  return Object.keys(table).find((stage) => table[stage].some(isIn));
}
