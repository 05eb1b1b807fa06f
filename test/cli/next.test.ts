/** `duban next`, followed from an empty folder through one whole quarter: what it says is typed, what it leaves to hands is done by hand. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import type { CommandOutcome } from '../../src/cli/console.ts';
import { parserOf } from '../../src/cli/parser.ts';
import { hasErrors } from '../../src/message/message.ts';
import type { WhatIsNext } from '../../src/run/next/steps.ts';
import { smallDistrict } from '../run/program.ts';

// Some thirty commands, in this process.
vi.setConfig({ testTimeout: 600_000 });

const home = path.join(inject('runFolder'), '从头 做起');
const workspace = path.join(home, '督办');

/** How a command of the workspace ends. */
async function run(args: readonly string[]): Promise<CommandOutcome> {
  let ended: CommandOutcome | null = null;
  const keep = (outcome: CommandOutcome): Promise<void> => {
    ended = outcome;
    return Promise.resolve();
  };
  await parserOf([...args, '--quiet'], 'zh', keep).parseAsync();
  if (ended === null) throw new Error(args.join(' '));
  return ended;
}

async function whatIsNext(date: string): Promise<WhatIsNext> {
  const { value } = await run(['next', '-C', workspace, '--date', date]);
  return value as unknown as WhatIsNext;
}

/** Types what stands in the command, as a shell would split it. */
async function typed(command: string, areErrors = false): Promise<string> {
  const [program, ...args] = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? '');
  expect(program).toBe('duban');
  const { lines, messages } = await run(args);
  expect([command, hasErrors(messages)]).toEqual([command, areErrors]);
  return lines.join('\n');
}

/** Follows the next step, which must be this one. */
async function follow(step: string, date: string, areErrors = false): Promise<string> {
  const { next } = await whatIsNext(date);
  expect(next?.step).toBe(step);
  const told: string[] = [];
  for (const command of next?.commands ?? []) told.push(await typed(command, areErrors));
  return told.join('\n');
}

/** Blanks in the path: it is quoted. */
const here = ` -C "${workspace}"`;

const returned = (unit: string) => fs.readFileSync(path.join(smallDistrict, `inputs/2025Q1/returns/${unit}.csv`));

function sendIn(unit: string, bytes: string | Buffer = returned(unit)): void {
  fs.writeFileSync(path.join(workspace, `inputs/2025Q1/returns/${unit}.csv`), bytes);
}

test('from an empty folder to the archive, and on to the next quarter', async () => {
  expect(await follow('init', '2025-01-06')).toMatch(/下一步：放入责任分解意见\n原因：.+\n命令：duban parse -C/u);
  expect((await whatIsNext('2025-01-06')).next?.step).toBe('source');
  fs.cpSync(path.join(smallDistrict, 'seeds'), path.join(workspace, 'seeds'), { recursive: true });
  await follow('roster', '2025-01-06');

  expect(await follow('office', '2025-01-06', true)).toMatch(/^错误 [1-9]/mu);
  const office = path.join(workspace, 'inputs/office.yaml');
  fs.writeFileSync(office, fs.readFileSync(office, 'utf8').replaceAll(/^([^#\n]*)〔请填写〕/gmu, '$1某某'));

  const forms = await whatIsNext('2025-03-03');
  expect(forms.next).toMatchObject({ step: 'forms', commands: [`duban forms 2025Q1${here}`] });
  await follow('forms', '2025-03-03');

  await follow('collect', '2025-03-20');
  sendIn('县发改委');
  sendIn('县政府办公室');
  sendIn('县市场监管局', returned('县市场监管局').toString('utf8').replace('局,1,牵头', '局,99,牵头'));
  const collecting = await whatIsNext('2025-03-20');
  expect(collecting.next).toMatchObject({ step: 'collect', commands: [`duban check 2025Q1${here}`] });
  expect(collecting.next?.why).toContain('县税务局');

  // The filing day is past: whoever is silent is reminded, while an error waits to be cleared.
  const late = await whatIsNext('2025-03-28');
  expect(late.next).toMatchObject({ step: 'errors' });
  expect(late.next?.why).toContain('县市场监管局');
  const [missing] = late.besides;
  expect(missing).toMatchObject({ step: 'missing', why: expect.stringContaining('县税务局') as string });
  for (const command of missing?.commands ?? []) await typed(command, true);
  expect((await whatIsNext('2025-03-28')).besides[0]).toMatchObject({
    step: 'missing',
    why: expect.stringContaining('已催办') as string,
    commands: [],
  });
  await follow('errors', '2025-03-28', true);
  sendIn('县市场监管局');
  sendIn('县税务局');

  await follow('build', '2025-04-03');
  expect(await follow('issue', '2025-04-03')).toContain('duban archive 2025Q1 --date 2025-04-03');
  const waiting = (await whatIsNext('2025-04-03')).besides;
  expect(waiting.map(({ step }) => step)).toEqual(['unsigned', 'replies']);
  expect(waiting[1]?.why).toMatch(/^2025-04-\d\d 前 \d 件$/u);
  const { value: status } = await run(['status', '2025Q1', '-C', workspace]);
  const { unsigned } = status['waiting'] as { readonly unsigned: readonly { readonly number: string }[] };
  expect(unsigned).toHaveLength(5);
  const letters = unsigned.map(({ number }) => `${number},,张某,2025-04-07,2025-04-09`);
  const receipts = ['发文字号,单位,签收人,签收日期,回执日期', ...letters, ''];
  fs.writeFileSync(path.join(workspace, 'inputs/2025Q1/receipts.csv'), receipts.join('\r\n'));
  expect((await whatIsNext('2025-04-10')).besides).toEqual([]);

  // A duty moves after the letters are out.
  const act = 'duban reassign --task 5 --from 县市场监管局 --to 县发改委 --effective 2025-04-10 --basis "《改革方案》"';
  expect(await typed(act + here)).toContain('duban build 2025Q1 --for 2025-04-10');
  await follow('build-again', '2025-04-11');
  await follow('reissue', '2025-04-11');
  await follow('archive', '2025-04-30');
  const bags = fs.readdirSync(path.join(workspace, 'out/archive'));
  expect(bags).toHaveLength(1);
  expect((await whatIsNext('2025-06-03')).next).toMatchObject({
    step: 'done',
    commands: [`duban forms 2025Q2${here}`],
  });
  await follow('done', '2025-06-03');
  expect((await whatIsNext('2025-06-03')).next?.step).toBe('collect');
});
