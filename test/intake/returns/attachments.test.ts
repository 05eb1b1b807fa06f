/** What lies beside the returns, and returns that come in a .zip or in Word. */
import { describe, expect, test } from 'vitest';
import { writeZip } from '../../../src/ooxml/zip.ts';
import { goodRow, header, read, said } from './district.ts';

const table = `${header}\n${goodRow}\n`;
const pdf = '%PDF-1.4 扫描件';

function zip(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return writeZip(Object.entries(entries).map(([name, content]) => ({ name, bytes: Buffer.from(content) })));
}

function docx(body: string): Uint8Array {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml });
}

const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(content)}</w:tc>`;
const rowXml = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tableXml = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const wordRow = (cells: readonly string[]): string => rowXml(...cells.map((text) => cell(run(text))));

describe('attachments', () => {
  test.each([
    ['区财政局佐证.pdf', pdf],
    ['区财政局盖章件.jpg', '\xFF\xD8\xFF'],
    ['区财政局说明.docx', docx(paragraph(run('关于进展的说明')))],
    ['区财政局台账.zip', zip({ '照片/1.jpg': 'x', '说明.pdf': pdf })],
    ['区财政局.ofd', zip({ 'OFD.xml': '<OFD/>' })],
    ['区财政局.rar', 'Rar!\x1A\x07'],
    ['区财政局.md', '# 说明'],
  ])('%s beside a return is kept as evidence of its unit, and no error', (name, content) => {
    const bytes =
      typeof content === 'string' ? Buffer.from(content, name.endsWith('jpg') ? 'latin1' : 'utf8') : content;
    const { value, messages } = read({ '区财政局.csv': table, [name]: bytes });
    expect(said(messages)).toEqual([`${name} 提示 attachment 不是反馈表，作为“区财政局”的佐证材料留存`]);
    expect(value.attachments).toMatchObject([{ file: `inputs/2024Q4/returns/${name}`, unit: { name: '区财政局' } }]);
    expect(value.returns).toHaveLength(1);
  });

  test('a unit that sent nothing else is named, for somebody must ask for the table', () => {
    expect(said(read({ '区财政局.csv': table, '区发改委/反馈表（盖章）.pdf': pdf, '附件.pdf': pdf }).messages)).toEqual(
      [
        '区发改委/反馈表（盖章）.pdf 提示 attachment 不是反馈表，作为“区发改委”的佐证材料留存',
        '区发改委/反馈表（盖章）.pdf 警告 attachment-without-return “区发改委”只报了附件，没有可读的反馈表；请向其索要 .xlsx，否则按未报计',
        '附件.pdf 提示 attachment 不是反馈表，作为附件留存；文件名中没有单位名称，不知是哪个单位的',
      ],
    );
  });

  test('what promises to be a table and is none is an error, and told as what it is', () => {
    const files = {
      '区财政局.xlsx': pdf,
      '区发改委.csv': Buffer.from('Rar!\x1A\x07'),
      '区司法局.xlsx': zip({ 'a.pdf': pdf }),
    };
    expect(said(read(files).messages)).toEqual([
      '区发改委.csv 错误 not-a-table 是压缩包（.rar、.7z 等）；请解压后报送其中的表格',
      '区司法局.xlsx 错误 not-a-table 是压缩包（.zip），其中没有反馈表；请报送 .xlsx',
      '区财政局.xlsx 错误 not-a-table 是 PDF，不是表格；请报送原来的 .xlsx',
    ]);
  });

  test.each([
    '~$区财政局.xlsx',
    '.~区财政局.xlsx',
    '._区财政局.csv',
    '~WRL0003.tmp',
    '区财政局.xlsx.crdownload',
    'Thumbs.db',
    '.DS_Store',
  ])('%s is passed over', (name) => {
    expect(said(read({ [name]: 'x' }).messages)).toEqual([
      `${name} 提示 file-ignored 不是反馈表（临时文件或隐藏文件），未读取`,
    ]);
  });
});

describe('a .zip from the mail', () => {
  test('is opened; rows are placed in the file inside, the unit is named by either', () => {
    const bytes = zip({
      '反馈\\反馈表.csv': table.replace('区财政局,3', ',3').replace('80%', '120%'),
      '反馈\\台账.pdf': pdf,
      '__MACOSX/反馈/._反馈表.csv': 'x',
    });
    const { value, messages } = read({ '区财政局.zip': bytes });
    expect(said(messages)).toEqual([
      '区财政局.zip 提示 zip-opened 压缩包已打开：1 个反馈表，另有 1 个附件',
      '区财政局.zip/反馈/反馈表.csv:2:6 错误 percent-out-of-range 完成比例“120%”不在 0% 至 100% 之间',
      '区财政局.zip/反馈/台账.pdf 提示 attachment 不是反馈表，作为“区财政局”的佐证材料留存',
    ]);
    expect(value.files.map(({ file, unit }) => [file, unit?.name])).toEqual([
      ['inputs/2024Q4/returns/区财政局.zip/反馈/反馈表.csv', '区财政局'],
    ]);
    expect(value.attachments[0]?.file).toBe('inputs/2024Q4/returns/区财政局.zip');
  });

  test('a .zip inside is told and not opened', () => {
    const { messages } = read({ '区财政局.zip': zip({ '区财政局.csv': table, '更多.zip': zip({ 'a.csv': table }) }) });
    expect(messages.map(({ code }) => code)).toEqual(['zip-opened', 'zip-in-zip', 'attachment']);
    const alone = read({ '区财政局.zip': zip({ '更多.zip': zip({ 'a.csv': table }) }) });
    expect(alone.messages.map(({ code }) => code)).toContain('zip-in-zip');
  });

  test('one that cannot be opened is kept, and its unit asked for a table', () => {
    const bytes = Buffer.from(zip({ '区财政局.csv': table }));
    bytes.writeUInt16LE(0x0801, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8);
    const { messages } = read({ '区财政局.zip': bytes });
    expect(messages.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'zip-encrypted'],
      ['info', 'attachment'],
      ['warning', 'attachment-without-return'],
    ]);
  });

  test('one whose end was not read, for it is too large, is kept too', () => {
    const half = zip({ '照片.jpg': Buffer.alloc(5000, 'x'), '区财政局.csv': table }).subarray(0, 60);
    expect(said(read({ '区财政局.csv': table, '区财政局.zip': half }).messages)).toEqual([
      '区财政局.zip 提示 attachment 不是反馈表，作为“区财政局”的佐证材料留存',
    ]);
  });

  test('a bomb is not unpacked', () => {
    const { messages } = read({ '区财政局.zip': zip({ '区财政局.csv': Buffer.alloc(40 << 20, 44) }) });
    expect(messages[0]?.code).toBe('zip-too-large');
  });
});

describe('the form in Word', () => {
  const names = header.split(',');
  const cells = goodRow.split(',');

  test('is read as a table', () => {
    const body = paragraph(run('督办事项反馈表')) + tableXml(wordRow(names), wordRow(cells));
    const { value, messages } = read({ '区财政局.docx': docx(body) });
    expect([said(messages), value.returns.length, value.returns[0]?.percent]).toEqual([[], 1, 80]);
  });

  test('with the unit above it, merged cells, deleted, moved, hidden and struck-out text, and a table inside a cell', () => {
    const inner = tableXml(rowXml(cell(run('其中：结余收回'))));
    const rich = [
      run('清理专项资金31项'),
      `<w:del><w:r><w:delText>30项</w:delText></w:r></w:del>`,
      `<w:moveFrom>${run('移走')}</w:moveFrom>`,
      run('隐藏', '<w:vanish/>'),
      run('旧数', '<w:strike/>'),
      `<w:ins>${run('并收回结余')}</w:ins>`,
    ].join('');
    const of = (text: string, at: number): string => {
      if (at === 4) return `<w:tc>${paragraph(rich)}${inner}${paragraph('')}</w:tc>`;
      return at === 12 ? cell(run(text), '<w:vMerge w:val="restart"/>') : cell(run(text));
    };
    const second = cells.map((text, at) =>
      at === 12 ? cell('', '<w:vMerge/>') : cell(run(at === 1 ? '5' : at === 2 || at === 3 ? '' : text)),
    );
    const body =
      paragraph(run('填报单位：区财政局')) +
      tableXml(wordRow(names.slice(1)), rowXml(...cells.map(of).slice(1)), rowXml(...second.slice(1)));
    const { value, messages } = read({ '反馈表.docx': docx(body) });
    expect(value.returns.map(({ unit, taskId, filedOn, progress }) => [unit.name, taskId, filedOn, progress])).toEqual([
      ['区财政局', '3', '2024-12-20', '清理专项资金31项并收回结余\n其中：结余收回'],
      ['区财政局', '5', '2024-12-20', '清理专项资金31项并收回结余'],
    ]);
    expect(said(messages)).toEqual([
      '反馈表.docx:2:4 警告 struck-text 本格有划去的文字“旧数”，未采用；请核对',
      '反馈表.docx:3:12 提示 filled-down “填报日期”空白，按合并单元格取上一行的内容：第 3 行',
      '反馈表.docx:4 提示 skipped-rows 跳过签署行：第 4 行',
    ]);
  });

  test('a row that is wrong is placed by its row in the table', () => {
    const body = paragraph(run('督办事项反馈表')) + tableXml(wordRow(names), wordRow(cells.with(5, '120%')));
    expect(said(read({ '区财政局.docx': docx(body) }).messages)).toEqual([
      '区财政局.docx:2:6 错误 percent-out-of-range 完成比例“120%”不在 0% 至 100% 之间',
    ]);
  });
});
