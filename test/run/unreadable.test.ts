/** One unit's return cannot be read: what still works, and what is said. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, inject, expect, test, vi } from 'vitest';
import { type OtherComputer, duban, otherComputer, smallDistrict } from './program.ts';

vi.setConfig({ testTimeout: 240_000 });

const returns = 'inputs/2025Q2/returns';

/** The small district: 县发改委 has sent nothing, 县税务局 a text, 县市场监管局 one row of three that is wrong. */
function broken(): string {
  const folder = path.join(inject('runFolder'), 'unreadable');
  fs.cpSync(smallDistrict, folder, { recursive: true });
  const file = (unit: string): string => path.join(folder, returns, `${unit}.csv`);
  fs.rmSync(file('县发改委'));
  fs.writeFileSync(file('县税务局'), '今天天气很好');
  const text = fs.readFileSync(file('县市场监管局'), 'utf8');
  fs.writeFileSync(file('县市场监管局'), text.replace(/正常推进/u, '差不多了'));
  return folder;
}

test('status, check and reminders work on what can be read, and name the files that cannot', async () => {
  const cwd = broken();
  const run = async (...args: readonly string[]) => {
    const { exitCode, stdout, stderr } = await duban([...args, '--json', '--lang', 'zh', '--date', '2025-07-20'], {
      cwd,
    });
    const value = JSON.parse(stdout) as Record<string, unknown> & {
      messages: { code: string; text: string; place: { file: string } | null }[];
    };
    return {
      exitCode,
      stderr,
      value,
      told: value.messages
        .filter(({ code }) => code.startsWith('re'))
        .map(({ code, place, text }) => `${place?.file.slice(returns.length + 1)} ${code} ${text}`),
    };
  };
  const unreadable = [
    '县市场监管局.csv return-unreadable “县市场监管局”的反馈有 1 处错误，出错的行未计入；详见 check',
    '县税务局.csv return-unreadable “县税务局”的反馈有 1 处错误，出错的行未计入；详见 check',
  ];

  const status = await run('status', '2025Q2');
  expect([status.exitCode, status.told]).toEqual([1, unreadable]);
  expect(status.value).toMatchObject({ unitCount: 4, unreadable: [{ unit: '县市场监管局' }, { unit: '县税务局' }] });
  // 县市场监管局: one of two rows (the third is of a closed task); 县政府办公室: both of its own.
  expect(status.value['onTime']).toBe(3);

  const reminders = await run('build', '2025Q2', '--only', 'reminders/*');
  expect([reminders.exitCode, reminders.told]).toEqual([
    1,
    [...unreadable, '县税务局.csv reminder-withheld “县税务局”已报送但读不出，不予催办；请先退回更正'],
  ]);
  expect(fs.readdirSync(path.join(cwd, 'out/2025Q2/reminders'))).toEqual(['201-县发改委.docx']);

  const build = await run('build', '2025Q2');
  expect([build.exitCode, build.value['files']]).toEqual([1, []]);
  const check = await run('check', '2025Q2');
  const groups = check.value['units'] as readonly { unit: string | null; messages: readonly { severity: string }[] }[];
  expect(check.exitCode).toBe(1);
  expect(
    groups.filter(({ messages }) => messages.some(({ severity }) => severity === 'error')).map(({ unit }) => unit),
  ).toEqual(['县市场监管局', '县税务局']);
});

let computer: OtherComputer;

/** Where another program holds a file, as WPS does on Windows. */
beforeAll(async () => {
  computer = await otherComputer({ preload: path.join(import.meta.dirname, '../cli/failing-disk.mjs') });
});

afterAll(() => computer.end());

test.each([
  ['zh', '本文件未能读取，其他文件照常：文件正被别的程序（如 Excel）打开；请关闭后再运行'],
  [
    'en',
    'the file was not read, the others were: the file is open in another program, such as Excel; close it and run again',
  ],
])('a return that another program holds keeps no other from being checked (%s)', async (lang, text) => {
  const cwd = path.join(inject('runFolder'), `held-${lang}`);
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const other = path.join(cwd, returns, '县发改委.csv');
  fs.writeFileSync(other, fs.readFileSync(other, 'utf8').replaceAll('牵头', '不详'));
  const check = async (env: Readonly<Record<string, string>>) => {
    const asked = ['check', '2025Q2', '--json', '--lang', lang];
    const { exitCode, stdout } = await computer.duban(asked, { cwd, env });
    const { messages } = JSON.parse(stdout) as { messages: { code: string; text: string; place: { file: string } }[] };
    return {
      exitCode,
      told: messages.filter(({ code }) => code === 'file-refused'),
      codes: messages.map(({ code }) => code),
    };
  };
  const held = await check({ FAULT: 'openSync EBUSY', FAULT_AT: '2025Q2/returns/县税务局.csv' });
  expect(held.exitCode).toBe(1);
  expect(held.codes).toContain('unknown-word');
  expect(held.told).toMatchObject([{ text, place: { file: `${returns}/县税务局.csv` } }]);
  // Once it is closed, no answer of before is given again.
  expect((await check({ FAULT: 'openSync EBUSY', FAULT_AT: '-' })).told).toEqual([]);
});

test('what Excel holds beside an open file is no return', async () => {
  const cwd = path.join(inject('runFolder'), 'held-beside');
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  fs.writeFileSync(path.join(cwd, returns, '~$县税务局.xlsx'), '');
  const env = { FAULT: 'openSync EBUSY', FAULT_AT: '~$县税务局.xlsx' };
  const { exitCode, stderr } = await computer.duban(['build', '2025Q2', '--lang', 'zh'], { cwd, env });
  expect({ exitCode, said: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, said: '' });
});

test.each([
  ['inputs/register/register.csv', 'readFileSync EBUSY'],
  ['out/archive', 'readdirSync EACCES'],
  ['out/issued', 'readdirSync EACCES'],
])('%s that cannot be read is told with all other problems, and nothing is issued', async (held, fault) => {
  const cwd = path.join(inject('runFolder'), `held-${path.basename(held)}`);
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const file = path.join(cwd, returns, '县发改委.csv');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('牵头', '不详'));
  const env = { FAULT: fault, FAULT_AT: `/${held}` };
  fs.mkdirSync(path.join(cwd, path.dirname(held)), { recursive: true });
  if (held.endsWith('.csv')) fs.writeFileSync(path.join(cwd, held), '');
  else fs.mkdirSync(path.join(cwd, held));
  for (const args of [
    ['check', '2025Q2'],
    ['issue', '2025Q2', '--date', '2025-07-15'],
    ['issue', '2025Q2', '--date', '2025-07-15', '--dry-run'],
  ]) {
    const { exitCode, stdout } = await computer.duban([...args, '--json', '--lang', 'zh'], { cwd, env });
    const { messages } = JSON.parse(stdout) as { messages: { code: string; place: { file: string } | null }[] };
    const told = messages.map(({ code, place }) => `${code} ${place?.file}`);
    expect({ args, exitCode, told }).toEqual({
      args,
      exitCode: 1,
      told: expect.arrayContaining([`not-read ${held}`, `unknown-word ${returns}/县发改委.csv`]) as string[],
    });
  }
});

test('a link to a folder among the returns, or to nothing, is told by its name and stops a build', async () => {
  const cwd = path.join(inject('runFolder'), 'linked');
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const elsewhere = path.join(inject('runFolder'), 'linked-elsewhere');
  fs.mkdirSync(elsewhere);
  fs.renameSync(path.join(cwd, returns, '县税务局.csv'), path.join(elsewhere, '县税务局.csv'));
  fs.symlinkSync(elsewhere, path.join(cwd, returns, '第二批'));
  fs.symlinkSync(path.join(elsewhere, 'gone'), path.join(cwd, returns, '旧表'));
  for (const command of ['check', 'build']) {
    const { exitCode, stderr } = await duban([command, '2025Q2', '--lang', 'zh'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      `${returns}/第二批 错误 file-refused 本文件未能读取，其他文件照常：应是文件的地方是一个文件夹`,
    );
    expect(stderr).toContain(`${returns}/旧表 错误 file-refused 本文件未能读取，其他文件照常：文件或文件夹不在了`);
  }
});
