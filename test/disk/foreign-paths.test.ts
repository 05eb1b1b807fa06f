/** Files that anybody can edit (manifest, journal, register) name other files: nothing outside is read, moved or removed in their name. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { diskAt, type Disk } from '../../src/disk/disk.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { parseRecord } from '../../src/register/record.ts';
import { recover } from '../register/recover.ts';
import { liesBelow } from '../../src/trade/file-name.ts';

let root: string;
let disk: Disk;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-foreign-'));
  disk = diskAt(root);
  disk.write(closures, bytes(closed));
});

afterEach(() => fs.rmSync(root, { recursive: true }));

const closures = 'inputs/closures.csv';
const closed = '任务编号,日期\r\n18,2024-12-20\r\n';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(file: string): string | null {
  const read = disk.read(file);
  return read === null ? null : new TextDecoder().decode(read);
}

const outside = [
  '../../inputs/closures.csv',
  'letters/../../../inputs/closures.csv',
  '..\\..\\inputs\\closures.csv',
  '/etc/passwd',
  'letters/',
  '',
];

describe('the manifest', () => {
  test.each(outside)('that names %j makes build remove nothing, and is told to be damaged', async (foreign) => {
    const entry = { path: foreign, kind: 'letter', sha256: sha256(closed), recipe: '', inputs: {} };
    disk.write('out/2024Q3/manifest.json', bytes(JSON.stringify({ version: 1, files: [entry] })));
    const options = { overwrite: false, only: [], explain: false, jobs: 1 };
    const { messages } = await build({ disk, folder: 'out/2024Q3', jobs: [], options });
    expect(messages.map(({ code }) => code)).toEqual(['broken-manifest']);
    expect(textOf(closures)).toBe(closed);
  });
});

describe('the journal', () => {
  const staged = 'inputs/register/.staging/00001';
  const hash = sha256('甲');
  const whole = {
    version: 1,
    command: 'issue',
    quarter: '2024Q3',
    numbers: ['X督〔2024〕1号'],
    before: null,
    moves: [{ from: staged, to: 'out/issued/2024/X督〔2024〕1号-012.docx', sha256: hash }],
  };
  const move = whole.moves[0];

  async function recovered(journal: unknown): Promise<readonly string[]> {
    disk.write(staged, bytes('甲'));
    disk.write('inputs/register/.journal.json', bytes(JSON.stringify(journal)));
    return (await recover(disk)).messages.map(({ code }) => code);
  }

  test.each([
    ['a place among the inputs', { ...whole, moves: [{ ...move, to: 'inputs/units.csv' }] }],
    ['a place outside', { ...whole, moves: [{ ...move, to: 'out/issued/../../../x' }] }],
    ['a source that is no staged file', { ...whole, moves: [{ ...move, from: closures, sha256: sha256(closed) }] }],
    ['null for a move', { ...whole, moves: [null] }],
    ['null for the moves', { ...whole, moves: null }],
    ['null for the numbers', { ...whole, numbers: null }],
    ['no hash', { ...whole, moves: [{ ...move, sha256: null }] }],
    ['another command', { ...whole, command: 'rm' }],
    ['null', null],
  ])('that has %s moves nothing', async (_, journal) => {
    expect(await recovered(journal)).toEqual(['journal-broken']);
    expect(disk.list('.')).toEqual([closures, 'inputs/register/.journal.json', staged]);
    expect(textOf(closures)).toBe(closed);
  });

  test('as we write it is believed', async () => {
    expect(await recovered(whole)).toContain('issue-finished');
    expect(textOf('out/issued/2024/X督〔2024〕1号-012.docx')).toBe('甲');
  });
});

test.each(['out/issued/../../inputs/closures.csv', 'inputs/closures.csv', '/etc/passwd', null])(
  'a record that names %j for its paper is none: reprint would write there',
  (file) => {
    const record = { version: 1, number: 'X督〔2024〕1号', files: [{ path: file, sha256: '' }] };
    expect(parseRecord(bytes(JSON.stringify(record)))).toBeNull();
  },
);

test.each([
  ['out/issued', 'out/issued/2024/X督〔2024〕1号-012-区财政局.docx', true],
  ['inputs/register/.staging', 'inputs/register/.staging/00001', true],
  ['out/issued', 'out/issued', false],
  ['out/issued', 'out/issued2/a', false],
  ['out/issued', 'out/issued/../a', false],
  ['out/issued', 'out/issued/a/./b', false],
  ['out/issued', 'out/issued/a\\..\\b', false],
  ['out/issued', 'OUT/issued/a', false],
])('below %s lies %s: %s', (folder, file, lies) => {
  expect(liesBelow(folder, file)).toBe(lies);
});

test('a path that begins with dots is no path that leads out', () => {
  disk.write('..甲.txt', bytes('甲'));
  expect(textOf('..甲.txt')).toBe('甲');
  expect(() => disk.read('甲/../../乙')).toThrow(expect.objectContaining({ code: 'EOUTSIDE' }));
});
