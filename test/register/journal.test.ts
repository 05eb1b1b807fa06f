import { describe, expect, test } from 'vitest';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { again } from './again.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { recover } from './recover.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { changesOf, contents, killedAt } from './killing.ts';
import { bytes, context, letter, text, words } from './office.ts';

const drafts = [letter('001', [['任务', '一']]), letter('003', [['任务', '二']])];
const today = [letter('003', [['任务', '三']]), letter('012', [['任务', '四']])];

const issue = (disk: MemoryDisk) => issueDrafts({ ...context(disk), drafts });
const reissue = (disk: MemoryDisk) =>
  reissuePapers({ ...context(disk, '2024-11-20'), papers: again(disk, '2024Q3', today) });

describe('killed at each single write', () => {
  test('issue: the next issue gives the same end as if nothing had happened', async () => {
    const whole = memoryDisk();
    const moments = await changesOf(whole, issue);
    expect(moments).toBeGreaterThan(15);
    for (let moment = 0; moment < moments; moment += 1) {
      const disk = memoryDisk();
      expect(await killedAt(moment, disk, () => issue(disk))).toBe(true);
      const { value, messages } = await issue(disk);
      expect(words(messages).filter((line) => !line.includes('issue-finished'))).toEqual([]);
      expect(value.map(({ number }) => number)).toEqual(['X督〔2024〕1号', 'X督〔2024〕2号']);
      expect(contents(disk)).toEqual(contents(whole));
    }
  });

  test('reissue: likewise, and a further reissue issues nothing', async () => {
    const whole = memoryDisk();
    await issue(whole);
    const moments = await changesOf(whole, reissue);
    for (let moment = 0; moment < moments; moment += 1) {
      const disk = memoryDisk();
      await issue(disk);
      expect(await killedAt(moment, disk, () => reissue(disk))).toBe(true);
      await reissue(disk);
      expect(contents(disk)).toEqual(contents(whole));
      expect((await reissue(disk)).value).toEqual([]);
    }
  });

  test('recover: killed while finishing, it finishes the next time', async () => {
    const whole = memoryDisk();
    const moments = await changesOf(whole, issue);
    for (let moment = 0; moment < moments; moment += 1) {
      for (const second of [0, 1, 3, 7]) {
        const disk = memoryDisk();
        await killedAt(moment, disk, () => issue(disk));
        await killedAt(second, disk, () => recover(disk));
        await recover(disk);
        expect(words(verifyIssued(disk).messages)).toEqual([]);
        expect([0, 2]).toContain(readRegister(disk).value.entries.length);
        expect(disk.list('inputs').filter((file) => file.includes('/.'))).toEqual([]);
      }
    }
  });
});

test('a register that Excel saved while the papers were made is not written over', async () => {
  const disk = memoryDisk();
  await issue(disk);
  const saved = `${text(disk, 'inputs/register/register.csv')} `;
  const request = { ...context(disk, '2024-11-20'), papers: again(disk, '2024Q3', today) };
  const meddling: typeof request = {
    ...request,
    render: (...what) => {
      disk.write('inputs/register/register.csv', bytes(saved));
      return request.render(...what);
    },
  };
  const { value, messages } = await reissuePapers(meddling);
  expect(value).toEqual([]);
  expect(messages.map(({ code }) => code)).toEqual(['saved-meanwhile']);
  expect(text(disk, 'inputs/register/register.csv')).toBe(saved);
  expect(disk.list('inputs').filter((file) => file.includes('/.'))).toEqual([]);
});

/** A workspace in which an issue was killed right after its journal was written. */
async function interrupted(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const staged = drafts.length * 3 + 1;
  await killedAt(staged + 2, disk, () => issue(disk));
  expect(disk.read('inputs/register/.journal.json')).not.toBeNull();
  return disk;
}

describe('an interrupted issue', () => {
  test('is told by whoever only reads, and finished by whoever writes, with the numbers it gave', async () => {
    const disk = await interrupted();
    expect(words(readRegister(disk).messages)).toEqual([
      'inputs/register/register.csv 警告 issue-unfinished 上次登记中断，尚未办完；再次运行当时的命令（如 duban issue）即自动办完，不会重号、漏号',
    ]);
    const { value, messages } = await recover(disk);
    expect(value).toEqual(['X督〔2024〕1号', 'X督〔2024〕2号']);
    expect(words(messages)).toEqual([
      'inputs/register/register.csv 提示 issue-finished 已办完上次中断的印发（2024Q3），共 2 件：X督〔2024〕1号 … X督〔2024〕2号',
    ]);
    expect(words(verifyIssued(disk).messages)).toEqual([]);
    expect(await recover(disk)).toEqual({ value: [], messages: [] });
  });

  test('loses no number when out/ was emptied meanwhile: the papers are missing and can be reprinted', async () => {
    const disk = memoryDisk();
    await killedAt(drafts.length * 3 + 5, disk, () => issue(disk));
    disk.remove('out');
    expect((await recover(disk)).value).toHaveLength(2);
    expect(verifyIssued(disk).messages.map(({ code }) => code)).toEqual(['issued-missing', 'issued-missing']);
  });

  test('is not finished over a register, a record or a paper that was changed meanwhile', async () => {
    for (const file of ['inputs/register/register.csv', 'out/issued/2024/X督〔2024〕1号-001-区政府法制办.docx']) {
      const disk = await interrupted();
      disk.write(file, bytes('别的'));
      const { value, messages } = await recover(disk);
      expect(value).toEqual([]);
      // And what is wrong with the register beside it.
      expect(words(messages)[0]).toBe(
        `${file} 错误 journal-place-taken 上次发文中断后此文件又被改动，不能自动办完；请恢复此文件（参见 inputs/register/.journal.json）`,
      );
      expect(words(readRegister(disk).messages)).toEqual(words(messages));
      disk.remove(file);
      expect((await recover(disk)).value).toHaveLength(2);
    }
  });

  test('is refused when a staged record or the journal itself is lost', async () => {
    const disk = await interrupted();
    const [first = ''] = disk.list('inputs/register/.staging').slice(2);
    disk.remove(first);
    expect(words(readRegister(disk).messages)).toEqual(words((await recover(disk)).messages));
    expect(words((await recover(disk)).messages)).toEqual([
      `inputs/register/2024/X督〔2024〕1号.json 错误 journal-file-lost 上次发文中断，其待办文件“${first}”已丢失；请从备份恢复`,
    ]);
    for (const broken of ['{', '{}', '[1]']) {
      disk.write('inputs/register/.journal.json', bytes(broken));
      expect(words((await recover(disk)).messages)).toEqual([
        'inputs/register/.journal.json 错误 journal-broken 中断的发文记录已损坏，无法继续；请把 inputs/register 整个换成备份中的（不只是覆盖，本文件不能留下），再用 duban verify out/issued 核对',
      ]);
    }
  });

  test('of another quarter is finished before the new one is issued', async () => {
    const disk = await interrupted();
    const { value } = await issueDrafts({ ...context(disk, '2025-01-10', '2024Q4'), drafts });
    expect(value.map(({ number }) => number)).toEqual(['X督〔2025〕1号', 'X督〔2025〕2号']);
    expect(words(readRegister(disk).messages)).toEqual([]);
    expect(readRegister(disk).value.entries).toHaveLength(4);
  });
});
