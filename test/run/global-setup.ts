/** One folder a test run: what is heavy (the compiled program, the built sample) is made there once and shared by all files. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly runFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-run-'));
  project.provide('runFolder', folder);
  const workers = Array.from({ length: Number(project.config.maxWorkers) }, (_, at) => `program-${at + 1}`);
  const asked = await Promise.all([...workers, 'validator', 'office'].map((who) => listening(path.join(folder, who))));
  return async () => {
    await Promise.all(asked.map(ended));
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

/** A process that waits for questions (asked.mjs), in the bare environment in which the program is started; in no workspace. */
async function listening(socket: string): Promise<ChildProcess> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  const child = fork(path.join(import.meta.dirname, 'asked.mjs'), [socket], {
    cwd: path.dirname(socket),
    env,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  // It ends with us, however we end.
  child.channel?.unref();
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
