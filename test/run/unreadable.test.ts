/** One unit's return cannot be read: what still works, and what is said. */
import fs from 'node:fs';
import path from 'node:path';
import { inject, expect, test, vi } from 'vitest';
import { duban, smallDistrict } from './program.ts';

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
