/** 发错了怎么办, as a clerk does it at the command line: a quarter issued, a figure corrected, papers taken back, sealed and archived. */
import { beforeAll, expect, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { answerIn, copyOfDistrict } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let root: string;

beforeAll(() => {
  root = copyOfDistrict('mended');
});

const run = (...args: readonly string[]) => answerIn(root, args);

const register = () => readRegister(diskAt(root)).value;
const states = () => register().entries.map(({ number, state }) => `${number} ${state}`);
const saidBy = (number: string): string => {
  const document = register().records.get(number)?.document;
  return document === undefined ? '' : documentText(document).join('\n');
};

test('a quarter is issued, mended and archived, and every slip in a date is asked or refused', async () => {
  await run('build', '2025Q1');
  expect((await run('issue', '2025Q1', '--date', '2052-04-08')).errors).toEqual(['date-late']);
  expect((await run('issue', '2025Q1', '--date', '2025-03-04')).errors).toEqual(['date-before-ledger']);
  expect(register().lines).toEqual([]);
  expect(await run('issue', '2025Q1', '--date', '2025-04-08')).toMatchObject({ exitCode: 0, errors: [] });
  const letters = register().entries.filter(({ kind }) => kind === 'letter');
  expect(register().lines[0]?.act.type).toBe('close');

  const correction = [
    'correct',
    '2025Q1',
    '--unit',
    '县发改委',
    '--task',
    '6',
    '--percent',
    '5',
    '--basis',
    '县发改委更正函',
  ];
  expect((await run(...correction, '--date', '2052-04-20')).errors).toEqual(['date-far-from-last']);
  expect(await run(...correction, '--date', '2025-04-20')).toMatchObject({ exitCode: 0, errors: [] });
  await run('build', '2025Q1');
  expect((await run('reissue', '2025Q1', '--date', '2025-04-19')).errors).toEqual(['date-before-correction']);
  expect(await run('reissue', '2025Q1', '--date', '2025-04-21')).toMatchObject({ exitCode: 0, errors: [] });
  const again = register().entries.find(({ replaces, kind }) => replaces !== null && kind === 'letter');
  expect(again).toMatchObject({ addressee: { name: '县发改委' }, revision: 2 });
  expect(saidBy(again?.number ?? '')).toContain('5%');
  expect(saidBy(again?.replaces ?? '')).not.toBe(saidBy(again?.number ?? ''));

  const { hash, count } = register().head;
  const back = ['withdraw', again?.number ?? '', '--reason', '尚未发出'];
  expect((await run(...back, '--date', '2052-04-22')).errors).toEqual(['date-far-from-last']);
  expect(await run(...back, '--date', '2025-04-22')).toMatchObject({ exitCode: 0, errors: [] });
  expect(states()).toEqual(expect.arrayContaining([`${again?.number} void`, `${again?.replaces} valid`]));
  const sent = letters.find(({ number }) => number !== again?.replaces)?.number ?? '';
  const recalled = await run('withdraw', sent, '--reason', '发错单位', '--sent', '--date', '2025-04-23');
  expect(recalled).toMatchObject({ exitCode: 0, errors: [] });
  expect(states()).toContain(`${sent} recalled`);
  expect(saidBy(String(recalled.value['notice']))).toContain(sent);

  // What was signed before still holds after two lines more.
  expect((await run('verify', 'out/issued', '--seal', `${count} ${hash}`)).errors).toEqual([]);
  expect((await run('verify', 'out/issued', '--seal', `${count - 1} ${hash}`)).errors).toEqual(['seal-differs']);
  expect(await run('archive', '2025Q1', '--date', '2025-06-30')).toMatchObject({ exitCode: 0, errors: [] });
});
