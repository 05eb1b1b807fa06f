/** What page, report, summary, scorecards and ledger.csv of the sample state in common is equal: read back from the made files. */
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { parseHtml, type HtmlElement, type HtmlNode } from '../../src/document/html.ts';
import { docxText } from '../write/docx/docx-text.ts';
import { pdfText } from '../../src/write/pdf/reader/pdf-text.ts';
import { builtSample, sampleFolder, type Sample } from '../run/workspace.ts';

let sample: Sample;
let elements: readonly HtmlElement[];

beforeAll(async () => {
  sample = await builtSample();
  elements = elementsIn(parseHtml(new TextDecoder().decode(bytesOf('index.html'))).nodes);
}, 240_000);

test('the report gives the page’s headline figures and shares', () => {
  const report = squeezed(docxText(bytesOf('report.docx')).join(''));
  const tile = tilesOf('overview');
  const share = (label: string) => /占应报送的([\d.]+%)/.exec(tile(label).detail)?.[1];
  const light = lightsOf();
  for (const sentence of [
    `${tile('任务').value}项任务由${tile('责任单位').value}个单位承担，应报送反馈${tile('应报送').value}项次。`,
    `按时报送${tile('按时报送').value}项次，占${share('按时报送')}`,
    `迟报${tile('迟报').value}项次，占${share('迟报')}`,
    `未报送${tile('未报送').value}项次，占${share('未报送')}`,
    `绿灯${light('绿灯')}；黄灯${light('黄灯')}；红灯${light('红灯')}`,
    `尚待核查的有${tile('办结待销号').value}项次`,
    `已予销号的任务有${tile('已销号任务').value}项`,
  ]) {
    expect(report).toContain(sentence);
  }
});

test('the report gives the page’s changes', () => {
  const report = squeezed(docxText(bytesOf('report.docx')).join(''));
  const tile = tilesOf('changes');
  expect(report).toContain(
    `亮灯好转${tile('亮灯好转').value}项次，变差${tile('亮灯变差').value}项次，新增逾期${tile('新增逾期').value}项次，` +
      `新销号任务${tile('新增销号').value}项，恢复督办任务${tile('恢复督办').value}项。`,
  );
});

test('summary and report have the page’s row for every unit, cell by cell', () => {
  const summary = squeezed(textOfPdf('summary.pdf'));
  const report = squeezed(docxText(bytesOf('report.docx')).join(''));
  const rows = scoreRows();
  expect(rows.length).toBe(41);
  for (const { rank, unit, score, counts } of rows) {
    const row = squeezed([rank, unit, ...counts, score].join(''));
    expect(summary).toContain(row);
    expect(report).toContain(row);
  }
});

test('every scorecard gives the page’s score and rank, and lies where the page’s link says', () => {
  for (const { rank, unit, score, paper } of scoreRows()) {
    const card = squeezed(textOfPdf(decodeURIComponent(paper)));
    expect(card).toContain(squeezed(unit.replace(/（[^）]*）$/u, '')));
    expect(card).toContain(`得分：${score}；`);
    expect(card).toContain(rank === '—' ? '不参与排名' : `第${rank}名`);
  }
});

test('ledger.csv has as many entries of each light, and of each filing, as page and report count', () => {
  const rows = assessedRows();
  const count = (column: string, ...words: readonly string[]) =>
    rows.filter((row) => words.includes(row[column] ?? '')).length;
  const tile = tilesOf('overview');
  const light = lightsOf();
  const report = squeezed(docxText(bytesOf('report.docx')).join(''));
  expect(rows.length).toBe(Number(tile('责任项次').value));
  const filings = { 按时报送: ['按时报送'], 迟报: ['迟报', '催办后报送'], 未报送: ['未报送'] };
  for (const [name, words] of Object.entries(filings)) {
    expect(`${name} ${count('报送情况', ...words)}`).toBe(`${name} ${tile(name).value}`);
    expect(report).toContain(`${name}${count('报送情况', ...words)}项次`);
  }
  for (const word of ['绿灯', '黄灯', '红灯']) {
    expect(`${count('亮灯', word)}项次`).toBe(light(word).split('，')[0]);
    expect(report).toContain(`${word}${count('亮灯', word)}项次`);
    const onPage = elements.filter(
      ({ name, attributes }) => name === 'tr' && attributes.get('data-light') === lightNames[word],
    );
    expect(onPage.length).toBe(count('亮灯', word));
  }
});

test('ledger.csv has the counts of the summary for every unit', () => {
  const summary = squeezed(textOfPdf('summary.pdf'));
  for (const { rank, unit, score, counts } of scoreRows()) {
    const own = assessedRows().filter((row) => row['单位'] === unit.replace(/（[^）]*）$/u, ''));
    const count = (column: string, ...words: readonly string[]) =>
      own.filter((row) => words.includes(row[column] ?? '')).length;
    const counted = [
      count('报送情况', '按时报送', '迟报', '催办后报送', '未报送'),
      count('报送情况', '按时报送'),
      count('报送情况', '迟报', '催办后报送'),
      count('报送情况', '未报送'),
      count('亮灯', '绿灯'),
      count('亮灯', '黄灯'),
      count('亮灯', '红灯'),
      count('是否销号', '已销号'),
    ].map(String);
    expect({ unit, counted }).toEqual({ unit, counted: counts });
    expect(summary).toContain(squeezed([rank, unit, ...counted, score].join('')));
  }
});

const lightNames: Readonly<Record<string, string>> = { 绿灯: 'green', 黄灯: 'yellow', 红灯: 'red' };

/** Rows of ledger.csv that are assessed, by column. */
function assessedRows(): readonly Readonly<Record<string, string>>[] {
  const rows: readonly Record<string, string>[] = parse(Buffer.from(bytesOf('ledger.csv')), {
    bom: true,
    columns: true,
  });
  return rows.filter((row) => row['是否考核'] === '是');
}

function bytesOf(file: string): Uint8Array {
  const bytes = sample.disk.read(`${sampleFolder}/${file}`);
  if (bytes === null) throw new Error(`${file} was not made`);
  return bytes;
}

function textOfPdf(file: string): string {
  return pdfText(bytesOf(file))
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join('');
}

/** A headline figure of a section by its label. */
function tilesOf(section: string): (label: string) => { readonly value: string; readonly detail: string } {
  const tiles = withClass(within(section), 'tile');
  return (label) => {
    const tile = tiles.find((each) => textOf(elementsIn(each.children).find(({ name }) => name === 'dt')) === label);
    if (tile === undefined) throw new Error(`the page has no ${label}`);
    const [value] = withClass(elementsIn(tile.children), 'value');
    const [detail] = withClass(elementsIn(tile.children), 'detail');
    return { value: textOf(value), detail: textOf(detail) };
  };
}

/** `330项次，占89.7%` of a light. */
function lightsOf(): (word: string) => string {
  const items = within('overview').filter(({ name }) => name === 'li');
  return (word) => {
    const text = items.map((item) => squeezed(textOf(item))).find((each) => each.includes(word)) ?? '';
    const [, count, share] = /(\d+)项次，占([\d.]+)%/.exec(text) ?? [];
    return `${count}项次，占${share}%`;
  };
}

type ScoreRow = {
  readonly rank: string;
  readonly unit: string;
  readonly score: string;
  readonly counts: readonly string[];
  readonly paper: string;
};

function scoreRows(): readonly ScoreRow[] {
  const rows = within('scores').filter(({ name }) => name === 'tr');
  return rows.flatMap((row) => {
    const cells = row.children.filter((child): child is HtmlElement => child.type === 'element');
    const link = elementsIn(row.children).find(({ name }) => name === 'a');
    if (link === undefined) return [];
    const [rank = '', unit = '', score = '', ...counts] = cells.map(textOf);
    return [{ rank, unit: unit.trim(), score, counts, paper: link.attributes.get('href') ?? '' }];
  });
}

function within(id: string): readonly HtmlElement[] {
  const section = elements.find(({ attributes }) => attributes.get('id') === id);
  return section === undefined ? [] : elementsIn(section.children);
}

function withClass(some: readonly HtmlElement[], name: string): readonly HtmlElement[] {
  return some.filter(({ attributes }) => (attributes.get('class') ?? '').split(' ').includes(name));
}

function elementsIn(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsIn(node.children)] : []));
}

function textOf(node: HtmlNode | undefined): string {
  if (node === undefined) return '';
  return node.type === 'text' ? node.value : node.children.map(textOf).join('');
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
