/** The page as data and as text: what it says is what the domain says, whatever the data. The browser's view is in page.browser.test.ts. */
import type { Ledger } from '../../src/domain/entry.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml, type HtmlElement, type HtmlNode } from '../../src/document/html.ts';
import type { PageView } from '../../src/document/page-view.ts';
import { assess } from '../../src/domain/assess.ts';
import { changesSince } from '../../src/domain/changes.ts';
import { countsOf } from '../../src/domain/counts.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import type { Scorecard } from '../../src/domain/score.ts';
import { chartsOf } from '../../src/papers/chart-data.ts';
import { pageView, type PageParts, type PagePaper } from '../../src/papers/page.ts';
import { hrefOf } from '../../src/write/page/page-parts.ts';
import { writePage } from '../../src/write/page/page.ts';
import { adjustments, districts, ruleSets } from '../domain/arbitrary.ts';
import { catalogueOf, closureOf, day, ledgerParts, planOf, returnOf, rosterOf, taskOf } from '../domain/fixture.ts';
import { runs } from '../long.ts';

const filingDay = day('2024-12-25');

const partsOf = (ledger: Ledger, scorecards: readonly Scorecard[], parts: Partial<PageParts> = {}): PageParts => ({
  ledger,
  scorecards,
  office: { name: '区纪委监委督查室' },
  breakdown: '责任分解意见',
  filingDay,
  figures: [],
  papers: [],
  notice: '',
  ...parts,
});

const quarters = fc.tuple(districts, ruleSets, adjustments).map(([parts, scoring, given]) => {
  const ledger = ledgerAsOf(day('2024-12-31'), parts).value;
  const office = { ownUnits: ['004'], selfRanking: 'apart' as const, scoring };
  return { ledger, scorecards: assess(ledger, { office, adjustments: given }).value };
});

const tileOf = (view: PageView, label: string): string | undefined =>
  view.tiles.find((tile) => tile.label === label)?.value;

test('the page states what the domain counts, in every place where it states it', () => {
  fc.assert(
    fc.property(quarters, ({ ledger, scorecards }) => {
      const view = pageView(partsOf(ledger, scorecards));
      const { total, taskCount, unitCount } = figuresOf(ledger);
      expect(
        ['任务', '责任单位', '责任项次', '按时报送', '迟报', '未报送'].map((label) => tileOf(view, label)),
      ).toEqual([taskCount, unitCount, total.entries, total.onTime, total.late, total.missing].map(String));
      expect(tileOf(view, '已销号任务')).toBe(String(total.closedTasks));
      expect(view.lights.map(({ count }) => count)).toEqual([total.green, total.yellow, total.red]);
      const { green, yellow, red, none } = view.matrix.total;
      expect({ green, yellow, red, all: green + yellow + red + none }).toEqual({
        green: total.green,
        yellow: total.yellow,
        red: total.red,
        all: total.entries,
      });
      expect(view.missing.missing.reduce((sum, { count }) => sum + count, 0)).toBe(total.missing);
      expect(view.missing.late.reduce((sum, { count }) => sum + count, 0)).toBe(total.late);
      const scored = view.scores.flatMap(({ rows }) => rows);
      expect(scored.reduce((sum, row) => sum + row.red, 0)).toBe(total.red);
      expect(view.ledger.rows.filter(({ light }) => light === 'red').length).toBe(total.red);
    }),
    { numRuns: 40 },
  );
});

test('rows and columns of the matrix add up to its totals', () => {
  fc.assert(
    fc.property(quarters, ({ ledger, scorecards }) => {
      const { rows, totals, total } = pageView(partsOf(ledger, scorecards)).matrix;
      for (const tone of ['green', 'yellow', 'red', 'none'] as const) {
        expect(rows.reduce((sum, row) => sum + row.total[tone], 0)).toBe(total[tone]);
        expect(totals.reduce((sum, column) => sum + column[tone], 0)).toBe(total[tone]);
        expect(rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell[tone], 0))).toEqual(
          rows.map((row) => row.total[tone]),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test('shares of the lights sum to 100.0, or there are none', () => {
  fc.assert(
    fc.property(quarters, ({ ledger, scorecards }) => {
      const { lights } = pageView(partsOf(ledger, scorecards));
      const sum = Math.round(lights.reduce((all, { share }) => all + share * 10, 0));
      expect(sum).toBe(lights.some(({ count }) => count > 0) ? 1000 : 0);
    }),
    { numRuns: 40 },
  );
});

test('every task stands in the ledger, with each unit that the ledger names for it', () => {
  fc.assert(
    fc.property(quarters, ({ ledger, scorecards }) => {
      const { rows } = pageView(partsOf(ledger, scorecards)).ledger;
      const expected = ledger.tasks.flatMap(({ task, leads, cooperators }) => {
        const units = [...leads, ...cooperators].map(({ name }) => name);
        return (units.length === 0 ? ['—'] : units).map((name) => `${task.no} ${name}`);
      });
      expect(rows.map(({ no, unit }) => `${no} ${unit}`).toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 40 },
  );
});

test('changes are the domain’s, and the charts count the same entries', () => {
  fc.assert(
    fc.property(quarters, ({ ledger, scorecards }) => {
      const { groups, since } = pageView(partsOf(ledger, scorecards)).changes;
      const changed = changesSince(ledger);
      const counts = Object.fromEntries(groups.map(({ title, count }) => [title, count]));
      const expected = {
        亮灯变差: changed.worse.length,
        新增逾期: changed.newlyOverdue.length,
        恢复督办: countsOf(changed.reopened).tasks,
        亮灯好转: changed.better.length,
        新增销号: countsOf(changed.newlyClosed).tasks,
      };
      expect(counts).toEqual(since === '' ? {} : expected);
      const charts = chartsOf({ ledger, scorecards, history: [] });
      const sums = Object.fromEntries(
        charts.map(({ name, chart }) => [
          name,
          chart.stacks.flatMap(({ values }) => values).reduce((a, b) => a + b, 0),
        ]),
      );
      const { total } = figuresOf(ledger);
      expect(sums).toEqual({
        'lights-by-unit': total.green + total.yellow + total.red,
        'completion-by-section': total.entries,
        'score-distribution': scorecards.filter(({ rank }) => rank !== null).length,
        'lights-by-quarter': 0,
      });
    }),
    { numRuns: 40 },
  );
});

describe('the HTML', () => {
  test('is the same to the byte for the same data, and needs no repair by a parser', () => {
    fc.assert(
      fc.property(quarters, ({ ledger, scorecards }) => {
        const bytes = Buffer.concat(writePage(pageView(partsOf(ledger, scorecards))));
        expect(Buffer.concat(writePage(pageView(partsOf(ledger, scorecards))))).toEqual(bytes);
        const html = new TextDecoder().decode(bytes);
        expect(problemsOf(html)).toEqual([]);
        expect(html.slice(0, html.indexOf('<script>'))).not.toMatch(/undefined|NaN|\[object/);
      }),
      runs(4),
    );
  });

  test('lets no data become markup or script', () => {
    const ledger = hostileLedger();
    const html = new TextDecoder().decode(
      Buffer.concat(writePage(pageView(partsOf(ledger, [], { notice: '</script><b>' })))),
    );
    expect(html.match(/<script>/g)?.length).toBe(1);
    expect(html).not.toContain('<img');
    const { nodes } = parseHtml(html);
    expect(elementsIn(nodes).filter(({ name }) => name === 'b' || name === 'img')).toHaveLength(3);
    expect(rowTexts(nodes)).toContainEqual(expect.stringContaining('<img src=x onerror=alert(1)>&amp;'));
  });

  test('names no address but the files beside it', () => {
    const papers: readonly PagePaper[] = [
      { path: 'letters/012-区财政局.docx', kind: 'letter', title: '区财政局', unit: '012' },
      { path: 'ledger.csv', kind: 'data', title: '工作台账', unit: null },
    ];
    const html = new TextDecoder().decode(Buffer.concat(writePage(pageView(partsOf(hostileLedger(), [], { papers })))));
    const links = elementsIn(parseHtml(html).nodes).flatMap(({ attributes }) => attributes.get('href') ?? []);
    const beside = links.filter((href) => !href.startsWith('#'));
    expect(beside).toEqual(['data:,', 'ledger.csv', 'letters/012-%E5%8C%BA%E8%B4%A2%E6%94%BF%E5%B1%80.docx']);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\/[a-z]/);
  });
});

test('links survive any file name', () => {
  expect(hrefOf('letters/012-甲 #1?%.docx')).toBe('letters/012-%E7%94%B2%20%231%3F%25.docx');
});

test('a quarter without anything says so, part by part', () => {
  const roster = rosterOf(['区财政局']);
  const ledger = ledgerAsOf(
    day('2024-12-31'),
    ledgerParts({ roster, catalogue: catalogueOf([taskOf('1', {})]) }),
  ).value;
  const html = new TextDecoder().decode(Buffer.concat(writePage(pageView(partsOf(ledger, [])))));
  for (const sentence of [
    '本季度没有可供制图的数据。',
    '没有参加考核的任务。',
    '没有未报送的任务。',
    '没有迟报的任务。',
    '上一季度没有数据，无从比较。',
    '本季度没有考核得分。',
    '本季度没有生成文件。',
  ]) {
    expect(html).toContain(sentence);
  }
});

test('a task that is closed, overdue, late or missing is said to be so in words', () => {
  const roster = rosterOf(['区财政局', '区审计局', '各单位']);
  const tasks = [
    taskOf('1', { leads: ['区财政局'] }),
    taskOf('2', { leads: ['区审计局'] }),
    taskOf('3', { leads: ['区财政局'], cooperators: ['区审计局'] }),
  ];
  const returns = [
    returnOf(roster, { unit: '区财政局', taskId: '3', percent: 50, filedOn: day('2024-12-28') }),
    returnOf(roster, { unit: '区审计局', taskId: '3', status: 'completed' }),
  ];
  const parts = ledgerParts({
    roster,
    catalogue: catalogueOf(tasks),
    closures: [closureOf('1', '2024-11-05', 'close')],
    plans: [planOf('3', { percent: 90, deadline: day('2024-12-20') })],
    returns,
  });
  const { rows } = pageView(partsOf(ledgerAsOf(day('2024-12-31'), parts).value, [])).ledger;
  expect(
    rows.map(({ no, unit, lightWord, reason, status, filing }) => [no, unit, lightWord, reason, status, filing]),
  ).toEqual([
    ['1', '区财政局', '绿灯', '', '已销号', '不需报送'],
    ['2', '区审计局', '红灯', '未报送反馈', '未报送', '未报送'],
    ['3', '区财政局', '红灯', '已过完成时限2024年12月20日', '正常推进', '迟报'],
    ['3', '区审计局', '绿灯', '计划90%，报送100%', '办结', '按时报送'],
  ]);
});

function hostileLedger(): Ledger {
  const roster = rosterOf(['"><b>局']);
  const tasks = [
    taskOf('1', { leads: ['"><b>局'], text: '<img src=x onerror=alert(1)>&amp;', section: ["一、<'", '（一）"'] }),
  ];
  return ledgerAsOf(day('2024-12-31'), ledgerParts({ roster, catalogue: catalogueOf(tasks) })).value;
}

/** parse5's repairs, but for elements that need no end tag. */
function problemsOf(html: string): readonly string[] {
  const found = parseHtml(html).problems.map((problem) => problem.found);
  return found.filter((each) => !/^<(?:meta|link|input|path|rect|line)> without/.test(each));
}

function elementsIn(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsIn(node.children)] : []));
}

function rowTexts(nodes: readonly HtmlNode[]): readonly string[] {
  const textOf = (node: HtmlNode): string => (node.type === 'text' ? node.value : node.children.map(textOf).join(''));
  return elementsIn(nodes)
    .filter(({ name }) => name === 'tr')
    .map(textOf);
}
