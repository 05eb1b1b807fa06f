/** Build, issue and archive on computers that are not like ours: the same bytes, and numbers once. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { type OtherComputer, duban, otherComputer, smallDistrict, startDuban } from './program.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const preload = path.join(import.meta.dirname, 'odd-computer.mjs');
const build = ['build', '2025Q2'];
const issue = ['issue', '2025Q2', '--date', '2025-07-15'];
const archive = ['archive', '2025Q2', '--date', '2025-07-31'];

let built: string;
let usual: Readonly<Record<string, string>>;

beforeAll(async () => {
  built = copy(smallDistrict, 'usual-built');
  await works([build], built);
  const root = copy(built, 'usual');
  await works([issue, archive], root);
  usual = filesOf(root);
});

function copy(from: string, name: string): string {
  const root = path.join(inject('runFolder'), `odd-${name}`);
  fs.cpSync(from, root, { recursive: true });
  return root;
}

async function works(commands: readonly (readonly string[])[], cwd: string, ask: typeof duban = duban): Promise<void> {
  for (const args of commands) {
    const { exitCode, stderr } = await ask([...args, '--lang', 'zh'], { cwd });
    expect({ args, exitCode, said: exitCode === 0 ? '' : stderr }).toEqual({ args, exitCode: 0, said: '' });
  }
}

let oddly: Promise<OtherComputer> | null = null;

afterAll(async () => (await oddly)?.end());

/** On the computer that `odd-computer.mjs` makes: one process, odd in a way of its own for each command. */
function on(odd: string): typeof duban {
  return async (args, asked) => {
    oddly ??= otherComputer({ preload });
    return (await oddly).duban(args, { ...asked, env: { ODD: odd } });
  };
}

/** Behind pointers too. */
function filesOf(root: string): Readonly<Record<string, string>> {
  const below = (folder: string): readonly string[] =>
    fs.readdirSync(folder).flatMap((name) => {
      const each = path.join(folder, name);
      return fs.statSync(each).isDirectory() ? below(each) : [each];
    });
  // What is remembered is written as V8 holds it at that moment, in one of several ways.
  const compared = below(root).filter((file) => path.basename(file) !== '.memory');
  return Object.fromEntries(compared.map((file) => [path.relative(root, file), sha256(fs.readFileSync(file))]));
}

test('a folder that knows neither hard links nor fsync', async () => {
  const root = copy(smallDistrict, 'network');
  await works([build, issue, archive], root, on('network folder'));
  expect(filesOf(root)).toEqual(usual);
});

test.each(['1970', '2099'])('a clock that stands in %s', async (year) => {
  const root = copy(built, year);
  await works([issue, archive], root, on(year));
  expect(filesOf(root)).toEqual(usual);
});

const memory = '/dev/shm';
const hasOtherDisk = fs.existsSync(memory) && fs.statSync(memory).dev !== fs.statSync(os.tmpdir()).dev;

test.skipIf(!hasOtherDisk)('out/ on another disk', async () => {
  const root = copy(smallDistrict, 'other-disk');
  const out = fs.mkdtempSync(path.join(memory, 'duban-out-'));
  try {
    fs.symlinkSync(out, path.join(root, 'out'));
    await works([build, issue, archive], root);
    expect(filesOf(root)).toEqual(usual);
  } finally {
    fs.rmSync(out, { recursive: true });
  }
});

describe('two computers on one share', () => {
  // In processes of their own that begin together: one that is loaded already would be done before the other begins.
  const other = { preload, env: { ODD: 'other computer' } };

  test('that issue at once: one does it, the other is told', async () => {
    const root = copy(built, 'share');
    const ends = await Promise.all(
      [{}, other].map((start) => startDuban([...issue, '--json', '--lang', 'zh'], { ...start, cwd: root })),
    );
    const codes = ends.map(({ exitCode }) => exitCode);
    expect(new Set(codes)).toEqual(new Set([0, 1]));
    expect(ends[codes.indexOf(1)]?.stdout).toMatch(/"code": "(?:locked|already-issued)"/u);
    expect(readRegister(diskAt(root)).value.entries).toHaveLength(5);
    expect(verifyIssued(diskAt(root)).messages).toEqual([]);
  });

  test('what one of them left when it was switched off is never taken over by the other, which says what to delete', async () => {
    const root = copy(built, 'share-left');
    fs.mkdirSync(path.join(root, 'inputs/register'));
    fs.writeFileSync(path.join(root, 'inputs/register/.lock'), '1 other-computer\n');
    const { exitCode, stderr } = await duban([...issue, '--quiet', '--lang', 'zh'], { cwd: root });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('计算机 other-computer，进程 1');
    expect(stderr).toContain('可删除 inputs/register/.lock');
    fs.rmSync(path.join(root, 'inputs/register/.lock'));
    await works([issue, archive], root);
    expect(filesOf(root)).toEqual(usual);
  });
});

/** Somebody who owns nothing here; only the administrator can work in his name. */
const nobody = 65_534;

describe.skipIf(process.getuid?.() !== 0)('a workspace that one may only read', () => {
  const looks = [
    ['check', '2025Q2'],
    ['status', '2025Q2'],
    ['next'],
    ['verify', 'out/issued'],
    ['seal', '--date', '2025-07-31'],
    ['roster', '--dry-run'],
    [...archive, '--dry-run'],
  ];
  const writes = [
    ['forms', '2025Q2'],
    ['build', '2025Q2', '--overwrite', '--for', '2025-07-20'],
    archive,
    ['init', 'new'],
  ];

  let computer: OtherComputer;

  beforeAll(async () => {
    // The folder of a run is closed to others.
    fs.chmodSync(inject('runFolder'), 0o755);
    computer = await otherComputer({ uid: nobody });
  });

  afterAll(() => computer.end());

  function asNobody(args: readonly string[], cwd: string) {
    return computer.duban(args, { cwd });
  }

  test('is looked at, and each command that writes is refused in one line', async () => {
    const root = copy(built, 'read-only');
    await works([issue], root);
    const before = filesOf(root);
    for (const args of looks) {
      const { exitCode, stderr } = await asNobody([...args, '--lang', 'zh'], root);
      expect({ args, exitCode, said: exitCode === 0 ? '' : stderr }).toEqual({ args, exitCode: 0, said: '' });
    }
    for (const args of writes) {
      const { exitCode, stderr } = await asNobody([...args, '--quiet', '--lang', 'zh'], root);
      const said = stderr.trimEnd().split('\n').at(-1) ?? '';
      expect({ args, exitCode, said }).toEqual({
        args,
        exitCode: 2,
        said: expect.stringMatching(/^不能读写“.+”：没有权限/u) as string,
      });
      expect(stderr).not.toMatch(/^ {4}at /mu);
    }
    expect(filesOf(root)).toEqual(before);
  });

  test('hears every problem from what only looks, and which file beside it could not be written', async () => {
    const root = copy(smallDistrict, 'read-only-wrong');
    const returns = path.join(root, 'inputs/2025Q2/returns/县发改委.csv');
    fs.writeFileSync(returns, fs.readFileSync(returns, 'utf8').replaceAll('牵头', '不详'));
    const codes = async (args: readonly string[]) => {
      const { exitCode, stdout } = await asNobody([...args, '--json', '--lang', 'zh'], root);
      // `--json` prints the messages beside whatever the command answers.
      const { messages } = JSON.parse(stdout) as { readonly messages: readonly { readonly code: string }[] };
      return { exitCode, codes: [...new Set(messages.map(({ code }) => code))] };
    };
    expect(await codes(['check', '2025Q2'])).toEqual({
      exitCode: 1,
      codes: ['unknown-word', 'late-return', 'sheets-not-written'],
    });
    expect(await codes(['parse'])).toEqual({ exitCode: 1, codes: ['not-written'] });
    const everybody = path.join(root, 'out');
    fs.mkdirSync(everybody);
    fs.chmodSync(everybody, 0o777);
    // The forms can be sent, though nobody may put what comes back into inputs/.
    expect(await codes(['forms', '2025Q2'])).toEqual({ exitCode: 1, codes: ['not-written'] });
    expect(fs.readdirSync(path.join(everybody, '2025Q2/forms'))).not.toEqual([]);
  });
});
