/**
 * All papers of the sample quarter from nothing, by Duban and by other libraries, each as a process of its own that loads what it needs, makes every
 * file and writes it. The others get the words ready and make plain lines and plain tables of the same rows; Duban reads, joins, judges, words,
 * sets and reads back. CPU and wall seconds, CPU milliseconds a file, the ratio to the plain use in the same round, peak megabytes; medians of rounds.
 * Run it after `npm ci` and `npm install --prefix test/bench`: `npm run bench quarter` (next argument: rounds).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { diskAt } from '../../src/disk/disk.ts';
import { wordQuarter } from '../../src/run/prepare.ts';
import { ownDays } from '../../src/run/standing.ts';
import { handWriter } from './by-hand.mjs';
import { docxLibrary, facePath, pdfmakePlain, pdfmakeTuned } from './other-makers.mjs';
import { docxByHand } from './plain-docx.mjs';
import { partsOf } from './words.mjs';

const ways = {
  'docx and pdfmake, plain': () => ({ docx: docxLibrary(), pdf: pdfmakePlain() }),
  'docx and pdfmake, tuned': () => ({ docx: docxLibrary(), pdf: pdfmakeTuned() }),
  'XML and PDF by hand': () => ({ docx: docxByHand, pdf: handWriter(readFileSync(facePath)) }),
};
const [, , first = '5', way, wordsFile, target] = process.argv;
await (way === undefined ? compareAll(Number(first)) : makeAll(way, { wordsFile, target }));

async function makeAll(way, { wordsFile, target }) {
  const make = ways[way]();
  const disk = diskAt(target);
  for (const { path, format, ...paper } of JSON.parse(readFileSync(wordsFile, 'utf8'))) {
    disk.write(`${path}.${format}`, Uint8Array.from(await make[format](paper)));
  }
}

async function compareAll(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'duban-quarter-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { value } = await wordQuarter(diskAt('.'), '2024Q4', { ...ownDays, isDrawn: true });
  const papers = value.papers.map(({ path, document }) => ({
    path,
    format: document.meta.format === 'table' ? 'pdf' : 'docx',
    ...partsOf(document.children),
  }));
  const words = join(folder, 'words.json');
  writeFileSync(words, JSON.stringify(papers));
  const workspace = join(folder, 'workspace');
  for (const each of ['inputs', 'seeds', 'templates']) cpSync(each, join(workspace, each), { recursive: true });
  const build = [resolve('dist/cli.js'), '-C', workspace, 'build', '2024Q4', '--quiet'];
  const runs = {
    ...Object.fromEntries(
      Object.keys(ways).map((each) => [each, [process.argv[1], '1', each, words, join(folder, 'made')]]),
    ),
    'Duban, one thread': [...build, '--jobs', '1'],
    'Duban, two threads': [...build, '--jobs', '2'],
  };
  const spent = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(runs)) {
      for (const each of [join(folder, 'made'), join(workspace, 'out')]) rmSync(each, { recursive: true, force: true });
      spent[name].push(ran(args, join(folder, 'usage.json')));
    }
  }

  console.log('way                        files   wall s   CPU s  ms a file  to plain    MB');
  for (const [name, all] of Object.entries(spent)) {
    // Beside the papers Duban makes index.html and ledger.csv.
    const files = name.startsWith('Duban') ? papers.length + value.files.length : papers.length;
    const ratios = all.map(({ cpu }, at) => cpu / files / (spent[Object.keys(ways)[0]][at].cpu / papers.length));
    const of = (key) => median(all.map((each) => each[key]));
    const figures = [
      files,
      of('wall').toFixed(2),
      of('cpu').toFixed(2),
      ((of('cpu') * 1000) / files).toFixed(0),
      median(ratios).toFixed(2),
      of('megabytes').toFixed(0),
    ];
    console.log(
      name.padEnd(25) + figures.map((figure, at) => String(figure).padStart([7, 9, 8, 11, 10, 6][at])).join(''),
    );
  }
}

function ran(args, usage) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', resolve('test/bench/usage.cjs'), ...args], {
    env: { ...process.env, USAGE: usage },
  });
  if (status !== 0) throw new Error(String(stderr));
  return { wall: (performance.now() - start) / 1000, ...JSON.parse(readFileSync(usage, 'utf8')) };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
