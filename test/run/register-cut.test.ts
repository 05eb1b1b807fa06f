/** Last week's backup of the register is put back: whatever writes to it refuses in words, by what bags, archived.csv and papers know. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { duban, smallDistrict } from './program.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const letter = 'X县督〔2025〕1号';
const commands: readonly (readonly string[])[] = [
  ['close', '2025Q2', '--date', '2025-07-20', '--reason', '重新关账'],
  [
    'correct',
    '2025Q2',
    '--unit',
    '县发改委',
    '--task',
    '7',
    '--percent',
    '60',
    '--basis',
    '更正',
    '--date',
    '2025-07-20',
  ],
  ['withdraw', letter, '--reason', '日期有误', '--date', '2025-07-20'],
  ['withdraw', letter, '--reason', '日期有误', '--date', '2025-07-20', '--sent'],
  ['issue', '2025Q2', '--date', '2025-07-20'],
  ['archive', '2025Q2', '--date', '2025-07-31'],
];

let archived: string;
let old: string;

beforeAll(async () => {
  archived = path.join(inject('runFolder'), 'register-cut');
  old = path.join(inject('runFolder'), 'register-old');
  fs.cpSync(smallDistrict, archived, { recursive: true });
  await right(['build', '2025Q2']);
  await right(['issue', '2025Q2', '--date', '2025-07-15', '--only', 'letters/1*']);
  fs.cpSync(path.join(archived, 'inputs/register'), old, { recursive: true });
  await right(['issue', '2025Q2', '--date', '2025-07-16']);
  await right(['archive', '2025Q2', '--date', '2025-07-31']);
});

async function right(args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await duban([...args, '--lang', 'zh'], { cwd: archived });
  if (exitCode !== 0) throw new Error(stderr);
}

/** The old register beside what is left of the newer papers. */
function cutBack(name: string, gone: readonly string[]): string {
  const root = path.join(inject('runFolder'), `register-cut-${name}`);
  fs.cpSync(archived, root, { recursive: true });
  for (const each of ['inputs/register', ...gone]) fs.rmSync(path.join(root, each), { recursive: true });
  fs.cpSync(old, path.join(root, 'inputs/register'), { recursive: true });
  return root;
}

async function errorsOf(args: readonly string[], cwd: string): Promise<readonly string[]> {
  const { stdout, exitCode } = await duban([...args, '--json', '--lang', 'zh'], { cwd });
  expect(exitCode).toBe(1);
  // `--json` prints what the command did, with its messages.
  const { messages } = JSON.parse(stdout) as { readonly messages: readonly { severity: string; code: string }[] };
  return [...new Set(messages.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
}

test.each(commands)('%s %s is refused by what the bag knows', async (...args) => {
  const root = cutBack(args.join(' ').replaceAll(/\W/gu, ''), ['out/issued']);
  const before = fs.readFileSync(path.join(root, 'inputs/register/register.csv'));
  expect(await errorsOf(args, root)).toEqual(['register-behind']);
  expect(await errorsOf([...args, '--dry-run'], root)).toEqual(['register-behind']);
  expect(fs.readFileSync(path.join(root, 'inputs/register/register.csv'))).toEqual(before);
});

test('next says so, whatever the quarter would need', async () => {
  const { stdout } = await duban(['next', '--json'], { cwd: cutBack('next', ['out/issued']) });
  expect(stdout).toContain('duban verify out/issued');
});

test('and by the papers in out/issued alone', async () => {
  const root = cutBack('papers', ['out/archive']);
  for (const args of commands) expect(await errorsOf(args, root)).toEqual(['issued-unregistered']);
});
