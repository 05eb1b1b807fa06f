import { describe, expect, test } from 'vitest';
import type { Return } from '../../../src/domain/return.ts';
import { encodeAs, encodings } from '../../table/encode.ts';
import { makeXlsx } from '../../table/make-xlsx.ts';
import { header, read } from './district.ts';

const cells = [
  '区财政局',
  '3',
  '清理专项资金',
  '牵头',
  '清理31项，𠮷林路项目收回结余\n第二行：继续',
  '80%',
  '正常推进',
  '',
  '继续清理',
  '《清理台账》',
  '张某㐀',
  '0000-0001',
  '2024-12-20',
];
const names = header.split(',');
const csv = (delimiter: string): string =>
  [names, cells]
    .map((row) => row.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join(delimiter))
    .join('\r\n');

const expected = {
  quarter: '2024Q4',
  taskId: '3',
  claimedRole: 'lead',
  progress: '清理31项，𠮷林路项目收回结余\n第二行：继续',
  percent: 80,
  status: 'on-track',
  problems: '',
  nextSteps: '继续清理',
  evidence: '《清理台账》',
  filedBy: '张某㐀',
  phone: '0000-0001',
  filedOn: '2024-12-20',
  isZeroReport: false,
};

function valuesOf(
  content: Uint8Array,
  name = '区财政局.csv',
): { values: unknown; unit: string | undefined; codes: unknown } {
  const { value, messages } = read({ [name]: content });
  const [{ unit, place: _, ...values } = {} as Return] = value.returns;
  return { values, unit: unit?.name, codes: messages.map((each) => each.code) };
}

describe('one return in every form gives the same values', () => {
  test.each(encodings.flatMap((encoding) => [',', ';', '\t'].map((delimiter) => [encoding, delimiter] as const)))(
    '%s, parted by %j',
    (encoding, delimiter) => {
      expect(valuesOf(encodeAs(encoding, csv(delimiter)))).toEqual({ values: expected, unit: '区财政局', codes: [] });
    },
  );

  test('.xlsx as text', () => {
    expect(valuesOf(makeXlsx([names, cells]), '区财政局.xlsx')).toEqual({
      values: expected,
      unit: '区财政局',
      codes: [],
    });
  });

  test('.xlsx with numbers, dates and percents as Excel stores them', () => {
    const stored = makeXlsx([names, cells], (sheet) => {
      sheet.getCell('B2').value = 3;
      sheet.getCell('F2').value = 0.8;
      sheet.getCell('F2').numFmt = '0%';
      sheet.getCell('M2').value = 45_646;
      sheet.getCell('M2').numFmt = 'yyyy"年"m"月"d"日"';
    });
    expect(valuesOf(stored, '区财政局.xlsx')).toEqual({ values: expected, unit: '区财政局', codes: [] });
  });

  test('.xlsx that somebody renamed to .csv', () => {
    expect(valuesOf(makeXlsx([names, cells])).values).toEqual(expected);
  });
});
