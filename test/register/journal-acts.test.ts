/** Every act of the register, killed at each single write: the same command again brings the disk to where an undisturbed run brings it. */
import { expect, test } from 'vitest';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { closeQuarter, correctQuarter } from '../../src/register/revise-quarter.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { withdrawPaper } from '../../src/register/withdraw.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { changesOf, contents, killedAt } from './killing.ts';
import { bytes, context, date, draft, letter, quarter, words } from './office.ts';

const q = quarter('2024Q3');
const frozen = bytes('{"figures":1}');
const ledgerDay = date('2024-09-30');
const drafts = [letter('001', [['任务', '一']]), letter('003', [['任务', '二']]), draft('report', null, [])];

const issue = (disk: MemoryDisk) =>
  issueDrafts({
    ...context(disk),
    figures: { revision: 1, close: { ledgerDay, frozen } },
    annexes: [{ path: 'summary.pdf', bytes: bytes('汇总') }],
    drafts,
  });

const rest = (disk: MemoryDisk) =>
  issueDrafts({
    ...context(disk, '2024-10-20'),
    figures: { revision: 1, close: null },
    drafts: [...drafts, letter('012', [])],
  });

const close = (disk: MemoryDisk) =>
  closeQuarter({ disk, quarter: q, date: date('2024-10-08'), ledgerDay, frozen, reason: '', isThatDay: false });

const correct = (disk: MemoryDisk) =>
  correctQuarter({
    disk,
    quarter: q,
    date: date('2024-11-01'),
    base: 1,
    frozen: bytes('{"figures":2}'),
    basis: '〔2024〕7号函',
  });

const reissue = (disk: MemoryDisk) =>
  reissuePapers({
    ...context(disk, '2024-11-05'),
    figures: { revision: 1, close: null },
    papers: [{ draft: letter('003', [['任务', '三']]), replaces: 'X督〔2024〕2号', changes: [], reason: '更正' }],
  });

const withdraw = (disk: MemoryDisk, number: string, isSent: boolean) =>
  withdrawPaper({
    ...context(disk, '2024-11-06'),
    number,
    reason: '数字有误',
    notice: isSent ? draft('notice', '001', []) : null,
  });

type Act = (disk: MemoryDisk) => Promise<unknown>;

test.each([
  ['close', [], close],
  ['issue that closes', [], issue],
  ['issue of the rest', [issue], rest],
  ['correct', [issue], correct],
  ['reissue', [issue], reissue],
  ['作废', [issue, reissue], (disk) => withdraw(disk, 'X督〔2024〕3号', false)],
  ['撤回', [issue], (disk) => withdraw(disk, 'X督〔2024〕1号', true)],
] as readonly (readonly [string, readonly Act[], Act])[])('%s', async (...[, before, act]) => {
  const prepared = async (): Promise<MemoryDisk> => {
    const disk = memoryDisk();
    for (const each of before) await each(disk);
    return disk;
  };
  const whole = await prepared();
  const lines = readRegister(whole).value.lines.length;
  const moments = await changesOf(whole, act);
  expect(moments).toBeGreaterThan(4);
  expect(readRegister(whole).value.lines.length).toBeGreaterThan(lines);
  for (let moment = 0; moment < moments; moment += 1) {
    const disk = await prepared();
    expect(await killedAt(moment, disk, () => act(disk))).toBe(true);
    const again = (await act(disk)) as { readonly value: unknown; readonly messages: Parameters<typeof words>[0] };
    const told = words(again.messages).filter((line) => !line.includes('issue-finished') && !line.includes('left-out'));
    expect(told).toEqual([]);
    expect(again.value).not.toBeNull();
    expect(contents(disk)).toEqual(contents(whole));
    expect(words(verifyIssued(disk).messages)).toEqual([]);
  }
});
