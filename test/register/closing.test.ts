/** Closing, correcting and issuing by frozen figures. */
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../src/disk/disk.ts';
import { frozenQuarter } from '../../src/register/frozen-quarter.ts';
import { linesAfter } from '../../src/register/chain.ts';
import { printRegister } from '../../src/register/register-table.ts';
import { issueDrafts, issueList } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers, reissuePlan } from '../../src/register/reissue-papers.ts';
import { closeQuarter, closeQuarterDry, correctQuarter, correctQuarterDry } from '../../src/register/revise-quarter.ts';
import type { CloseRequest, CorrectRequest } from '../../src/register/revision-request.ts';
import { withdrawPaper } from '../../src/register/withdraw.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, date, draft, letter, quarter, text, words } from './office.ts';

const ledgerDay = date('2024-09-30');
const q = quarter('2024Q3');

function closing(disk: Disk, changes: Partial<CloseRequest> = {}): CloseRequest {
  const frozen = bytes('{"figures":1}');
  return { disk, quarter: q, date: date('2024-10-10'), ledgerDay, frozen, reason: '', isThatDay: false, ...changes };
}

function correcting(disk: Disk, changes: Partial<CorrectRequest> = {}): CorrectRequest {
  const frozen = bytes('{"figures":2}');
  return { disk, quarter: q, date: date('2024-11-01'), base: 1, frozen, basis: '〔2024〕7号函', ...changes };
}

/** As `issue` asks for: the quarter is closed first when it is not. */
function issuing(disk: Disk, day = '2024-10-15', changes = {}) {
  const figures = { revision: 1, close: { ledgerDay, frozen: bytes('{"figures":1}') } };
  const drafts = [letter('001', [['任务', '一']]), letter('003', [['任务', '二']]), draft('report', null, [])];
  return { ...context(disk, day), figures, isThatDay: false, drafts, ...changes };
}

describe('close', () => {
  test('a register in which somebody closed the quarter again over papers that stand is damaged', async () => {
    const disk = memoryDisk();
    await issueDrafts(issuing(disk));
    const { lines } = readRegister(disk).value;
    const [{ act: closed } = { act: null }] = lines;
    if (closed?.type !== 'close') throw new Error('the quarter was not closed first');
    const again = linesAfter(lines, [{ ...closed, revision: 2, date: date('2024-10-20') }]);
    disk.write('inputs/register/register.csv', printRegister([...lines, ...again]));
    expect(words(readRegister(disk).messages)).toEqual([
      expect.stringMatching(/register\.csv:6 错误 closed-over-papers .*X督/u),
    ]);
  });

  test('freezes what it is given, once, under its hash', async () => {
    const disk = memoryDisk();
    const { value, messages } = await closeQuarter(closing(disk));
    expect(words(messages)).toEqual([]);
    expect(value).toMatchObject({ revision: 1, correction: 0, closedOn: '2024-10-10', ledgerDay: '2024-09-30' });
    expect(text(disk, 'inputs/register/register.csv').split('\r\n')[1]).toMatch(
      /^1,关账,2024-10-10,2024Q3,1,2024-09-30,,,,,,,,,,,,,,,inputs\/register\/frozen\/2024Q3-1.json,[0-9a-f]{64},[0-9a-f]{64}$/,
    );
    const { value: register, messages: problems } = readRegister(disk);
    expect(words(problems)).toEqual([]);
    expect(register.quarters.get(q)).toEqual(value);
    const frozen = frozenQuarter(disk, register, { quarter: q, revision: null });
    expect(new TextDecoder().decode(frozen.value ?? undefined)).toBe('{"figures":1}');
  });

  test('as a dry run answers the same and writes nothing', async () => {
    const disk = memoryDisk();
    const dry = closeQuarterDry(closing(disk));
    expect([...disk.files.keys()]).toEqual([]);
    expect(dry.value).toEqual((await closeQuarter(closing(disk))).value);
  });

  test('refuses a day before the ledger, one long after it, and closing anew without a reason', async () => {
    const disk = memoryDisk();
    expect(words((await closeQuarter(closing(disk, { date: date('2024-09-29') }))).messages)).toEqual([
      '错误 date-before-ledger 日期 2024-09-29 早于 2024Q3 的台账日 2024-09-30；台账日之前不能关账或发文，请核对日期',
    ]);
    expect(words((await closeQuarter(closing(disk, { date: date('2052-10-10') }))).messages)).toEqual([
      '错误 date-late 日期 2052-10-10 比 2024Q3 的台账日 2024-09-30 晚 60 天以上，请核对年份和季度；确属无误，请加 --yes-that-day',
    ]);
    await closeQuarter(closing(disk));
    expect(words((await closeQuarter(closing(disk, { frozen: bytes('x') }))).messages)).toEqual([
      'inputs/register/register.csv 错误 close-again-reason 2024Q3 已于 2024-10-10 关账；重新关账须写明原因，请加 --reason',
    ]);
    expect(readRegister(disk).value.lines).toHaveLength(1);
  });

  test('can be done anew only while no paper speaks by its figures, and never overwrites what was frozen', async () => {
    const disk = memoryDisk();
    await issueDrafts(issuing(disk));
    const again = closing(disk, { date: date('2024-10-20'), frozen: bytes('{"figures":9}'), reason: '漏读一个文件夹' });
    expect(words((await closeQuarter(again)).messages)).toEqual([
      'inputs/register/register.csv:3 错误 already-closed 2024Q3 已于 2024-10-15 关账，且 X督〔2024〕1号 已按其数字印发；数字有误请用 duban correct 2024Q3，只有各件全部作废后才能重新关账',
    ]);
    for (const number of ['X督〔2024〕1号', 'X督〔2024〕2号', 'X督报〔2024〕1号']) await withdraw(disk, number);
    const { value, messages } = await closeQuarter(again);
    expect(words(messages)).toEqual([]);
    expect(value).toMatchObject({ revision: 2, correction: 0, closedOn: '2024-10-20' });
    expect(text(disk, 'inputs/register/frozen/2024Q3-1.json')).toBe('{"figures":1}');
    const figures = { revision: 2, close: null };
    const issued = await issueDrafts(issuing(disk, '2024-10-21', { figures }));
    expect(issued.value.map(({ number, revision }) => `${number} ${revision}`)).toEqual([
      'X督〔2024〕3号 2',
      'X督〔2024〕4号 2',
      'X督报〔2024〕2号 2',
    ]);
    expect(words(readRegister(disk).messages)).toEqual([]);
  });
});

function withdraw(disk: Disk, number: string, day = '2024-10-18') {
  return withdrawPaper({ ...context(disk, day), number, reason: '数字有误，尚未发出', notice: null });
}

describe('correct', () => {
  test('makes the next revision, and leaves the one before as it was', async () => {
    const disk = memoryDisk();
    await closeQuarter(closing(disk));
    const dry = correctQuarterDry(correcting(disk));
    expect(readRegister(disk).value.lines).toHaveLength(1);
    const { value, messages } = await correctQuarter(correcting(disk, { basis: '〔2024〕7号函\n第2条' }));
    expect(words(messages)).toEqual([]);
    expect(value).toMatchObject({ revision: 2, correction: 1, closedOn: '2024-10-10', basis: '〔2024〕7号函 第2条' });
    expect(dry.value?.frozen).toEqual(value?.frozen);
    const { value: register } = readRegister(disk);
    const of = (revision: number) => frozenQuarter(disk, register, { quarter: q, revision }).value ?? undefined;
    expect([1, 2].map((revision) => new TextDecoder().decode(of(revision)))).toEqual([
      '{"figures":1}',
      '{"figures":2}',
    ]);
    expect(words(frozenQuarter(disk, register, { quarter: q, revision: 3 }).messages)).toHaveLength(1);
  });

  test('refuses what is not closed, what rests on nothing, an earlier day, and a revision that is not the last', async () => {
    const disk = memoryDisk();
    expect(words((await correctQuarter(correcting(disk))).messages)).toEqual([
      'inputs/register/register.csv 错误 not-closed-yet 2024Q3 尚未关账，没有可更正的数字；请改正报送材料后重新运行 duban build 2024Q3',
    ]);
    await closeQuarter(closing(disk));
    expect(words((await correctQuarter(correcting(disk, { basis: ' ', date: date('2024-10-09') }))).messages)).toEqual([
      '错误 needs-basis 须写明依据或原因，不能为空',
      '错误 date-before-revision 更正日期 2024-10-09 早于 2024Q3 第 1 版数字的日期 2024-10-10，请核对日期',
    ]);
    const slip = correcting(disk, { date: date('2052-11-01'), isThatDay: false });
    expect((await correctQuarter(slip)).messages.map(({ code }) => code)).toEqual(['date-far-from-last']);
    await correctQuarter(correcting(disk));
    expect(words((await correctQuarter(correcting(disk))).messages)).toEqual([
      'inputs/register/register.csv 错误 revision-moved 2024Q3 的冻结数字在生成后有变化（另有人关账或更正）；请重新运行 duban build 2024Q3，核对后再试',
    ]);
    expect(readRegister(disk).value.quarters.get(q)?.revision).toBe(2);
  });
});

describe('issue by frozen figures', () => {
  test('closes the quarter in the same transaction, and the papers name the revision; a reminder names none', async () => {
    const disk = memoryDisk();
    const drafts = [...issuing(disk).drafts, draft('reminder', '012', [])];
    const { value, messages } = await issueDrafts(issuing(disk, '2024-10-15', { drafts }));
    expect(words(messages)).toEqual([]);
    expect(value.map(({ number, revision }) => [number, revision])).toEqual([
      ['X督〔2024〕1号', 1],
      ['X督〔2024〕2号', 1],
      ['X督报〔2024〕1号', 1],
      ['X催〔2024〕1号', null],
    ]);
    expect(readRegister(disk).value.lines.map(({ act }) => act.type)).toEqual([
      'close',
      'issue',
      'issue',
      'issue',
      'issue',
    ]);
  });

  test('in parts: the later issue takes the rest and says so, and only then nothing is left', async () => {
    const disk = memoryDisk();
    const drafts = issuing(disk).drafts;
    await issueDrafts(issuing(disk, '2024-10-15', { drafts: drafts.slice(0, 1) }));
    const figures = { revision: 1, close: null };
    const rest = issuing(disk, '2024-10-16', { figures });
    expect(issueList(rest).value.map(({ number }) => number)).toEqual(['X督〔2024〕2号', 'X督报〔2024〕1号']);
    const { value, messages } = await issueDrafts(rest);
    expect(words(messages)).toEqual([
      'inputs/register/register.csv 提示 issued-left-out 2024Q3 已有 1 件印发过，本次只发其余各件',
    ]);
    expect(value.map(({ number }) => number)).toEqual(['X督〔2024〕2号', 'X督报〔2024〕1号']);
    expect((await issueDrafts(rest)).messages.map(({ code }) => code)).toEqual(['already-issued', 'already-issued']);
  });

  test('takes a paper that was voided once more, under a new number', async () => {
    const disk = memoryDisk();
    await issueDrafts(issuing(disk));
    await withdraw(disk, 'X督〔2024〕2号');
    const again = await issueDrafts(issuing(disk, '2024-10-19', { figures: { revision: 1, close: null } }));
    expect(again.value.map(({ number, addressee }) => [number, addressee?.code])).toEqual([['X督〔2024〕3号', '003']]);
  });

  test('refuses drafts of another revision, also of figures that were live when another closed', async () => {
    const disk = memoryDisk();
    await closeQuarter(closing(disk, { frozen: bytes('others') }));
    const moved = [
      'inputs/register/register.csv 错误 revision-moved 2024Q3 的冻结数字在生成后有变化（另有人关账或更正）；请重新运行 duban build 2024Q3，核对后再试',
    ];
    expect(words((await issueDrafts(issuing(disk))).messages)).toEqual(moved);
    await correctQuarter(correcting(disk));
    const old = issuing(disk, '2024-11-02', { figures: { revision: 1, close: null } });
    expect(words((await issueDrafts(old)).messages)).toEqual(moved);
    expect(disk.list('out')).toEqual([]);
  });

  test('dates: not before the ledger, a first issue in 60 days or on purpose, a series by itself, a slip withdrawn', async () => {
    const disk = memoryDisk();
    const codes = async (day: string, changes = {}) =>
      (await issueDrafts(issuing(disk, day, changes))).messages.map(({ code }) => code);
    expect(await codes('2024-09-29')).toEqual(['date-before-ledger']);
    expect(await codes('2024-11-30')).toEqual(['date-late']);
    expect(disk.list('.')).toEqual([]);
    const drafts = issuing(disk).drafts;
    expect(await codes('2024-11-29', { drafts: drafts.slice(0, 1) })).toEqual([]);
    const figures = { revision: 1, close: null };
    // The report has a series of its own.
    expect(await codes('2024-11-01', { drafts: drafts.slice(2), figures })).toEqual([]);
    expect(await codes('2024-11-02', { drafts: drafts.slice(1, 2), figures })).toEqual(['date-before-last']);
    await withdraw(disk, 'X督〔2024〕1号', '2024-11-02');
    expect(await codes('2024-11-02', { drafts: drafts.slice(1, 2), figures })).toEqual([]);
    expect(await codes('2052-11-02', { drafts: drafts.slice(0, 1), figures })).toEqual(['date-far-from-last']);
    expect(await codes('2052-11-02', { drafts: drafts.slice(0, 1), figures, isThatDay: true })).toEqual([]);
  });
});

describe('reissue of papers handed over', () => {
  const papers = [
    {
      draft: letter('003', [['任务', '三']]),
      replaces: 'X督〔2024〕2号',
      changes: [{ field: '任务', before: '二', after: '三' }],
      reason: '数字更正',
    },
    { draft: letter('012', [['任务', '四']]), replaces: null, changes: [], reason: '新承担职责' },
  ];

  test('issues exactly these, as they are', async () => {
    const disk = memoryDisk();
    await issueDrafts(issuing(disk));
    await correctQuarter(correcting(disk));
    const request = { ...context(disk, '2024-11-05'), figures: { revision: 2, close: null }, papers };
    expect(words(reissuePlan({ ...request, date: date('2024-10-31') }).messages)).toEqual([
      '错误 date-before-correction 成文日期 2024-10-31 早于 2024Q3 数字更正的日期 2024-11-01，而文件所用是更正后的数字；请用 2024-11-01 或以后的日期',
    ]);
    expect(reissuePlan(request).value).toEqual(['X督〔2024〕3号', 'X督〔2024〕4号']);
    const { value, messages } = await reissuePapers(request);
    expect(words(messages)).toEqual([]);
    expect(value.map(({ number, replaces, revision, reason }) => [number, replaces, revision, reason])).toEqual([
      ['X督〔2024〕3号', 'X督〔2024〕2号', 2, '数字更正'],
      ['X督〔2024〕4号', null, 2, '新承担职责'],
    ]);
    const { value: register, messages: problems } = readRegister(disk);
    expect(words(problems)).toEqual([]);
    expect(register.records.get('X督〔2024〕3号')?.changes).toEqual(papers[0]?.changes);
    expect(register.entries.map(({ number, state }) => `${number} ${state}`)).toContain('X督〔2024〕2号 superseded');
    expect((await reissuePapers({ ...request, papers: [] })).value).toEqual([]);
  });

  test('refuses what was made before somebody else reissued', async () => {
    const disk = memoryDisk();
    await issueDrafts(issuing(disk));
    const request = { ...context(disk, '2024-11-05'), figures: { revision: 1, close: null }, papers };
    await reissuePapers(request);
    expect(words((await reissuePapers(request)).messages)).toEqual([
      'letters/003-区财政局 错误 replaces-not-valid X督〔2024〕2号 不是 2024Q3 现行有效的文件，不能替代；登记簿在生成草稿后有变化，请重新运行 duban build 2024Q3',
      'letters/012-区卫生健康委 错误 has-valid-paper 该单位已有有效的 X督〔2024〕4号；登记簿在生成草稿后有变化，请重新运行 duban build 2024Q3',
    ]);
    expect((await reissuePapers({ ...request, quarter: quarter('2024Q4') })).messages[0]?.code).toBe('not-issued-yet');
  });
});
