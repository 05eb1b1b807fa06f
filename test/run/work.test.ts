/**
 * How much is done for how much changed: counted, since a clock would measure the machine. What a build works out it remembers, so the
 * new entries of its memory are its work; the papers that it makes are those whose bytes are new.
 */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { duban, startDuban } from './program.ts';
import { copyOfInputs, copyOfSample, sampleFolder, stateOf } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let root: string;

beforeAll(async () => {
  root = await copyOfSample('counted');
});

type Work = {
  /** Files of the quarter whose bytes are new. */
  readonly made: readonly string[];
  /** Kind of answer → how many were worked out. */
  readonly worked: Readonly<Record<string, number>>;
  /** Faces of the program that were opened. */
  readonly faces: readonly string[];
};

async function build(): Promise<Work> {
  const before = { state: stateOf(path.join(root, sampleFolder)), memory: remembered() };
  const readings = path.join(root, 'readings.json');
  const preload = path.join(import.meta.dirname, 'count-readings.mjs');
  const { exitCode } = await startDuban(['build', '2024Q4'], { cwd: root, preload, env: { READINGS: readings } });
  expect(exitCode).toBe(0);
  const counts = JSON.parse(fs.readFileSync(readings, 'utf8')) as Readonly<Record<string, number>>;
  fs.rmSync(readings);
  const worked: Record<string, number> = {};
  for (const name of remembered()) {
    if (before.memory.has(name)) continue;
    const kind = name.slice(0, name.indexOf(' '));
    worked[kind] = (worked[kind] ?? 0) + 1;
  }
  const now = Object.entries(stateOf(path.join(root, sampleFolder)));
  const made = now.filter(([name, hash]) => before.state[name] !== hash).map(([name]) => name);
  const faces = Object.keys(counts).filter((file) => /\.(?:otf|ttf)$/u.test(file));
  return {
    made: made.filter((name) => !/^(?:\.stamp|manifest\.json)$/u.test(name)),
    worked,
    faces: faces.map((file) => path.basename(file)).toSorted(),
  };
}

function remembered(): ReadonlySet<string> {
  const text = fs.readFileSync(path.join(root, 'out/.memory'), 'latin1');
  const { entries } = JSON.parse(text.slice(0, text.indexOf('\n'))) as { entries: readonly [string][] };
  return new Set(entries.map(([name]) => name));
}

function change(file: string, from: string, to: string): void {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  expect(text).toContain(from);
  fs.writeFileSync(path.join(root, file), text.replace(from, to));
}

test('nothing changed: no file is parsed, no paper worded, no face opened', async () => {
  expect(await build()).toEqual({ made: [], worked: {}, faces: [] });
});

test('one return: that file is parsed, and the papers are worded that say something of it', async () => {
  change('inputs/2024Q4/returns/区人大常委会法工委.csv', ',55,滞后', ',56,滞后');
  expect(await build()).toEqual({
    made: [
      'assessments/402-区人大常委会法工委.pdf',
      'index.html',
      'ledger.csv',
      'letters/402-区人大常委会法工委.docx',
      'report.docx',
    ],
    // Its scorecard, its letter, the report; no template, and no chart.
    worked: { return: 1, reading: 1, paper: 3, outline: 3, tree: 3 },
    // The four that a scorecard is set in.
    faces: ['FandolFang.otf', 'FandolHei.otf', 'FandolSong-Bold.otf', 'FandolSong.otf'],
  });
});

test('one template: its papers are worded anew, and no other; no file of returns is parsed', async () => {
  change('templates/reminder.hbs', '尚未收到你单位的反馈', '仍未收到你单位的反馈');
  expect(await build()).toEqual({
    made: ['reminders/210-区统计局.docx', 'reminders/312-市自然资源和规划局XX分局.docx'],
    worked: { templates: 1, paper: 2, outline: 2, tree: 2 },
    faces: [],
  });
});

test('one alias: everything is judged anew, nothing is parsed, worded or made again', async () => {
  change('inputs/units.csv', '207,区教育局,', '207,区教育局,本区教育局、');
  // The workspace, the two quarters before, as each of them looked back, their trend, and what each file says by the new roster.
  const anew = { workspace: 1, reading: 87, 'past-asked': 2, past: 2, 'trend-asked': 1, trend: 1 };
  expect(await build()).toEqual({ made: [], worked: anew, faces: [] });
});

test('what is remembered changes no paper: a workspace that was built over and over has those of one built once', async () => {
  const fresh = copyOfInputs('counted-fresh');
  fs.cpSync(path.join(root, 'inputs'), path.join(fresh, 'inputs'), { recursive: true });
  fs.cpSync(path.join(root, 'templates/reminder.hbs'), path.join(fresh, 'templates/reminder.hbs'));
  expect((await duban(['build', '2024Q4'], { cwd: fresh })).exitCode).toBe(0);
  expect(stateOf(path.join(root, sampleFolder))).toEqual(stateOf(path.join(fresh, sampleFolder)));
});
