/** Every bound at its value and one over it; docs/bounds.md says the same numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAdjustments } from '../../src/intake/adjustments.ts';
import { readTaskChanges } from '../../src/intake/task-changes.ts';
import { readOffice } from '../../src/intake/office.ts';
import { readRoster } from '../../src/intake/roster.ts';
import { writeZip } from '../../src/ooxml/zip.ts';
import { readTable } from '../../src/table/table.ts';
import { bounds } from '../../src/trade/bounds.ts';
import type { Message } from '../../src/message/message.ts';
import { wordText } from '../../src/message/wording/word.ts';
import { catalogue, file, goodRow, header, read, roster } from '../intake/returns/district.ts';
import { blocksOfHtml } from '../../src/breakdown/html.ts';
import type { Block, Document } from '../../src/document/tree.ts';
import { layOutDocument } from '../../src/write/pdf/layout.ts';
import { piecesOf } from '../../src/write/pdf/pieces.ts';
import { faces } from '../write/pdf/shipped.ts';
import { meta, paragraph } from '../write/sample-documents.ts';
import { makeXlsx } from '../table/make-xlsx.ts';

const columns = ['编号', '进展'].map((name) => ({ name, synonyms: [], need: 'required' as const }));
const form = { columns, mayBeEmpty: false };

/** Code and text of the errors. */
function errors(messages: readonly Message[]): readonly string[] {
  return messages.filter(({ severity }) => severity === 'error').map((each) => `${each.code} ${wordText(each, 'zh')}`);
}

const ofTable = (bytes: Uint8Array | string): readonly string[] =>
  errors(readTable({ path: 'a', bytes: Buffer.from(bytes) }, form).messages);
const csv = (rows: number, line = '1,好'): string => `编号,进展\n${`${line}\n`.repeat(rows - 1)}`;

test('docs/bounds.md lists them all', () => {
  const text = readFileSync(new URL('../../docs/bounds.md', import.meta.url), 'utf8');
  const listed = [...text.matchAll(/^\| (\w+) \| (\d+) \|/gmu)].map(([, name, value]) => [name, Number(value)]);
  expect(listed).toEqual(Object.entries(bounds));
});

describe('tables', () => {
  test('megabytes of a file', () => {
    const size = bounds.megabytes << 20;
    const at = Buffer.alloc(size, 'x');
    expect(ofTable(at).map((text) => text.split(' ')[0])).toEqual(['header-not-found']);
    expect(ofTable(Buffer.alloc(size + 1, 'x'))).toEqual([
      'file-too-large 文件有 16.1 MB，上限为 16 MB，未读取；请只报送表格本身',
    ]);
  });

  test('rows of a text and of a workbook', () => {
    expect(ofTable(csv(bounds.rows))).toEqual([]);
    const said = 'too-many-rows 有 100001 行，上限为 100000 行；不是一个单位的反馈，请核对后重新报送';
    expect(ofTable(csv(bounds.rows + 1))).toEqual([said]);
    const far = (row: number): Uint8Array =>
      makeXlsx(
        [
          ['编号', '进展'],
          ['1', '好'],
        ],
        (sheet) => {
          sheet.getCell(`A${row}`).value = '2';
          sheet.getCell(`B${row}`).value = '好';
        },
      );
    expect([ofTable(far(bounds.rows)), ofTable(far(bounds.rows + 1))]).toEqual([[], [said]]);
  });

  test('columns of a text and of a workbook', () => {
    const names = (count: number): string[] => [
      '编号',
      '进展',
      ...Array.from({ length: count - 2 }, (_, at) => `列${at}`),
    ];
    const row = (count: number): string[] => names(count).map((_, at) => String(at));
    const said = 'too-many-columns 有 257 列，上限为 256 列；请删去表外的内容后重新报送';
    const text = (count: number): string => [names(count), row(count)].map((cells) => cells.join(',')).join('\n');
    expect([ofTable(text(bounds.columns)), ofTable(text(bounds.columns + 1))]).toEqual([[], [said]]);
    const wide = (reference: string): Uint8Array =>
      makeXlsx(
        [
          ['编号', '进展'],
          ['1', '好'],
        ],
        (sheet) => void (sheet.getCell(reference).value = '列'),
      );
    expect([ofTable(wide('IV1')), ofTable(wide('IW1'))]).toEqual([[], [said]]);
  });

  test('sheets of a workbook', () => {
    const book = (count: number): Uint8Array =>
      makeXlsx(
        [
          ['编号', '进展'],
          ['1', '好'],
        ],
        (sheet) => {
          for (let at = 2; at <= count; at += 1) sheet.workbook.addWorksheet(`表${at}`);
        },
      );
    expect([ofTable(book(bounds.sheets)), ofTable(book(bounds.sheets + 1))]).toEqual([
      [],
      ['too-many-sheets 有 101 个工作表，上限为 100 个，未读取；请只报送反馈表'],
    ]);
  });

  test('separators in a line', () => {
    expect(ofTable(`${','.repeat(bounds.separators)}\n`).map((text) => text.split(' ')[0])).toEqual([
      'header-not-found',
    ]);
    expect(ofTable(`${','.repeat(bounds.separators + 1)}\n`)).toEqual([
      'too-wide 一行有 10001 个分隔符，上限为 10000 个；不是表格，请重新报送',
    ]);
  });

  test('characters of a cell', () => {
    expect(ofTable(csv(2, `1,${'好'.repeat(bounds.cellCharacters)}`))).toEqual([]);
    expect(ofTable(csv(2, `1,${'好'.repeat(bounds.cellCharacters + 1)}`))).toEqual([
      'cell-too-long 本格有 32768 个字符，上限为 32767；请核对是否少了引号或分隔符',
    ]);
  });

  test('parts of a package', () => {
    const parts = (count: number): Uint8Array =>
      writeZip(Array.from({ length: count }, (_, at) => ({ name: `xl/${at}.xml`, bytes: new Uint8Array(1) })));
    expect(ofTable(parts(bounds.packageParts))[0]).toMatch(/^xlsx-damaged/u);
    expect(ofTable(parts(bounds.packageParts + 1))[0]).toMatch(/^zip-too-many-entries .*501.*500/u);
  });
});

describe('folders and packages', () => {
  const table = `${header}\n${goodRow}\n`;

  test('files of a quarter', () => {
    const folder = (count: number) => {
      const files = Array.from({ length: count }, (_, at) => file(`${at}.pdf`, '%PDF-'));
      return errors(read({}, { files }).messages);
    };
    expect([folder(bounds.files), folder(bounds.files + 1)]).toEqual([
      [],
      ['too-many-files 本文件夹有 2001 个文件，上限为 2000 个，未读取；请核对是否放错了文件夹'],
    ]);
  });

  test('files and megabytes of a .zip', () => {
    const codes = (entries: readonly { name: string; bytes: Uint8Array }[]): readonly string[] =>
      read({ '区财政局.zip': writeZip([{ name: '区财政局.csv', bytes: Buffer.from(table) }, ...entries]) })
        .messages.filter(({ severity, code }) => severity !== 'info' && code !== 'attachment-without-return')
        .map(({ code }) => code);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}.pdf`, bytes: new Uint8Array(1) }));
    expect([codes(many(bounds.zipFiles - 1)), codes(many(bounds.zipFiles))]).toEqual([[], ['zip-too-many-entries']]);
    const large = (bytes: number) => [{ name: '照片.jpg', bytes: new Uint8Array(bytes) }];
    const most = bounds.zipFileMegabytes << 20;
    expect([codes(large(most)), codes(large(most + 1))]).toEqual([[], ['zip-too-large']]);
    const two = (bytes: number) => [...large(most), { name: '照片2.jpg', bytes: new Uint8Array(bytes) }];
    const left = (bounds.zipMegabytes << 20) - most - Buffer.byteLength(table);
    expect([codes(two(left)), codes(two(left + 1))]).toEqual([[], ['zip-too-large']]);
  });
});

describe('sources and papers', () => {
  test('elements of a web page in one another', () => {
    const page = (depth: number): string => '<div>'.repeat(depth) + '甲'.repeat(30) + '</div>'.repeat(depth);
    const said = (depth: number): readonly string[] => errors(blocksOfHtml(page(depth), 'a.html').messages);
    expect([said(bounds.htmlDepth), said(bounds.htmlDepth + 1)]).toEqual([
      [],
      [expect.stringMatching(/^html-too-deep .*401 层，上限为 400 层/u)],
    ]);
  });

  test('pages of a paper', () => {
    const paper = (pages: number): Document => ({
      meta: meta(),
      children: Array.from({ length: pages }, (_, at): readonly Block[] =>
        at === 0 ? [paragraph('甲')] : [{ type: 'pageBreak' }, paragraph('乙')],
      ).flat(),
    });
    const said = (pages: number): readonly string[] => {
      const document = paper(pages);
      return errors(layOutDocument(document, piecesOf(document), faces).messages);
    };
    expect([said(bounds.paperPages), said(bounds.paperPages + 1)]).toEqual([
      [],
      ['pdf-too-many-pages 排成 PDF 有 5001 页，上限为 5000 页；请核对模板和数据，或者分成几份'],
    ]);
  });
});

describe('what the office writes', () => {
  test('names and codes of units', () => {
    const units = (code: string, name: string, alias = ''): readonly string[] =>
      errors(
        readRoster({
          path: 'inputs/units.csv',
          bytes: Buffer.from(`代码,名称,简称,类别\n${code},${name},${alias},单位\n`),
        }).messages,
      );
    const name = '局'.repeat(bounds.unitName);
    const code = '1'.repeat(bounds.unitCode);
    expect(units(code, name, '署'.repeat(bounds.unitName))).toEqual([]);
    expect([units('1', `${name}局`), units('1', '甲', `乙、${name}局`), units(`${code}1`, '甲')].flat()).toEqual([
      'unit-text-too-long “名称”有 101 个字符，上限为 100 个；请核对是否漏了分隔符',
      'unit-text-too-long “简称”有 101 个字符，上限为 100 个；请核对是否漏了分隔符',
      'unit-text-too-long “代码”有 21 个字符，上限为 20 个；请核对是否漏了分隔符',
    ]);
  });

  test('characters of the number of a task', () => {
    const added = (number: string): readonly string[] => {
      const bytes = Buffer.from(
        `任务编号,类型,生效日期,任务内容,牵头单位,依据\n${number},新增,2025-03-01,修路。,县税务局,函\n`,
      );
      return errors(readTaskChanges({ path: 'a', bytes }).messages);
    };
    const number = '1'.repeat(bounds.taskNumber);
    expect(added(number)).toEqual([]);
    expect(added(`${number}1`)).toEqual([
      `task-id-malformed “${'1'.repeat(40)}”不能作任务编号（有 101 个字符，上限为 100 个）；编号用汉字、字母、数字和括号，中间可以隔一个点、横线、冒号或斜线，如 135、二.12、乙:12`,
    ]);
  });

  test.each([
    ['1000', []],
    ['-1000', []],
    ['1000.01', ['points-out-of-bounds 分值“1000.01”超出范围，应在 -1000 至 1000 之间']],
    ['-1001', ['points-out-of-bounds 分值“-1001”超出范围，应在 -1000 至 1000 之间']],
    [`1${'0'.repeat(21)}`, ['points-out-of-bounds 分值“1000000000000000000000”超出范围，应在 -1000 至 1000 之间']],
  ])('points of a finding: %s', (points, said) => {
    const bytes = Buffer.from(`单位,分值,事由,依据,日期\n区财政局,${points},甲,乙,2024-12-20\n`);
    expect(errors(readAdjustments({ path: 'a.csv', bytes }, { catalogue, roster }).messages)).toEqual(said);
  });

  test('points of a rule, a cap and a start', () => {
    const sample = readFileSync(new URL('../fixtures/small-district/inputs/office.yaml', import.meta.url), 'utf8');
    const units = readFileSync(new URL('../fixtures/small-district/inputs/units.csv', import.meta.url));
    const own = readRoster({ path: 'inputs/units.csv', bytes: units }).value;
    const said = (text: string): readonly string[] =>
      errors(readOffice({ path: 'inputs/office.yaml', bytes: Buffer.from(text) }, own).messages);
    const start = (value: string): string => sample.replace(/(\n  start: )[^\n#]+/u, `$1${value}`);
    expect(sample).toMatch(/\n  start: /u);
    expect([said(start('1000')), said(start('1001'))]).toEqual([
      [],
      ['office-wrong “scoring.start”写的是1001，应为不大于1000的数'],
    ]);
  });
});
