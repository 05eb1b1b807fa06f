import { beforeEach, describe, expect, test } from 'vitest';
import { error, hasErrors } from '../../src/message/message.ts';
import { registerFile } from '../../src/register/entry.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import type { Render } from '../../src/register/issue-context.ts';
import { reprint } from '../../src/register/reprint.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, letter, render, words } from './office.ts';

const paper = 'out/issued/2024/X督〔2024〕1号-003-区财政局.docx';
let disk: MemoryDisk;

beforeEach(async () => {
  disk = memoryDisk();
  const drafts = [letter('003', [['12 配合单位', '区财政局']]), letter('012', [])];
  await issueDrafts({ ...context(disk), drafts });
});

const request = (number: string, changes = {}) => ({ disk, number, writer: 'test 1', render, ...changes });

describe('reprint', () => {
  test('gives the same bytes on any day, from the stored tree alone', async () => {
    const { value, messages } = await reprint(request('X督〔2024〕1号'));
    expect(words(messages)).toEqual([]);
    expect(value.map(({ path, onDisk }) => [path, onDisk])).toEqual([
      [paper, 'same'],
      [paper.replace('.docx', '.pdf'), 'same'],
    ]);
    for (const file of value) expect(file.bytes).toEqual(disk.read(file.path));
  });

  test.each(['X督[2024]1号', 'X督（2024）1', ' X督〔2024〕 1号 '])('knows the number as typed: %s', async (number) => {
    expect((await reprint(request(number))).value).toHaveLength(2);
  });

  test('puts a missing paper back', async () => {
    const original = disk.read(paper);
    disk.remove(paper);
    expect(words((await reprint(request('X督〔2024〕1号'))).messages)).toEqual([
      `${paper} 提示 reprint-restored X督〔2024〕1号 原件缺失，已按留存内容重印，校验码相同`,
    ]);
    expect(disk.read(paper)).toEqual(original);
  });

  test('leaves a changed paper where it is and says so', async () => {
    disk.write(paper, bytes('改'));
    expect(words((await reprint(request('X督〔2024〕1号'))).messages)).toEqual([
      `${paper} 错误 issued-changed 改动：X督〔2024〕1号 的文件与发文时不同；请移走后用 duban reprint X督〔2024〕1号 恢复`,
    ]);
    expect(disk.read(paper)).toEqual(bytes('改'));
  });

  test('refuses what does not give the recorded hash, and says whether the program is another', async () => {
    const other = { render: () => Promise.resolve({ value: new Map([['docx', bytes('x')]]), messages: [] }) };
    expect(words((await reprint(request('X督〔2024〕1号', other))).messages)[0]).toBe(
      `${paper} 错误 reprint-differs X督〔2024〕1号 按留存内容重印，结果与发文时的校验码不符，不予输出；请使用原件，或核对字体、版式文件是否有变化`,
    );
    // Releases are named, not the hashes of what made the bytes.
    const { value, messages } = await reprint(
      request('X督〔2024〕1号', { ...other, writer: 'test 2 0123456789abcdef' }),
    );
    expect(value).toEqual([]);
    expect(words(messages)[0]).toBe(
      `${paper} 错误 reprint-other-writer X督〔2024〕1号 由 test 1 印制，现为 test 2，不能印出相同文件；请使用原件，或改用当时的程序版本和字体`,
    );
    const sameRelease = await reprint(request('X督〔2024〕1号', { ...other, writer: 'test 1 0123456789abcdef' }));
    expect(words(sameRelease.messages)[0]).toContain('由同一版本（test 1）印制，但字体、样式或程序文件与当时不同');
  });

  test('asks for the formats in which the paper was issued, whatever the office uses today', async () => {
    const asked: unknown[] = [];
    const asking: Render = (...args) => {
      asked.push(args[2]);
      return render(...args);
    };
    await reprint(request('X督〔2024〕1号', { render: asking }));
    expect(asked).toEqual([['docx', 'pdf']]);
  });

  test('refuses an unknown number with those that are like it, and passes on what the writer says', async () => {
    expect(words((await reprint(request('X办〔2024〕2号'))).messages)).toEqual([
      'inputs/register/register.csv 错误 no-such-paper 登记簿中没有“X办〔2024〕2号”；是否为 X督〔2024〕2号？',
    ]);
    const failing = { render: () => Promise.resolve({ value: new Map(), messages: [error(null, 'missing-file')] }) };
    expect(words((await reprint(request('X督〔2024〕1号', failing))).messages)).toEqual([
      '错误 missing-file 找不到文件',
    ]);
  });
});

describe('verify out/issued', () => {
  test('finds nothing when all is as issued', () => {
    expect(verifyIssued(disk)).toEqual({ value: { expected: 4, missing: [], changed: [], extra: [] }, messages: [] });
  });

  test('tells missing, changed and extra apart, by number', () => {
    disk.remove(paper);
    disk.write('out/issued/2024/X督〔2024〕2号-012-区卫生健康委.pdf', bytes('改'));
    disk.write('out/issued/2024/.DS_Store', bytes('x'));
    const { value, messages } = verifyIssued(disk);
    expect(value).toMatchObject({ missing: [{ number: 'X督〔2024〕1号' }], changed: [{ number: 'X督〔2024〕2号' }] });
    expect(words(messages)).toEqual([
      `${paper} 错误 issued-missing 缺失：X督〔2024〕1号 的文件不在；可用 duban reprint X督〔2024〕1号 恢复`,
      'out/issued/2024/X督〔2024〕2号-012-区卫生健康委.pdf 错误 issued-changed 改动：X督〔2024〕2号 的文件与发文时不同；请移走后用 duban reprint X督〔2024〕2号 恢复',
      'out/issued/2024/.DS_Store 错误 issued-extra 多余：登记簿中没有此文件；请移出 out/issued',
    ]);
  });

  test('calls no issued paper extra while register.csv is damaged or gone', () => {
    disk.write('out/issued/2024/说明.docx', bytes('x'));
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(disk.read(registerFile) ?? new Uint8Array());
    for (const damaged of [null, '', csv.replaceAll(/,[0-9a-f]{64}\r/gu, '\r'), csv.replace(/^1,.*\r\n/mu, '')]) {
      disk.remove(registerFile);
      if (damaged !== null) disk.write(registerFile, bytes(damaged));
      const { value, messages } = verifyIssued(disk);
      expect(hasErrors(messages)).toBe(true);
      expect(value.extra).toEqual([{ path: 'out/issued/2024/说明.docx', number: null }]);
    }
  });
});
