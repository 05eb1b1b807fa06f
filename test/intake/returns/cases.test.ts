import { describe, expect, test } from 'vitest';
import { returnForm } from '../../../src/intake/returns/form.ts';
import { readTable } from '../../../src/table/table.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { fixture, told } from './cases.ts';
import { makeXlsx, withParts } from '../../table/make-xlsx.ts';

/** What the tax office of the small district reports in every one of these files. */
const whole = [
  ['1', 60, '登记信息共享接口投用，新办企业60户。'],
  ['3', 70, '网上办理率95.4%，上门辅导31次。'],
  ['4', 45, '参加联合抽查2次，检查企业36户。'],
  ['6', 65, '受理企业诉求48件，办结48件。'],
];
const without = (task: string) => whole.filter(([id]) => id !== task);

const sheetPart = 'xl/worksheets/sheet1.xml';

function hiddenColumn(column: number, bytes: Uint8Array): Uint8Array {
  const cols = `<cols><col min="${column}" max="${column}" hidden="1"/></cols><sheetData>`;
  return withParts(bytes, { [sheetPart]: (old) => old.replace('<sheetData>', cols) });
}

const header = '填报单位,任务编号,本单位角色,进展情况,完成比例,状态,存在问题,下一步措施,填报人,填报日期'.split(',');
const rows = whole.map(([task, percent, progress], at) =>
  ['县税务局', task, at % 2 === 0 ? '配合' : '牵头', progress, percent, '正常推进', '', '', '郑某', '2025-06-20'].map(
    String,
  ),
);

test.each([
  'backslash-zip/1.xlsx',
  'equals-quoted/1.csv',
  'equals-quoted/2.csv',
  'equals-quoted/3.csv',
  'part-names-case/1.xlsx',
  'part-names-case/2.xlsx',
  'workbook-elsewhere/1.xlsx',
  'workbook-elsewhere/2.xlsx',
])('%s is read as if nothing were odd', async (name) => {
  expect(told({ [`县税务局${name.slice(name.lastIndexOf('.'))}`]: fixture(name) })).toEqual({
    said: [],
    notes: [],
    entries: whole,
    isGood: true,
  });
});

test('="…" as phone number is the number', async () => {
  const { value } = readTable({ path: 'a.csv', bytes: fixture('equals-quoted/3.csv') }, returnForm);
  expect(value.rows[0]?.cells[value.columns.get('联系电话') ?? -1]).toBe('0379-60000001');
});

describe('rows and cells that no return can stand in', () => {
  test('a heading over the whole table is skipped, and said', async () => {
    expect(told({ '县税务局.xlsx': fixture('heading-row-crash/1.xlsx') })).toEqual({
      said: [],
      notes: ['县税务局.xlsx:4 提示 skipped-rows 跳过小标题行：第 4 行'],
      entries: whole,
      isGood: true,
    });
  });

  test('the same heading in a CSV', async () => {
    const lines = [header, ...rows].toSpliced(3, 0, ['二、监管执法', ...Array<string>(9).fill('')]);
    const { notes, entries, isGood } = told({ '县税务局.csv': lines.map((cells) => cells.join(',')).join('\n') });
    expect([notes, entries, isGood]).toEqual([['县税务局.csv:4 提示 skipped-rows 跳过小标题行：第 4 行'], whole, true]);
  });

  test('a number or a remark by itself is told with its cell', async () => {
    const said = [
      '县税务局.xlsx:6:1 警告 lone-cell 本行只有这一格有内容（“7”），不是一项反馈，未采用；如是反馈请补齐各格',
    ];
    const result = told({ '县税务局.xlsx': fixture('heading-row-crash/2.xlsx') });
    expect(result).toEqual({ said, notes: [], entries: whole, isGood: true });
    const remark = makeXlsx([header, ...rows, ['以上数据截至6月20日']]);
    expect(told({ '县税务局.xlsx': remark }).said).toEqual([
      '县税务局.xlsx:6:1 警告 lone-cell 本行只有这一格有内容（“以上数据截至6月20日”），不是一项反馈，未采用；如是反馈请补齐各格',
    ]);
  });

  test('a text by itself in a column of content is a row that lacks the others', async () => {
    const { said, isGood } = told({
      '县税务局.xlsx': makeXlsx([header, ...rows, ['', '', '', '又办理3件']]),
    });
    expect([said.length > 0, isGood]).toEqual([true, false]);
  });

  test('what is out of sight is told, and does not count', async () => {
    expect(told({ '县税务局.xlsx': fixture('hidden-row/1.xlsx') })).toEqual({
      said: ['县税务局.xlsx:3 警告 hidden-rows 第 3 行已隐藏（或被筛选掉），未采用；如应计入，请取消隐藏后重新报送'],
      notes: [],
      entries: whole,
      isGood: true,
    });
  });

  test('a row without height is as hidden as one that says so', async () => {
    const bytes = withParts(makeXlsx([header, ...rows]), {
      'xl/worksheets/sheet1.xml': (old) => old.replace('<row r="3"', '<row r="3" ht="0" customHeight="1"'),
    });
    const { said, entries } = told({ '县税务局.xlsx': bytes });
    expect([said.map((text) => text.split(' ')[2]), entries]).toEqual([['hidden-rows'], without('3')]);
  });

  test('a hidden column of a name that a visible one has is named, and not read', async () => {
    const doubled = [header, ...rows].map((cells, at) => cells.toSpliced(4, 0, at === 0 ? '完成比例' : '100'));
    const bytes = hiddenColumn(5, makeXlsx(doubled));
    expect(told({ '县税务局.xlsx': bytes })).toEqual({
      said: ['县税务局.xlsx:1:5 警告 hidden-column 有一列“完成比例”已隐藏；已按看得见的同名列读取，隐藏的未采用'],
      notes: [],
      entries: whole,
      isGood: true,
    });
  });

  test('a hidden column without another of its name is read, and named', async () => {
    const bytes = hiddenColumn(5, makeXlsx([header, ...rows]));
    expect(told({ '县税务局.xlsx': bytes }).said).toEqual([
      '县税务局.xlsx:1:5 警告 hidden-column 有一列“完成比例”已隐藏；没有别的同名列，按隐藏列的内容读取，请核对',
    ]);
  });
});

describe('struck-out text', () => {
  test('is no part of the cell, and told', async () => {
    expect(told({ '县税务局.xlsx': fixture('struck-out/1.xlsx') })).toEqual({
      said: ['县税务局.xlsx:3:4 警告 struck-text 本格有划去的文字“网上办理率91%。”，未采用；请核对'],
      notes: [],
      entries: whole,
      isGood: true,
    });
  });

  test('a cell and a row that are struck out by their style', async () => {
    const made = makeXlsx([header, ...rows], (sheet) => {
      sheet.getCell('G2').value = '接口不稳';
    });
    const bytes = withParts(made, {
      'xl/styles.xml': (old) =>
        old
          .replace('<cellXfs>', '<fonts><font/><font><strike/></font></fonts><cellXfs>')
          .replace('</cellXfs>', '<xf numFmtId="0" fontId="1"/></cellXfs>'),
      [sheetPart]: (old) => old.replaceAll(/<c r="(G2|[A-J]3)" s="0"/gu, '<c r="$1" s="1"'),
    });
    expect(told({ '县税务局.xlsx': bytes })).toMatchObject({
      said: [
        '县税务局.xlsx:2:7 警告 struck-text 本格有划去的文字“接口不稳”，未采用；请核对',
        '县税务局.xlsx:3 警告 struck-rows 第 3 行整行划去，未采用；请核对',
      ],
      entries: without('3'),
    });
  });
});

describe('pictures in cells', () => {
  test('a progress that is a picture is missing', async () => {
    expect(told({ '县税务局.xlsx': fixture('wps-cell-picture/1.xlsx') })).toMatchObject({
      said: [
        '县税务局.xlsx:3:4 警告 picture-in-cell 本格是图片，不能读出文字，按空白计；请改填文字，图片作为附件报送',
        '县税务局.xlsx:3:4 错误 missing-value “进展情况”空白，请填写',
      ],
      isGood: false,
    });
  });

  test('evidence that is a picture is told, and no text', async () => {
    const { said, entries, isGood } = told({ '县税务局.xlsx': fixture('wps-cell-picture/2.xlsx') });
    expect([said.map((text) => text.split(' ').slice(0, 3).join(' ')), entries, isGood]).toEqual([
      ['县税务局.xlsx:2-3:11 警告 picture-in-cell'],
      whole,
      true,
    ]);
  });

  test('as WPS saves it to CSV, and as Excel keeps it', async () => {
    const lines = [header, ...rows].map((cells) => cells.join(','));
    const csv = lines.join('\n').replace('网上办理率95.4%，上门辅导31次。', '"=DISPIMG(""ID_1"",1)"');
    expect(told({ '县税务局.csv': csv }).said[0]).toMatch(/^县税务局\.csv:3:4 警告 picture-in-cell/u);
    const bytes = withParts(makeXlsx([header, ...rows]), {
      'xl/worksheets/sheet1.xml': (old) =>
        old.replace(/<c r="D3"[^>]*>.*?<\/c>/u, '<c r="D3" t="e" vm="1"><v>#VALUE!</v></c>'),
    });
    expect(told({ '县税务局.xlsx': bytes }).said[0]).toMatch(/^县税务局\.xlsx:3:4 警告 picture-in-cell/u);
  });
});

describe('merged cells', () => {
  test('a date that stands for four rows', async () => {
    const filled = (name: string, column: number): string =>
      `县税务局.xlsx:3:${column} 提示 filled-down “${name}”空白，按合并单元格取上一行的内容：第 3-5 行`;
    expect(told({ '县税务局.xlsx': fixture('merged-date/1.xlsx') })).toEqual({
      said: [],
      notes: [filled('填报单位', 1), filled('填报人', 9), filled('填报日期', 10)],
      entries: whole,
      isGood: true,
    });
  });

  test('a claim that stands for two tasks is taken, with a warning', async () => {
    const bytes = makeXlsx([header, ...rows], (sheet) => {
      sheet.mergeCells('E3:E4');
      sheet.getCell('E4').value = null;
    });
    expect(told({ '县税务局.xlsx': bytes })).toMatchObject({
      said: [
        '县税务局.xlsx:4:5 警告 merged-claim “完成比例”是合并单元格，几行取同一内容（第 4 行同上）；请核对是否每项任务都如此',
      ],
      entries: whole.map(([task, percent, progress]) => [task, task === '4' ? 70 : percent, progress]),
    });
  });

  test('the same blank in a CSV is asked about', async () => {
    const blank = rows.map((cells, at) => (at === 2 ? cells.with(9, '') : cells));
    const csv = [header, ...blank].map((cells) => cells.join(',')).join('\n');
    expect(told({ '县税务局.csv': csv }).said).toEqual(['县税务局.csv:4:10 错误 missing-value “填报日期”空白，请填写']);
  });
});

describe('files that Excel wrote in its own way', () => {
  const file = { path: 'a.csv', bytes: fixture('excel-drops-trailing-commas/1.csv') };

  test('separators left out at the end of blocks of rows', () => {
    const { value, messages } = readTable(file, returnForm);
    expect(value.rows).toHaveLength(48);
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(messages.map((each) => wordMessage(each, 'zh'))).toContain(
      'a.csv:17 提示 short-rows 第 17-49 行末尾的空格没有写出（Excel 保存 CSV 时如此），按空白读取',
    );
  });

  test('one row short by itself, or short by what must be filled, has lost a separator', () => {
    const names = [...header, '备注'];
    const long = (cells: readonly string[], note: string): string => [...cells, note].join(',');
    const lines = [names.join(','), ...rows.map((cells) => long(cells, '无'))];
    const one = lines.with(3, (rows[2] ?? []).join(','));
    expect(
      readTable({ ...file, bytes: Buffer.from(one.join('\n')) }, returnForm).messages.map((each) => [
        each.code,
        each.place?.row,
      ]),
    ).toContainEqual(['uneven-row', 4]);
    const dateless = lines.map((line, at) => (at === 0 ? line : line.slice(0, line.indexOf(',2025'))));
    expect(
      readTable({ ...file, bytes: Buffer.from(dateless.join('\n')) }, returnForm).messages.filter(
        ({ code }) => code === 'uneven-row',
      ),
    ).toHaveLength(1);
  });

  test('a cell whose text the workbook does not have', async () => {
    const made = makeXlsx([header, ...rows]);
    const part = 'xl/worksheets/sheet1.xml';
    const cell = (content: string) => (old: string) =>
      old.replace(/<c r="D3"[^>]*>.*?<\/c>/u, `<c r="D3" t="s">${content}</c>`);
    for (const content of ['<v></v>', ''])
      expect(told({ '县税务局.xlsx': withParts(made, { [part]: cell(content) }) }).said).toEqual([
        '县税务局.xlsx:3:4 错误 missing-value “进展情况”空白，请填写',
      ]);
    expect(told({ '县税务局.xlsx': withParts(made, { [part]: cell('<v>9999</v>') }) }).said[0]).toBe(
      '县税务局.xlsx:3:4 错误 cell-text-lost 表格文件已损坏：本格的文字（第 9999 条）不在文件中；请用 Excel 或 WPS 打开后重新保存',
    );
  });

  test('the end mark of DOS', async () => {
    const csv = [header, ...rows].map((cells) => cells.join(',')).join('\r\n');
    for (const end of ['\u001A', '\r\n\u001A', '\r\n\u001A\u001A\u001A\r\n'])
      expect(told({ '县税务局.csv': `${csv}${end}` })).toEqual({
        said: [],
        notes: [],
        entries: whole,
        isGood: true,
      });
  });

  test.each([
    ['html-xls/1.xls', '是网页（HTML）存成的表格'],
    ['html-xls/2.xls', '是 XML 表格（如“XML 电子表格 2003”）'],
  ])('%s is told as what it is, once', async (name, words) => {
    const { said } = told({ '县税务局.xls': fixture(name) });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });
});

describe('a header in two rows', () => {
  const upper = ['填报单位', '任务编号', '本单位角色', '工作进展', '', '', '问题与措施', '', '填报人', '填报日期'];
  const lower = ['', '', '', '进展情况', '完成比例', '状态', '存在问题', '下一步措施', '', ''];

  test.each([
    ['names below a group', upper, lower],
    ['a group that is itself a name', upper.with(3, '完成情况'), lower],
    ['a name in two halves', upper.with(3, '').with(4, '完成').with(5, ''), lower.with(4, '比例')],
    [
      'names above, the rest below',
      header.with(4, '').with(3, '进展情况'),
      lower.map((name) => (name === '完成比例' ? name : '')),
    ],
  ])('%s', async (_, above, below) => {
    const table = [above, below, ...rows];
    for (const content of [makeXlsx(table), table.map((cells) => cells.join(',')).join('\n')]) {
      const ending = typeof content === 'string' ? 'csv' : 'xlsx';
      const { said, entries, isGood } = told({ [`县税务局.${ending}`]: content });
      expect([said, entries, isGood]).toEqual([[], whole, true]);
    }
  });

  test('a row of data below a header is none', async () => {
    const { said } = told({
      '县税务局.csv': [header.with(4, '完成'), ...rows].map((cells) => cells.join(',')).join('\n'),
    });
    expect(said[0]).toBe('县税务局.csv:1:11 错误 missing-column 缺少“完成比例”一列，请按表样补上');
  });
});

test('a fault of the program in one file is that file’s, and the others are read', async () => {
  const trap: Uint8Array = new Proxy(new Uint8Array(8), {
    get: (_, key) => {
      if (key === 'subarray') return () => trap;
      if (key === 'length') throw new RangeError('Invalid index : 1');
      return undefined;
    },
  });
  const { said, entries } = told({
    '县税务局.csv': [header, ...rows].map((cells) => cells.join(',')).join('\n'),
    '县税务局（更正）.csv': trap,
  });
  expect(said).toEqual([
    '县税务局（更正）.csv 错误 file-failed 读取本文件时程序出错（RangeError: Invalid index : 1），本文件未采用，其他文件照常；请用 Excel 或 WPS 打开后另存为 .xlsx 再试，并把本文件发给程序的维护者',
  ]);
  expect(entries).toEqual(whole);
});
