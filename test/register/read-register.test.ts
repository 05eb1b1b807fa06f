import { beforeAll, describe, expect, test } from 'vitest';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissueDrafts } from '../../src/register/reissue.ts';
import { reprint } from '../../src/register/reprint.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, letter, render, text, word, words } from './office.ts';

const file = 'inputs/register/register.csv';
let issued: MemoryDisk;

/** Three letters of the third quarter; the second was replaced by the fourth. */
beforeAll(async () => {
  issued = memoryDisk();
  const drafts = ['001', '003', '012'].map((code) => letter(code, [['任务', code]]));
  await issueDrafts({ ...context(issued), drafts, ignoreEdits: false });
  const today = drafts.map((each) => (each.addressee?.code === '003' ? letter('003', [['任务', '改']]) : each));
  await reissueDrafts({ ...context(issued, '2024-11-20'), drafts: today, ignoreEdits: false, word });
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
  expect(readRegister(memoryDisk())).toEqual({ value: { entries: [], records: new Map() }, messages: [] });
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

  test('rows in another order, blank rows below, a remark under 原因', () => {
    expect(
      afterEdit((csv) => {
        const [header = '', ...rows] = csv.trimEnd().split('\r\n');
        return `${[header, ...rows.toReversed()].join('\r\n')}\r\n,,,,,,,,,,,,,,,,,,\r\n`.replace(
          '有效,,,,',
          '有效,,,备注,',
        );
      }).filter((line) => line.includes('错误')),
    ).toEqual([]);
  });
});

describe('a hand edit that breaks the register is told with its row', () => {
  test('a deleted row', () => {
    expect(afterEdit((csv) => csv.replace(/^2,.*\r\n/mu, ''))).toEqual([
      'inputs/register/2024/X督〔2024〕2号.json 错误 record-without-row 有登记件而登记簿中没有对应的一行：该行被删除，或 register.csv 是旧的；请恢复 register.csv，否则文号会重复',
      'inputs/register/register.csv:3:5 错误 register-gap “序号”不连续：应为 2，现为 3；缺失的行请从备份或版本库恢复',
      'inputs/register/register.csv:3:1 错误 register-gap “登记号”不连续：应为 2，现为 3；缺失的行请从备份或版本库恢复',
      'inputs/register/register.csv:4:13 错误 no-such-number 登记簿中没有“X督〔2024〕2号”',
    ]);
  });

  test('the last row deleted, or the whole file: the records still know it', () => {
    expect(afterEdit((csv) => csv.replace(/^4,.*\r\n/mu, ''))).toEqual([
      expect.stringMatching(/^inputs\/register\/2024\/X督〔2024〕4号.json 错误 record-without-row /),
      'inputs/register/register.csv:3:14 错误 no-such-number 登记簿中没有“X督〔2024〕4号”',
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

  test('a number given twice', () => {
    expect(afterEdit((csv) => csv.replace(/^3,X督〔2024〕3号,X督,2024,3/mu, '3,X督〔2024〕2号,X督,2024,2'))).toEqual([
      'inputs/register/register.csv:4:2 错误 register-differs “发文字号”现为“X督〔2024〕2号”，登记件中为“X督〔2024〕3号”；请改回',
      'inputs/register/register.csv:4:5 错误 register-differs “序号”现为“2”，登记件中为“3”；请改回',
      'inputs/register/register.csv:4:2 错误 number-twice 发文字号 X督〔2024〕2号 重复，第 3 行已有；请恢复登记簿',
      'inputs/register/register.csv:4:5 错误 count-twice “序号”2 重复；请恢复登记簿',
      'inputs/register/register.csv:5:5 错误 register-gap “序号”不连续：应为 3，现为 4；缺失的行请从备份或版本库恢复',
    ]);
  });

  test.each([
    [
      'a unit',
      '区财政局,003,2024-10',
      '区税务局,003,2024-10',
      '3:9 错误 register-differs “主送单位”现为“区税务局”，登记件中为“区财政局”；请改回',
    ],
    [
      'a date',
      '003,2024-10-15',
      '003,2024-10-16',
      '3:11 错误 register-differs “成文日期”现为“2024-10-16”，登记件中为“2024-10-15”；请改回',
    ],
    [
      'a state',
      '2024-10-15,废止',
      '2024-10-15,有效',
      '3:12 错误 valid-but-replaced X督〔2024〕2号 已被替代，状态应为“废止”',
    ],
    ['an unknown state', '2024-10-15,废止', '2024-10-15,作废', '3:12 错误 unknown-word '],
    ['no state', '2024-10-15,废止', '2024-10-15,', '3:12 错误 missing-value '],
    [
      'a replacement left out',
      '废止,,X督〔2024〕4号',
      '废止,,',
      '3:14 错误 superseded-by-none X督〔2024〕2号 已废止，但没有写明被哪一号替代',
    ],
    [
      'another replacement',
      '废止,,X督〔2024〕4号',
      '废止,,X督〔2024〕3号',
      '3:14 错误 one-sided-replacement X督〔2024〕2号 与 X督〔2024〕3号 的替代关系只写在一边，两行应互相对应',
    ],
    [
      'a running number',
      '\r\n3,X',
      '\r\n三,X',
      '4:1 错误 register-no-number “登记号”应为正整数，现为“三”；请按登记件改回',
    ],
    [
      'a total row',
      '\r\n3,X',
      '\r\n合计,,,,,,,,,,,,,,,,,,\r\n3,X',
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
    expect(afterEdit((csv) => csv.replace(/[0-9a-f]{64}\r\n/u, '1.2E+63\r\n'))).toEqual([
      'inputs/register/register.csv:2:19 错误 bad-hash 校验码应为 64 位十六进制数，现为“1.2E+63”；请从备份或版本库恢复本行',
    ]);
    expect(afterEdit((csv) => csv.replace(/[0-9a-f]{64}\r\n/u, `${'0'.repeat(64)}\r\n`))).toEqual([
      'inputs/register/register.csv:2:19 错误 record-changed 登记件“inputs/register/2024/X督〔2024〕1号.json”与校验码不符，内容已被改动；请从备份或版本库恢复',
    ]);
    expect(afterEdit((csv) => csv.replace(/[0-9a-f]{64}(,inputs.*)$/mu, `${'0'.repeat(64)}$1`))[0]).toContain(
      ':2:17 错误 register-differs “文件校验码”',
    );
  });

  test('a record changed or taken away', () => {
    const disk = copy();
    const record = 'inputs/register/2024/X督〔2024〕3号.json';
    disk.write(record, bytes(text(disk, record).replace('012', '013')));
    disk.remove('inputs/register/2024/X督〔2024〕1号.json');
    expect(words(readRegister(disk).messages)).toEqual([
      'inputs/register/register.csv:2:18 错误 record-missing 找不到登记件“inputs/register/2024/X督〔2024〕1号.json”；请从备份或版本库恢复，恢复前不能发文',
      'inputs/register/register.csv:4:19 错误 record-changed 登记件“inputs/register/2024/X督〔2024〕3号.json”与校验码不符，内容已被改动；请从备份或版本库恢复',
    ]);
  });

  test('a column taken away', () => {
    expect(afterEdit((csv) => csv.replace('登记件校验码', '其他'))[0]).toContain(
      '错误 missing-column 缺少“登记件校验码”一列',
    );
  });
});

test('every command that needs the register refuses a broken one', async () => {
  const disk = copy();
  disk.write(file, bytes(text(disk, file).replace(/^2,.*\r\n/mu, '')));
  const before = new Map(disk.files);
  const common = { ...context(disk, '2024-12-30', '2024Q4'), drafts: [letter('001', [])], ignoreEdits: false };
  expect((await issueDrafts(common)).messages).toHaveLength(4);
  expect((await reissueDrafts({ ...common, word })).messages).toHaveLength(4);
  expect((await reprint({ disk, number: 'X督〔2024〕1号', writer: 'test 1', render })).messages).toHaveLength(4);
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
