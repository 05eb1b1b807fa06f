/** The special report of the sample: its table, its sentences and its note say one thing. */
import { beforeAll, expect, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import type { Table } from '../../src/document/tree.ts';
import { prepareYear } from '../../src/run/prepare.ts';
import path from 'node:path';
import { repository } from '../run/program.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

type Year = Awaited<ReturnType<typeof prepareYear>>['value'];

let year: Year;

beforeAll(async () => {
  year = (await prepareYear(diskAt(repository), 2024, null)).value;
});

test('tasks that are closed are counted once in the sentence, in table 1 and in its note', async () => {
  const value = year;
  const document = value?.papers.find(({ kind }) => kind === 'special-report')?.document;
  const text = document === undefined ? '' : documentText(document).join('\n');
  const [table] = document?.children.filter((each): each is Table => each.type === 'table') ?? [];
  const cells = (table?.rows ?? []).map(({ cells: row }) =>
    row.map(({ lines }) =>
      lines
        .flat()
        .map((each) => (each.type === 'text' ? each.value : ''))
        .join(''),
    ),
  );
  const last = cells.at(-1) ?? [];
  const ids = new Set(
    value?.standing.last.ledger.entries
      .filter(({ isClosed, isAssessed }) => isClosed && isAssessed)
      .map(({ task }) => task.id),
  );
  expect(last[0]).toBe('第四季度');
  expect(last.at(-1)).toBe(String(ids.size));
  expect(text).toContain(`经核查已予销号的任务有${ids.size}项。`);
  expect(text).toContain('表1销号为任务数');
});

const textOf = (kind: string, value: Year): string => {
  const document = value?.papers.find((each) => each.kind === kind)?.document;
  return document === undefined ? '' : documentText(document).join('\n');
};

test('the 21 red lights are those that are named and those that were not filed', async () => {
  const value = year;
  const text = textOf('special-report', value);
  expect(text).toContain('红灯21项次，占5.7%，其中未报送11项次。');
  const [, count = '', named = ''] = /年末因进度滞后或逾期亮红灯的有(\d+)项次：(.*?)。从单位反馈看/u.exec(text) ?? [];
  const counts = [...named.matchAll(/(\d+)项/gu)].map(([, each]) => Number(each));
  expect([Number(count), counts.reduce((sum, each) => sum + each, 0)]).toEqual([10, 10]);
  expect(text).toContain('（五）报送不完整');
  // A unit that has gone has no lights at the end of the year, which differs from none.
  expect(text).toMatch(/区食安办（年内已调整）[^区]*—\s*—\s*—\s*—/u);
  expect(text).toContain('年内已调整的19个单位年末不承担任务，不列亮灯和销号。');
});

test('the special report says why and what was done well, and its lists stand in annexes', async () => {
  const value = year;
  const text = textOf('special-report', value);
  expect(text).toMatch(/从单位反馈看，主要原因是：区委组织部第16项，合法性审查和公示期未满；.+；.+。/u);
  const practices = /值得借鉴的做法：(.+?)。/u.exec(text)?.[1]?.split('；') ?? [];
  expect(practices.map((each) => /^区(?:委编办|审计局|政务服务和大数据管理局)/u.exec(each)?.[0])).toEqual([
    '区委编办',
    '区审计局',
    '区政务服务和大数据管理局',
  ]);
  const body = text.slice(0, text.indexOf('\n附件'));
  expect(body.match(/第\d+(?:、\d+)+项/gu)).toBe(null);
  const annexes = value?.papers
    .find(({ kind }) => kind === 'special-report')
    ?.document.children.flatMap((each) => (each.type === 'annex' ? [each.title] : []));
  expect(annexes).toEqual(['问题任务清单', '未报送和迟报情况表', '各单位年度落实情况表']);
  expect(text).toContain('区统计局\n第四季度\n未报送\n2\n第26、108项');
});

test('no yearly paper names a file or a row of the workspace', async () => {
  const value = year;
  const texts = (value?.papers ?? []).flatMap(({ document }) => documentText(document));
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((line) => /\.(?:csv|yaml|xlsx|docx|pdf|hbs)|inputs|returns|第\d+行/u.test(line))).toEqual([]);
});

test('a government half through its year reports on its own matter, to its own superior, as at the quarter there is', async () => {
  const { value } = await prepareYear(diskAt(path.join(repository, 'test/fixtures/small-district')), 2025, null);
  const report = value?.papers.find(({ kind }) => kind === 'special-report')?.document;
  expect(report?.meta.title).toBe('关于2025年度责任分解任务落实情况的专题报告');
  expect(report?.meta.recipients).toEqual(['县人民政府']);
  const texts = (value?.papers ?? []).map(({ document }) => documentText(document).join('\n'));
  expect(texts.filter((text) => text.includes('年末'))).toEqual([]);
  expect(texts.filter((text) => text.includes('第二季度末'))).toHaveLength(5);
  expect(texts.filter((text) => text.includes('本单位成立前'))).toEqual([]);
  expect(texts.filter((text) => text.includes('另有共性任务1项（第2项），按职责落实，不计分。'))).toHaveLength(3);
});
