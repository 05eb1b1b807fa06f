/** A quarter made in parts is the quarter made at once; and no part can be missing, doubled, damaged or of other data unnoticed. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { duban, smallDistrict } from './program.ts';
import { stateOf } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const parts = ['1/3', '2/3', '3/3'];

let made: string;
let root: string;
let turn = 0;

/** A workspace of its own; the temporary folder is the test run's. */
function copyOf(folder: string, name: string): string {
  const copy = path.join(inject('runFolder'), name);
  fs.cpSync(folder, copy, { recursive: true });
  return copy;
}

async function run(cwd: string, ...args: readonly string[]): Promise<readonly (string | number | null)[]> {
  const { exitCode, stderr } = await duban([...args, '--lang', 'en', '--quiet'], { cwd });
  return [exitCode, stderr.trimEnd()];
}

beforeAll(async () => {
  made = copyOf(smallDistrict, 'in-parts');
  // In any order, as computers end.
  for (const each of parts.toReversed()) {
    const [exitCode, stderr] = await run(made, 'build', '2025Q2', '--shard', each);
    if (exitCode !== 0) throw new Error(String(stderr));
  }
});

beforeEach(() => {
  root = copyOf(made, `in-parts-${(turn += 1)}`);
});

function part(number: number): string {
  return path.join(root, `out/parts/2025Q2/${number}-of-3`);
}

test('three parts make what one build makes, byte for byte, and a build finds nothing to do', async () => {
  const whole = copyOf(smallDistrict, 'at-once');
  expect(await run(whole, 'build', '2025Q2')).toEqual([0, '']);
  const { '.stamp': _, ...expected } = stateOf(path.join(whole, 'out/2025Q2'));
  expect(await run(root, 'merge', '2025Q2')).toEqual([0, '']);
  expect(stateOf(path.join(root, 'out/2025Q2'))).toEqual(expected);
  const { stdout } = await duban(['build', '2025Q2', '--json'], { cwd: root });
  // The JSON that build --json promises.
  const { counts } = JSON.parse(stdout) as { readonly counts: Readonly<Record<string, number>> };
  expect(counts).toMatchObject({ made: 0, remade: 0, unchanged: Object.keys(expected).length - 1 });
});

test('each file is in one part, and every part has some', () => {
  const files = [1, 2, 3].map((number) => fs.readFileSync(path.join(part(number), 'manifest.json'), 'utf8'));
  const paths = files.map((text) => (JSON.parse(text) as { files: { path: string }[] }).files.map((file) => file.path));
  expect(new Set(paths.flat()).size).toBe(paths.flat().length);
  for (const each of paths) expect(each.length).toBeGreaterThan(0);
});

test.each<[name: string, damage: () => void, told: RegExp]>([
  [
    'a missing part',
    () => fs.rmSync(part(2), { recursive: true }),
    /of 3 parts these are missing: 2; nothing was merged/u,
  ],
  ['no part', () => fs.rmSync(path.dirname(part(1)), { recursive: true }), /there are no parts/u],
  ['a changed paper', () => fs.appendFileSync(firstPaper(1), 'x'), /1-of-3\/.* error part-file-changed/u],
  [
    'a part given twice under another name',
    () => fs.cpSync(part(1), path.join(path.dirname(part(1)), 'copy'), { recursive: true }),
    /in several parts, nothing was merged: out\/parts\/2025Q2\/1-of-3\/.*, out\/parts\/2025Q2\/copy\//u,
  ],
])('%s is refused, and out/ stays as it was', async (_, damage, told) => {
  damage();
  const [exitCode, stderr] = await run(root, 'merge', '2025Q2');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(told);
  expect(fs.existsSync(path.join(root, 'out/2025Q2'))).toBe(false);
});

test('a part of which a paper was changed is whole again when it is made as the refusal says', async () => {
  fs.appendFileSync(firstPaper(1), 'x');
  const told = String((await run(root, 'merge', '2025Q2'))[1]);
  const [overwrite = ''] = /--\w+/u.exec(/part-file-changed.*/u.exec(told)?.[0] ?? '') ?? [];
  await run(root, 'build', '2025Q2', '--shard', '1/3', overwrite);
  expect(await run(root, 'merge', '2025Q2')).toEqual([0, '']);
});

test('a part that was made from other data is refused by name', async () => {
  const units = path.join(root, 'inputs/office.yaml');
  fs.writeFileSync(units, fs.readFileSync(units, 'utf8').replace(/^name: .*$/mu, 'name: 另一个县督查室'));
  fs.rmSync(part(3), { recursive: true });
  await run(root, 'build', '2025Q2', '--shard', '3/3');
  const [exitCode, stderr] = await run(root, 'merge', '2025Q2');
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('3-of-3/part.json error part-of-another')]);
});

test('a draft edited by hand is left alone', async () => {
  expect(await run(root, 'merge', '2025Q2')).toEqual([0, '']);
  const letters = path.join(root, 'out/2025Q2/letters');
  const letter = path.join(letters, fs.readdirSync(letters)[0] ?? '');
  fs.appendFileSync(letter, 'a word of the clerk’s');
  const edited = fs.readFileSync(letter);
  expect((await duban(['merge', '2025Q2', '--lang', 'en'], { cwd: root })).stderr).toContain('edited by hand');
  expect(fs.readFileSync(letter).equals(edited)).toBe(true);
});

test.each([['0/3'], ['4/3'], ['3'], ['a/b']])('--shard %s is refused', async (written) => {
  const [exitCode, stderr] = await run(root, 'build', '2025Q2', '--shard', written);
  expect([exitCode, stderr]).toEqual([2, `--shard takes 3/16 (the third of sixteen), not “${written}”`]);
});

function firstPaper(number: number): string {
  const letters = path.join(part(number), 'letters');
  return path.join(letters, fs.readdirSync(letters)[0] ?? '');
}
