/** What must not go out, and what the manual says to do when something wrong went out: its page 「发错了怎么办」 is typed as it stands. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { duban, repository, smallDistrict } from './program.ts';

vi.setConfig({ testTimeout: 600_000 });

const quarter = '2025Q1';

function workspace(name: string): string {
  const folder = path.join(inject('runFolder'), `sent-wrong-${name}`);
  for (const each of ['inputs', 'seeds'])
    fs.cpSync(path.join(smallDistrict, each), path.join(folder, each), { recursive: true });
  return folder;
}

async function run(folder: string, ...args: readonly string[]) {
  const { exitCode, stdout } = await duban([...args, '-C', folder, '--json'], {});
  const { messages = [] } = JSON.parse(stdout) as {
    readonly messages?: readonly { readonly severity: string; readonly code: string }[];
  };
  const told = (severity: string) => messages.filter((each) => each.severity === severity).map(({ code }) => code);
  return { exitCode, errors: told('error'), warnings: told('warning') };
}

test('a quarter in which nothing came in is not issued, but for a reason', async () => {
  const folder = workspace('nothing');
  fs.renameSync(path.join(folder, `inputs/${quarter}/returns`), path.join(folder, `inputs/${quarter}/收到的表`));
  expect((await run(folder, 'build', quarter)).warnings).toContain('nothing-came-in');
  expect((await run(folder, 'build', quarter, '--only', 'reminders/*')).warnings).not.toContain('nothing-came-in');
  expect((await run(folder, 'issue', quarter, '--date', '2025-04-03')).errors).toEqual([
    'nothing-came-in',
    'stray-input',
    'stray-input',
    'stray-input',
    'stray-input',
  ]);
  fs.rmSync(path.join(folder, `inputs/${quarter}/收到的表`), { recursive: true });
  const dry = ['issue', quarter, '--date', '2025-04-03', '--dry-run'];
  expect((await run(folder, ...dry)).errors).toEqual(['nothing-came-in']);
  expect(await run(folder, ...dry, '--without-returns', '本季度未布置报送')).toMatchObject({ exitCode: 0, errors: [] });
});

test('nothing is issued while office.yaml has a line to be filled in', async () => {
  const folder = workspace('unfilled');
  await run(folder, 'build', quarter);
  const file = path.join(folder, 'inputs/office.yaml');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^printedBy: .*$/mu, 'printedBy: 〔请填写〕'));
  const refused = await run(folder, 'issue', quarter, '--date', '2025-04-03');
  expect(refused).toMatchObject({ exitCode: 1, errors: ['office-not-filled'] });
  expect(readRegister(diskAt(folder)).value.entries).toEqual([]);
});

test('an act that takes effect between the ledger’s day and 成文日期 stops the drafts that do not know it', async () => {
  const folder = workspace('act');
  await run(folder, 'build', quarter);
  const move = ['--task', '3', '--from', '县税务局', '--to', '县发改委', '--basis', '函'];
  await run(folder, 'reassign', ...move, '--effective', '2025-04-02');
  const refused = await run(folder, 'issue', quarter, '--date', '2025-04-03', '--dry-run');
  expect(refused.errors).toEqual(['draft-out-of-date']);
  expect(refused.warnings).toContain('act-before-issue');
  await run(folder, 'build', quarter, '--for', '2025-04-03');
  expect((await run(folder, 'issue', quarter, '--date', '2025-04-03', '--dry-run')).errors).toEqual([]);
});

/** What the refusal says is to be run. */
async function wayOut(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stderr } = await duban([...args, '-C', folder, '--lang', 'zh'], {});
  const [, typed = ''] = /draft-(?:not-built|out-of-date) .*请(?:先|重新)运行 duban ([^，]+)，/u.exec(stderr) ?? [];
  return typed.replaceAll('"', '').split(' ');
}

test('the command that a refused draft names makes one that is issued', async () => {
  const folder = workspace('way-out');
  fs.rmSync(path.join(folder, `inputs/${quarter}/returns/县市场监管局.csv`));
  await run(folder, 'close', quarter, '--date', '2025-04-01');
  // After the day of issue: a build that is told no day goes by the last act.
  const move = ['--task', '3', '--from', '县税务局', '--to', '县发改委', '--basis', '函'];
  await run(folder, 'reassign', ...move, '--effective', '2025-05-01');
  await run(folder, 'build', quarter);
  const issue = ['issue', quarter, '--date', '2025-04-03'];
  expect((await run(folder, ...issue)).errors).toEqual(['draft-out-of-date']);
  await run(folder, ...(await wayOut(folder, ...issue)));
  expect(await run(folder, ...issue)).toMatchObject({ exitCode: 0, errors: [] });
  const reissue = ['reissue', quarter, '--date', '2025-05-06'];
  await run(folder, 'reassign', ...move.with(1, '6'), '--effective', '2025-05-20');
  await run(folder, 'build', quarter);
  expect((await run(folder, ...reissue)).errors).toEqual(['draft-out-of-date']);
  await run(folder, ...(await wayOut(folder, ...reissue)));
  expect(await run(folder, ...reissue)).toMatchObject({ exitCode: 0, errors: [] });
  const remind = ['issue', quarter, '--only', 'reminders/*', '--date', '2025-05-07'];
  await run(folder, 'build', quarter, '--only', 'reminders/*', '--date', '2025-05-05');
  expect((await run(folder, ...remind)).errors).toEqual(['draft-out-of-date']);
  await run(folder, ...(await wayOut(folder, ...remind)));
  expect(await run(folder, ...remind)).toMatchObject({ exitCode: 0, errors: [] });
});

/** The commands of the page, with the names of the small district. */
function commandsOfManual(number: string): readonly (readonly string[])[] {
  const manual = fs.readFileSync(path.join(repository, 'docs/使用手册.md'), 'utf8');
  const page = /### 8\. 发错了怎么办[\s\S]*?(?=### 9)/u.exec(manual)?.[0] ?? '';
  return [...page.matchAll(/`duban ((?:correct|withdraw) [^`]+)`/gu)].map(([, typed = '']) =>
    [...typed.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) =>
      (quoted ?? bare ?? '').replace('区财政局', '县税务局').replace(/^12$/u, '6').replace('X督〔2025〕5号', number),
    ),
  );
}

test('the page of the manual, as it is typed', async () => {
  const folder = workspace('manual');
  await run(folder, 'build', quarter);
  await run(folder, 'issue', quarter, '--date', '2025-04-03');
  const register = () => readRegister(diskAt(folder)).value;
  const letterTo = (unit: string) => register().entries.find(({ addressee }) => addressee?.name === unit);
  const [correct = [], withdraw = []] = commandsOfManual(letterTo('县政府办公室')?.number ?? '');
  expect([correct[0], withdraw[0]]).toEqual(['correct', 'withdraw']);

  expect(await run(folder, ...correct)).toMatchObject({ exitCode: 0, errors: [] });
  await run(folder, 'build', quarter);
  expect(await run(folder, 'reissue', quarter, '--date', '2025-04-15')).toMatchObject({ exitCode: 0, errors: [] });
  const { entries, records } = register();
  const again = entries.filter(({ issuedOn }) => issuedOn === '2025-04-15');
  expect(again.map(({ kind, addressee }) => `${kind} ${addressee?.name ?? ''}`.trim()).toSorted()).toEqual([
    'correction',
    'letter 县税务局',
  ]);
  for (const { number } of again) {
    const document = records.get(number)?.document;
    expect(document === undefined ? '' : documentText(document).join('\n')).toContain('第1次更正，依据：');
  }

  expect(await run(folder, ...withdraw, '--dry-run')).toMatchObject({ exitCode: 0, errors: [] });
  expect(letterTo('县政府办公室')?.state).toBe('valid');
  expect(await run(folder, ...withdraw, '--sent')).toMatchObject({ exitCode: 0, errors: [] });
  expect(letterTo('县政府办公室')?.state).toBe('recalled');
  // 漏了一个单位: issue again takes what is not out, and nothing else.
  await run(folder, 'build', quarter);
  expect(await run(folder, 'issue', quarter, '--date', '2025-04-16')).toMatchObject({ exitCode: 0, errors: [] });
  const last = register().entries.filter(({ issuedOn }) => issuedOn === '2025-04-16');
  expect(last.map(({ addressee }) => addressee?.name)).toEqual(['县政府办公室']);
});
