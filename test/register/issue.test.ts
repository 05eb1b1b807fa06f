import { describe, expect, test } from 'vitest';
import { error } from '../../src/message/message.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, draft, letter, render, text, words } from './office.ts';

const drafts = [
  draft('report', null, []),
  letter('012', [['33 牵头单位', '区卫生健康委']]),
  letter('003', [['12 配合单位', '区财政局']]),
];

function request(disk = memoryDisk(), changes = {}) {
  return { ...context(disk), drafts, ...changes };
}

describe('issue', () => {
  test('gives numbers by kind and unit, freezes the bytes and fills the register', async () => {
    const disk = memoryDisk();
    const { value, messages } = await issueDrafts(request(disk));
    expect(words(messages)).toEqual([]);
    expect(value.map(({ ordinal, number, addressee }) => [ordinal, number, addressee?.name])).toEqual([
      [1, 'X督〔2024〕1号', '区财政局'],
      [2, 'X督〔2024〕2号', '区卫生健康委'],
      [3, 'X督报〔2024〕1号', undefined],
    ]);
    expect([...disk.list('out'), ...disk.list('inputs')]).toEqual([
      'out/issued/2024/X督〔2024〕1号-003-区财政局.docx',
      'out/issued/2024/X督〔2024〕1号-003-区财政局.pdf',
      'out/issued/2024/X督〔2024〕2号-012-区卫生健康委.docx',
      'out/issued/2024/X督〔2024〕2号-012-区卫生健康委.pdf',
      'out/issued/2024/X督报〔2024〕1号-督查通报.docx',
      'out/issued/2024/X督报〔2024〕1号-督查通报.pdf',
      'inputs/register/2024/X督〔2024〕1号.json',
      'inputs/register/2024/X督〔2024〕2号.json',
      'inputs/register/2024/X督报〔2024〕1号.json',
      'inputs/register/register.csv',
    ]);
    const [issued] = value;
    expect(JSON.parse(text(disk, issued?.file.path ?? '').slice(5)).meta).toMatchObject({
      documentNumber: { issuerCode: 'X督', year: 2024, serial: 1 },
      issuedOn: '2024-10-15',
    });
  });

  test('writes a register that Excel opens and that reads back whole', async () => {
    const disk = memoryDisk();
    const { value } = await issueDrafts(request(disk));
    const rows = text(disk, 'inputs/register/register.csv').split('\r\n');
    expect(rows[0]).toBe(
      '\uFEFF行次,事项,日期,季度,修订,台账日,登记号,发文字号,系列,年度,序号,种类,标题,主送单位,单位代码,替代字号,撤回通知,原因,文件,文件校验码,登记件,登记件校验码,校验链',
    );
    expect(rows[1]).toMatch(
      /^1,印发,2024-10-15,2024Q3,,,1,X督〔2024〕1号,X督,2024,1,督办通知,关于第三季度落实情况的督办通知,区财政局,003,,,,out\/issued\/2024\/X督〔2024〕1号-003-区财政局.docx,[0-9a-f]{64},inputs\/register\/2024\/X督〔2024〕1号.json,[0-9a-f]{64},[0-9a-f]{64}$/,
    );
    expect(rows).toHaveLength(5);
    const { value: register, messages } = readRegister(disk);
    expect(words(messages)).toEqual([]);
    const place = { file: '', row: null, column: null };
    expect(register.entries.map((entry) => ({ ...entry, place }))).toEqual(value.map((entry) => ({ ...entry, place })));
    expect(register.records.get('X督〔2024〕2号')?.facts).toEqual([['33 牵头单位', '区卫生健康委']]);
  });

  test('a bulletin counts its issues', async () => {
    const disk = memoryDisk();
    await issueDrafts(request(disk));
    const record = JSON.parse(text(disk, 'inputs/register/2024/X督报〔2024〕1号.json'));
    expect(record.document.meta.bulletinNumber).toBe(1);
  });

  test('the numbers do not depend on the order of the drafts or on how many are rendered at a time', async () => {
    const [one, two] = [memoryDisk(), memoryDisk()];
    await issueDrafts(request(one));
    await issueDrafts(request(two, { drafts: drafts.toReversed(), jobs: 1 }));
    for (const file of one.list('inputs')) expect(text(two, file)).toBe(text(one, file));
  });

  test('goes on counting in the next quarter, and begins anew in the next year', async () => {
    const disk = memoryDisk();
    await issueDrafts(request(disk));
    const late = await issueDrafts(request(disk, context(disk, '2024-12-30', '2024Q4')));
    const next = await issueDrafts(request(disk, context(disk, '2025-04-10', '2025Q1')));
    expect([...late.value, ...next.value].map(({ ordinal, number }) => `${ordinal} ${number}`)).toEqual([
      '4 X督〔2024〕3号',
      '5 X督〔2024〕4号',
      '6 X督报〔2024〕2号',
      '1 X督〔2025〕1号',
      '2 X督〔2025〕2号',
      '3 X督报〔2025〕1号',
    ]);
    expect(words(readRegister(disk).messages)).toEqual([]);
  });
});

describe('issue refuses', () => {
  test('a quarter that is issued already, and names reissue', async () => {
    const disk = memoryDisk();
    await issueDrafts(request(disk));
    const before = new Map(disk.files);
    expect(words((await issueDrafts(request(disk))).messages)).toEqual([
      'inputs/register/register.csv 错误 already-issued 2024Q3 的督办通知已发 2 件（X督〔2024〕1号 起），不再重发；如内容有变，请用 duban reissue 2024Q3',
      'inputs/register/register.csv 错误 already-issued 2024Q3 的督查通报已发 1 件（X督报〔2024〕1号 起），不再重发；如内容有变，请用 duban reissue 2024Q3',
    ]);
    expect(disk.files).toEqual(before);
  });

  test('but reminders of the same quarter can follow', async () => {
    const disk = memoryDisk();
    await issueDrafts(request(disk));
    const { value, messages } = await issueDrafts(request(disk, { drafts: [draft('reminder', '003', [])] }));
    expect(words(messages)).toEqual([]);
    expect(value.map(({ number }) => number)).toEqual(['X催〔2024〕1号']);
  });

  test('a date before the quarter, before the last paper, and nothing at all', async () => {
    const disk = memoryDisk();
    expect(words((await issueDrafts(request(disk, context(disk, '2023-10-15')))).messages)).toEqual([
      '错误 date-before-quarter 成文日期 2023-10-15 早于 2024Q3 的第一天 2024-07-01，请核对年份',
    ]);
    await issueDrafts(request(disk, context(disk, '2025-01-10')));
    expect(words((await issueDrafts(request(disk, context(disk, '2025-01-09', '2024Q4')))).messages)).toEqual([
      'inputs/register/register.csv:4 错误 date-before-last 成文日期 2025-01-09 早于同系列已登记的 X督报〔2025〕1号（2025-01-10）；后发的文号不能用更早的日期。如 X督报〔2025〕1号 的日期写错，请先用 duban withdraw X督报〔2025〕1号 作废',
    ]);
    expect(words((await issueDrafts(request(disk, { drafts: [] }))).messages)).toEqual([
      '错误 nothing-to-issue 2024Q3 没有可发的文件',
    ]);
  });

  test('everything when one paper cannot be rendered, and gives no number', async () => {
    const disk = memoryDisk();
    const broken = {
      render: (...[document, kind]: Parameters<typeof render>) =>
        kind === 'report'
          ? Promise.resolve({ value: new Map(), messages: [error(null, 'missing-file')] })
          : render(document, kind),
    };
    expect(words((await issueDrafts(request(disk, broken))).messages)).toEqual(['report 错误 missing-file 找不到文件']);
    expect([...disk.files.keys()]).toEqual([]);
    const empty = {
      render: () => Promise.resolve({ value: new Map(), messages: [] }),
      drafts: [draft('report', null, [])],
    };
    expect(words((await issueDrafts(request(disk, empty))).messages)).toEqual(['report 错误 not-made 文件未能生成']);
    expect((await issueDrafts(request(disk))).value[0]?.number).toBe('X督〔2024〕1号');
  });

  test('a second person at the same time', async () => {
    const disk = memoryDisk();
    const first = issueDrafts(request(disk));
    expect(words((await issueDrafts(request(disk))).messages)).toEqual([
      'inputs/register/.lock 错误 locked 另一个 duban 正在写入（计算机 memory，进程 1），请待其结束后再试；如确认已无人运行，可删除 inputs/register/.lock',
    ]);
    expect((await first).value).toHaveLength(3);
  });

  test('when a paper lies in out/issued that the register does not know: it is an old copy', async () => {
    const disk = memoryDisk();
    await issueDrafts(request(disk, { drafts: [draft('reminder', '003', [])] }));
    disk.write('out/issued/2024/X督〔2024〕2号-007-别的.docx', bytes('x'));
    expect(words((await issueDrafts(request(disk))).messages)).toEqual([
      'out/issued/2024/X督〔2024〕2号-007-别的.docx 错误 issued-unregistered 此件有文号而登记簿中没有：登记簿可能是旧的或被删短；请先从备份或版本库恢复 inputs/register，此件原样保留',
    ]);
  });
});
