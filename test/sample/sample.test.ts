import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleRows } from './content.ts';
import { filedRows, sampleFiles, sampleQuarters } from './generate.ts';
import { seatsAfterReform } from './reform.ts';
import { seedTasks } from './seed.ts';

const inputs = new URL('../../inputs/', import.meta.url);
const files = sampleFiles();
const seats = seedTasks().flatMap((task) => task.seats);

beforeAll(() => {
  if (process.env['SAMPLE'] !== 'write') return;
  for (const quarter of sampleQuarters) {
    rmSync(new URL(`${quarter}/returns`, inputs), { recursive: true, force: true });
    mkdirSync(new URL(`${quarter}/returns`, inputs), { recursive: true });
  }
  for (const [path, bytes] of files) writeFileSync(new URL(encodeURI(path), inputs), bytes);
});

describe('the generated returns', () => {
  test('are the committed ones, byte for byte, and no others', () => {
    const committed = sampleQuarters.flatMap((quarter) =>
      readdirSync(new URL(`${quarter}/returns`, inputs)).map((name) => `${quarter}/returns/${name}`),
    );
    expect(committed.toSorted()).toEqual([...files.keys()].toSorted());
    const changed = [...files].filter(([path, bytes]) => !readFileSync(new URL(encodeURI(path), inputs)).equals(bytes));
    expect(changed.map(([path]) => path)).toEqual([]);
  });

  test('say in every file that they are invented', () => {
    const silent = [...files].filter(([, bytes]) => !decode(bytes).includes('示例数据'));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('come in the four encodings that Excel and WPS write', () => {
    const kinds = new Map([...files.values()].map((bytes) => [encodingOf(bytes), true]));
    expect([...kinds.keys()].toSorted()).toEqual(['gb18030', 'utf-16le', 'utf-8', 'utf-8 bom']);
  });
});

describe('the content', () => {
  test('has a text for each of the 134 tasks and each unit that the seed names for it', () => {
    expect(seedTasks().map(({ no }) => no)).toEqual(Array.from({ length: 134 }, (_, at) => at + 1));
    expect(keys(sampleRows('2024Q3'))).toEqual(keys(seats));
  });

  test('has after the reform one text a task and unit, for exactly the successors', () => {
    const after = keys(seatsAfterReform(seats).map(({ seat }) => seat));
    expect(keys(sampleRows('2024Q4'))).toEqual(after);
    expect(new Set(after).size).toBe(after.length);
  });

  test('repeats itself only in the two returns that copy the quarter before', () => {
    const rows = sampleQuarters.flatMap((quarter) => sampleRows(quarter));
    const texts = rows.map(({ said }) => said.progress);
    const repeated = rows.filter((_, at) => texts.indexOf(texts[at] ?? '') !== at);
    expect(repeated.map(({ task, unit }) => `${task} ${unit}`)).toEqual(['20 区委组织部', '38 区纪委监委']);
  });

  test('is written with Chinese punctuation, and a percent fits its status', () => {
    for (const { said, task, unit } of sampleQuarters.flatMap((quarter) => sampleRows(quarter))) {
      const text = [task, unit, said.progress, said.problems, said.next, said.evidence].join('');
      expect(text).not.toMatch(/[,;:?!"'()]/u);
      expect([task, unit, said.percent === 100]).toEqual([task, unit, said.status === '办结']);
    }
  });
});

test('what nobody filed is just what 示例数据说明.md lists', () => {
  const note = readFileSync(new URL(encodeURI('示例数据说明.md'), inputs), 'utf8');
  for (const quarter of sampleQuarters) {
    const filed = new Set(keys(filedRows(quarter)));
    const gaps = keys(sampleRows(quarter)).filter((key) => !filed.has(key));
    const listed = [...note.matchAll(new RegExp(String.raw`^- ${quarter} 未报：(\S+?)（任务 (.+?)）`, 'gmu'))];
    const pairs = listed.flatMap(([, unit, tasks]) => (tasks ?? '').split('、').map((task) => `${task} ${unit}`));
    expect(gaps.map((key) => key.replace(/ (?:牵头|配合) /u, ' ')).toSorted()).toEqual(pairs.toSorted());
  }
});

test('what is missing in one quarter is there in the other, but for units that the reform ends', () => {
  const q3 = new Set(filedRows('2024Q3').map(({ task, unit }) => `${task} ${unit}`));
  const q4 = new Set(filedRows('2024Q4').map(({ task, unit }) => `${task} ${unit}`));
  const never = seatsAfterReform(seats).filter(
    ({ seat, formerly }) =>
      !q4.has(`${seat.task} ${seat.unit}`) && !formerly.some((unit) => q3.has(`${seat.task} ${unit}`)),
  );
  expect(never).toEqual([]);
});

test('the reform touches 33 tasks and leaves 41 of the 48 units that the seed names', () => {
  const after = seatsAfterReform(seats);
  expect(new Set(seats.map(({ unit }) => unit)).size).toBe(48);
  expect(new Set(after.map(({ seat }) => seat.unit)).size).toBe(41);
  const touched = new Set(after.filter(({ seat, formerly }) => formerly[0] !== seat.unit).map(({ seat }) => seat.task));
  expect([...touched].toSorted((a, b) => a - b)).toEqual([
    10, 12, 15, 16, 18, 19, 25, 29, 33, 34, 36, 37, 38, 42, 47, 54, 55, 58, 70, 71, 83, 93, 95, 97, 98, 102, 106, 107,
    113, 114, 115, 116, 125,
  ]);
});

function keys(rows: readonly { readonly task: number; readonly role: string; readonly unit: string }[]): string[] {
  return rows.map(({ task, role, unit }) => `${task} ${role} ${unit}`).toSorted();
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return 'utf-8 bom';
  return bytes.toString('utf8').includes('\uFFFD') ? 'gb18030' : 'utf-8';
}

function decode(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes).replace(' bom', '')).decode(bytes);
}
