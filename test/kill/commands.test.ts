/**
 * kill -9 in every command that writes, in real processes on a real disk: at a random change of the disk, which is left half done, or at a random
 * moment of the clock. The same command again must bring the workspace, byte for byte and folder for folder, to where an undisturbed run
 * brings it; the register holds, every number stands once, nothing half written lies about.
 *
 * Some commands in each run of the suite; `KILL_MOMENTS` says how many deaths, a thousand in `npm run test:kill`
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { times } from '../long.ts';
import {
  type Ended,
  type OtherComputer,
  bundledProgram,
  duban,
  otherComputer,
  smallDistrict,
  startDuban,
} from '../run/program.ts';
import { looking, states, writing, type Writing } from './writing.ts';

vi.setConfig({ testTimeout: 7_200_000 });

const moments = Number(process.env['KILL_MOMENTS'] ?? 4);
const preload = path.join(import.meta.dirname, 'killing.mjs');
const folder = path.join(inject('runFolder'), 'killed');
const names = Object.keys(writing);

/** Path → hash, or `folder`. */
type Tree = Readonly<Record<string, string>>;

/** Where an undisturbed run brings the workspace, with how many changes of the disk and in how long. */
type Reference = {
  readonly goal: Tree;
  readonly changes: number;
  readonly milliseconds: number;
};

const made = new Map<string, Promise<string>>();
const references = new Map<string, Promise<Reference>>();

test('every command stands in the table', () => {
  const known = new Set([
    ...Object.values(writing).map(({ args }) => args[0]),
    ...Object.values(looking).map(([name]) => name),
  ]);
  // Opens a window and waits for what is typed there.
  known.add('open');
  expect(commands.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

test.each(Object.entries(looking))('%s changes nothing on the disk', async (name, args) => {
  const root = copy(await stateAt(name === 'issue --dry-run' ? 'built' : 'issued'), `looking-${name}`);
  const before = treeOf(root);
  const { changes, ended } = await counted(args, root);
  expect({ changes, exitCode: ended.exitCode, said: ended.stderr }).toMatchObject({ changes: 0, exitCode: 0 });
  expect(treeOf(root)).toEqual(before);
});

test(`kill -9 at ${moments} moments of the commands that write loses nothing and doubles nothing`, async () => {
  const first = Math.floor(Math.random() * names.length);
  const told: string[] = [];
  const wrong: string[] = [];
  let begun = 0;
  const inTurn = async (): Promise<void> => {
    for (let moment = begun++; moment < moments; moment = begun++) {
      const name = names[(first + moment) % names.length] ?? '';
      const death = await killedAndRepeated(name, moment).catch((cause: unknown) => {
        wrong.push(`${name}: ${String(cause)}`);
        // A long run may be stopped before it could tell.
        process.stdout.write(`${name}: ${String(cause)}\n`);
        return 'found wrong';
      });
      told.push(`${name}: ${death}`);
      // A long run that is stopped has said how far it came.
      if (told.length % 50 === 0) process.stdout.write(`killed ${told.length} times, ${wrong.length} wrong\n`);
    }
  };
  // Each in a workspace of its own; while one waits for the disk, another works.
  await Promise.all(Array.from({ length: moments > 20 ? 3 : 1 }, inTurn));
  process.stdout.write(`killed ${told.length} times\n${moments > 100 ? '' : `${told.join('\n')}\n`}`);
  expect(wrong).toEqual([]);
});

/** What is done but for the tidying: a run that finds nothing to do must tidy all the same. */
const soonDone = times(0, 1) === 0 ? ['init', 'correct', 'reissue', 'build of what must be issued again'] : names;

test.each(soonDone)('%s, killed at each of its last changes, is finished by the next run', async (name) => {
  const each = writing[name];
  if (each === undefined) throw new Error(`no command ${name}`);
  const reference = await referenceOf(name, each);
  const deaths = Array.from({ length: times(3, 10) }, (_, back) => reference.changes - back).filter((step) => step > 0);
  for (const step of deaths) {
    const root = copy(await stateAt(each.state), `killed-late-${name}-${step}`);
    await die(each, { root, reference, isByClock: false, step });
    const again = await duban([...each.args, '--json', '--lang', 'zh'], { cwd: root });
    const left = { step, wrong: wrongWith(each, again), differs: differing(treeOf(root), reference.goal) };
    expect(left).toEqual({ step, wrong: null, differs: [] });
    fs.rmSync(root, { recursive: true });
  }
});

/** Answers with how it died; throws when what is left is not right. */
async function killedAndRepeated(name: string, moment: number): Promise<string> {
  const each = writing[name];
  if (each === undefined) throw new Error(`no command ${name}`);
  const reference = await referenceOf(name, each);
  const root = copy(await stateAt(each.state), `killed-${moment}`);
  const death = await die(each, { root, reference, isByClock: moment % 4 === 3 });
  // A second death, while the run that mends is under way.
  const second = moment % 3 === 2 ? `, again ${await die(each, { root, reference, isByClock: false })}` : '';
  // It dies as a process of its own; to be repeated it needs none.
  const again = await duban([...each.args, '--json', '--lang', 'zh'], { cwd: root });
  const what = death + second;
  expect({ what, wrong: wrongWith(each, again) }).toEqual({ what, wrong: null });
  expect({ what, differs: differing(treeOf(root), reference.goal) }).toEqual({ what, differs: [] });
  checkRegister(root);
  fs.rmSync(root, { recursive: true });
  return what;
}

/** Files and folders that are in one only, or differ. What is remembered is written as V8 holds it at that moment, in one of several ways. */
function differing(found: Tree, goal: Tree): readonly string[] {
  const differs = (file: string): boolean => found[file] !== goal[file] && file !== 'out/.memory';
  return [...new Set([...Object.keys(found), ...Object.keys(goal)])].filter(differs);
}

const endings = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

test.each(endings)(
  '%s while files are placed leaves no lock and no half, and the next run goes on',
  async (signal, code) => {
    for (const name of ['build of what changed', 'issue', 'archive', 'forms'].slice(0, times(1, 4))) {
      const each = writing[name];
      if (each === undefined) throw new Error(name);
      const reference = await referenceOf(name, each);
      for (let round = 0; round < times(1, 20); round += 1) {
        const root = copy(await stateAt(each.state), `${signal}-${name}-${round}`);
        const step = String(1 + Math.floor(Math.random() * reference.changes));
        const env = { KILL_SIGNAL: signal, KILL_STEP: step };
        const { exitCode, stderr } = await startDuban([...each.args, '--lang', 'zh'], { cwd: root, preload, env });
        const what = `${name}: ${signal} at change ${step} of ${reference.changes}`;
        expect({ what, exitCode, said: [0, code].includes(exitCode ?? 1) ? '' : stderr }).toMatchObject({
          what,
          said: '',
        });
        expect({ what, left: Object.keys(treeOf(root)).filter((file) => /\.part$|\.lock/u.test(file)) }).toEqual({
          what,
          left: [],
        });
        const again = await duban([...each.args, '--json', '--lang', 'zh'], { cwd: root });
        expect({ what, wrong: wrongWith(each, again) }).toEqual({ what, wrong: null });
        expect({ what, differs: differing(treeOf(root), reference.goal) }).toEqual({ what, differs: [] });
      }
    }
  },
);

/** The folder of a state, made once. */
function stateAt(name: string): Promise<string> {
  const known = made.get(name);
  if (known !== undefined) return known;
  const making = makeState(name);
  made.set(name, making);
  return making;
}

async function makeState(name: string): Promise<string> {
  const state = states[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  const root = copy(state.from === null ? smallDistrict : await stateAt(state.from), `state-${name}`);
  for (const args of state.commands) {
    const { exitCode, stderr } = await duban([...args, '--lang', 'zh'], { cwd: root });
    if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  }
  state.byHand?.(root);
  return root;
}

function referenceOf(name: string, each: Writing): Promise<Reference> {
  const known = references.get(name);
  if (known !== undefined) return known;
  const making = refer(name, each);
  references.set(name, making);
  return making;
}

async function refer(name: string, { args, state, exitCode = 0 }: Writing): Promise<Reference> {
  const root = copy(await stateAt(state), `reference-${name}`);
  const begun = performance.now();
  const { changes, ended } = await counted(args, root);
  const milliseconds = performance.now() - begun + (await startTakes());
  expect({ name, exitCode: ended.exitCode, said: ended.exitCode === exitCode ? '' : ended.stderr }).toEqual({
    name,
    exitCode,
    said: '',
  });
  expect(changes).toBeGreaterThan(0);
  const goal = treeOf(root);
  expect(Object.keys(goal).filter((file) => /\.part$|\.lock|\.claim|\.journal|\.staging|\.stale$/u.test(file))).toEqual(
    [],
  );
  return { goal, changes, milliseconds };
}

let counting: Promise<OtherComputer> | null = null;

afterAll(async () => (await counting)?.end());

/** Undisturbed, in a process that counts the changes of the disk. */
async function counted(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly changes: number; readonly ended: Ended }> {
  counting ??= otherComputer({ preload });
  const ended = await (await counting).duban([...args, '--lang', 'zh'], { cwd });
  if (ended.counted === undefined) throw new Error(`${args.join(' ')}: nobody counted`);
  return { changes: ended.counted, ended };
}

let starting: Promise<number> | null = null;

/** What a process of its own takes before the command begins, in milliseconds. */
function startTakes(): Promise<number> {
  starting ??= (async () => {
    const begun = performance.now();
    await startDuban(['help']);
    return performance.now() - begun;
  })();
  return starting;
}

type Death = {
  readonly root: string;
  readonly reference: Reference;
  readonly isByClock: boolean;
  readonly step?: number;
};

/** Answers with how it died, to be told when something is wrong. */
async function die({ args }: Writing, { root, reference, isByClock, step: given }: Death): Promise<string> {
  const { changes, milliseconds } = reference;
  const step = given ?? 1 + Math.floor(Math.random() * changes);
  const after = Math.round(Math.random() * milliseconds * 1.1);
  const env = { PATH: process.env['PATH'], ...(isByClock ? {} : { KILL_STEP: String(step) }) };
  const program = [...(isByClock ? [] : ['--import', preload]), await bundledProgram()];
  const child = spawn(process.execPath, [...program, ...args, '--lang', 'zh'], { cwd: root, env, stdio: 'ignore' });
  const ended = new Promise<string | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  if (isByClock) {
    await Promise.race([sleep(after), ended]);
    child.kill('SIGKILL');
  }
  const by = await ended;
  // It was counted in another process: the change is reached here too.
  if (given !== undefined && by !== 'SIGKILL') throw new Error(`change ${step} of ${changes} never came`);
  return isByClock ? `after ${after} of ${Math.round(milliseconds)} ms` : `at change ${step} of ${changes}`;
}

/** It does its work, or says that it is done already. */
function wrongWith({ done, exitCode = 0 }: Writing, { exitCode: found, stdout, stderr }: Ended): string | null {
  if (found === exitCode) return null;
  // `--json` prints what the command did, with its messages.
  const { messages } = JSON.parse(stdout) as {
    readonly messages: readonly { readonly code: string; readonly severity: string }[];
  };
  const codes = messages.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return found === 1 && codes.length > 0 && codes.every((code) => code === done)
    ? null
    : `${found} ${stdout} ${stderr}`;
}

function checkRegister(root: string): void {
  const disk = diskAt(root);
  const { value: register, messages } = readRegister(disk);
  expect(messages).toEqual([]);
  const numbers = register.entries.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(verifyIssued(disk).messages).toEqual([]);
}

function copy(from: string, name: string): string {
  const root = path.join(folder, name);
  fs.cpSync(from, root, { recursive: true });
  return root;
}

/** Every file with the hash of its bytes, and every folder. */
function treeOf(root: string): Tree {
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .map((entry) => {
        const full = path.join(entry.parentPath, entry.name);
        return [path.relative(root, full), entry.isDirectory() ? 'folder' : sha256(fs.readFileSync(full))] as const;
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
