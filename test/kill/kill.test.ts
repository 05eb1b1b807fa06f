/**
 * kill -9 at random moments of `issue` and `reissue`, in real processes on a real disk: nothing lost, nothing doubled. After each
 * death the next run must bring the folder, byte for byte, to where an undisturbed run brings it.
 *
 * Short in the test suite; in full, a thousand moments: `npm run test:kill`
 */
import { fork, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { sha256 } from '../../src/disk/sha256.ts';

/** Half of them in `issue`, half in `reissue`. */
const moments = Math.ceil(Number(process.env['KILL_MOMENTS'] ?? 6) / 2);
const here = import.meta.dirname;
const repository = path.join(here, '../..');
type Command = 'issue' | 'reissue';
type Answer = { readonly numbers: readonly string[]; readonly codes: readonly string[] };

let scratch: string;

beforeAll(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-kill-'));
  const rolldown = path.join(repository, 'node_modules/.bin/rolldown');
  spawnSync(rolldown, [path.join(here, 'child.mjs'), '--platform', 'node', '--dir', scratch], { cwd: repository });
}, 120_000);

afterAll(() => fs.rmSync(scratch, { recursive: true }), 120_000);

/** Runs to the end, in this process. */
async function finish(root: string, command: Command): Promise<Answer> {
  const { run } = (await import(path.join(here, 'child.mjs'))) as { run: (...args: string[]) => Promise<Answer> };
  return run(root, command);
}

/** Runs to the end in a process of its own. */
async function whole(root: string, command: Command): Promise<Answer & { readonly milliseconds: number }> {
  const child = start(root, command);
  const begun = await child.ready;
  const answer = await child.answer;
  if (answer === null) throw new Error('the child gave no answer');
  return { ...answer, milliseconds: performance.now() - begun };
}

/** Runs and is killed `milliseconds` after it has begun. */
async function kill(root: string, command: Command, milliseconds: number): Promise<void> {
  const child = start(root, command);
  await child.ready;
  await sleep(milliseconds);
  child.kill();
  await child.answer;
}

function start(root: string, command: Command) {
  const child = fork(path.join(scratch, 'child.js'), [root, command], { execArgv: [] });
  let answered: Answer | null = null;
  const ready = new Promise<number>((resolve, reject) => {
    // What the child sends is { ready } and then { answer }.
    child.on('message', (message: { readonly answer?: Answer }) => {
      if (message.answer === undefined) resolve(performance.now());
      else answered = message.answer;
    });
    child.on('exit', () => reject(new Error('the child died before it began')));
  });
  const answer = new Promise<Answer | null>((resolve) => child.on('exit', () => resolve(answered)));
  return { ready, answer, kill: () => child.kill('SIGKILL') };
}

/** Every file with the hash of its bytes. */
function contents(root: string): ReadonlyMap<string, string> {
  const disk = diskAt(root);
  return new Map(disk.list('.').map((file) => [file, sha256(disk.read(file) ?? '')]));
}

function checkRegister(root: string, expected: number): void {
  const { value: register, messages } = readRegister(diskAt(root));
  expect(messages).toEqual([]);
  expect(register.entries).toHaveLength(expected);
  expect(new Set(register.entries.map((entry) => entry.number)).size).toBe(expected);
  expect(verifyIssued(diskAt(root)).messages).toEqual([]);
}

describe.each([
  { command: 'issue', expected: 20 },
  { command: 'reissue', expected: 31 },
] as const)('kill -9 during $command', ({ command, expected }) => {
  test(`at ${moments} random moments loses nothing and doubles nothing`, async () => {
    const before = path.join(scratch, `${command}-before`);
    fs.mkdirSync(before);
    if (command === 'reissue') await finish(before, 'issue');
    const undisturbed = path.join(scratch, `${command}-whole`);
    fs.cpSync(before, undisturbed, { recursive: true });
    const { milliseconds } = await whole(undisturbed, command);
    const goal = contents(undisturbed);
    checkRegister(undisturbed, expected);
    const seen = { untouched: 0, staged: 0, committed: 0, done: 0 };
    for (let moment = 0; moment < moments; moment += 1) {
      const root = path.join(scratch, `${command}-${moment}`);
      fs.cpSync(before, root, { recursive: true });
      await kill(root, command, Math.random() * milliseconds * 1.2);
      seen[phaseOf(root, expected)] += 1;
      // A second death, while the run that finishes is under way.
      if (moment % 3 === 0) await kill(root, command, (Math.random() * milliseconds) / 2);
      await finish(root, command);
      expect(contents(root)).toEqual(goal);
      checkRegister(root, expected);
      fs.rmSync(root, { recursive: true });
    }
    process.stdout.write(`${command}: killed ${JSON.stringify(seen)} of ${Math.round(milliseconds)} ms\n`);
  }, 7_200_000);
});

type Phase = 'untouched' | 'staged' | 'committed' | 'done';

function phaseOf(root: string, expected: number): Phase {
  const disk = diskAt(root);
  if (disk.read('inputs/register/.journal.json') !== null) return 'committed';
  if (disk.list('inputs/register/.staging').length > 0) return 'staged';
  return readRegister(disk).value.entries.length === expected ? 'done' : 'untouched';
}

test('of two people who issue at once one is refused or finds it done; no number is given twice', async () => {
  const root = path.join(scratch, 'two');
  fs.mkdirSync(root);
  const answers = await Promise.all([whole(root, 'issue'), whole(root, 'issue'), whole(root, 'issue')]);
  expect(answers.filter(({ numbers }) => numbers.length === 20)).toHaveLength(1);
  for (const { numbers, codes } of answers.filter((answer) => answer.numbers.length !== 20)) {
    expect(numbers).toEqual([]);
    expect(['locked', 'already-issued']).toContain(codes[0]);
  }
  checkRegister(root, 20);
});
