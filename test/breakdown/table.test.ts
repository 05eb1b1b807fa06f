import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { sections } from './random-catalogue.ts';
import type { Plain, Section } from './random-catalogue.ts';
import { runs } from '../long.ts';

type Cells = readonly string[];
const header = ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'] as const;

const printed = (catalogue: readonly Section[]): readonly Cells[] => {
  let number = 0;
  return catalogue.flatMap(({ tasks }) =>
    tasks.map(({ text, leads, cooperators, deadline }) => {
      number += 1;
      return [
        String(number),
        text,
        leads.join('、'),
        cooperators.length === 0 ? '无' : cooperators.join('、'),
        deadline ?? '/',
      ];
    }),
  );
};

const csv = (rows: readonly Cells[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
const tabbed = (rows: readonly Cells[]): string => rows.map((cells) => cells.join('\t')).join('\n');
const markdown = ([first, ...rest]: readonly Cells[]): string =>
  [first ?? [], header.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text, 'utf8')],
  ['UTF-8 with mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf8')],
  ['UTF-16LE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
];

const plain = (bytes: Uint8Array): readonly Plain[] =>
  readBreakdown({ path: 'seeds/a.csv', bytes }).value.catalogue.tasks.map(({ text, leads, cooperators, deadline }) => ({
    text,
    leads,
    cooperators,
    deadline,
  }));

test.each([
  ['CSV', csv],
  ['tab-separated', tabbed],
  ['Markdown', markdown],
] as const)('a random catalogue printed as %s is read back, in every encoding', (_, print) => {
  fc.assert(
    fc.property(sections, fc.constantFrom(...encodings), (catalogue, [, encode]) => {
      const rows = printed(catalogue);
      const expected = catalogue.flatMap(({ tasks }) => tasks);
      expect(plain(encode(print([header, ...rows])))).toEqual(expected);
    }),
    runs(15),
  );
});

test('GB18030, as Excel saves it, is read like UTF-8', (context) => {
  const text = csv([header, ['1', '修路', '县交通局', '县财政局', '6月底前']]);
  let bytes: Uint8Array;
  try {
    bytes = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });
  } catch {
    return context.skip('iconv is not installed');
  }
  expect(plain(bytes)).toEqual([{ text: '修路', leads: ['县交通局'], cooperators: ['县财政局'], deadline: '6月底前' }]);
  return undefined;
});
