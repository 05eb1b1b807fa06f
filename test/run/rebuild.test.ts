/** A second build in the same folder: only what changed is made again, and what a clerk edited is hers. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { duban, startDuban } from './program.ts';
import { copyOfSample, sampleFolder, stateOf } from './workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const letter = 'letters/207-区教育局.docx';

let root: string;
let first: Readonly<Record<string, string>>;

beforeAll(async () => {
  root = await copyOfSample('rebuilt');
  first = papers();
});

/** The stamp is no paper; test/build/stamp.test.ts says what is in it. */
function papers(): Readonly<Record<string, string>> {
  const { '.stamp': _, ...others } = stateOf(path.join(root, sampleFolder));
  return others;
}

function file(name: string): string {
  return path.join(root, sampleFolder, name);
}

type Built = {
  readonly exitCode: number | null;
  readonly counts: Readonly<Record<string, number>>;
  /** `outcome path` of each file that is not unchanged. */
  readonly changed: readonly string[];
  readonly messages: readonly {
    readonly code: string;
    readonly text: string;
    readonly place: { readonly file: string };
  }[];
};

async function build(...args: readonly string[]): Promise<Built> {
  const { exitCode, stdout } = await duban(['build', '2024Q4', '--json', '--lang', 'zh', ...args], { cwd: root });
  // The JSON that `build --json` promises.
  const value = JSON.parse(stdout) as Built & { readonly files: readonly { path: string; outcome: string }[] };
  const changed = value.files.filter(({ outcome }) => outcome !== 'unchanged');
  return { ...value, exitCode, changed: changed.map((each) => `${each.outcome} ${each.path}`) };
}

test('nothing is made when nothing changed', async () => {
  const { exitCode, changed, counts } = await build();
  expect({ exitCode, changed }).toEqual({ exitCode: 0, changed: [] });
  expect(counts['unchanged']).toBe(Object.keys(first).length - 1);
  expect(papers()).toEqual(first);
});

test('what the stamp tells is what a build would tell, and it asks for each file once', async () => {
  const readings = path.join(root, 'readings.json');
  const start = {
    cwd: root,
    preload: path.join(import.meta.dirname, 'count-readings.mjs'),
    env: { READINGS: readings },
  };
  const told = await startDuban(['build', '2024Q4', '--explain'], start);
  const counts = JSON.parse(fs.readFileSync(readings, 'utf8')) as Readonly<Record<string, number>>;
  const inputs = Object.keys(counts).filter((each) => /\/(?:inputs|seeds|templates|out)\//u.test(each));
  expect(inputs.length).toBeGreaterThan(Object.keys(first).length);
  // Its language comes from office.yaml before the stamp does; the stamp is measured, then read.
  const isMeant = (each: string): boolean => !each.endsWith('office.yaml') && !each.endsWith('.stamp');
  const twice = inputs.filter((each) => (counts[each] ?? 0) > 1 && isMeant(each));
  expect(twice).toEqual([]);
  fs.rmSync(file('.stamp'));
  expect(await duban(['build', '2024Q4', '--explain'], { cwd: root })).toEqual(told);
  fs.rmSync(readings);
});

test('a letter edited by hand is left alone and told; a file that is gone is made again, and only that', async () => {
  fs.appendFileSync(file(letter), 'a word of the clerk’s');
  const edited = papers()[letter];
  fs.rmSync(file('summary.pdf'));
  const { exitCode, changed, messages } = await build();
  expect({ exitCode, changed }).toEqual({ exitCode: 0, changed: [`edited ${letter}`, 'made summary.pdf'] });
  expect(messages.filter(({ code }) => code === 'edited')).toEqual([
    {
      severity: 'warning',
      code: 'edited',
      place: { file: `${sampleFolder}/${letter}`, row: null, column: null },
      text: '文件已被手工修改，未覆盖；如需重新生成，请加 --overwrite',
    },
  ]);
  expect(papers()[letter]).toBe(edited);
  expect(papers()['summary.pdf']).toBe(first['summary.pdf']);
});

test('--overwrite makes the edited letter anew', async () => {
  const { changed } = await build('--overwrite');
  expect(changed).toEqual([`remade ${letter}`]);
  expect(papers()).toEqual(first);
});

test('one row of one return touches the papers that say something of it, and no other', async () => {
  const returns = path.join(root, 'inputs/2024Q4/returns/区教育局.csv');
  const text = fs.readFileSync(returns, 'utf8');
  expect(text).toContain('公示率100%，全年清退违规收费11.6万元');
  fs.writeFileSync(returns, text.replace('均已整改。,96,正常推进', '均已整改。,97,正常推进'));
  const { changed } = await build();
  expect(changed.toSorted()).toEqual([
    'remade assessments/207-区教育局.pdf',
    'remade index.html',
    'remade ledger.csv',
    'remade ledger.pdf',
    `remade ${letter}`,
    'remade report.docx',
  ]);
});
