/** A form as .xlsx: choices for status, bounds for percent, locked columns for what is given; the only file that knows exceljs. */
import type { DataValidation, Worksheet } from 'exceljs';
import { firstDayOf } from '../trade/calendar.ts';
import { roleNames, statusNames } from '../intake/returns/words.ts';
import { formColumns, quarterName } from './form.ts';
import type { Form, FormColumn } from './form.ts';
import { repack } from './repack.ts';

const headerRow = 3;
const firstRow = headerRow + 1;

const widths: Readonly<Record<FormColumn, number>> = {
  填报单位: 13,
  任务编号: 7,
  任务内容: 34,
  本单位角色: 8,
  上季度进展: 28,
  进展情况: 40,
  完成比例: 10,
  状态: 10,
  存在问题: 22,
  下一步措施: 22,
  佐证材料: 16,
  填报人: 10,
  联系电话: 14,
  填报日期: 12,
};

const lockedColumns: readonly FormColumn[] = ['填报单位', '任务编号', '任务内容', '本单位角色', '上季度进展'];

const notes: readonly string[] = [
  '填报说明：',
  '1.白底各栏由单位填写，灰底各栏不能改动；完成比例、状态已按上季度填好，有变化的才改。',
  '2.完成比例填一个确数（0%至100%）；状态从下拉框中选。确无进展的，进展情况填“本季度无进展”。',
  '3.状态为滞后、逾期的，应写明存在问题和下一步措施。填报日期写成2024-10-08这样。',
];

/** The workbook's bytes; the same form gives the same bytes on any day. */
export async function formXlsx(form: Form): Promise<Uint8Array> {
  // Loaded when a form is made: every other command starts without it.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('填报表', { properties: { defaultRowHeight: 18 } });
  writeHead(sheet, form);
  for (const row of form.rows) sheet.addRow(formColumns.map((name) => cellValue(name, row.get(name) ?? '')));
  dressRows(sheet, form.rows.length);
  limitAnswers(sheet, form.rows.length);
  writeNotes(sheet, firstRow + form.rows.length);
  setUpPage(sheet);
  await sheet.protect('', { formatColumns: true, formatRows: true, sort: true, autoFilter: true });
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()), firstDayOf(form.quarter));
}

/** Percent and task number are numbers to a spreadsheet, all else is text, which no spreadsheet runs as a formula. */
function cellValue(name: FormColumn, text: string): string | number | null {
  if (text === '') return null;
  if (name === '完成比例') return Number((Number(text.replace('%', '')) / 100).toFixed(10));
  return name === '任务编号' && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : text;
}

function writeHead(sheet: Worksheet, { quarter, unit, filingDay }: Form): void {
  const title = sheet.addRow([`${quarterName(quarter)}责任分解任务进展情况填报表`]);
  title.font = { name: '黑体', size: 16 };
  title.height = 28;
  sheet.addRow([`填报单位：${unit.name}　　报送时限：${filingDay}`]).font = { name: '宋体', size: 11 };
  const header = sheet.addRow([...formColumns]);
  header.height = 32;
  header.eachCell((cell) => {
    cell.font = { name: '黑体', size: 11 };
    cell.fill = solid('FFD9E1F2');
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = thin;
  });
  sheet.mergeCells(1, 1, 1, formColumns.length);
  sheet.mergeCells(2, 1, 2, formColumns.length);
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
}

function dressRows(sheet: Worksheet, count: number): void {
  for (const [at, name] of formColumns.entries()) {
    sheet.getColumn(at + 1).width = widths[name];
    const isLocked = lockedColumns.includes(name);
    for (let row = firstRow; row < firstRow + count; row += 1) {
      const cell = sheet.getCell(row, at + 1);
      cell.font = { name: '宋体', size: 10 };
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.border = thin;
      cell.protection = { locked: isLocked };
      if (isLocked) cell.fill = solid('FFF2F2F2');
      cell.numFmt = formatOf(name);
    }
  }
}

/** Text format keeps zeros of phone numbers and stops Excel from making dates and formulas of answers. */
function formatOf(name: FormColumn): string {
  if (name === '完成比例') return '0%';
  if (name === '任务编号') return '0';
  return name === '填报日期' ? 'yyyy-mm-dd' : '@';
}

// Set for a whole range at once: cell by cell, exceljs writes ranges that overlap (it sorts D10 before D4). Its types leave this out.
type Limited = Worksheet & {
  readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void };
};

function limitAnswers(sheet: Worksheet, count: number): void {
  const { dataValidations } = sheet as Limited;
  const limits: readonly (readonly [FormColumn, DataValidation])[] = [
    ['本单位角色', oneOf('本单位角色', Object.values(roleNames))],
    ['状态', oneOf('状态', Object.values(statusNames))],
    ['完成比例', share],
  ];
  for (const [name, validation] of limits) {
    const letter = sheet.getColumn(formColumns.indexOf(name) + 1).letter;
    dataValidations.add(`${letter}${firstRow}:${letter}${firstRow + count - 1}`, validation);
  }
}

const share: DataValidation = {
  type: 'decimal',
  operator: 'between',
  allowBlank: true,
  formulae: [0, 1],
  showErrorMessage: true,
  errorTitle: '完成比例',
  error: '请填 0% 至 100% 之间的一个数',
};

function oneOf(name: FormColumn, words: readonly string[]): DataValidation {
  const error = `请从${words.join('、')}中选一个`;
  const formulae = [`"${words.join(',')}"`];
  return { type: 'list', allowBlank: true, formulae, showErrorMessage: true, errorTitle: name, error };
}

function writeNotes(sheet: Worksheet, from: number): void {
  for (const [at, note] of notes.entries()) {
    const row = sheet.getRow(from + at);
    row.getCell(1).value = note;
    row.font = { name: '宋体', size: 10 };
    sheet.mergeCells(from + at, 1, from + at, formColumns.length);
  }
}

/** A4 across, as wide as the page, the header on every page. */
function setUpPage(sheet: Worksheet): void {
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: headerRow, showGridLines: false }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter = { oddFooter: '第 &P 页，共 &N 页' };
}

const line = { style: 'thin', color: { argb: 'FF999999' } } as const;
const thin = { top: line, left: line, bottom: line, right: line };

function solid(argb: string): { type: 'pattern'; pattern: 'solid'; fgColor: { argb: string } } {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
