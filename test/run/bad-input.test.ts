/** What is wrong with the inputs is told all at once, where it stands, and no paper is touched. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { duban } from './program.ts';
import { copyOfSample, stateOf } from './workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let root: string;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  root = await copyOfSample('spoiled');
  before = stateOf(path.join(root, 'out'));
  spoil('区教育局', '区教育局,33,', '区教育司,33,');
  spoil('区信访局', '区信访局,25,', '区信访局,999,');
  spoil('区农业农村局', '91%', '120%');
  spoil('区工会', /^((?:[^,]*,){5})[^,]*,/gmu, '$1');
  spoil('区委编办', '区委编办,42,"继续', '区委编办,42,继续"');
});

function spoil(unit: string, from: string | RegExp, to: string): void {
  const file = path.join(root, `inputs/2024Q4/returns/${unit}.csv`);
  const text = fs.readFileSync(file, 'utf8');
  const spoiled = text.replace(from, to);
  if (spoiled === text) throw new Error(`nothing to spoil in ${file}`);
  fs.writeFileSync(file, spoiled);
}

describe('a unit, a task, a percentage, a column and a quote that are wrong', () => {
  test('are five errors at once, each with file, row and column, and no paper is touched', async () => {
    const { exitCode, stderr } = await duban(['build', '2024Q4', '--lang', 'zh'], { cwd: root });
    const errors = stderr.split('\n').filter((line) => line.includes(' 错误 '));
    expect(errors.map((line) => line.replace('inputs/2024Q4/returns/', ''))).toMatchInlineSnapshot(`
      [
        "区信访局.csv:3:2 错误 unknown-task 任务目录中没有“999”；共 134 项，编号 1 至 134",
        "区农业农村局.csv:4:6 错误 percent-out-of-range 完成比例“120%”不在 0% 至 100% 之间",
        "区委编办.csv:4:3 错误 broken-quote 引号用错，不知这一格到哪里为止；正文中的半角引号应成对写两遍（""），或在 Excel 中重新保存",
        "区工会.csv:1:13 错误 missing-column 缺少“完成比例”一列，请按表样补上",
        "区教育局.csv:3:1 错误 unknown-unit 名录中没有“区教育司”；是否为“区教育局”？",
      ]
    `);
    // The notes of the intake would hide the five.
    expect(stderr).not.toContain(' 提示 ');
    expect(exitCode).toBe(1);
    expect(stateOf(path.join(root, 'out'))).toEqual(before);
  });

  test('are the same five of `check --json`, which is one value', async () => {
    const { exitCode, stdout, stderr } = await duban(['check', '2024Q4', '--json', '--lang', 'en'], { cwd: root });
    // What `--json` promises.
    const { messages } = JSON.parse(stdout) as { messages: readonly { severity: string; code: string }[] };
    expect(messages.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toMatchInlineSnapshot(`
      [
        "broken-quote",
        "unknown-unit",
        "unknown-task",
        "percent-out-of-range",
        "missing-column",
      ]
    `);
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain('{');
  });
});

test('forms are made all the same: they go out again just when a return that came back was wrong', async () => {
  const { exitCode, stderr } = await duban(['forms', '2024Q4', '--lang', 'zh'], { cwd: root });
  expect([exitCode, stderr]).toEqual([0, '']);
});

test('forms of a new quarter have a folder to come back to', async () => {
  const folder = await copyOfSample('forms-of-a-new-quarter');
  const { exitCode, stdout } = await duban(['forms', '2025Q1', '--lang', 'zh'], { cwd: folder });
  expect([exitCode, stdout]).toEqual([
    0,
    '反馈表 41 份（csv 和 xlsx）→ out/2025Q1/forms/；收回后放入 inputs/2025Q1/returns/\n',
  ]);
  expect(fs.readdirSync(path.join(folder, 'inputs/2025Q1/returns'))).toEqual([]);
});

test.each(['check', 'check 2024Q4', 'status 2024Q4', 'build 2024Q4'])(
  'a broken register is told by `duban %s`',
  async (written) => {
    const folder = await copyOfSample(`broken-register-${written.replace(' ', '-')}`);
    fs.mkdirSync(path.join(folder, 'inputs/register'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'inputs/register/register.csv'), '登记号,发文字号\r\n1,X督〔2024〕1号\r\n');
    const { exitCode, stderr } = await duban([...written.split(' '), '--lang', 'zh'], { cwd: folder });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('inputs/register/register.csv:1:3 错误 missing-column 缺少“系列”一列');
  },
);
