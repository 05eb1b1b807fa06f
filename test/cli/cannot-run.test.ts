/** Exit code 2: one line that says what to do, in the language asked for; nothing on stdout. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { duban, repository } from '../run/program.ts';

// Each case starts a process of its own.
vi.setConfig({ testTimeout: 300_000 });

const nowhere = path.join(inject('runFolder'), '不在');

test.each([
  ['zh', 'check -C ‹folder›', '“‹folder›”不是工作区：缺少 inputs 或 seeds；请用 -C 指定，或先运行 duban init'],
  [
    'en',
    'check -C ‹folder›',
    '“‹folder›” is not a workspace: inputs or seeds is missing; use -C, or run duban init first',
  ],
  ['zh', 'build 2024第四季度', '“2024第四季度”不是季度或年份，应如 2024Q3 或 2024'],
  ['en', 'build 2024Q5', '“2024Q5” is neither a quarter nor a year; it should be like 2024Q3 or 2024'],
  ['zh', 'build 2024Q4 --date 2024-02-30', '“2024-02-30”不是日期，应如 2024-12-31'],
  ['zh', '', '请给出命令；duban --help 列出全部命令'],
])('in %s, `duban %s` cannot run', async (lang, written, line) => {
  const args = written.split(' ').map((arg) => arg.replace('‹folder›', nowhere));
  const ended = await duban([...args.filter((arg) => arg !== ''), '--lang', lang], { cwd: repository });
  expect(ended).toEqual({ exitCode: 2, stdout: '', stderr: `${line.replace('‹folder›', nowhere)}\n` });
});

test.each(['buidl 2024Q4', 'build', 'build 2024Q4 --colour', 'parse 不在.txt'])(
  'a slip of the keys as in `duban %s` is one line, not a help page',
  async (written) => {
    const { exitCode, stdout, stderr } = await duban([...written.split(' '), '--lang', 'zh'], { cwd: repository });
    expect({ exitCode, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      exitCode: 2,
      stdout: '',
      lines: 1,
    });
  },
);

test('a workspace that is a file is no workspace', async () => {
  const file = path.join(inject('runFolder'), '文件');
  fs.writeFileSync(file, '');
  const { exitCode, stdout, stderr } = await duban(['check', '-C', file, '--lang', 'en']);
  expect({ exitCode, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
    exitCode: 2,
    stdout: '',
    lines: 1,
  });
});
