import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/register/draft.ts';
import { error } from '../../src/message/message.ts';
import type { Difference } from '../../src/register/differences.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { outOfDate } from '../../src/register/out-of-date.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissueDrafts, reissueList } from '../../src/register/reissue.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, draft, letter, quarter, text, word, words } from './office.ts';

/** Before the reform: 001 leads 95 and 113, 003 and 012 have tasks of their own, 002 has none. */
const before = [
  letter('001', [
    ['95 牵头单位', '区政府法制办'],
    ['113 牵头单位', '区政府法制办'],
  ]),
  letter('003', [['113 牵头单位', '区政府法制办']]),
  letter('012', [['33 牵头单位', '区卫生健康委']]),
  draft('report', null, []),
];

/** After: 002 has taken over everything of 001. */
const after = [
  letter('002', [
    ['95 牵头单位', '区司法局'],
    ['113 牵头单位', '区司法局'],
  ]),
  letter('003', [['113 牵头单位', '区司法局']]),
  letter('012', [['33 牵头单位', '区卫生健康委']]),
  draft('report', null, []),
];

async function issued(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  await issueDrafts({ ...context(disk), drafts: before, ignoreEdits: false });
  return disk;
}

function request(disk: MemoryDisk, drafts: readonly Draft[], day = '2024-11-20') {
  return { ...context(disk, day), drafts, ignoreEdits: false, word };
}

describe('reissue', () => {
  test('replaces exactly the letters that no longer tell the truth, and nothing else', async () => {
    const disk = await issued();
    const old = new Map(disk.files);
    const { value, messages } = await reissueDrafts(request(disk, after));
    expect(words(messages)).toEqual([]);
    expect(value.map(({ cause, number, entry, addressee }) => [cause, addressee?.name, number, entry?.number])).toEqual(
      [
        ['lost', '区政府法制办', 'X督〔2024〕4号', 'X督〔2024〕1号'],
        ['gained', '区司法局', 'X督〔2024〕5号', undefined],
        ['changed', '区财政局', 'X督〔2024〕6号', 'X督〔2024〕2号'],
      ],
    );
    const { value: register, messages: problems } = readRegister(disk);
    expect(words(problems)).toEqual([]);
    expect(
      register.entries.map(({ number, kind, state, replaces, replacedBy, reason }) =>
        [number, kind, state, replaces ?? '', replacedBy ?? '', reason].join(' '),
      ),
    ).toEqual([
      'X督〔2024〕1号 letter superseded  X督〔2024〕4号 ',
      'X督〔2024〕2号 letter superseded  X督〔2024〕6号 ',
      'X督〔2024〕3号 letter valid   ',
      'X督报〔2024〕1号 report valid   ',
      'X督〔2024〕4号 notice valid X督〔2024〕1号  职责全部移交：95 牵头单位、113 牵头单位',
      'X督〔2024〕5号 letter valid   新承担职责：95 牵头单位、113 牵头单位',
      'X督〔2024〕6号 letter valid X督〔2024〕2号  内容变化：113 牵头单位',
    ]);
    const kept = [...old].filter(([file]) => !file.endsWith('.csv'));
    expect(kept.map(([file]) => disk.read(file))).toEqual(kept.map(([, content]) => content));
  });

  test('tells each new letter which number it replaces and what changed, field by field', async () => {
    const disk = await issued();
    await reissueDrafts(request(disk, after));
    const record = JSON.parse(text(disk, 'inputs/register/2024/X督〔2024〕6号.json'));
    expect(record.replaces).toBe('X督〔2024〕2号');
    expect(record.changes).toEqual([{ field: '113 牵头单位', before: '区政府法制办', after: '区司法局' }]);
    expect(record.facts).toEqual([['113 牵头单位', '区司法局']]);
    expect(record.document.children[0].children[0].value).toBe('替代X督〔2024〕2号');
    expect(record.document.children[1].children[0].value).toBe('113 牵头单位：区政府法制办→区司法局');
    const notice = JSON.parse(text(disk, 'inputs/register/2024/X督〔2024〕4号.json'));
    expect(notice.changes).toEqual([
      { field: '95 牵头单位', before: '区政府法制办', after: null },
      { field: '113 牵头单位', before: '区政府法制办', after: null },
    ]);
  });

  test('issues nothing a second time, and nothing when nothing changed', async () => {
    const disk = await issued();
    expect(await reissueDrafts(request(disk, before))).toEqual({ value: [], messages: [] });
    await reissueDrafts(request(disk, after));
    const files = new Map(disk.files);
    expect(await reissueDrafts(request(disk, after, '2024-12-01'))).toEqual({ value: [], messages: [] });
    expect(disk.files).toEqual(files);
  });

  test('goes back: the unit gets a letter again, and its successor a notice', async () => {
    const disk = await issued();
    await reissueDrafts(request(disk, after));
    const { value } = await reissueDrafts(request(disk, before, '2024-12-01'));
    expect(value.map(({ cause, number, entry }) => `${cause} ${number} ${entry?.number ?? ''}`)).toEqual([
      'gained X督〔2024〕7号 ',
      'lost X督〔2024〕8号 X督〔2024〕5号',
      'changed X督〔2024〕9号 X督〔2024〕6号',
    ]);
    expect(words(readRegister(disk).messages)).toEqual([]);
    expect(await reissueDrafts(request(disk, before, '2024-12-02'))).toEqual({ value: [], messages: [] });
  });

  test('as a dry run prints the same list and writes nothing', async () => {
    const disk = await issued();
    const files = new Map(disk.files);
    const listed = reissueList(request(disk, after));
    expect(disk.files).toEqual(files);
    const done = await reissueDrafts(request(disk, after));
    expect(listed.value.map(({ number, cause }) => [number, cause])).toEqual(
      done.value.map(({ number, cause }) => [number, cause]),
    );
  });

  test('refuses a quarter that was never issued, an earlier date, and edited drafts of the units concerned', async () => {
    const disk = memoryDisk();
    expect(words((await reissueDrafts(request(disk, after))).messages)).toEqual([
      'inputs/register/register.csv 错误 not-issued-yet 2024Q3 尚未发文，请先用 duban issue 2024Q3',
    ]);
    await issueDrafts({ ...context(disk), drafts: before, ignoreEdits: false });
    expect(words((await reissueDrafts(request(disk, after, '2024-10-01'))).messages)).toEqual([
      'inputs/register/register.csv:4 错误 date-before-last 成文日期 2024-10-01 早于同系列已登记的 X督〔2024〕3号（2024-10-15）；后发的文号不能用更早的日期。如 X督〔2024〕3号 的日期写错，请先用 duban withdraw X督〔2024〕3号 作废',
    ]);
    disk.write('out/2024Q3/letters/003-区财政局.docx', bytes('改'));
    disk.write('out/2024Q3/letters/012-区卫生健康委.docx', bytes('改'));
    const { messages } = await reissueDrafts(request(disk, after));
    expect(messages.map(({ code, place }) => [code, place?.file])).toEqual([
      ['draft-edited', 'out/2024Q3/letters/003-区财政局.docx'],
    ]);
  });

  test('issues nothing when a new paper cannot be worded', async () => {
    const disk = await issued();
    const messages = [error(null, 'missing-file')];
    const failing = (difference: Difference) => ({ value: word(difference), messages });
    const files = new Map(disk.files);
    const { value, messages: told } = await reissueDrafts({ ...request(disk, after), word: failing });
    expect([value, words(told).length]).toEqual([[], 3]);
    expect(disk.files).toEqual(files);
    const fine = (difference: Difference) => ({ value: word(difference), messages: [] });
    expect((await reissueDrafts({ ...request(disk, after), word: fine })).value).toHaveLength(3);
  });

  test('replaces the report too when the facts it stands on changed', async () => {
    const disk = await issued();
    const drafts = [...before.slice(0, 3), draft('report', null, [['纳入考核单位', '3']])];
    const { value } = await reissueDrafts(request(disk, drafts));
    expect(value.map(({ kind, number, entry }) => [kind, number, entry?.number])).toEqual([
      ['report', 'X督报〔2024〕2号', 'X督报〔2024〕1号'],
    ]);
  });
});

test('build says which issued letters no longer tell the truth, and why', async () => {
  const disk = await issued();
  const { value: register } = readRegister(disk);
  expect(outOfDate(register, quarter('2024Q3'), before)).toEqual([]);
  expect(outOfDate(register, quarter('2024Q4'), after)).toEqual([]);
  expect(words(outOfDate(register, quarter('2024Q3'), after))).toEqual([
    'out/issued/2024/X督〔2024〕1号-001-区政府法制办.docx 警告 issued-without-duties X督〔2024〕1号（区政府法制办）所列职责已全部移交；请用 duban reissue 2024Q3',
    'inputs/register/register.csv 警告 not-covered “区司法局”现有职责而没有有效的通知：95 牵头单位“无”→“区司法局”，113 牵头单位“无”→“区司法局”；请用 duban reissue 2024Q3',
    'out/issued/2024/X督〔2024〕2号-003-区财政局.docx 警告 issued-out-of-date X督〔2024〕2号（区财政局）已与现状不符：113 牵头单位“区政府法制办”→“区司法局”；请用 duban reissue 2024Q3',
  ]);
});
