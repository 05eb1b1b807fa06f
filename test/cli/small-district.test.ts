/** What the clerk sees: stdout, stderr and exit code of each command, as whole text, over the small district. */
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { duban } from '../run/program.ts';
import { copyOfDistrict } from '../run/workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let folder: string;

beforeAll(() => {
  folder = copyOfDistrict('small-district');
});

async function session(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await duban(args, { cwd: folder });
  return [`$ duban ${args.join(' ')}`, '── stdout', stdout, '── stderr', stderr, `── exit ${exitCode}`, ''].join('\n');
}

function golden(name: string): string {
  return path.join(import.meta.dirname, `../golden/cli/${name}.txt`);
}

describe.each(['zh', 'en'])('in %s', (lang) => {
  test.each([
    ['help', ['--help']],
    ['help-build', ['build', '--help']],
    ['parse', ['parse']],
    ['check', ['check', '2025Q2']],
    ['check-workspace', ['check']],
    ['status', ['status', '2025Q2']],
    ['next', ['next', '2025Q2']],
  ])('%s', async (name, args) => {
    await expect(await session(...args, '--lang', lang)).toMatchFileSnapshot(golden(`${name}.${lang}`));
  });
});

describe('build', () => {
  test('tells what it made and where', async () => {
    await expect(await session('build', '2025Q2', '--lang', 'zh')).toMatchFileSnapshot(golden('build.zh'));
  });

  test('tells why it leaves what it leaves', async () => {
    const told = await session('build', '2025Q2', '--explain', '--lang', 'en');
    await expect(told).toMatchFileSnapshot(golden('build-again.en'));
  });
});

test.each([['parse'], ['check', '2025Q2'], ['status', '2025Q2'], ['build', '2025Q2']])(
  '`%s %s --json` prints one JSON value and nothing else',
  async (...args) => {
    const { exitCode, stdout, stderr } = await duban([...args, '--json'], { cwd: folder });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
    expect(stderr.split('\n').filter((line) => line !== '' && !/ (warning|note) /.test(line))).toEqual([]);
  },
);
