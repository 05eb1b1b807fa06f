/**
 * Commands that write inputs/ or the register, started together in real processes: each says that it did its work and has done it, or says
 * why not. Nothing is lost in silence, nothing is done twice. Three pairs here; all 66, each with itself too, twenty rounds of each: `npm run test:long`
 */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import type { Quarter } from '../../src/trade/calendar.ts';
import { times } from '../long.ts';
import { duban, dubanIn, smallDistrict, startDuban } from '../run/program.ts';

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 600_000 });

const rounds = times(1, 20);

type Writing = readonly string[];

function reassign(task: string, from: string): Writing {
  const units = ['--from', from, '--to', '县税务局', '--effective', '2025-07-01'];
  return ['reassign', '--task', task, ...units, '--basis', `依据${task}`];
}

const act = ['--basis', '依据丙', '--date', '2025-07-18'];
const letter = 'X县督〔2025〕2号';
const first = reassign('7', '县发改委');

/** Every command that writes inputs/, the register or the archive. */
const writing: Readonly<Record<string, Writing>> = {
  reassign: first,
  extend: [
    'extend',
    '--task',
    '1',
    '--until',
    '2026-03-31',
    '--asked',
    '2025-06-01',
    '--granted',
    '2025-06-05',
    ...act,
  ],
  task: ['task', 'reword', '--task', '2', '--text', '另一说法。', '--effective', '2025-07-01', ...act],
  roster: ['roster'],
  build: ['build', '2025Q2', '--for', '2025-07-19'],
  issue: ['issue', '2025Q2', '--date', '2025-07-16'],
  correct: ['correct', '2025Q2', '--unit', '县发改委', '--task', '4', '--percent', '60', ...act],
  close: ['close', '2025Q2', '--date', '2025-07-18', '--reason', '重新关账'],
  withdraw: ['withdraw', letter, '--reason', '日期有误', '--date', '2025-07-18'],
  reissue: ['reissue', '2025Q2', '--date', '2025-07-20'],
  archive: ['archive', '2025Q2', '--date', '2025-07-31'],
};

/** Before anything is issued; with all issued and one more reassignment built: what must be issued again lies there. */
let built: string;
let issued: string;

beforeAll(async () => {
  built = path.join(inject('runFolder'), 'pairs-built');
  fs.cpSync(smallDistrict, built, { recursive: true });
  await asked(['build', '2025Q2'], built);
  issued = path.join(inject('runFolder'), 'pairs-issued');
  fs.cpSync(built, issued, { recursive: true });
  for (const args of [['issue', '2025Q2', '--date', '2025-07-15'], reassign('8', '县政府办公室')])
    await asked(args, issued);
  await asked(['build', '2025Q2', '--for', '2025-07-20'], issued);
});

function asked(args: Writing, cwd: string) {
  return duban([...args, '--lang', 'zh'], { cwd });
}

/** In processes of their own; in the long form in two that are loaded already, and so begin at once. */
function started(args: Writing, cwd: string, at: number) {
  const all = [...args, '--json', '--lang', 'zh'];
  return times(0, 1) === 0 ? startDuban(all, { cwd }) : dubanIn(at + 1, all, { cwd });
}

const names = Object.keys(writing);
const pairs = names.flatMap((one, at) => names.slice(at).map((other) => [one, other] as const));
/** In each run of the suite. */
const always: readonly (readonly [string, string])[] = [
  ['reassign', 'extend'],
  ['issue', 'issue'],
  ['archive', 'archive'],
];

describe.each(times(0, 1) === 0 ? always : pairs)('%s and %s', (...both) => {
  test(`started together, ${rounds} times`, async () => {
    const commands = both.map((name) => writing[name] ?? []);
    const isOut = both.every((name) => name !== 'issue' && name !== 'close');
    for (let round = 0; round < rounds; round += 1) {
      const cwd = path.join(inject('runFolder'), `pairs-${both.join('-')}-${round}`);
      fs.cpSync(isOut ? issued : built, cwd, { recursive: true });
      const ends = await Promise.all(commands.map((command, at) => started(command, cwd, at)));
      expect(ends.map((end, at) => wrongWith({ ...end, command: commands[at] ?? [] }, cwd))).toEqual([null, null]);
      // One of them has the workspace, though what it is asked may be refused for its own reason.
      expect(ends.some(({ exitCode, stdout }) => exitCode === 0 || !refusals(stdout).includes('locked'))).toBe(true);
      const register = readRegister(diskAt(cwd));
      expect(register.messages).toEqual([]);
      expect(verifyIssued(diskAt(cwd)).messages).toEqual([]);
      const left = diskAt(cwd).list('.');
      expect(left.filter((file) => /\.part$|\.lock$|\.claim$|\.journal|\.staging/u.test(file))).toEqual([]);
      fs.rmSync(cwd, { recursive: true });
    }
  });
});

type Outcome = {
  readonly command: Writing;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Whoever says that it is done has done it; whoever does not, says why. Null when it is so. */
function wrongWith({ command, exitCode, stdout, stderr }: Outcome, cwd: string): string | null {
  const codes = exitCode === 1 ? refusals(stdout) : [];
  // Another is at it, or came first. A register that does not hold is no reason but a loss.
  const isRefused =
    codes.length > 0 && !codes.some((code) => /^(?:register|journal|record|chain|count)-|twice$/u.test(code));
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

function isDone([name = '', ...rest]: Writing, cwd: string): boolean {
  const disk = diskAt(cwd);
  const { value: register } = readRegister(disk);
  const basis = rest[rest.indexOf('--basis') + 1] ?? '';
  const timesIn = (file: string): number =>
    new TextDecoder().decode(disk.read(file) ?? new Uint8Array()).split(basis).length - 1;
  const papers = (state: string): number => register.entries.filter((entry) => entry.state === state).length;
  switch (name) {
    case 'reassign':
      return timesIn('inputs/reassignments.csv') === 1;
    case 'extend':
      return timesIn('inputs/extensions.csv') === 1;
    case 'task':
      return timesIn('inputs/task-changes.csv') === 1;
    case 'issue':
      return register.entries.length === 5;
    case 'reissue':
      return papers('superseded') > 0;
    case 'withdraw':
      return papers('void') === 1;
    case 'close':
      return register.quarters.has('2025Q2' as Quarter);
    case 'correct':
      return register.quarters.get('2025Q2' as Quarter)?.revision === 2;
    case 'archive':
      return disk.list('out/archive').filter((file) => file.endsWith('bagit.txt')).length === 1;
    default:
      return true;
  }
}
