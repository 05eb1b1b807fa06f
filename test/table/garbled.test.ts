import { describe, expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { isGarbled } from '../../src/table/decode.ts';
import { goodRow, header, read, said } from '../intake/returns/district.ts';

const breakdown =
  '某区任务清单\n\n1．招商引资到位资金20亿元。（区商务局牵头，区财政局配合）\n2．新建养老机构。（牵头单位：区民政局）\n';
const table = `${header}\n${goodRow}\n`;
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What a program makes of UTF-8 that it takes for something else. */
const conversions: readonly (readonly [string, (text: string) => string])[] = [
  ['UTF-8 taken for GBK', (text) => new TextDecoder('gbk').decode(bytesOf(text))],
  ['UTF-8 taken for Latin-1', (text) => Buffer.from(text, 'utf8').toString('latin1')],
  ['UTF-8 taken for Windows-1252', (text) => new TextDecoder('windows-1252').decode(bytesOf(text))],
  ['UTF-8 taken for Big5', (text) => new TextDecoder('big5').decode(bytesOf(text))],
  [
    'UTF-8 taken for GBK, twice',
    (text) => new TextDecoder('gbk').decode(bytesOf(new TextDecoder('gbk').decode(bytesOf(text)))),
  ],
  ['saved without Chinese', (text) => text.replaceAll(/\p{Script=Han}/gu, '?')],
];

describe.each(conversions)('%s', (_, spoil) => {
  test('is told of a breakdown', () => {
    const { messages } = readBreakdown({ path: 'seeds/a.txt', bytes: bytesOf(spoil(breakdown)) });
    expect(messages.map(({ code }) => code)).toEqual(['garbled-document']);
  });

  test('is told of a return', () => {
    expect(said(read({ '区财政局.csv': spoil(table) }).messages)).toContain(
      '区财政局.csv 错误 garbled-table 文字是乱码（编码转换有误），未读；请回到原件，另存为 .xlsx 后重新报送',
    );
  });
});

// 某區重點任務分工 with two tasks, in Big5.
const big5 = Buffer.from(
  'ac59b0cfadabc249a5f4b0c8a4c0a4750a0a31a144b1c0b669a9dbb0d3a4deb8eaa143a15db26fc059b3e6a6eca147b0cfb0d3b0c8a7bda146b074a658b3e6a6eca147b0cfb05dac46a7bda15e0a32a144b773bc57a5f8b77e3130ae61a143a15db364a5f4b3e6a6eca147b0cfa475ab48a7bda15e0a',
  'hex',
);

test('Big5 is no reading of GBK', () => {
  expect(readBreakdown({ path: 'seeds/a.txt', bytes: big5 }).messages.map(({ code }) => code)).toContain(
    'garbled-document',
  );
});

test.each([breakdown, table, '某區重點任務分工\n1．招商。（牽頭單位：區商務局）', 'ABC,1\n', ''])(
  '%j is sound',
  (text) => {
    expect(isGarbled(text)).toBe(false);
  },
);

test('a list of texts in JSON is told as JSON', () => {
  const { messages } = readBreakdown({
    path: 'seeds/a.txt',
    bytes: bytesOf('[\n  "招商引资（区商务局牵头）",\n  "建厂"\n]'),
  });
  expect(messages.map(({ code, data }) => [code, data])).toEqual([['foreign-file', { kind: 'JSON' }]]);
});
