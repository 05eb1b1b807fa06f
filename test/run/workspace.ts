/** Workspaces for whole runs: the repository's sample, built once, and copies of it to be changed. */
import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { diskAt, type Disk } from '../../src/disk/disk.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { onceARun } from './once.ts';
import { duban, repository, smallDistrict, startDuban, type Ended } from './program.ts';

export type Sample = {
  readonly root: string;
  readonly disk: Disk;
  /** How the build ended that made it. */
  readonly ended: Ended;
};

export const sampleFolder = 'out/2024Q4';

/** The repository's own workspace with 2024Q4 built. Read-only: copy it (`copyOfSample`) to change something. */
export async function builtSample(): Promise<Sample> {
  const root = await onceARun('sample', async (folder) => {
    copyInputs(folder);
    const ended = await startDuban(['build', '2024Q4', '--lang', 'zh'], { cwd: folder });
    fs.writeFileSync(`${folder}.ended.json`, JSON.stringify(ended));
    if (ended.exitCode !== 0) throw new Error(ended.stderr);
  });
  // What was written above.
  const ended = JSON.parse(fs.readFileSync(`${root}.ended.json`, 'utf8')) as Ended;
  return { root, disk: diskAt(root), ended };
}

/** A copy of the built sample, papers and all, that a test may change. */
export async function copyOfSample(name: string): Promise<string> {
  const { root } = await builtSample();
  const folder = path.join(inject('runFolder'), name);
  fs.cpSync(root, folder, { recursive: true });
  return folder;
}

/** A copy of the sample's inputs alone, nothing built. */
export function copyOfInputs(name: string): string {
  const folder = path.join(inject('runFolder'), name);
  fs.mkdirSync(folder);
  copyInputs(folder);
  return folder;
}

/** A copy of the small district: what its office keeps, nothing built. */
export function copyOfDistrict(name: string): string {
  const folder = path.join(inject('runFolder'), name);
  for (const each of ['inputs', 'seeds'])
    fs.cpSync(path.join(smallDistrict, each), path.join(folder, each), { recursive: true });
  return folder;
}

/** What a command answers there; its errors and warnings by code, apart. */
export async function answerIn(folder: string, args: readonly string[]) {
  const { exitCode, stdout } = await duban([...args, '-C', folder, '--json']);
  const { messages = [], ...value } = JSON.parse(stdout) as {
    readonly messages?: readonly { readonly severity: string; readonly code: string }[];
  };
  const told = (severity: string) => messages.filter((each) => each.severity === severity).map(({ code }) => code);
  return {
    exitCode,
    errors: told('error'),
    warnings: told('warning'),
    value: value as Readonly<Record<string, unknown>>,
  };
}

/** Every file below a folder with its hash: two states are the same when these are. */
export function stateOf(folder: string): Readonly<Record<string, string>> {
  const disk = diskAt(folder);
  return Object.fromEntries(disk.list('').map((file) => [file, sha256(disk.read(file) ?? new Uint8Array())]));
}

function copyInputs(folder: string): void {
  for (const each of ['inputs', 'seeds']) {
    fs.cpSync(path.join(repository, each), path.join(folder, each), { recursive: true });
  }
  const templates = path.join(folder, 'templates');
  fs.mkdirSync(templates);
  for (const each of fs.readdirSync(path.join(repository, 'templates'))) {
    // Half a dozen megabytes of faces need no copy.
    if (each === 'fonts') fs.symlinkSync(path.join(repository, 'templates/fonts'), path.join(templates, each));
    else fs.cpSync(path.join(repository, 'templates', each), path.join(templates, each), { recursive: true });
  }
}
