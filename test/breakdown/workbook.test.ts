import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { makeXlsx, withParts } from '../table/make-xlsx.ts';

const header = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'];
const rows = [
  ['2025年重点任务分解表'],
  header,
  [1, '招商引资（由商务部门负责统计）。', '县商务局', '县财政局', '年底前'],
  [2, '旧稿。', '县审计局'],
  [3, '20家企业上规。', '县工信局'],
];

function readOf(bytes: Uint8Array) {
  const { value, messages } = readBreakdown({ path: 'seeds/分解表.xlsx', bytes });
  return {
    tasks: value.catalogue.tasks.map(({ id, text, leads, deadline }) => [id, text, leads.join(), deadline]),
    messages: messages.map((message) => wordMessage(message, 'zh')),
  };
}

test('a hidden row is no task, and told; a cell merged downwards stands for each row; a hidden sheet is told', () => {
  const bytes = withParts(
    makeXlsx(rows, (sheet) => {
      sheet.mergeCells('E3:E5');
      sheet.workbook.addWorksheet('旧表', { state: 'hidden' }).addRow(header);
    }),
    { 'xl/worksheets/sheet1.xml': (old) => old.replace('<row r="4">', '<row r="4" hidden="1">') },
  );
  const { tasks, messages } = readOf(bytes);
  expect(tasks).toEqual([
    ['1', '招商引资（由商务部门负责统计）。', '县商务局', '年底前'],
    ['3', '20家企业上规。', '县工信局', '年底前'],
  ]);
  expect(messages).toEqual([
    expect.stringMatching(/提示 xlsx-hidden-sheets 工作表“旧表”/u),
    expect.stringMatching(/:4 警告 hidden-rows 第 4 行/u),
    expect.stringMatching(/警告 number-gap /u),
  ]);
});

test('tables of several sheets follow each other; a formula without a value is an error', () => {
  const two = makeXlsx(rows.slice(0, 3), (sheet) => {
    const second = sheet.workbook.addWorksheet('民生');
    second.addRow(header);
    second.addRow([2, '新增学位。', '县教育局']);
  });
  expect(readOf(two).tasks.map(([id, , leads]) => [id, leads])).toEqual([
    ['1', '县商务局'],
    ['2', '县教育局'],
  ]);
  const broken = makeXlsx([header, [1, '招商。', { formula: 'A1' }]]);
  expect(readOf(broken).messages).toEqual([expect.stringMatching(/:2:3 错误 formula-without-value /u)]);
});

test('a workbook with a password is named', () => {
  const compound = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(readOf(compound).messages).toEqual([expect.stringMatching(/错误 not-a-table .*密码/u)]);
});
