import { describe, expect, test } from 'vitest';
import type { TableForm } from '../../src/table/columns.ts';
import { readTable } from '../../src/table/table.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { writeZip } from '../../src/ooxml/zip.ts';
import { makeXlsx, withParts } from './make-xlsx.ts';

const form: TableForm = {
  columns: [
    { name: '编号', synonyms: [], need: 'required', fillDown: { unless: null } },
    { name: '进展', synonyms: [], need: 'required' },
    { name: '进度', synonyms: [], need: 'required' },
  ],
  mayBeEmpty: false,
};

const header = ['编号', '进展', '进度'];
const row = ['1', '好', '80'];

function read(bytes: Uint8Array): { rows: readonly (readonly string[])[]; said: readonly string[]; count: number } {
  const { value, messages } = readTable({ path: 'a.xlsx', bytes }, form);
  const said = messages.map((message) => wordMessage(message, 'zh'));
  return { rows: value.rows.map((each) => each.cells), said, count: value.rowCount };
}

describe('cells are read as the screen shows them', () => {
  test.each([
    ['a percent', 0.8, '0%', '80%'],
    ['a percent with binary dust', 0.07, '0.00%', '7%'],
    ['a plain number', 0.1 + 0.2, 'General', '0.3'],
    ['a date', 45_573, 'yyyy-mm-dd', '2024-10-08'],
    ['a Chinese date', 45_573.75, 'yyyy"年"m"月"d"日"', '2024-10-08'],
    ['a month', 45_573, 'm"月"', '2024-10-08'],
    ['a time of day is no date', 0.5, 'h:mm', '0.5'],
    ['a colour is no day', 80, '[Red]0', '80'],
    ['a day before March 1900 is left a number', 3, 'yyyy-mm-dd', '3'],
    ['a long number that has lost its digits', 110_101_199_003_074_510, '0', '1.1010119900307451E+17'],
    ['a truth', true, 'General', 'TRUE'],
    ['100 %', 1, '0%', '100%'],
    ['a percent sign that is only shown', 80, '0"%"', '80%'],
    ['a share under a percent sign that is only shown is left a share', 0.8, '0"%"', '0.8'],
    ['words round a number', 3, '"第"0"项"', '第3项'],
    ['words round a number of no format', 3, 'General"项"', '3项'],
    ['a number behind another', 1, '"3-"0', '3-1'],
    ['digits with a mark between them', 301, '0"-"00', '3-01'],
    ['leading zeros', 7, '000', '007'],
    ['all decimals, whatever the screen rounds', 1234.567, '#,##0.0', '1234.567'],
    ['a currency', 12, '[$¥-804]#,##0', '¥12'],
    ['a negative number in brackets', -5, '0;(0)', '(5)'],
    ['a zero shown as a dash is a zero', 0, '0;-0;"-"', '0'],
    ['a number that its format hides is there all the same', 80, ';;;', '80'],
    ['words instead of a number', 1, '"是";;"否"', '是'],
    ['an accounting format', 80, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '80'],
    ['a condition', 80, '[>=60]"及格";0', '80'],
  ])('%s', (...[, value, format, text]) => {
    const bytes = makeXlsx([header, row], (sheet) => {
      sheet.getCell('C2').value = value;
      sheet.getCell('C2').numFmt = format;
    });
    expect(read(bytes)).toEqual({ rows: [['1', '好', text]], said: [], count: 2 });
  });

  test('dates of 1904, built-in formats, inline strings, escapes and phonetic guides', () => {
    const bytes = withParts(makeXlsx([header, row]), {
      'xl/workbook.xml': (old) => old.replace(/<workbookPr[^>]*\/>/u, '<workbookPr date1904="1"/>'),
      'xl/styles.xml': (old) =>
        old.replace(
          /<cellXfs.*<\/cellXfs>/u,
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>',
        ),
      'xl/worksheets/sheet1.xml': (old) =>
        old.replace(
          /<row r="2".*<\/row>/u,
          '<row><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><r><t>好_x000D_\n的</t></r><rPh sb="0" eb="1"><t>HAO</t></rPh></is></c><c s="1"><v>44111</v></c></row>',
        ),
    });
    expect(read(bytes).rows).toEqual([['1', '好\n的', '2024-10-08']]);
  });

  test('a formula gives its stored result; a failed or uncalculated one is an error in its cell', () => {
    const bytes = makeXlsx([header, row, ['2', '好', '90'], ['3', '好', '']], (sheet) => {
      sheet.getCell('C2').value = { formula: '40*2', result: 80 };
      sheet.getCell('B3').value = { error: '#REF!' };
      sheet.getCell('C4').value = { formula: 'C2' };
    });
    expect(read(bytes).said).toEqual([
      'a.xlsx:3:2 错误 cell-error 公式出错（#REF!）；请改填内容',
      'a.xlsx:4:3 错误 formula-without-value 公式没有存下结果；请改填内容，或用 Excel 打开后重新保存',
    ]);
    expect(read(bytes).rows[0]).toEqual(row);
  });

  test('merged cells are filled down, and blank rows keep their numbers', () => {
    const bytes = makeXlsx([['反馈表'], [], header, row, ['', '又好', '90']], (sheet) => {
      sheet.mergeCells('A4:A5');
      sheet.mergeCells('A1:C1');
    });
    expect(read(bytes)).toEqual({
      rows: [row, ['1', '又好', '90']],
      said: [
        'a.xlsx:1 提示 skipped-rows 跳过标题行：第 1 行',
        'a.xlsx:2 提示 skipped-rows 跳过空行：第 2 行',
        'a.xlsx:5:1 提示 filled-down “编号”空白，按合并单元格取上一行的内容：第 5 行',
      ],
      count: 5,
    });
  });
});

describe('which sheet', () => {
  test('the one with the header, wherever it stands; a hidden one does not count, and is told', () => {
    const bytes = makeXlsx([['填报说明']], (sheet) => {
      const second = sheet.workbook.addWorksheet('表');
      for (const cells of [header, row]) second.addRow(cells);
      const hidden = sheet.workbook.addWorksheet('旧表', { state: 'hidden' });
      for (const cells of [header, row]) hidden.addRow(cells);
    });
    const said = [
      'a.xlsx 提示 xlsx-other-sheets 工作表“反馈表”不是反馈表，未读取',
      'a.xlsx 提示 xlsx-hidden-sheets 工作表“旧表”已隐藏，未读取',
    ];
    expect(read(bytes)).toEqual({ rows: [row], said, count: 2 });
  });

  test('two tables are one too many', () => {
    const bytes = makeXlsx([header, row], (sheet) => {
      for (const cells of [header, row])
        (sheet.workbook.getWorksheet('表二') ?? sheet.workbook.addWorksheet('表二')).addRow(cells);
    });
    expect(read(bytes).said).toEqual([
      'a.xlsx 错误 xlsx-several-tables 有 2 个工作表都是反馈表（反馈表、表二）；请并为一个，只读取了第一个',
    ]);
  });

  test('none at all', () => {
    expect(read(makeXlsx([['关于反馈的说明']])).said).toEqual([
      'a.xlsx:1:1 错误 header-not-found 找不到表头（按 xlsx 解读，开头是“关于反馈的说明”）；表头应有：编号、进展、进度。请按表样填报',
    ]);
  });
});

describe('what a return has no need of is refused', () => {
  test.each([
    ['macros', 'xl/vbaProject.bin', '宏'],
    ['links to other workbooks', 'xl/externalLinks/externalLink1.xml', '外部链接'],
    ['data connections', 'xl/connections.xml', '外部链接'],
    ['embedded files', 'xl/embeddings/oleObject1.bin', '嵌入的对象'],
  ])('%s', (_, part, words) => {
    const bytes = withParts(makeXlsx([header, row]), { [part]: () => 'x' });
    expect(read(bytes)).toEqual({
      rows: [],
      said: [`a.xlsx 错误 xlsx-foreign 文件中有${words}，不予读取；请把表格另存为不含宏和链接的 .xlsx`],
      count: 0,
    });
  });

  test('a relation that leads outside, but not the link that Excel makes of a mail address', () => {
    const relation = (type: string) => (old: string) =>
      old.replace(
        '</Relationships>',
        `<Relationship Id="x" Type="http://x/${type}" Target="file:///c:/a" TargetMode="External"/></Relationships>`,
      );
    const made = makeXlsx([header, row]);
    const book = 'xl/_rels/workbook.xml.rels';
    expect(read(withParts(made, { [book]: relation('image') })).said[0]).toMatch(/外部链接/u);
    expect(read(withParts(made, { [book]: relation('hyperlink') })).rows).toEqual([row]);
  });

  test('an entity bomb, a part that is missing, a part that is no XML', () => {
    const made = makeXlsx([header, row]);
    const bomb = (old: string): string => old.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "cccc">]><worksheet');
    expect(read(withParts(made, { 'xl/worksheets/sheet1.xml': bomb })).said[0]).toMatch(/xlsx-damaged .*DOCTYPE/u);
    expect(read(withParts(made, { 'xl/worksheets/sheet1.xml': null })).said[0]).toMatch(/xlsx-damaged .*missing/u);
    expect(read(withParts(made, { 'xl/workbook.xml': () => '<a>' })).said[0]).toMatch(/xlsx-damaged/u);
    expect(read(withParts(made, { 'xl/styles.xml': () => '<a>' })).said[0]).toMatch(/xlsx-damaged/u);
    expect(read(withParts(made, { 'xl/sharedStrings.xml': () => '<a>' })).said[0]).toMatch(/xlsx-damaged/u);
    expect(read(withParts(made, { 'xl/_rels/workbook.xml.rels': null })).said[0]).toMatch(/xlsx-damaged/u);
  });

  test('a package that unpacks to more than a return can be', () => {
    const zip = writeZip([{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(40 << 20) }]);
    expect(read(zip).said[0]).toMatch(/^a\.xlsx 错误 zip-too-large/u);
  });

  test('a row beyond any return, and a column beyond any form', () => {
    const far = makeXlsx([header, row], (sheet) => void (sheet.getCell('A200000').value = 'x'));
    expect(read(far).said).toEqual([
      'a.xlsx 错误 too-many-rows 有 200000 行，上限为 100000 行；不是一个单位的反馈，请核对后重新报送',
    ]);
    const wide = makeXlsx([header, row], (sheet) => void (sheet.getCell('XFD2').value = 'x'));
    expect(read(wide).said).toEqual([
      'a.xlsx 错误 too-many-columns 有 16384 列，上限为 256 列；请删去表外的内容后重新报送',
      'a.xlsx:2:4 错误 uneven-row 本行有 256 格，表头有 3 格，内容可能错列；请核对各格和分隔符',
    ]);
  });

  test('validations and merges of whole columns cost nothing', () => {
    const huge = (old: string): string =>
      old.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="D1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      );
    expect(read(withParts(makeXlsx([header, row]), { 'xl/worksheets/sheet1.xml': huge })).rows).toEqual([row]);
  });
});
