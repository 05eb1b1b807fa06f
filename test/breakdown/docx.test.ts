import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { writeZip } from '../../src/ooxml/zip.ts';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const listed = (text: string, level: number): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`);
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

const numbering = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

function docx(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = { 'word/document.xml': `<w:document ${namespace}><w:body>${body}</w:body></w:document>`, ...others };
  return writeZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: bytesOf(text) })));
}

const read = (bytes: Uint8Array): ReturnType<typeof readBreakdown> => readBreakdown({ path: 'seeds/a.docx', bytes });
const worded = (bytes: Uint8Array): readonly string[] =>
  read(bytes).messages.map((message) => wordMessage(message, 'zh'));

test('numbers that Word prints but does not write are counted and printed; places are paragraphs', () => {
  const body = [
    paragraph(run('2024年改革任务分工')),
    listed('重点改革', 0),
    listed('营商环境', 1),
    listed('推行一件事一次办。（县发改局牵头，县财政局配合）', 2),
    listed('清理中介服务。', 2),
    paragraph(run('牵头单位：') + run('县住建局')),
    listed('民生保障', 0),
    listed('教育', 1),
    listed('新建学校。（县教育局负责）', 2),
  ].join('');
  const { catalogue } = read(docx(body, { 'word/numbering.xml': numbering })).value;
  expect(
    catalogue.tasks.map(({ id, section, leads, responsible, place }) => [
      id,
      section.join('/'),
      leads.join(),
      responsible.join(),
      place.line,
    ]),
  ).toEqual([
    ['一.（一）.1', '一、重点改革/（一）营商环境', '县发改局', '', 4],
    ['2', '一、重点改革/（一）营商环境', '县住建局', '', 5],
    ['二.（一）.1', '二、民生保障/（一）教育', '', '县教育局', 9],
  ]);
});

test('a table is read with its merged cells, deleted text and field codes are not', () => {
  const table = `<w:tbl>${[
    row(cell('序号'), cell('工作任务'), cell('牵头单位'), cell('配合单位')),
    row(cell('一、产业', '<w:gridSpan w:val="4"/>')),
    row(cell('1', '<w:vMerge w:val="restart"/>'), cell('招商'), cell('区商务局'), cell('/')),
    row(cell('', '<w:vMerge/>'), cell('稳商'), cell('区工信局'), cell('各街道')),
  ].join('')}</w:tbl>`;
  const hidden = paragraph(
    `${run('2024年任务')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>${run('分解表')}`,
  );
  const { catalogue } = read(docx(hidden + table)).value;
  expect(catalogue.title).toBe('2024年任务分解表');
  expect(
    catalogue.tasks.map(({ id, section, text, leads, cooperators }) => [
      id,
      section.join(),
      text,
      leads.join(),
      cooperators.join(),
    ]),
  ).toEqual([
    ['1', '一、产业', '招商', '区商务局', ''],
    ['1-2', '一、产业', '稳商', '区工信局', '各街道'],
  ]);
});

test('units and a date in a merged cell are said of every task beside it, an empty cell of none', () => {
  const [start, below] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>'];
  const table = `<w:tbl>${[
    row(cell('序号'), cell('工作任务'), cell('牵头单位'), cell('配合单位'), cell('完成时限')),
    row(cell('1'), cell('招商'), cell('区商务局', start), cell('区财政局'), cell('6月底前', start)),
    row(cell('2'), cell('稳商'), cell('', below), cell(''), cell('', below)),
    row(cell('3'), cell('清欠'), cell('区工信局'), cell('各街道'), cell('', below)),
  ].join('')}</w:tbl>`;
  expect(
    read(docx(table)).value.catalogue.tasks.map(({ id, leads, cooperators, deadline }) => [
      id,
      leads.join(),
      cooperators.join(),
      deadline,
    ]),
  ).toEqual([
    ['1', '区商务局', '区财政局', '6月底前'],
    ['2', '区商务局', '', '6月底前'],
    ['3', '区工信局', '各街道', '6月底前'],
  ]);
});

test('what is no sound .docx is refused with the way out', () => {
  expect(worded(docx('').slice(0, 40))).toEqual([expect.stringMatching(/^seeds\/a\.docx 错误 zip-unreadable /u)]);
  expect(worded(writeZip([{ name: 'a.txt', bytes: bytesOf('a') }]))).toEqual([
    expect.stringMatching(/错误 foreign-file 这是 ZIP 文件.*解压/u),
  ]);
  expect(worded(writeZip([{ name: 'xl/workbook.xml', bytes: bytesOf('<workbook/>') }]))).toEqual([
    expect.stringMatching(/错误 xlsx-damaged .*重新保存/u),
  ]);
  expect(worded(docx('<w:p>'))).toEqual([expect.stringMatching(/错误 docx-broken /u)]);
  expect(worded(docx(paragraph('')))).toEqual([expect.stringMatching(/错误 empty-document .*扫描件/u)]);
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>';
  expect(worded(writeZip([{ name: 'word/document.xml', bytes: bytesOf(bomb) }]))).toEqual([
    expect.stringMatching(/docx-broken .*DOCTYPE/u),
  ]);
});

test.each([
  ['PDF', '%PDF-1.7'],
  ['RTF', '{\\rtf1'],
  ['JSON', '{"tasks":[{"no":1}]}'],
  ['XML', '<?xml version="1.0"?><w:wordDocument/>'],
  ['MHT', 'From: <Saved>\nMIME-Version: 1.0\n\n<html></html>'],
])('a %s file is refused by its first bytes', (kind, start) => {
  expect(worded(bytesOf(start))).toEqual([expect.stringContaining(`错误 foreign-file 这是 ${kind} 文件`)]);
});

test('hidden text is not read, and told; signs of notes are no part of a name, and what the notes say is a remark', () => {
  const hidden = (text: string): string => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`;
  const shown = (text: string): string => `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>${text}</w:t></w:r>`;
  const raised = (text: string): string =>
    `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${text}</w:t></w:r>`;
  const sign = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>①</w:t></w:r>';
  const body = [
    paragraph(run('2024年改革任务分工')),
    paragraph(run('1.新增绿地3万m') + raised('2') + run('。')),
    paragraph(
      run('责任单位：县住建局') + sign + run('、县城管局') + raised('[1]') + hidden('、县审计局') + shown('、县水利局'),
    ),
    paragraph(run('2.清理中介服务。')),
    paragraph(
      run('责任单位：县发改局、县财政局①') + `<w:r><w:rPr><w:rStyle w:val="Off"/></w:rPr><w:t>、县统计局</w:t></w:r>`,
    ),
  ].join('');
  const note = (text: string, type: string): string =>
    `<w:footnote w:type="${type}">${paragraph(run(text))}</w:footnote>`;
  const source = docx(body, {
    'word/styles.xml': `<w:styles ${namespace}><w:style w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${namespace}>${note('————', 'separator')}${note('①列第一位的为牵头单位，下同。', 'normal')}</w:footnotes>`,
  });
  const { tasks, preamble } = read(source).value.catalogue;
  expect(tasks.map(({ text, leads, cooperators }) => [text, leads.join(), cooperators.join()])).toEqual([
    ['新增绿地3万m2。', '县住建局', '县城管局,县水利局'],
    ['清理中介服务。', '县发改局', '县财政局'],
  ]);
  expect(preamble.map(({ text }) => text)).toEqual(['注：列第一位的为牵头单位，下同。']);
  expect(worded(source)).toEqual([
    expect.stringMatching(/^seeds\/a\.docx:3 警告 hidden-text /u),
    expect.stringMatching(/^seeds\/a\.docx:5 警告 hidden-text /u),
    expect.stringMatching(/:5:\d+ 提示 stray-mark 任务 2 有多余的符号“①”/u),
    expect.stringMatching(/提示 first-leads .*全文/u),
  ]);
});
