/** Exit code 2: one line that says what to do, in the language asked for; nothing on stdout. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { duban, smallDistrict } from '../run/program.ts';
import { copyOfInputs } from '../run/workspace.ts';

vi.setConfig({ testTimeout: 300_000 });

const nowhere = path.join(inject('runFolder'), '不在');
const workspace = copyOfInputs('cannot-run');

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
  ['zh', 'build 2024Q4 --jobs 0', '--jobs 应是 1 至 64 的整数'],
  ['en', 'build 2024Q4 --jobs many', '--jobs takes a whole number from 1 to 64'],
  ['zh', 'check --workspace . -C .', '选项 --workspace 给了不止一次；请只保留一个'],
  [
    'zh',
    'correct 2024Q4 --unit 区财政局 --task 12 --basis 函 --date 2025-01-20 --percent 1',
    '“1”可能是 100%，也可能是 1%；请带百分号填写',
  ],
  ['zh', '', '请给出命令；duban --help 列出全部命令'],
])('in %s, `duban %s` cannot run', async (lang, written, line) => {
  const args = written.split(' ').map((arg) => arg.replace('‹folder›', nowhere));
  const ended = await duban([...args.filter((arg) => arg !== ''), '--lang', lang], { cwd: workspace });
  expect(ended).toEqual({ exitCode: 2, stdout: '', stderr: `${line.replace('‹folder›', nowhere)}\n` });
});

test.each(['buidl 2024Q4', 'build', 'build 2024Q4 --colour', 'parse 不在.txt'])(
  'a slip of the keys as in `duban %s` is one line, not a help page',
  async (written) => {
    const { exitCode, stdout, stderr } = await duban([...written.split(' '), '--lang', 'zh'], { cwd: workspace });
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

test('with --json the reason is one JSON value on stdout too', async () => {
  const { exitCode, stdout } = await duban(['check', '-C', nowhere, '--json', '--lang', 'zh']);
  const { messages } = JSON.parse(stdout) as { readonly messages: readonly { readonly text: string }[] };
  expect([exitCode, messages]).toEqual([
    2,
    [{ severity: 'error', code: 'cannot-run', place: null, text: expect.stringContaining('不是工作区') as string }],
  ]);
});

test.each(['build 2025Q2', 'forms 2025Q2'])(
  'a file where `duban %s` needs a folder is told in one line',
  async (written) => {
    const folder = fs.mkdtempSync(path.join(inject('runFolder'), '没有文件夹-'));
    for (const each of ['inputs', 'seeds'])
      fs.cpSync(path.join(smallDistrict, each), path.join(folder, each), { recursive: true });
    fs.writeFileSync(path.join(folder, 'out'), '');
    const { exitCode, stderr } = await duban([...written.split(' '), '--quiet', '--lang', 'zh'], { cwd: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^不能读写“[^”]+”：(?:路径中)?应是文件夹的地方是一个文件；请移走该文件\n$/u);
  },
);
