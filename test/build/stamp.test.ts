/** The stamp of a folder: while it holds, a build is told without being done; whatever it rests on changes, and it holds no more. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { Job } from '../../src/build/job.ts';
import type { BuildOptions, BuildRequest } from '../../src/build/request.ts';
import { unchanged } from '../../src/build/stamp.ts';
import { recordAsked } from '../../src/disk/asked.ts';
import { diskAt, type Disk } from '../../src/disk/disk.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { warning } from '../../src/message/message.ts';

const folder = 'out/2024Q3';
const options: BuildOptions = { overwrite: false, only: [], explain: true, jobs: 2 };
const told = [warning({ file: 'inputs/a.csv', row: 2, column: 1 }, 'stranger')];

let disk: Disk;
let outside: string;
let program: string;
let count = 0;

beforeEach(() => {
  count += 1;
  const root = path.join(inject('runFolder'), `stamp-${process.pid}-${count}`);
  disk = diskAt(path.join(root, '工作区'));
  outside = path.join(root, 'face.otf');
  program = path.join(root, 'program');
  fs.mkdirSync(program, { recursive: true });
  fs.writeFileSync(path.join(program, 'letter.hbs'), 'wording');
  fs.writeFileSync(outside, 'outlines');
  for (const file of ['inputs/a.csv', 'inputs/returns/1.csv', 'inputs/returns/2.csv']) put(file, file);
});

function put(file: string, text: string): void {
  disk.write(file, new TextEncoder().encode(text));
}

/** Two letters of what stands in the inputs, and a report that says something while it is made. */
function jobsOf(): readonly Job[] {
  const returns = disk
    .list('inputs/returns')
    .map((file) => new TextDecoder().decode(disk.read(file) ?? new Uint8Array()));
  const face = diskAt(path.dirname(outside)).read(path.basename(outside));
  const shipped = diskAt(program).read('letter.hbs');
  const absent = disk.read('templates/reference.docx');
  const text = `${returns.join('\n')} ${String(disk.read('inputs/a.csv'))} ${String(face)} ${String(shipped)} ${String(absent)}`;
  const job = (name: string): Job => ({
    path: name,
    kind: 'letter',
    recipe: `${name} ${text}`,
    inputs: ['inputs/a.csv'],
    make: () => Promise.resolve({ value: new TextEncoder().encode(`${name} ${text}`), messages: told }),
  });
  return [job('letters/甲.docx'), job('letters/乙.docx'), job('report.docx')];
}

function run(changes: Partial<BuildOptions> = {}, key = 'program 2024Q3') {
  const own = path.join(disk.root, folder);
  const asked = recordAsked((full) => full.startsWith(own));
  const request: BuildRequest = { disk, folder, jobs: jobsOf(), options: { ...options, ...changes } };
  return build({ ...request, stamping: { key, program, told, asked } });
}

const held = (changes: Partial<BuildOptions> = {}, key = 'program 2024Q3') =>
  unchanged({ disk, folder, key, program }, { ...options, ...changes });

test('it tells what another build would tell', async () => {
  await run();
  put(`${folder}/letters/乙.docx`, 'a clerk’s own words');
  put(`${folder}/letters/copy of 乙.docx`, '');
  expect(held()).toBe(null);
  await run();
  const now = held();
  const another = await run();
  expect(now).toEqual({ value: another.value, messages: [...told, ...another.messages] });
  expect(now?.value.counts).toMatchObject({ unchanged: 2, edited: 1 });
  expect(now?.messages.map(({ code }) => code)).toContain('edited');
});

test('a build that finds nothing changed writes nothing, not even the stamp', async () => {
  await run();
  const before = fs.statSync(path.join(disk.root, folder, '.stamp')).mtimeMs;
  await run();
  expect(fs.statSync(path.join(disk.root, folder, '.stamp')).mtimeMs).toBe(before);
});

describe('it holds no more', () => {
  test.each<readonly [string, () => void]>([
    ['an input has another word', () => put('inputs/returns/2.csv', 'another')],
    ['a return has come', () => put('inputs/returns/3.csv', 'inputs/returns/3.csv')],
    ['a return is gone', () => disk.remove('inputs/returns/1.csv')],
    ['a file that was looked for and not found is there', () => put('templates/reference.docx', '')],
    ['a face of the computer is another', () => fs.writeFileSync(outside, 'other outlines')],
    ['a shipped template is another', () => fs.writeFileSync(path.join(program, 'letter.hbs'), 'other wording')],
    ['a draft was edited', () => put(`${folder}/letters/甲.docx`, 'edited')],
    ['a draft is gone', () => disk.remove(`${folder}/report.docx`)],
    ['a stranger lies among the letters', () => put(`${folder}/letters/丙.docx`, '')],
    ['the manifest is gone', () => disk.remove(`${folder}/manifest.json`)],
    ['the stamp was cut short', () => put(`${folder}/.stamp`, String(disk.read(`${folder}/.stamp`)).slice(0, 200))],
    ['the stamp was changed', () => put(`${folder}/.stamp`, String(disk.read(`${folder}/.stamp`)).replace('甲', '丁'))],
  ])('when %s', async (_, change) => {
    await run();
    expect(held()).not.toBe(null);
    change();
    expect(held()).toBe(null);
  });

  test('of another program, period or day', async () => {
    await run();
    expect(held({}, 'program 2024Q4')).toBe(null);
  });

  test('with --overwrite, when a draft was edited', async () => {
    await run();
    expect(held({ overwrite: true })).not.toBe(null);
    put(`${folder}/letters/甲.docx`, 'edited');
    await run();
    expect(held({ overwrite: true })).toBe(null);
    expect(held()).not.toBe(null);
  });
});

test('what lies beside the papers does not matter: forms, correction sheets, hidden files', async () => {
  await run();
  for (const file of ['forms/甲.xlsx', 'corrections/甲.csv', 'letters/~$甲.docx']) put(`${folder}/${file}`, '');
  expect(held()).not.toBe(null);
});

test('workspace and program may move', async () => {
  await run();
  const moved = `${disk.root} moved`;
  fs.renameSync(disk.root, moved);
  fs.renameSync(program, `${program} moved`);
  disk = diskAt(moved);
  expect(held()).toBe(null);
  program = `${program} moved`;
  expect(held()).not.toBe(null);
});

test('--only neither asks it nor leaves one', async () => {
  await run({ only: ['letters/*'] });
  expect(disk.read(`${folder}/.stamp`)).toBe(null);
  await run();
  expect(held({ only: ['letters/*'] })).toBe(null);
});

test('a question whose answer is not kept leaves no stamp', async () => {
  const asked = recordAsked(() => false);
  const jobs = jobsOf();
  disk.measure('inputs/a.csv', ['sha512']);
  await build({ disk, folder, jobs, options, stamping: { key: '', program, told, asked } });
  expect(disk.read(`${folder}/.stamp`)).toBe(null);
});

test('a file that changes while the build is at work is not said to have been read', async () => {
  const asked = recordAsked(() => false);
  const jobs = jobsOf();
  put('inputs/a.csv', 'changed meanwhile');
  disk.read('inputs/a.csv');
  expect(asked()?.files[path.join(disk.root, 'inputs/a.csv')]).toBe(sha256('inputs/a.csv'));
  expect(jobs).toHaveLength(3);
});
