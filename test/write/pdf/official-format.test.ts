import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { documentTitleLines } from '../../../src/document/title-lines.ts';
import { pointsOf as points, red, typeSize } from '../../../src/document/gbt9704.ts';
import type { Page } from '../../../src/write/pdf/page.ts';
import {
  bulletin,
  date,
  letter,
  longParagraph,
  longTable,
  markedLetter,
  meta,
  paragraph,
  report,
  upwardReport,
} from '../sample-documents.ts';
import { linesOf, pagesOf, textItems } from './shipped.ts';

/** Where a line with these words begins and ends, and its baseline from the top, in mm. */
function placeOf(page: Page | undefined, words: string): { left: number; right: number; baseline: number } {
  const items = textItems(page);
  const item = items.find((each) => each.value.includes(words));
  if (item === undefined) throw new Error(`no “${words}” on the page: ${items.map((each) => each.value).join('|')}`);
  const onLine = items.filter((each) => Math.abs(each.baseline - item.baseline) < 0.1);
  const last = onLine.reduce((a, b) => (a.x > b.x ? a : b));
  const width = Array.from(last.value).reduce((sum, each) => sum + (each.charCodeAt(0) < 0x250 ? 0.5 : 1), 0);
  return { left: mm(item.x), right: mm(last.x + width * last.size), baseline: mm(item.baseline) };
}

const mm = (length: number): number => Math.round((length / points(1)) * 10) / 10;

const redRules = (page: Page | undefined): readonly number[] =>
  (page?.items ?? []).flatMap((item) => (item.kind === 'rule' && item.color === red ? [mm(item.y1)] : []));

const upright = { left: 28, right: 184, top: 37, bottom: 262 };

describe('5.2: text block and grid', () => {
  const document: Document = { meta: meta({ format: 'official', copiedTo: [] }), children: [longParagraph(40)] };

  test('a full page has 22 lines of 28 characters, from margin to margin', () => {
    const page = pagesOf(document)[1];
    const lines = textItems(page).filter((item) => item.size === 15.75);
    expect(lines.length).toBe(22);
    // A hanging mark makes 29, one that may not begin a line 27.
    for (const line of lines) expect([27, 28, 29]).toContain(Array.from(line.value).length);
    expect(Math.min(...lines.map((line) => mm(line.x)))).toBe(upright.left);
    const baselines = lines.map((line) => mm(line.baseline));
    expect(Math.min(...baselines)).toBeGreaterThan(upright.top);
    expect(Math.max(...baselines)).toBeLessThan(upright.bottom);
  });

  test('the pitch is the same whatever face the letters come from', () => {
    const names = paragraph('张镕基、李喆昇、王堃、赵翀和欧阳玥同志负责的㎡改造任务。'.repeat(8));
    const lines = pagesOf({ meta: document.meta, children: [names] }).flatMap((page) =>
      textItems(page).filter((item) => item.size === 15.75),
    );
    const baselines = [...new Set(lines.map((line) => line.baseline))].toSorted((a, b) => a - b).slice(-6);
    const steps = baselines.slice(1).map((each, index) => each - (baselines[index] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(points(225) / 22, 3);
  });

  test('a paragraph is indented by two characters', () => {
    const [first, second] = textItems(pagesOf(document)[0]).filter((item) => item.value.length > 20);
    expect((first?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo(2 * 15.75);
  });
});

describe('7.2: the head of the general format', () => {
  const [page] = pagesOf(upwardReport);

  test('marks stand on the first lines, flush left, in their order', () => {
    expect(linesOf(page).slice(0, 3)).toStrictEqual(['000012', '机密★1年', '加急']);
    expect(placeOf(page, '机密').left).toBe(upright.left);
  });

  test('the mark is red and its top edge 35 mm below the text block’s', () => {
    const mark = textItems(page).find((item) => item.color === red);
    expect(mark?.value).toBe('临江区纪委监委督查室');
    // Type stands 0.88 em above its baseline.
    expect(mm((mark?.baseline ?? 0) - 0.88 * (mark?.size ?? 0))).toBeCloseTo(37 + 35, 0);
  });

  test('an upward paper has the number one character from the left and 签发人 one from the right, on its line', () => {
    const number = placeOf(page, '临督报〔2024〕12号');
    expect(number.left).toBeCloseTo(28 + 5.556, 1);
    expect(placeOf(page, '欧阳长河').baseline).toBe(number.baseline);
    expect(placeOf(page, '签发人：').right).toBeCloseTo(184 - 5.556, 0);
    expect(textItems(page).find((item) => item.value.includes('张三'))?.face).toBe('kai');
  });

  test('the red rule lies 4 mm below the number', () => {
    const [rule = 0] = redRules(page);
    const foot = placeOf(page, '〔2024〕').baseline + (0.12 * 15.75) / points(1);
    expect(rule - foot).toBeCloseTo(4, 0);
  });
});

describe('10.1: the letter format', () => {
  const pages = pagesOf(letter);

  test('the mark’s top edge is 30 mm below the page’s, the double rules 170 mm wide, the second 20 mm above the foot', () => {
    const mark = textItems(pages[0]).find((item) => item.color === red);
    expect(mm((mark?.baseline ?? 0) - 0.88 * (mark?.size ?? 0))).toBeCloseTo(30, 0);
    const rules = (pages[0]?.items ?? []).filter((item) => item.kind === 'rule' && item.color === red);
    expect(rules.length).toBe(4);
    const widths = rules.map((rule) => (rule.kind === 'rule' ? mm(rule.x2 - rule.x1) : 0));
    expect(new Set(widths)).toStrictEqual(new Set([170]));
    expect(Math.max(...redRules(pages[0]))).toBeCloseTo(277, 0);
    expect(redRules(pages[1])).toStrictEqual([]);
  });

  test('the number stands at the right under the first rule, a draft’s with a blank', () => {
    expect(placeOf(pages[0], '临督〔2024〕5号').right).toBeCloseTo(upright.right, 0);
    const lines = linesOf(pagesOf(markedLetter)[0]);
    expect(lines).toContain('000001临督〔2024〕　号');
  });

  test('page 1 has no number; odd pages have it at the right, even ones at the left, one character in, 7 mm below the text', () => {
    expect(linesOf(pages[0]).some((line) => line.startsWith('—'))).toBe(false);
    const even = placeOf(pages[1], '— 2 —');
    expect(even.left).toBeCloseTo(26 + 14 / points(1), 0);
    const odd = placeOf(pages[2], '— 3 —');
    expect(odd.right).toBeGreaterThan(150);
    expect(odd.baseline).toBeGreaterThan(262 + 7);
    expect(odd.baseline).toBeLessThan(262 + 7 + 3);
  });

  test('copied-to stands at the foot of the last page, without rules and without printing office', () => {
    const last = pages.at(-1);
    expect(linesOf(last).some((line) => line.startsWith('抄送：区委办公室'))).toBe(true);
    expect((last?.items ?? []).some((item) => item.kind === 'rule' && item.width > 0.7)).toBe(false);
  });
});

describe('7.3.5: signature and date', () => {
  const signed = (isSealed: boolean, issuers: readonly string[]): Page | undefined =>
    pagesOf({ meta: meta({ isSealed, issuers, note: '', copiedTo: [] }), children: [paragraph('特此通知。')] })[0];

  test('sealed: the date four characters from the right, the name centred on it', () => {
    const page = signed(true, ['督查室']);
    const day = placeOf(page, '2024年10月18日');
    const name = placeOf(page, '督查室');
    expect(day.right).toBeCloseTo(upright.right - 4 * 5.556, 0);
    const names = textItems(page).filter((item) => item.value === '督查室');
    expect(mm(names[0]?.x ?? 0) + 1.5 * 5.556).toBeCloseTo((day.left + day.right) / 2, 0);
    expect(name.baseline).toBeLessThan(day.baseline);
  });

  test('unsealed: the name two characters from the right, the date two characters right of the name’s beginning', () => {
    const page = signed(false, ['临江区纪委监委督查督办工作室']);
    const day = placeOf(page, '2024年10月18日');
    const name = placeOf(page, '临江区纪委监委督查督办工作室');
    expect(name.right).toBeCloseTo(upright.right - 2 * 5.556, 0);
    expect(day.left - name.left).toBeCloseTo(2 * 5.556, 0);
  });

  test('unsealed with a date longer than the name: the date two characters from the right, the name two before it', () => {
    const page = signed(false, ['督查室']);
    const day = placeOf(page, '2024年10月18日');
    const names = textItems(page).filter((item) => item.value === '督查室');
    expect(day.right).toBeCloseTo(upright.right - 2 * 5.556, 0);
    expect(day.left - mm(names[0]?.x ?? 0)).toBeCloseTo(2 * 5.556, 0);
  });

  test('a draft’s date has blanks to fill', () => {
    expect(pagesOf(markedLetter).flatMap((page) => linesOf(page))).toContain('　　年　月　日');
  });

  test('no page holds a signature alone: the last lines of the body go with it', () => {
    for (let repeats = 1; repeats < 30; repeats++) {
      const text = '各单位要高度重视。'.repeat(8 + repeats * 3);
      const pages = pagesOf({ meta: meta({ format: 'official', copiedTo: [] }), children: [paragraph(text)] });
      const last = pages.find((page) => linesOf(page).includes('2024年10月18日'));
      expect(linesOf(last).some((line) => line.includes('高度重视'))).toBe(true);
    }
  });
});

describe('7.4: the colophon', () => {
  test('closes the last page: copied-to, printing office and date between rules as wide as the text', () => {
    const last = pagesOf(upwardReport).at(-1);
    const lines = linesOf(last);
    expect(lines).toContain('临江区纪委监委督查室2024年10月18日印发');
    const rules = (last?.items ?? []).filter((item) => item.kind === 'rule');
    const places = rules.map((item) => (item.kind === 'rule' ? [mm(item.y1), mm(item.width)] : []));
    expect(places.at(1)?.[0]).toBe(upright.bottom);
    expect(places.map(([, width]) => width)).toStrictEqual([0.4, 0.4, 0.3]);
    const copied = textItems(last).find((item) => item.value.startsWith('抄送'));
    expect(mm(copied?.x ?? 0)).toBeCloseTo(28 + 14 / points(1), 1);
  });

  test('after a landscape annex it stands at the foot of its last page', () => {
    const last = pagesOf(report).at(-1);
    expect(last?.size.width).toBeGreaterThan(last?.size.height ?? 0);
    expect(linesOf(last).length).toBeGreaterThan(4);
    expect(linesOf(last).some((line) => line.endsWith('印发'))).toBe(true);
  });
});

describe('7.3.7 and 8: annexes', () => {
  const annexed = (count: number): readonly Page[] =>
    pagesOf({
      meta: meta({ copiedTo: [] }),
      children: [
        paragraph('请查收。'),
        { type: 'annex', number: 1, title: '任务清单', orientation: 'landscape', children: [longTable(count)] },
      ],
    });

  test('begins on a new page with 附件1 flush left in 黑体, its title on the third line', () => {
    const page = pagesOf(letter)[2];
    expect(linesOf(page)[0]).toBe('附件1');
    const label = textItems(page).find((item) => item.value.startsWith('附件'));
    expect([label?.face, mm(label?.x ?? 0)]).toStrictEqual(['heading', 28]);
    const title = placeOf(page, '任务清单');
    expect(title.baseline).toBeGreaterThan(37 + 2 * 10.2);
  });

  test('a landscape page has its head 28 mm from the binding edge on odd pages, 26 mm from the outer one on even pages', () => {
    const tops = annexed(30)
      .slice(1)
      .map((page) => {
        return mm(Math.min(...page.items.map((item) => (item.kind === 'rule' ? item.y1 : 1000))));
      });
    // The first annex page carries 附件 and title above the table.
    expect(tops.slice(1, 3)).toStrictEqual([28, 26]);
  });

  test('its page number stands at the sheet’s foot, turned: below on odd pages, above on even ones', () => {
    const heights = annexed(30)
      .slice(1, 3)
      .map((page) => {
        const shape = page.items.find((item) => item.kind === 'shape');
        const numbers = shape?.kind === 'shape' ? (shape.path.match(/-?\d+(\.\d+)?/g) ?? []) : [];
        return { x: mm(Number(numbers[0])), y: mm(Number(numbers[1])), height: mm(page.size.height) };
      });
    const [even, odd] = heights;
    expect(even?.x).toBeLessThan(35);
    expect(even?.y).toBeLessThan(50);
    expect(odd?.y).toBeGreaterThan((odd?.height ?? 0) - 60);
  });
});

test('a bulletin has its name in red, 第×期, office at the left and date at the right over a red rule', () => {
  const [page] = pagesOf(bulletin);
  const lines = linesOf(page);
  expect(lines.slice(0, 3)).toStrictEqual(['督查通报', '第17期', '临江区纪委监委督查室2024年10月18日']);
  expect(redRules(page).length).toBe(1);
  const draft = pagesOf({ ...bulletin, meta: { ...bulletin.meta, bulletinNumber: null, issuedOn: null } });
  expect(linesOf(draft[0]).slice(1, 3)).toStrictEqual(['第　期', '临江区纪委监委督查室　　年　月　日']);
});

test('a title is broken at the words where the DOCX breaks it', () => {
  const title = '关于2024年第三季度责任分解任务落实情况的督办通知';
  const [page] = pagesOf({ meta: meta({ title }), children: [paragraph('请落实。')] });
  const lines = textItems(page).filter((item) => item.size === typeSize.two);
  expect(lines.map((item) => item.value)).toStrictEqual(documentTitleLines(meta({ title }), 20));
});

test('a date is written as the day of issue says', () => {
  const [page] = pagesOf({ meta: meta({ issuedOn: date('2025-01-06') }), children: [paragraph('请落实。')] });
  expect(linesOf(page)).toContain('2025年1月6日');
});
