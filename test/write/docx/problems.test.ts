import { expect, test } from 'vitest';
import type { Block, Document } from '../../../src/document/tree.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { documentProblems } from '../../../src/write/docx/problems.ts';
import { cell, heading, meta, paragraph, row, sampleDocuments, taskTable } from '../sample-documents.ts';

const place = { file: 'templates/letter.hbs', row: null, column: null };
const found = (document: Document, language: 'zh' | 'en' = 'zh'): readonly string[] =>
  documentProblems(document, place).map((message) => wordMessage(message, language));
const withBlocks = (...children: readonly Block[]): Document => ({ meta: meta(), children });

test.each(Object.keys(sampleDocuments))('%s has none', (name) => {
  expect(found(sampleDocuments[name] ?? withBlocks())).toEqual([]);
});

test.each([
  ['\u0000', '0000'],
  ['\u0008', '0008'],
  ['\n', '000A'],
  ['\u007f', '007F'],
  ['\ud842', 'D842'],
  ['\udfb7', 'DFB7'],
  ['\uffff', 'FFFF'],
])('refuses %j', (character, code) => {
  expect(found(withBlocks(paragraph('甲')), 'en')).toEqual([]);
  expect(found(withBlocks(paragraph('甲'), paragraph(`乙${character}丙`)))).toEqual([
    `templates/letter.hbs 错误 docx-unwritable-character 第 2 段中有不能写入公文的字符 U+${code}（“乙�丙”），请在来源中删去后重试`,
  ]);
});

test('takes characters beyond the first plane, blanks and marks of Chinese text', () => {
  expect(found(withBlocks(heading(1, '𠮷　—…“”《》☆'), paragraph('\u00a0\u2028')))).toEqual([]);
});

test('names the fact, the cell, the annex', () => {
  const table = {
    ...taskTable,
    header: [row('一', '二', '三', '四', '五')],
    rows: [row('1', '2', '3', '4\u0007', '5')],
  };
  const annex: Block = {
    type: 'annex',
    number: 1,
    title: '清\u0001单',
    orientation: 'portrait',
    children: [{ type: 'pageBreak' }, table],
  };
  const document = { meta: meta({ recipients: ['甲', '乙\u0002'] }), children: [paragraph('甲'), annex] };
  expect(found(document)).toEqual([
    'templates/letter.hbs 错误 docx-unwritable-character 主送机关中有不能写入公文的字符 U+0002（“乙�”），请在来源中删去后重试',
    'templates/letter.hbs 错误 docx-unwritable-character 第 2 段中有不能写入公文的字符 U+0001（“清�单”），请在来源中删去后重试',
    'templates/letter.hbs 错误 docx-unwritable-character 第 2 段（附件）内第 2 段表格第 2 行第 4 格中有不能写入公文的字符 U+0007（“4�”），请在来源中删去后重试',
  ]);
  expect(found(document, 'en')[2]).toContain('block 2 of the annex (block 2), row 2, cell 4 holds U+0007');
});

test.each([
  ['a row too short', [row('1', '2', '3', '4')]],
  ['a row too long', [row('1', '2', '3', '4', '5', '6')]],
  ['a span beyond the last column', [{ cells: [cell('1', { columnSpan: 6 })] }]],
  ['a span beyond the last row', [{ cells: [cell('1', { columnSpan: 5, rowSpan: 2 })] }]],
])('refuses a table with %s', (_, rows) => {
  const [first] = found(withBlocks({ ...taskTable, header: [], rows }));
  expect(first).toBe(
    'templates/letter.hbs 错误 docx-ragged-table 第 1 段表格第 1 行的单元格没有占满 5 列，请检查模板中的行列合并',
  );
});

test('does not hang on a cell of no columns', () => {
  const rows = [{ cells: [cell('0', { columnSpan: 0, rowSpan: 2 }), cell('1', { columnSpan: 5 })] }, row('1')];
  expect(found(withBlocks({ ...taskTable, header: [], rows }))).toHaveLength(1);
});
