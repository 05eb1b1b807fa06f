import { beforeAll, describe, expect, test } from 'vitest';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { again } from './again.ts';
import { reprint } from '../../src/register/reprint.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { bytes, context, letter, render, text, words } from './office.ts';

const file = 'inputs/register/register.csv';
let issued: MemoryDisk;

/** Three letters of the third quarter; the second was replaced by the fourth. */
beforeAll(async () => {
  issued = memoryDisk();
  const drafts = ['001', '003', '012'].map((code) => letter(code, [['任务', code]]));
  await issueDrafts({ ...context(issued), drafts });
  const today = drafts.map((each) => (each.addressee?.code === '003' ? letter('003', [['任务', '改']]) : each));
  await reissuePapers({ ...context(issued, '2024-11-20'), papers: again(issued, '2024Q3', today) });
});

function copy(): MemoryDisk {
  const disk = memoryDisk();
  for (const [name, content] of issued.files) disk.files.set(name, content);
  return disk;
}

/** The messages after a change of the text of register.csv. */
function afterEdit(edit: (csv: string) => string): readonly string[] {
  const disk = copy();
  disk.write(file, bytes(edit(text(disk, file))));
  return words(readRegister(disk).messages);
}

test('no register is an empty register', () => {
  const head = { count: 0, hash: '', lastDate: null };
  const value = { lines: [], entries: [], quarters: new Map(), head, records: new Map() };
  expect(readRegister(memoryDisk())).toEqual({ value, messages: [] });
});

describe('a hand edit that breaks nothing', () => {
  test('the register as Excel saves it again: GBK, dates with strokes, codes without zeros', () => {
    const disk = copy();
    const saved = text(disk, file)
      .replace('\uFEFF', '')
      .replaceAll('2024-10-15', '2024/10/15')
      .replaceAll(',003,', ',3,');
    disk.write(file, gbk(saved));
    const { value, messages } = readRegister(disk);
    expect(words(messages)).toEqual([]);
    expect(value.entries.map(({ addressee, issuedOn }) => [addressee?.code, issuedOn])).toEqual([
      ['001', '2024-10-15'],
      ['003', '2024-10-15'],
      ['012', '2024-10-15'],
      ['003', '2024-11-20'],
    ]);
  });

  test('lines in another order, blank rows below', () => {
    expect(
      afterEdit((csv) => {
        const [header = '', ...rows] = csv.trimEnd().split('\r\n');
        return `${[header, ...rows.toReversed()].join('\r\n')}\r\n${','.repeat(22)}\r\n`;
      }).filter((line) => line.includes('错误')),
    ).toEqual([]);
  });
});

const unnamed =
  '错误 record-without-row 有登记件而登记簿中没有对应的一行：该行被删除，或 register.csv 是旧的；请恢复 register.csv，否则文号会重复';

describe('a hand edit that breaks the register is told with its row', () => {
  test('a deleted row', () => {
    expect(afterEdit((csv) => csv.replace(/^2,.*\r\n/mu, ''))).toEqual([
      `inputs/register/2024/X督〔2024〕2号.json ${unnamed}`,
      'inputs/register/register.csv:3:1 错误 register-gap “行次”不连续：应为 2，现为 3；缺失的行请从备份或版本库恢复',
    ]);
  });

  test('the last row deleted, or the whole file: the records still know it', () => {
    expect(afterEdit((csv) => csv.replace(/^4,.*\r\n/mu, ''))).toEqual([
      `inputs/register/2024/X督〔2024〕4号.json ${unnamed}`,
    ]);
    const disk = copy();
    const lost = [
      'inputs/register/register.csv 错误 register-lost register.csv 不在或没有内容，而登记件有 4 件；请从备份或版本库恢复 register.csv，恢复前不能发文',
    ];
    disk.remove(file);
    expect(words(readRegister(disk).messages)).toEqual(lost);
    disk.write(file, new Uint8Array());
    expect(words(readRegister(disk).messages)).toEqual(lost);
  });

  test('a row entered twice', () => {
    expect(afterEdit((csv) => csv.replace(/^3,.*\r\n/mu, (row) => row + row))).toEqual([
      'inputs/register/register.csv:5:1 错误 count-twice “行次”3 重复；请恢复登记簿',
    ]);
  });

  test.each([
    [
      'a unit',
      '区财政局,003',
      '区税务局,003',
      '3:14 错误 register-differs “主送单位”现为“区税务局”，登记件中为“区财政局”；请改回',
    ],
    [
      'a date',
      '2,印发,2024-10-15',
      '2,印发,2024-10-16',
      '3:3 错误 register-differs “日期”现为“2024-10-16”，登记件中为“2024-10-15”；请改回',
    ],
    [
      'a number given to another',
      'X督〔2024〕3号,X督,2024,3',
      'X督〔2024〕2号,X督,2024,2',
      '4:8 错误 register-differs “发文字号”现为“X督〔2024〕2号”，登记件中为“X督〔2024〕3号”；请改回',
    ],
    ['an unknown act', '2,印发', '2,废止', '3:2 错误 unknown-word '],
    ['no act', '2,印发', '2,', '3:2 错误 missing-value '],
    [
      'a replacement left out',
      '003,X督〔2024〕2号',
      '003,',
      '5:16 错误 register-differs “替代字号”现为“”，登记件中为“X督〔2024〕2号”；请改回',
    ],
    [
      'a reason',
      '内容变化：任务',
      '内容变化',
      '5:18 错误 register-differs “原因”现为“内容变化”，登记件中为“内容变化：任务”；请改回',
    ],
    [
      'a position',
      '\r\n3,印',
      '\r\n三,印',
      '4:1 错误 register-no-number “行次”应为正整数，现为“三”；请从备份或版本库恢复本行',
    ],
    [
      'a total row',
      '\r\n3,印',
      `\r\n合计${','.repeat(22)}\r\n3,印`,
      '4 错误 register-row-unread 登记簿中混有不是登记内容的一行（合计、说明或标题），请删除',
    ],
  ] as const)('%s', (...[, before, after, expected]) => {
    const told = afterEdit((csv) => {
      expect(csv).toContain(before);
      return csv.replace(before, after);
    });
    expect(told.filter((line) => line.includes('错误')).some((line) => line.startsWith(`${file}:${expected}`))).toBe(
      true,
    );
  });

  test('a hash, in form or in content', () => {
    const edited = (row: RegExp, hash: string) => afterEdit((csv) => csv.replace(row, `$1${hash}`));
    expect(edited(/(\.json,)[0-9a-f]{64}/u, '1.2E+63')).toEqual([
      'inputs/register/register.csv:2:22 错误 bad-hash 校验码应为 64 位十六进制数，现为“1.2E+63”；请从备份或版本库恢复本行',
    ]);
    expect(edited(/(\.json,)[0-9a-f]{64}/u, '0'.repeat(64))).toEqual([
      'inputs/register/register.csv:2:22 错误 record-changed 登记件“inputs/register/2024/X督〔2024〕1号.json”与校验码不符，内容已被改动；请从备份或版本库恢复',
    ]);
    expect(edited(/(\.docx,)[0-9a-f]{64}/u, '0'.repeat(64))[0]).toContain(':2:20 错误 register-differs “文件校验码”');
  });

  test('a record rewritten together with its hash, or the chain itself: the chain does not hold', () => {
    const disk = copy();
    const record = 'inputs/register/2024/X督〔2024〕3号.json';
    const rewritten = bytes(text(disk, record).replace('"任务",\n   "012"', '"任务",\n   "013"'));
    const [before, after] = [sha256(disk.read(record) ?? ''), sha256(rewritten)];
    expect(after).not.toBe(before);
    disk.write(record, rewritten);
    disk.write(file, bytes(text(disk, file).replace(before, after)));
    const broken = (position: number) =>
      `inputs/register/register.csv:${position + 1}:23 错误 chain-broken 第 ${position} 行与其校验链不符：本行或上一行在登记后被改动；登记簿只增不改，请从备份或版本库恢复`;
    expect(words(readRegister(disk).messages)).toEqual([broken(3)]);
    expect(afterEdit((csv) => csv.replace(/[0-9a-f]{64}\r\n3,/u, `${'0'.repeat(64)}\r\n3,`))).toEqual([
      broken(2),
      broken(3),
    ]);
  });

  test('a record changed or taken away', () => {
    const disk = copy();
    const record = 'inputs/register/2024/X督〔2024〕3号.json';
    disk.write(record, bytes(text(disk, record).replace('012', '013')));
    disk.remove('inputs/register/2024/X督〔2024〕1号.json');
    expect(words(readRegister(disk).messages)).toEqual([
      'inputs/register/register.csv:2:21 错误 record-missing 找不到登记件“inputs/register/2024/X督〔2024〕1号.json”；请从备份或版本库恢复，恢复前不能发文',
      'inputs/register/register.csv:4:22 错误 record-changed 登记件“inputs/register/2024/X督〔2024〕3号.json”与校验码不符，内容已被改动；请从备份或版本库恢复',
    ]);
  });

  test('a column taken away', () => {
    expect(afterEdit((csv) => csv.replace('登记件校验码', '其他'))[0]).toContain(
      '错误 missing-column 缺少“登记件校验码”一列',
    );
  });
});

test('a register of version 0.1.0 is refused in words', () => {
  const disk = memoryDisk();
  disk.write(
    file,
    bytes('登记号,发文字号,系列,年度,序号,种类,季度,状态\r\n1,X督〔2024〕1号,X督,2024,1,督办通知,2024Q3,有效\r\n'),
  );
  expect(words(readRegister(disk).messages)).toEqual([
    'inputs/register/register.csv 错误 register-old-version 这是 0.1.0 版的登记簿（没有“校验链”一列），本版不能续用；请用 0.1.0 版查验，或将 inputs/register 与 out/issued 一并移至别处，另建登记簿',
  ]);
});

test('every command that needs the register refuses a broken one', async () => {
  const disk = copy();
  disk.write(file, bytes(text(disk, file).replace(/^2,.*\r\n/mu, '')));
  const before = new Map(disk.files);
  const common = { ...context(disk, '2024-12-30', '2024Q4'), drafts: [letter('001', [])] };
  expect((await issueDrafts(common)).messages).toHaveLength(2);
  expect((await reissuePapers({ ...common, papers: [] })).messages).toHaveLength(2);
  expect((await reprint({ disk, number: 'X督〔2024〕1号', writer: 'test 1', render })).messages).toHaveLength(2);
  expect(disk.files).toEqual(before);
});

/** What Excel in China writes: the characters of the table looked up in GBK. */
function gbk(content: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(content).flatMap((character) => codes.get(character) ?? [character.codePointAt(0) ?? 0]),
  );
}
