/** The program as a user has it: bundled, judged by what it prints and how it ends. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { ask } from './ask.ts';
import { onceARun } from './once.ts';

export const repository = path.join(import.meta.dirname, '../..');

/** A workspace small enough to be read: test/run/small-district.test.ts says what is in it. */
export const smallDistrict = path.join(repository, 'test/fixtures/small-district');

export type Ended = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

export type Start = {
  /** Added to a bare environment: no locale, no time zone, no colour of the machine reaches the program. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Modules that are loaded before the program. */
  readonly preload?: string | readonly string[];
};

type Asked = Pick<Start, 'cwd'> & { readonly env?: never; readonly preload?: never };

/** What `duban` with the arguments prints and answers, bundled from the sources as they are now; asked of a process where it is loaded already. */
export async function duban(args: readonly string[], asked: Asked = {}): Promise<Ended> {
  return dubanIn(Number(process.env['VITEST_POOL_ID']), args, asked);
}

/** The same, asked of the process of a certain worker, from 1 on: two of them answer at once. */
export async function dubanIn(worker: number, args: readonly string[], { cwd }: Asked): Promise<Ended> {
  const program = path.join(await bundled(), 'dist/main.cjs');
  return ask<Ended>(`program-${worker}`, { program, args, cwd });
}

/** The same as a process of its own: where the computer is another one, or it is told to end, or several run at once. */
export async function startDuban(args: readonly string[], start: Start = {}): Promise<Ended> {
  const cli = await bundledProgram();
  return run(process.execPath, [...imports(start.preload), cli, ...args], start);
}

/** Whose process it is, for the administrator to work in another's name. */
type Computer = Omit<Start, 'cwd'> & { readonly uid?: number };

type Counted = Ended & {
  /** By a module that was loaded before (`preload`). */
  readonly counted?: number;
};

export type OtherComputer = {
  /** One after another. `env`: for this command only. */
  readonly duban: (args: readonly string[], asked?: Omit<Start, 'preload'>) => Promise<Counted>;
  readonly end: () => void;
};

/** A process of its own for several commands: what makes it another computer is loaded once, the program too. */
export async function otherComputer({ env, preload, uid }: Computer): Promise<OtherComputer> {
  const program = path.join(await bundled(), 'dist/main.cjs');
  const child = fork(path.join(import.meta.dirname, 'asked.mjs'), [], {
    env: { ...bareEnvironment(), ...env },
    execArgv: [...imports(preload)],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    uid,
    gid: uid,
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the process ended when it was asked');
  });
  ended.catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();
  const answered = async (args: readonly string[], asked: Omit<Start, 'preload'>): Promise<Counted> => {
    child.send({ program, args, ...asked });
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Counted];
    return answer;
  };
  return {
    duban: (args, asked = {}) => {
      const next = last.then(() => answered(args, asked));
      last = next.catch(() => undefined);
      return next;
    },
    end: () => child.disconnect(),
  };
}

function imports(preload: Start['preload'] = []): readonly string[] {
  return [preload].flat().flatMap((each) => ['--import', each]);
}

/** The file to start with Node. */
export async function bundledProgram(): Promise<string> {
  return path.join(await bundled(), 'dist/cli.js');
}

/** Starts a program and waits for its end. */
export function run(command: string, args: readonly string[], start: Start = {}): Promise<Ended> {
  const env = { ...bareEnvironment(), ...start.env };
  const child = spawn(command, args, { cwd: start.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout: textOf(out), stderr: textOf(err) }));
  });
}

function bareEnvironment(): Readonly<Record<string, string | undefined>> {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'] };
}

/** The package as `npm ci` leaves it, in a folder of this run: a dist/ of yesterday can never be what is tested. */
function bundled(): Promise<string> {
  return onceARun('program', async (folder) => {
    for (const each of ['templates', 'package.json', 'inputs', 'seeds']) {
      fs.symlinkSync(path.join(repository, each), path.join(folder, each));
    }
    const bundler = path.join(repository, 'node_modules/.bin/rolldown');
    const config = ['--config', 'test/run/rolldown.config.ts', '--dir', path.join(folder, 'dist')];
    const { exitCode, stdout, stderr } = await run(bundler, config, { cwd: repository });
    if (exitCode !== 0) throw new Error(stdout + stderr);
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
