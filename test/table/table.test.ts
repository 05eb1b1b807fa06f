import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/table/table.ts';
import type { ReadTable } from '../../src/table/table.ts';
import type { TableForm } from '../../src/table/columns.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { encodeAs } from './encode.ts';

const form: TableForm = {
  columns: [
    { name: '单位', synonyms: ['填报单位'], need: 'optional', mayStandOutside: true, fillDown: { unless: null } },
    { name: '编号', synonyms: ['序号'], need: 'required', fillDown: { unless: '内容' } },
    { name: '内容', synonyms: [], need: 'optional' },
    { name: '进展', synonyms: ['进展情况', '落实情况'], need: 'required' },
    { name: '进度', synonyms: ['完成比例'], need: 'required' },
    { name: '备注', synonyms: [], need: 'unread' },
  ],
  mayBeEmpty: false,
};

function read(content: string | Uint8Array): { table: ReadTable; said: readonly string[] } {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { value, messages } = readTable({ path: 'a.csv', bytes }, form);
  return { table: value, said: messages.map((message) => wordMessage(message, 'zh')) };
}

const cells = (table: ReadTable): readonly (readonly string[])[] => table.rows.map((row) => row.cells);

describe('finding the table', () => {
  test.each([
    ['commas', '编号,进展,进度\n1,好,80\n'],
    ['semicolons', '编号;进展;进度\n1;好;80\n'],
    ['tabs', '编号\t进展\t进度\n1\t好\t80\n'],
    ['quotes round everything', '"编号","进展","进度"\n"1","好","80"\n'],
    ['names by synonym, width, star, bracket and line break', '"*序　号","进展\n情况","完成比例（%）"\n1,好,80\n'],
    ['CR alone', '编号,进展,进度\r1,好,80\r'],
  ])('parted by %s', (_, text) => {
    const { table, said } = read(text);
    expect([cells(table), said, [...table.columns.keys()]]).toEqual([
      [['1', '好', '80']],
      [],
      ['编号', '进展', '进度'],
    ]);
  });

  test('the header stands below titles, and rows count as Excel shows them', () => {
    const { table, said } = read(
      '反馈表,,\n单位：区财政局　　联系人：张某,,\n\n编号,进展,进度\n1,"第一行\n第二行",80\n\n2,好,90\n',
    );
    expect(table.rows.map((row) => row.row)).toEqual([5, 7]);
    expect(table.outside.get('单位')).toEqual({ text: '区财政局', place: { file: 'a.csv', row: 2, column: 1 } });
    expect(said).toEqual([
      'a.csv:1 提示 skipped-rows 跳过标题行：第 1-2 行',
      'a.csv:3 提示 skipped-rows 跳过空行：第 3、6 行',
    ]);
  });

  test('a full-width comma between columns is named, not taken', () => {
    expect(read('编号，进展，进度\n1，好，80\n').said).toEqual([
      'a.csv:1 错误 full-width-delimiter 各列用了全角“，”分隔，不能与正文中的标点区分；请改用半角逗号',
    ]);
  });

  test('half-width and full-width commas mixed are named where they are glued', () => {
    expect(read('编号,进展，进度,备注\n1,好，80,\n').said[0]).toBe(
      'a.csv:1:2 错误 full-width-delimiter 各列用了全角“，”分隔，不能与正文中的标点区分；请改用半角逗号',
    );
  });

  test('a text read in the wrong encoding has no known header, and that is said', () => {
    const twice = Buffer.from(
      new TextDecoder('latin1').decode(encodeAs('gb18030', '编号,进展,进度\n1,好,80\n')),
      'latin1',
    );
    expect(read(twice).said).toEqual([]);
    const wrong = read(encodeAs('gb18030', '缂栧彿,杩涘睍,杩涘害\n1,濂,80\n'));
    expect(wrong.said).toEqual([
      'a.csv:1:1 错误 header-not-found 找不到表头（按 gb18030 解读，开头是“缂栧彿 杩涘睍 杩涘害”）；表头应有：编号、进展、进度。如开头是乱码，请另存为“CSV UTF-8”',
    ]);
    expect(wrong.table).toMatchObject({ rowCount: 2, rows: [], unreadable: [{ row: 1 }, { row: 2 }] });
  });

  test.each([
    ['', 'a.csv 错误 not-a-table 文件是空的；请核对后重新保存或报送'],
    [
      '\n\n',
      'a.csv:1:1 错误 header-not-found 找不到表头（按 utf-8 解读，没有内容）；表头应有：编号、进展、进度。请按表样填报，各列用半角逗号分隔',
    ],
    ['编号,进展,进度\n', 'a.csv:1 错误 no-rows 表头以下没有内容；如确无进展，请逐项填“本季度无进展”'],
    ['编号,进展,进度\n,,\n', 'a.csv:1 错误 no-rows 表头以下没有内容；如确无进展，请逐项填“本季度无进展”'],
    ['%PDF-1.7', 'a.csv 错误 not-a-table 是 PDF，不是表格；请报送原来的 .xlsx'],
  ])('%j is an error, never a table of no rows', (text, message) => {
    expect(read(Buffer.from(text, 'latin1').includes(0xd0) ? Buffer.from(text, 'latin1') : text).said).toContain(
      message,
    );
  });

  test('an empty table is no error where the form allows it', () => {
    const { messages } = readTable(
      { path: 'a.csv', bytes: Buffer.from('编号,进展,进度\n') },
      { ...form, mayBeEmpty: true },
    );
    expect(messages).toEqual([]);
  });

  test('a file of 17 MB is not read', () => {
    expect(read(Buffer.alloc(17 << 20, 44)).said).toEqual([
      'a.csv 错误 file-too-large 文件有 17 MB，上限为 16 MB，未读取；请只报送表格本身',
    ]);
  });

  test.each([
    ['\n', 'a.csv 错误 too-many-rows 有 1048576 行，上限为 100000 行；不是一个单位的反馈，请核对后重新报送'],
    [',', 'a.csv 错误 too-wide 一行有 1048576 个分隔符，上限为 10000 个；不是表格，请重新报送'],
  ])('a megabyte of %j is not split', (text, message) => {
    expect(read(text.repeat(1 << 20)).said).toEqual([message]);
  });
});

describe('the header contract', () => {
  test('missing columns come first, then double, unknown, unnamed and unused ones', () => {
    expect(read('编号,进展,落实情况,进渡,,备注,__proto__\n1,好,坏,80,何,注,\n').said).toEqual([
      'a.csv:1:8 错误 missing-column 缺少“进度”一列，请按表样补上',
      'a.csv:1:3 错误 duplicate-column “进展”已见于第 2 列；请删去其中一列',
      'a.csv:1:4 警告 unknown-column 表样中没有“进渡”一列，未读取；是否为“进度”？',
      'a.csv:1:7 警告 unknown-column 表样中没有“__proto__”一列，未读取',
      'a.csv:1:5 警告 unnamed-column 本列没有表头却有内容，未读取；请补上表头或删去内容',
      'a.csv:1:6 提示 unread-column “备注”一列有内容，督办不使用这一列，请人工查看',
    ]);
  });
});

describe('rows that are no data', () => {
  test('totals, notes, signatures and a repeated header are skipped and said', () => {
    const { table, said } = read(
      '编号,进展,进度\n1,好,80\n编号,进展,进度\n2,好,90\n合计,,85\n填报说明：,,\n1.如实填写,,\n2.按时报送,,\n审核人：李某,,\n',
    );
    expect(cells(table)).toEqual([
      ['1', '好', '80'],
      ['2', '好', '90'],
    ]);
    expect(said).toEqual([
      'a.csv:1 提示 skipped-rows 跳过重复的表头：第 1、3 行',
      'a.csv:5 提示 skipped-rows 跳过合计行：第 5 行',
      'a.csv:6 提示 skipped-rows 跳过填报说明：第 6-8 行',
      'a.csv:9 提示 skipped-rows 跳过签署行：第 9 行',
    ]);
    expect(table.rows.length + table.skipped.length + table.unreadable.length).toBe(table.rowCount);
  });
});

test.each(['合计', '合 计', '总计：', '合计12项', '本页合计（项）', '小计'])('%s is a total', (cell) => {
  expect(read(`编号,进展,进度\n1,好,80\n${cell},,80\n`).table.rows).toHaveLength(1);
});

test('a note may have its text in the next cell; with a third cell the row is data that begins like one', () => {
  const kindsOf = (row: string) => read(`编号,进展,进度\n1,好,80\n${row}\n`).table.skipped.map(({ kind }) => kind);
  expect(kindsOf('说明：,如实填写,')).toEqual(['header', 'note']);
  expect(kindsOf('说明：,如实填写,90')).toEqual(['header']);
});

test('a total beside the unit that every row repeats', () => {
  const { table } = read('单位,编号,进展,进度\n区财政局,1,好,80\n区财政局,合 计,,80\n');
  expect(table.skipped.map(({ row, kind }) => [row, kind])).toEqual([
    [1, 'header'],
    [3, 'total'],
  ]);
});

test.each(['总计划已印发', '累计完成12项', '合计整改问题'])('%s begins a report', (cell) => {
  expect(read(`编号,进展,进度\n1,好,80\n,${cell},80\n`).table.rows).toHaveLength(2);
});

describe('merged cells', () => {
  test('a blank unit and number take the value above, progress never does', () => {
    const { table, said } = read('单位,编号,进展,进度\n区财政局,1,好,80\n,,又好,90\n,2,,70\n');
    expect(cells(table)).toEqual([
      ['区财政局', '1', '好', '80'],
      ['区财政局', '1', '又好', '90'],
      ['区财政局', '2', '', '70'],
    ]);
    expect(said).toEqual([
      'a.csv:3:1 提示 filled-down “单位”空白，按合并单元格取上一行的内容：第 3-4 行',
      'a.csv:3:2 提示 filled-down “编号”空白，按合并单元格取上一行的内容：第 3 行',
    ]);
  });

  test('a row that says what it is about is no part of a merge', () => {
    expect(cells(read('编号,内容,进展,进度\n1,甲,好,80\n,乙,好,90\n').table)[1]).toEqual(['', '乙', '好', '90']);
  });
});

describe('rows that cannot be split', () => {
  test('a row too short or too long has lost or gained a separator', () => {
    const { table, said } = read('编号,进展,进度\n1,好\n2,好,80,多\n3,好,90,,\n');
    expect(cells(table)).toEqual([['3', '好', '90', '', '']]);
    expect(said).toEqual([
      'a.csv:2:2 错误 uneven-row 本行有 2 格，表头有 3 格，内容可能错列；请核对各格和分隔符',
      'a.csv:3:4 错误 uneven-row 本行有 4 格，表头有 3 格，内容可能错列；请核对各格和分隔符',
    ]);
  });

  test.each(['关于"甲"的反馈', '"甲"类任务反馈,表', '"甲类任务反馈'])(
    'a broken quote above the header hides no header: %s',
    (title) => {
      const { table, said } = read(`${title}\n编号,进展,进度\n1,好,90\n`);
      expect(said).toEqual([expect.stringMatching(/^a\.csv:1(?:-\d)?:1 错误 broken-quote /u)]);
      expect(cells(table)).toEqual([['1', '好', '90']]);
    },
  );

  test('an unclosed quote is placed where it opens, and the rows below are still read', () => {
    const { table, said } = read('编号,进展,进度\n1,"好,80\n2,好,90\n3,"又\n好",70\n');
    expect(said[0]).toBe(
      'a.csv:2-4:2 错误 broken-quote 引号用错，不知这一格到哪里为止；正文中的半角引号应成对写两遍（""），或在 Excel 中重新保存',
    );
    expect(cells(table)).toEqual([
      ['2', '好', '90'],
      ['3', '又\n好', '70'],
    ]);
    expect(table.rows.length + table.skipped.length + table.unreadable.length).toBe(table.rowCount);
  });

  test('a quote that never closes reaches to the end', () => {
    expect(read('编号,进展,进度\n1,好,80\n2,"好,80\n3,好,90\n').said[0]).toMatch(
      /^a\.csv:3-4:2 错误 broken-quote 引号没有闭合/u,
    );
  });

  test('after twenty broken quotes the rest is given up, and counted', () => {
    const { table, said } = read(`编号,进展,进度\n${'1,a"b,80\n'.repeat(50)}`);
    expect(said).toHaveLength(20);
    expect(said.at(-1)).toMatch(/^a\.csv:21-51:2 错误 broken-quote/u);
    expect(table.unreadable).toHaveLength(50);
  });
});

describe('characters', () => {
  test('what no paper can print is refused with its code, what only looks right is warned of', () => {
    const { table, said } = read(
      '编号,进展,进度\n1,好\u0007,80\n2,\uFFFD,80\n3,\uE000,80\n4,⼀般,80\n5,a\u2028b,80\n6,好\u200B,80\n',
    );
    expect(said).toEqual([
      'a.csv:2:2 错误 control-character 有不可见的控制字符 U+0007，公文中无法印出；请删去',
      'a.csv:3:2 错误 lost-character 有“�”，原来的字已在转换中丢失；请补上原字',
      'a.csv:4:2 警告 private-character 有造字区字符 U+E000，别的电脑上会显示成别的字；请换用标准字',
      'a.csv:5:2 警告 radical-character “⼀”是部首符号，不是汉字“一”；请重新输入',
      'a.csv:7:2 警告 invisible-character 有不可见的格式字符 U+200B（多从网页复制而来）；请删去',
    ]);
    expect([...table.unsound]).toEqual([2, 3]);
  });

  test('a cell longer than Excel can hold is refused', () => {
    expect(read(`编号,进展,进度\n1,${'好'.repeat(32_768)},80\n`).said).toEqual([
      'a.csv:2:2 错误 cell-too-long 本格有 32768 个字符，上限为 32767；请核对是否少了引号或分隔符',
    ]);
  });
});
