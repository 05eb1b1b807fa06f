/** The benchmarks measure a machine and prove nothing; that they still run, and read what they are given, is a test. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repository, run } from '../run/program.ts';

type Source = {
  readonly code: string;
  readonly originals: ReadonlyMap<string, string>;
  readonly sourceAt: (line: number, column: number) => string;
};
type Sources = Map<string, Source>;
type StageTable = {
  readonly sourcesOf: (into: string) => Sources;
  readonly missingEntries: (sources: Sources) => readonly string[];
  readonly stagesOf: (profile: unknown, sources: Sources) => ReadonlyMap<string, { wall: number; busy: number }>;
};

async function stageTable(): Promise<StageTable> {
  return (await import(path.join(import.meta.dirname, 'stage-table.mjs'))) as StageTable;
}

async function rowsOf(bench: string, size: string): Promise<readonly (readonly string[])[]> {
  const runner = path.join(import.meta.dirname, 'run.mjs');
  const { exitCode, stdout, stderr } = await run(process.execPath, [runner, bench, size], { cwd: repository });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  const [, ...lines] = stdout.trimEnd().split('\n');
  return lines.map((line) => line.trim().split(/ {2,}/u));
}

test('returns: all rows of the files are read, headers too, and one in fifty is refused', async () => {
  const rows = await rowsOf('returns', '8');
  expect(rows.map(([files, read, accepted]) => [files, read, accepted])).toEqual([
    ['1', '201', '196'],
    ['2', '402', '392'],
    ['4', '804', '784'],
    ['8', '1608', '1568'],
  ]);
});

test('breakdowns: the seed over and over gives all its tasks', async () => {
  const rows = await rowsOf('breakdown', '0.05');
  const tasks = rows.filter(([layout]) => layout === 'lines of the seed').map((row) => Number(row.at(-1)));
  expect(tasks).toHaveLength(4);
  for (const each of tasks) expect(each % 134).toBe(0);
  expect(tasks.at(-1)).toBeGreaterThan(134);
});

test('stages: every function by which samples are grouped is in the program, and one that is not is told', async () => {
  const { sourcesOf, missingEntries } = await stageTable();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-mapped-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const sources = sourcesOf(folder);
  expect(missingEntries(sources)).toEqual([]);
  const rename = (text: string): string => text.replaceAll('function readSeed(', 'function readBreakdownFile(');
  const renamed = [...sources].map(([file, { code, originals, sourceAt }]): [string, Source] => [
    file,
    { code: rename(code), originals: new Map([...originals].map(([name, text]) => [name, rename(text)])), sourceAt },
  ]);
  expect(missingEntries(new Map(renamed))).toEqual(['src/workspace/seeds.ts#readSeed']);
});

test('stages: a sample counts for the innermost stage, garbage and waiting apart', async () => {
  const { stagesOf } = await stageTable();
  const files = ['src/workspace/workspace.ts', 'src/workspace/seeds.ts', 'src/breakdown/parse.ts', 'src/elsewhere.ts'];
  const sourceAt = (line: number): string => files[line] ?? '';
  const sources: Sources = new Map([['all.cjs', { code: '', originals: new Map(), sourceAt }]]);
  const node = (
    id: number,
    [functionName, lineNumber]: readonly [string, number],
    children: readonly number[] = [],
  ) => ({
    id,
    callFrame: { functionName, lineNumber, columnNumber: 1, url: lineNumber < 0 ? '' : '/dist/all.cjs' },
    children,
  });
  const nodes = [
    node(1, ['(root)', -1], [2, 6, 7]),
    node(2, ['readWorkspace', 0], [3, 5]),
    node(3, ['readSeed', 1], [4]),
    node(4, ['readBreakdown', 2]),
    node(5, ['fsync', -1]),
    node(6, ['(garbage collector)', -1]),
    node(7, ['constructor', 3]),
  ];
  const found = stagesOf(
    { nodes, samples: [2, 4, 3, 5, 6, 7], timeDeltas: [1000, 2000, 3000, 4000, 5000, 6000] },
    sources,
  );
  const met = [...found].filter(([, { wall }]) => wall > 0);
  expect(Object.fromEntries(met)).toEqual({
    'reading inputs': { wall: 5, busy: 1 },
    'the breakdown': { wall: 5, busy: 5 },
    garbage: { wall: 5, busy: 5 },
    'the rest': { wall: 6, busy: 6 },
  });
});

test('peers: the same number gives the same other texts, of the same characters in each kind of place where they are asked for', async () => {
  const { otherCharacters, sameCharacters } = (await import(path.join(import.meta.dirname, 'varied.mjs'))) as Record<
    'otherCharacters' | 'sameCharacters',
    <T>(document: T, number: number) => T
  >;
  const row = (style: string, ...texts: readonly string[]) => ({ cells: texts.map((value) => ({ style, value })) });
  const paper = {
    title: '考核评分表',
    rows: [row('plain', '区教育局', '按时报送 100%'), row('plain', '区司法局', '迟报'), row('strong', '合计', '得分')],
  };
  const charactersIn = (text: unknown): string => [...new Set(JSON.stringify(text))].toSorted().join('');
  const same = sameCharacters(paper, 1);
  expect(same).toEqual(sameCharacters(paper, 1));
  expect(sameCharacters(paper, 2)).not.toEqual(same);
  expect(same.rows.slice(0, 2)).not.toEqual(paper.rows.slice(0, 2));
  const parts = ({ title, rows }: typeof paper) => [title, rows.slice(0, 2), rows.slice(2)].map(charactersIn);
  expect(parts(same)).toEqual(parts(paper));
  const other = otherCharacters(paper, 1);
  expect(other.title).not.toBe(paper.title);
  expect(other.rows[0]?.cells[1]?.value).toMatch(/^\p{Script=Han}{4} 100%$/u);
});

test('chart: the pictures beside the page are those of its tables', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-charts-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  await rowsOf('chart', folder);
  const drawn = fs.readdirSync(folder);
  expect(drawn.toSorted()).toEqual(['performance-stages.svg', 'performance.svg']);
  for (const file of drawn) {
    const [now, kept] = [folder, path.join(repository, 'docs/pictures')].map((each) =>
      fs.readFileSync(path.join(each, file), 'utf8'),
    );
    expect(kept).toBe(now);
  }
});
