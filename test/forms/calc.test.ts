/** Forms and correction sheets in LibreOffice: what it shows, what it prints, what it saves. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import { correctionXlsx } from '../../src/forms/correction-xlsx.ts';
import { formColumns, type Form, type FormColumn, type FormRow } from '../../src/forms/form.ts';
import { formXlsx } from '../../src/forms/form-xlsx.ts';
import { columnName } from '../../src/table/xlsx-write/sheet-xml.ts';
import { isSkipped, popplerText } from '../pdf-tools.ts';
import { read, roster } from '../intake/returns/district.ts';
import { converted, missingTool } from '../libre-office.ts';
import { typed } from './opened-sheet.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const unit = roster.units.find(({ name }) => name === '区财政局');
if (unit === undefined) throw new Error('the roster has no 区财政局');

function formOf(rows: readonly Partial<Record<FormColumn, string>>[]): Form {
  const given = { 填报单位: '区财政局', 任务编号: '3', 本单位角色: '牵头' };
  return {
    quarter: '2024Q4' as Quarter,
    unit: unit as Form['unit'],
    filingDay: '2024-12-25' as CalendarDate,
    rows: rows.map((row): FormRow => new Map(Object.entries({ ...given, ...row }) as [FormColumn, string][])),
  };
}

/** Each row is of one character, many times, so that it can be found again on the page. */
const marks = ['甲', '乙', '丙', '丁'];
const long = (mark: string): string => `${mark.repeat(90)}\n${mark.repeat(70)}`;
const evil = ['=1+1', '+1', '-1+1', '@N(1)', '=cmd|x'];

const workbooks = {
  form: formXlsx(formOf(marks.map((mark) => ({ 任务内容: long(mark), 上季度进展: '短' })))),
  longest: formXlsx(formOf([{ 上季度进展: '甲'.repeat(1200) }, { 上季度进展: '乙' }])),
  correction: correctionXlsx({
    above: [],
    names: ['任务编号', '进展情况', '问题'],
    rows: marks.map((mark, at) => ({ cells: [String(at), '短', long(mark)], wrong: new Set([1]) })),
  }),
  evil: formXlsx(formOf(evil.map((text) => ({ 上季度进展: text, 填报人: text })))),
};

const at = (name: FormColumn): string => `${columnName(formColumns.indexOf(name) + 1)}4`;

const filled = typed(formXlsx(formOf([{ 任务内容: '清理专项资金', 填报人: '张某', 联系电话: '0001' }])), {
  [at('进展情况')]: '清理专项资金31项并收回结余',
  [at('完成比例')]: 0.8,
  [at('状态')]: '正常推进',
  [at('填报日期')]: 45_646,
});

describe.skipIf(isSkipped(missingTool()))('LibreOffice', () => {
  let folder = '';

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-calc-'));
    for (const [name, bytes] of Object.entries({ ...workbooks, filled }))
      fs.writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
    const file = (name: string): string => path.join(folder, `${name}.xlsx`);
    await converted('pdf', `${folder}/made`, Object.keys(workbooks).map(file));
    await converted('xlsx', `${folder}/made`, [file('filled')]);
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test.each(['form', 'correction'])('prints every line of a %s whole, and none over the next row', (name) => {
    const extents = marks.map((mark) => extentOf(`${folder}/made/${name}.pdf`, mark));
    expect(extents.map(({ count }) => count)).toEqual([160, 160, 160, 160]);
    for (const [row, extent] of extents.entries()) {
      // Lines one under another: no two of them on top of each other.
      expect(extent.bottom - extent.top).toBeGreaterThan((extent.lines - 1) * extent.size);
      expect(extent.bottom).toBeLessThan((extents[row + 1]?.top ?? Infinity) + 0.5);
    }
  });

  test('prints the longest text that a form can carry, in a column made wider for it', () => {
    expect(extentOf(`${folder}/made/longest.pdf`, '甲').count).toBe(1200);
  });

  test('saves a filled form that reads as the return that was typed', () => {
    const { value, messages } = read({ 'a.xlsx': fs.readFileSync(`${folder}/made/filled.xlsx`) });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value.returns).toMatchObject([
      { taskId: '3', percent: 80, status: 'on-track', filedOn: '2024-12-20', filedBy: '张某', phone: '0001' },
    ]);
  });

  test('shows as text what looks like a formula', () => {
    const words = popplerText(`${folder}/made/evil.pdf`).split(/\s+/u);
    // In two columns.
    for (const each of evil) expect(words.filter((word) => word === each)).toHaveLength(2);
  });
});

type Extent = {
  readonly count: number;
  readonly lines: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of a line's own characters. */
  readonly size: number;
};

/** Where the character stands, in points from the top of the first page, each page below the one before. */
function extentOf(pdf: string, mark: string): Extent {
  const { stdout } = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' });
  const word = /<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<\/word>/gu;
  const words = stdout.split('<page').flatMap((page, index) =>
    [...page.matchAll(word)].flatMap(([, top, bottom, text = '']) => {
      const count = Array.from(text).filter((each) => each === mark).length;
      return count === 0
        ? []
        : [{ count, top: index * pageHeight + Number(top), bottom: index * pageHeight + Number(bottom) }];
    }),
  );
  const tops = words.map(({ top }) => top);
  return {
    count: words.reduce((sum, { count }) => sum + count, 0),
    lines: new Set(tops).size,
    top: Math.min(...tops),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
    size: 0.8 * Math.min(...words.map(({ top, bottom }) => bottom - top)),
  };
}

/** More than any page. */
const pageHeight = 2000;
