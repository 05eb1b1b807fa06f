/**
 * Commands that write inputs/ or the register, started together in real processes: each says that it did its work and has done it, or says
 * that somebody else is at it. Nothing is lost in silence, nothing is done twice. All pairs, twenty
 * rounds of each: `npm run test:long`
 */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { times } from '../long.ts';
import { duban, smallDistrict } from '../run/program.ts';

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 600_000 });

const rounds = times(1, 20);

type Written = readonly string[];

function reassign(task: string, from: string): Written {
  return [
    'reassign',
    '--task',
    task,
    '--from',
    from,
    '--to',
    '县税务局',
    '--effective',
    '2025-07-01',
    '--basis',
    `依据${task}`,
  ];
}

const issue: Written = ['issue', '2025Q2', '--date', '2025-07-15'];
const reissue: Written = ['reissue', '2025Q2', '--date', '2025-07-20'];
const archive: Written = ['archive', '2025Q2', '--date', '2025-07-31'];
const first = reassign('7', '县发改委');
const second = reassign('5', '县市场监管局');

let built: string;
let issued: string;

beforeAll(async () => {
  built = path.join(inject('runFolder'), 'pairs-built');
  fs.cpSync(smallDistrict, built, { recursive: true });
  await ended(['build', '2025Q2'], built);
  issued = path.join(inject('runFolder'), 'pairs-issued');
  fs.cpSync(built, issued, { recursive: true });
  await ended(issue, issued);
});

async function ended(args: Written, cwd: string) {
  return duban([...args, '--json', '--lang', 'zh'], { cwd });
}

const pairs = [
  ['reassign and reassign', [first, second], () => built],
  ['reassign and issue', [first, issue], () => built],
  ['archive and archive', [archive, archive], () => issued],
  ['three reassigns', [first, second, reassign('8', '县政府办公室')], () => built],
  ['issue and issue', [issue, issue], () => built],
  ['reassign and reissue', [first, reissue], () => issued],
  ['reassign and archive', [first, archive], () => issued],
] as const;

describe.each(pairs.slice(0, times(3, pairs.length)))('%s', (name, commands, start) => {
  test(`started together, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const cwd = path.join(inject('runFolder'), `pairs-${name}-${round}`);
      fs.cpSync(start(), cwd, { recursive: true });
      const ends = await Promise.all(commands.map((command) => ended(command, cwd)));
      expect(ends.map((end, at) => wrongWith({ ...end, command: commands[at] ?? [] }, cwd))).toEqual(
        ends.map(() => null),
      );
      const numbers = readRegister(diskAt(cwd));
      expect(numbers.messages).toEqual([]);
      expect(verifyIssued(diskAt(cwd)).messages).toEqual([]);
      expect(
        diskAt(cwd)
          .list('.')
          .filter((file) => /\.part$|\.lock$|\.claim$|\.journal|\.staging/u.test(file)),
      ).toEqual([]);
      fs.rmSync(cwd, { recursive: true });
    }
  });
});

type Ended = {
  readonly command: Written;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Whoever says that it is done has done it; whoever does not, says why. Null when it is so. */
function wrongWith({ command, exitCode, stdout, stderr }: Ended, cwd: string): string | null {
  const isRefused = exitCode === 1 && refusals(stdout).every((code) => mayRefuse.has(code));
  return isRefused || (exitCode === 0 && isDone(command, cwd))
    ? null
    : `${command.join(' ')}: ${exitCode} ${stdout} ${stderr}`;
}

function refusals(stdout: string): readonly string[] {
  // `--json` prints what the command did, with its messages.
  const said = JSON.parse(stdout) as {
    readonly messages: readonly { readonly code: string; readonly severity: string }[];
  };
  return said.messages.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function isDone([name = '', ...rest]: Written, cwd: string): boolean {
  const disk = diskAt(cwd);
  switch (name) {
    case 'reassign': {
      const rows = new TextDecoder().decode(disk.read('inputs/reassignments.csv') ?? new Uint8Array());
      return rows.split(rest.at(-1) ?? '').length === 2;
    }
    case 'issue':
      return readRegister(disk).value.entries.length >= 5;
    case 'archive':
      return disk.list('out/archive').filter((file) => file.endsWith('bagit.txt')).length === 1;
    default:
      return true;
  }
}

/** Somebody else is at it; or came first, and what was asked for is done. */
const mayRefuse = new Set(['locked', 'already-issued']);
