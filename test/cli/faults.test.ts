/** The end of a run that could not be: exit code 2 and one line in words, whatever failed; never a stack trace. */
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { faultReport } from '../../src/cli/fault.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { type OtherComputer, bundledProgram, otherComputer, smallDistrict } from '../run/program.ts';

vi.setConfig({ testTimeout: 300_000 });

let computer: OtherComputer;

/** Which call of node:fs fails, and how: `env.FAULT`. */
beforeAll(async () => {
  computer = await otherComputer({ preload: path.join(import.meta.dirname, 'failing-disk.mjs') });
});

afterAll(() => computer.end());

function workspace(name: string): string {
  const folder = path.join(inject('runFolder'), name);
  fs.cpSync(smallDistrict, folder, { recursive: true });
  return folder;
}

test.each([
  ['writeFileSync ENOSPC', /“[^”]*\/out\/2025Q2\/forms\/[^”]*”：磁盘已满；请腾出空间后再运行$/u],
  ['fsyncSync EIO', /“[^”]*\/out\/2025Q2\/forms\/[^”]*”：磁盘读写出错/u],
  ['openSync EMFILE', /打开的文件太多；请关闭一些程序后再运行$/u],
  ['renameSync EBUSY', /“[^”]*\/out\/2025Q2\/forms\/[^”]*”：文件正被别的程序（如 Excel）打开；请关闭后再运行$/u],
  ['mkdirSync EROFS', /“[^”]*\/out\/2025Q2\/forms\/[^”]*”：磁盘是只读的；请把工作区放到能写的地方$/u],
  ['writeFileSync EWHATEVER', /系统拒绝（EWHATEVER）；请把这一代码告诉维护人员$/u],
])('a disk with %s is told in one line with the file and the way out', async (fault, line) => {
  const cwd = workspace(`fault-${fault}`);
  const { exitCode, stdout, stderr } = await computer.duban(['forms', '2025Q2', '--quiet', '--lang', 'zh'], {
    cwd,
    env: { FAULT: fault },
  });
  expect({ exitCode, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
    exitCode: 2,
    stdout: '',
    lines: 1,
  });
  expect(stderr.trimEnd()).toMatch(line);
  expect(
    diskAt(cwd)
      .list('out')
      .filter((file) => file.endsWith('.part')),
  ).toEqual([]);
});

test('what is written beside an answer stops no answer: the reading is told, and each file that could not be written', async () => {
  const { exitCode, stdout, stderr } = await computer.duban(['parse', '--lang', 'zh'], {
    cwd: workspace('fault-beside'),
    env: { FAULT: 'writeFileSync ENOSPC' },
  });
  expect({ exitCode, stdout: stdout.trimEnd() }).toEqual({
    exitCode: 1,
    stdout: expect.stringMatching(/8 项任务$/u) as string,
  });
  expect(stderr.trimEnd().split('\n').slice(-2)).toEqual(
    ['json', 'csv'].map(
      (ending) => `out/catalogue.${ending} 错误 not-written 未能写出，其余结果照常有效：磁盘已满；请腾出空间后再运行`,
    ),
  );
});

test('nor an act that is done: what it did is told', async () => {
  const cwd = workspace('fault-after-act');
  const mark = 'inputs/duban-release.txt';
  fs.writeFileSync(path.join(cwd, mark), 'duban 0.0.9\n');
  const act = ['extend', '--task', '3', '--asked', '2025-06-20', '--until', '2025-12-31'];
  const { exitCode, stdout, stderr } = await computer.duban([...act, '--lang', 'zh'], {
    cwd,
    env: { FAULT: 'renameSync EPERM', FAULT_AT: `/${mark}` },
  });
  expect({ exitCode, done: stdout.includes('inputs/extensions.csv') }).toEqual({ exitCode: 1, done: true });
  expect(stderr).toContain(`${mark} 错误 not-written `);
});

test('nor does what cannot be read for the next step', async () => {
  const cwd = workspace('fault-next');
  fs.mkdirSync(path.join(cwd, 'out/archive'), { recursive: true });
  const act = ['extend', '--task', '3', '--asked', '2025-06-20', '--until', '2025-12-31', '--lang', 'zh'];
  const env = { FAULT: 'readdirSync EACCES', FAULT_AT: '/out/archive' };
  const { exitCode, stdout } = await computer.duban(act, { cwd, env });
  expect({ exitCode, done: stdout.includes('inputs/extensions.csv') }).toEqual({ exitCode: 0, done: true });
  expect((await computer.duban(['next', '--lang', 'zh'], { cwd, env })).stderr).toMatch(
    /^不能读写“.+archive”：没有权限/u,
  );
});

test('a fault of the program writes a report with versions and places, and nothing of the office', async () => {
  const cwd = workspace('fault-of-program');
  const { exitCode, stderr } = await computer.duban(['parse', '--lang', 'en'], {
    cwd,
    env: { FAULT: 'renameSync 张三' },
  });
  expect([exitCode, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  const [report = ''] = fs.readdirSync(cwd).filter((file) => file.startsWith('duban-fault-'));
  expect(stderr).toContain(`mail “${path.join(cwd, report)}” to its maintainers`);
  const text = fs.readFileSync(path.join(cwd, report), 'utf8');
  expect(text).toMatch(/^duban \d+\.\d+\.\d+ · node v\d+\.\d+\.\d+ · \w+ \w+\nTypeError\n {2}/u);
  expect(text).toMatch(/\n {2}dist\/[\w-]+\.cjs:\d+ writeWhole\n/u);
  expect(text).not.toContain('张三');
  expect(text).not.toContain(cwd);
  // The same fault again is the same file: reports do not pile up.
  await computer.duban(['parse', '--lang', 'en'], { cwd, env: { FAULT: 'renameSync 李四' } });
  expect(fs.readdirSync(cwd).filter((file) => file.startsWith('duban-fault-'))).toEqual([report]);
});

test('a report holds no text of the error, however it is dressed up', () => {
  const cause = new Error('区财政局\n    at 区财政局 (/区财政局/x.js:1:2)');
  const outer = new RangeError('乙', { cause });
  const report = faultReport(Object.assign(outer, { code: '区财政局' }));
  expect(report).not.toMatch(/区财政局|乙/u);
  expect(report).toMatch(/RangeError\n[^]*caused by\nError\n/u);
});

test('the places of what was waited for are told as those of what was called, and no path of the computer', () => {
  const program = path.resolve(import.meta.dirname, '../..');
  const cause = new Error('x');
  cause.stack = [
    'Error: x',
    `    at async file://${program}/dist/a.js:1:2`,
    `    at async make (file://${program}/dist/b.js:3:4)`,
    '    at eval (file:///home/张三/c.js:5:6)',
  ].join('\n');
  expect(faultReport(cause).split('\n').slice(2)).toEqual([
    '  dist/a.js:1',
    '  dist/b.js:3 make',
    '  elsewhere:5 eval',
    '',
  ]);
});

test.skipIf(!fs.existsSync('/dev/full'))('a result that cannot be printed is told, with exit code 2', async () => {
  const cli = await bundledProgram();
  const full = fs.openSync('/dev/full', 'w');
  const ended = (stdio: ('ignore' | 'pipe' | number)[]) =>
    spawnSync(process.execPath, [cli, 'parse', '--quiet', '--lang', 'zh'], {
      cwd: workspace(`full-${stdio.join('-')}`),
      stdio,
      encoding: 'utf8',
    });
  const out = ended(['ignore', full, 'pipe']);
  expect([out.status, out.stderr]).toEqual([2, '结果无法输出：磁盘已满；请腾出空间后再运行\n']);
  fs.closeSync(full);
});

test('a reader that has seen enough is no failure', async () => {
  const cli = await bundledProgram();
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${cli}" --help --lang en | head -c 1; exit 0`],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});
