/** Old workbooks and OpenDocument: read as an .xlsx is, told as what they are, and held within limits. */
import { expect, test } from 'vitest';
import { aside } from '../../../src/table/old/aside.ts';
import type { OldWorkbook } from '../../../src/table/old/in-worker.ts';
import { fixture, told } from './cases.ts';
import { goodRow, header, read, said } from './district.ts';
import { withParts } from '../../table/make-xlsx.ts';

const whole = [
  ['1', 60, '登记信息共享接口投用，新办企业60户。'],
  ['3', 70, '网上办理率95.4%，上门辅导31次。'],
  ['4', 45, '参加联合抽查2次，检查企业36户。'],
  ['6', 65, '受理企业诉求48件，办结48件。'],
];
const filled = (ending: string): readonly string[] =>
  [
    ['填报人', 9],
    ['填报日期', 10],
  ].map(
    ([name, column]) =>
      `县税务局.${ending}:6:${column} 提示 filled-down “${name}”空白，按合并单元格取上一行的内容：第 6-7 行`,
  );
const hiddenRow = (ending: string): string =>
  `县税务局.${ending}:4 警告 hidden-rows 第 4 行已隐藏（或被筛选掉），未采用；如应计入，请取消隐藏后重新报送`;
const struckCell = (ending: string): string =>
  `县税务局.${ending}:7:7 警告 struck-text 本格有划去的文字“系统不稳”，未采用；请核对`;
const old =
  '是旧版 Excel（.xls）或 WPS（.et）文件，已读取；一格之内只划去一部分的文字看不出来，请留意，下次请报送 .xlsx';

test.each(['xls', 'et', 'xlsx'])(
  'Excel 97 to 2003, whatever its ending says (.%s): percents, dates, formulas, merges, hidden rows and sheets',
  async (ending) => {
    expect(told({ [`县税务局.${ending}`]: fixture('old/excel-97.xls') })).toEqual({
      said: [hiddenRow(ending), struckCell(ending)],
      notes: [
        `县税务局.${ending} 提示 old-workbook ${old}`,
        `县税务局.${ending} 提示 xlsx-hidden-sheets 工作表“旧表”已隐藏，未读取`,
        `县税务局.${ending}:1 提示 skipped-rows 跳过标题行：第 1 行`,
        ...filled(ending),
      ],
      entries: whole,
      isGood: true,
    });
  },
);

test('Excel 95, with texts in GBK', async () => {
  const result = told({ '县税务局.xls': fixture('old/excel-95-gbk.xls') });
  expect(result).toEqual({ said: [], notes: [`县税务局.xls 提示 old-workbook ${old}`], entries: whole, isGood: true });
});

test('OpenDocument: hidden rows, hidden sheets and struck-out text too', async () => {
  expect(told({ '县税务局.ods': fixture('old/libreoffice.ods') })).toEqual({
    said: [hiddenRow('ods'), struckCell('ods')],
    notes: [
      '县税务局.ods 提示 xlsx-hidden-sheets 工作表“旧表”已隐藏，未读取',
      '县税务局.ods:1 提示 skipped-rows 跳过标题行：第 1 行',
      ...filled('ods'),
    ],
    entries: whole,
    isGood: true,
  });
});

test('a percent of OpenDocument keeps its digits, words round a number are kept, a protected file is told', async () => {
  const made = fixture('old/libreoffice.ods');
  const change = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
  const exact = withParts(made, { 'content.xml': change(/office:value="0\.6"/u, 'office:value="0.605"') });
  expect(told({ '县税务局.ods': exact }).entries[0]).toEqual(['1', 60.5, whole[0]?.[2]]);
  const locked = withParts(made, {
    'META-INF/manifest.xml': change('</manifest:manifest>', '<encryption-data/></manifest:manifest>'),
  });
  expect(told({ '县税务局.ods': locked }).said).toEqual([
    '县税务局.ods 错误 not-a-table 文件设了打开密码，不能读取；请取消密码后重新报送',
  ]);
});

test('a damaged old workbook is told, and the console is left alone', async () => {
  const bytes = Buffer.from(fixture('old/excel-97.xls')).subarray(0, 3000);
  const { said, isGood } = told({ '县税务局.xls': bytes });
  expect([said, isGood]).toEqual([[expect.stringMatching(/^县税务局\.xls 错误 xlsx-damaged/u)], false]);
});

test('what takes too long or too much memory is given up', () => {
  const bytes = new Uint8Array(1);
  const fill = (): OldWorkbook => {
    const hoard: number[][] = [];
    for (;;) hoard.push(Array.from({ length: 1 << 16 }, () => 1));
  };
  expect(
    aside(fill, {
      library: 'exports.read = () => null;',
      struckIn: () => [],
      bytes,
      rows: 1,
      limits: { seconds: 1, megabytes: 32 },
    }),
  ).toBeNull();
  const spin = (): OldWorkbook => {
    for (;;);
  };
  expect(
    aside(spin, {
      library: 'exports.read = () => null;',
      struckIn: () => [],
      bytes,
      rows: 1,
      limits: { seconds: 0.3, megabytes: 32 },
    }),
  ).toBeNull();
});

test('cells, numbers and whole rows that are struck out are told and not taken', () => {
  expect(told({ '县税务局.xls': fixture('old/struck-97.xls') })).toMatchObject({
    said: [
      '县税务局.xls:2:7 警告 struck-text 本格有划去的文字“系统不稳”，未采用；请核对',
      '县税务局.xls:3:5 警告 struck-text 本格有划去的文字“70”，未采用；请核对',
      '县税务局.xls:4 警告 struck-rows 第 4 行整行划去，未采用；请核对',
    ],
    entries: [whole[0], ['3', null, whole[1]?.[2]], whole[3]],
    isGood: true,
  });
});

test('a binary workbook is read, and says once that nothing struck out shows in it', async () => {
  const { utils, write } = await import('@e965/xlsx');
  const cells = [header.split(','), goodRow.split(',')];
  const sheet = utils.aoa_to_sheet(cells);
  const bytes: unknown = write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { bookType: 'xlsb', type: 'array' });
  const { value, messages } = read({ '区财政局.xlsb': new Uint8Array(bytes as ArrayBuffer) });
  expect(value.returns).toMatchObject([{ taskId: '3', percent: 80, status: 'on-track' }]);
  expect(said(messages)).toEqual([
    '区财政局.xlsb 提示 old-workbook 是二进制工作簿（.xlsb）文件，已读取；其中划去的文字看不出来，请留意，下次请报送 .xlsx',
  ]);
});
