/** The special report of a year: issued from closed quarters only, registered, archived, withdrawn, and told of when a figure is corrected. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { answerIn, copyOfDistrict } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let root: string;

const run = (...args: readonly string[]) => answerIn(root, args);

const yearly = () => readRegister(diskAt(root)).value.entries.filter(({ kind }) => kind === 'special-report');

// The returns of two quarters stand for those of the year's last two.
beforeAll(async () => {
  root = copyOfDistrict('issue-year');
  for (const [from, to, months] of [
    ['2025Q1', '2025Q3', ['2025-03', '2025-09']],
    ['2025Q2', '2025Q4', ['2025-06', '2025-12']],
  ] as const) {
    fs.renameSync(path.join(root, `inputs/${from}`), path.join(root, `inputs/${to}`));
    for (const name of fs.readdirSync(path.join(root, `inputs/${to}/returns`))) {
      const file = path.join(root, `inputs/${to}/returns`, name);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(months[0], months[1]));
    }
  }
  fs.writeFileSync(path.join(root, 'inputs/closures.csv'), '任务编号,日期,类型,依据\n');
});

describe('the special report', () => {
  test('is refused while a quarter is open, with the way out, and nothing is entered', async () => {
    for (const period of ['2025Q3', '2025Q4', '2025'])
      expect(await run('build', period)).toMatchObject({ exitCode: 0, errors: [] });
    expect((await run('issue', '2025', '--date', '2026-01-20')).errors).toEqual([
      'year-quarter-open',
      'year-quarter-open',
    ]);
    await run('issue', '2025Q3', '--date', '2025-10-10');
    expect(await run('issue', '2025', '--date', '2026-01-20')).toMatchObject({
      exitCode: 1,
      errors: ['year-quarter-open'],
    });
    expect(yearly()).toEqual([]);
  });

  test('is issued as it was built: number, date, register; a dry run writes nothing', async () => {
    await run('issue', '2025Q4', '--date', '2026-01-09');
    await run('build', '2025');
    expect((await run('issue', '2025', '--date', '2026-01-20', '--dry-run')).exitCode).toBe(0);
    expect(yearly()).toEqual([]);
    const draft = fs.readFileSync(path.join(root, 'out/2025/special-report.docx'));
    expect(await run('issue', '2025', '--date', '2026-01-20')).toMatchObject({ exitCode: 0, errors: [] });
    const [entry] = yearly();
    const document = readRegister(diskAt(root)).value.records.get(entry?.number ?? '')?.document;
    const text = document === undefined ? '' : documentText(document).join('\n');
    expect(entry).toMatchObject({
      quarter: '2025Q4',
      issuedOn: '2026-01-20',
      state: 'valid',
      kindName: '年度专题报告',
    });
    expect(text).toContain(entry?.number);
    expect(text).toContain('2026年1月20日');
    expect(text).toContain('第三、四季度');
    expect(fs.readFileSync(path.join(root, 'out/2025/special-report.docx'))).toEqual(draft);
  });

  test('is issued once, and known to verify, reprint and archive', async () => {
    expect((await run('issue', '2025', '--date', '2026-01-21')).errors).toEqual(['year-already-issued']);
    const number = yearly()[0]?.number ?? '';
    expect((await run('verify', 'out/issued')).exitCode).toBe(0);
    expect((await run('reprint', number)).exitCode).toBe(0);
    const { exitCode, value } = await run('archive', '2025Q4', '--date', '2026-02-10');
    expect(exitCode).toBe(0);
    const { folder } = value as { readonly folder: string };
    expect(fs.readFileSync(path.join(root, folder, 'data/文件目录.CSV'), 'utf8')).toContain(number);
    expect((await run('verify', folder)).exitCode).toBe(0);
  });

  test('rests on what was frozen, not on what lies in inputs/', async () => {
    const aside = path.join(root, 'aside');
    fs.renameSync(path.join(root, 'inputs/2025Q3/returns'), aside);
    expect(await run('build', '2025')).toMatchObject({ exitCode: 0, errors: [] });
    const { files } = JSON.parse(fs.readFileSync(path.join(root, 'out/2025/manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly path: string; readonly tree?: string }[];
    };
    expect(files.map((file) => file.path)).toContain('special-report.docx');
    fs.renameSync(aside, path.join(root, 'inputs/2025Q3/returns'));
  });

  test('is told of when a quarter is corrected, and issued anew once it is withdrawn', async () => {
    const of = ['--unit', '县税务局', '--task', '3', '--percent', '5', '--basis', '县税务局来函'];
    await run('correct', '2025Q3', ...of, '--date', '2026-02-11');
    expect((await run('build', '2025')).warnings).toContain('year-paper-out-of-date');
    const [first] = yearly();
    const taken = ['--date', '2026-02-12', '--reason', '数据更正', '--sent'];
    expect(await run('withdraw', first?.number ?? '', ...taken)).toMatchObject({ exitCode: 0, errors: [] });
    const { entries, records } = readRegister(diskAt(root)).value;
    const notice = entries.find(({ kind }) => kind === 'recall');
    expect(records.get(notice?.number ?? '')?.document.meta.recipients).toEqual(
      records.get(first?.number ?? '')?.document.meta.recipients,
    );
    await run('build', '2025');
    expect(await run('issue', '2025', '--date', '2026-02-13')).toMatchObject({ exitCode: 0, errors: [] });
    expect(yearly().map(({ state }) => state)).toEqual(['recalled', 'valid']);
  });
});
