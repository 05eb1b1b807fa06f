/** Papers taken back: never sent (作废) or sent (撤回), with their numbers spent. */
import { describe, expect, test } from 'vitest';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import type { WithdrawRequest } from '../../src/register/withdraw.ts';
import { withdrawPaper, withdrawPlan } from '../../src/register/withdraw.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { context, draft, letter, words } from './office.ts';

/** Two letters; the second was replaced by the third. */
async function issued(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const drafts = [letter('001', [['任务', '一']]), letter('003', [['任务', '二']])];
  await issueDrafts({ ...context(disk), drafts });
  const papers = [{ draft: letter('003', [['任务', '三']]), replaces: 'X督〔2024〕2号', changes: [], reason: '更正' }];
  await reissuePapers({ ...context(disk, '2024-10-20'), papers });
  return disk;
}

function request(disk: MemoryDisk, number: string, changes: Partial<WithdrawRequest> = {}): WithdrawRequest {
  return { ...context(disk, '2024-10-25'), number, reason: '尚未发出，数字有误', notice: null, ...changes };
}

function states(disk: MemoryDisk): readonly string[] {
  const { value, messages } = readRegister(disk);
  expect(words(messages)).toEqual([]);
  return value.entries.map(({ number, state, replacedBy }) => `${number} ${state} ${replacedBy ?? ''}`);
}

describe('withdraw', () => {
  test('作废: what it replaced is valid again, the number stays spent, no file is touched', async () => {
    const disk = await issued();
    const papers = disk.list('out').map((file) => [file, disk.read(file)]);
    const dry = withdrawPlan(request(disk, 'X督[2024]3'));
    expect(states(disk)[1]).toBe('X督〔2024〕2号 superseded X督〔2024〕3号');
    const { value, messages } = await withdrawPaper(request(disk, 'X督[2024]3'));
    expect(words(messages)).toEqual([]);
    expect(dry.value).toEqual(value);
    expect(value?.restored?.number).toBe('X督〔2024〕2号');
    expect(states(disk)).toEqual(['X督〔2024〕1号 valid ', 'X督〔2024〕2号 valid ', 'X督〔2024〕3号 void ']);
    expect(disk.list('out').map((file) => [file, disk.read(file)])).toEqual(papers);
    expect(words(verifyIssued(disk).messages)).toEqual([]);
    const again = { draft: letter('003', []), replaces: 'X督〔2024〕2号', changes: [], reason: '更正' };
    const { value: next } = await reissuePapers({ ...context(disk, '2024-10-26'), papers: [again] });
    expect(next.map(({ number }) => number)).toEqual(['X督〔2024〕4号']);
    expect(states(disk)[1]).toBe('X督〔2024〕2号 superseded X督〔2024〕4号');
  });

  test('撤回: a notice goes out in the same transaction, and what the paper replaced stays replaced', async () => {
    const disk = await issued();
    const notice = draft('notice', '003', []);
    const sent = request(disk, 'X督〔2024〕3号', { notice, reason: '发错单位' });
    expect(withdrawPlan(sent).value?.notice).toBe('X督〔2024〕4号');
    const { value, messages } = await withdrawPaper(sent);
    expect(words(messages)).toEqual([]);
    expect(value).toMatchObject({ notice: 'X督〔2024〕4号', restored: null, entry: { state: 'recalled' } });
    expect(states(disk)).toEqual([
      'X督〔2024〕1号 valid ',
      'X督〔2024〕2号 superseded X督〔2024〕3号',
      'X督〔2024〕3号 recalled ',
      'X督〔2024〕4号 valid ',
    ]);
    expect(
      readRegister(disk)
        .value.lines.slice(-2)
        .map(({ act }) => [act.type, act.reason]),
    ).toEqual([
      ['recall', '发错单位'],
      ['issue', '撤回X督〔2024〕3号'],
    ]);
  });

  test('the slip in the date of the paper itself does not hold up its notice', async () => {
    const disk = memoryDisk();
    await issueDrafts({ ...context(disk, '2052-10-15'), drafts: [letter('001', [])] });
    const { value, messages } = await withdrawPaper(
      request(disk, 'X督〔2052〕1号', { notice: draft('notice', '001', []) }),
    );
    expect(words(messages)).toEqual([]);
    expect(value?.notice).toBe('X督〔2024〕1号');
  });

  test('refuses what is not there, no reason, a paper replaced or taken back, and a year too early', async () => {
    const disk = await issued();
    const told = async (number: string, changes: Partial<WithdrawRequest> = {}) =>
      words((await withdrawPaper(request(disk, number, changes))).messages);
    expect(await told('X督报〔2024〕3号')).toEqual([
      'inputs/register/register.csv 错误 no-such-paper 登记簿中没有“X督报〔2024〕3号”；是否为 X督〔2024〕3号？',
    ]);
    expect(await told('X督〔2024〕1号', { reason: '\n ' })).toEqual(['错误 needs-basis 须写明依据或原因，不能为空']);
    expect(await told('X督〔2024〕2号')).toEqual([
      'inputs/register/register.csv:3 错误 withdraw-replaced X督〔2024〕2号 已被 X督〔2024〕3号 替代而废止；如要恢复 X督〔2024〕2号，请先作废 X督〔2024〕3号',
    ]);
    expect(await told('X督〔2024〕1号', context(disk, '2023-10-25'))).toEqual([
      '错误 date-before-quarter 成文日期 2023-10-25 早于 2024Q3 的第一天 2024-07-01，请核对年份',
    ]);
    const slip = { ...context(disk, '2052-10-25'), isThatDay: false };
    expect((await told('X督〔2024〕1号', slip))[0]).toContain(
      'date-far-from-last 日期 2052-10-25 比登记簿末行（2024-10-20）',
    );
    expect(readRegister(disk).value.lines).toHaveLength(3);
    await withdrawPaper(request(disk, 'X督〔2024〕1号'));
    expect(await told('X督〔2024〕1号')).toEqual([
      'inputs/register/register.csv:2 错误 withdrawn-already X督〔2024〕1号 已作废，无须再办',
    ]);
  });

  test('refuses to make two letters to one unit valid', async () => {
    const disk = await issued();
    const notice = { draft: draft('notice', '001', []), replaces: 'X督〔2024〕1号', changes: [], reason: '职责移交' };
    await reissuePapers({ ...context(disk, '2024-10-21'), papers: [notice] });
    const back = { draft: letter('001', []), replaces: null, changes: [], reason: '新承担职责' };
    await reissuePapers({ ...context(disk, '2024-10-22'), papers: [back] });
    expect(words((await withdrawPaper(request(disk, 'X督〔2024〕4号'))).messages)).toEqual([
      'inputs/register/register.csv:5 错误 withdraw-twin X督〔2024〕4号 作废后，它所替代的 X督〔2024〕1号 将恢复有效，而同一单位另有有效的 X督〔2024〕5号；请先作废 X督〔2024〕5号',
    ]);
  });
});
