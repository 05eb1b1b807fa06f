/** Clause by clause of GB/T 9704—2012 (docs/gb-t-9704.md), measured on pages laid out by LibreOffice; ±1 mm unless the clause says less. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import {
  bulletin,
  letter,
  longParagraph,
  markedLetter,
  meta,
  report,
  tablePaper,
  text,
  upwardReport,
} from '../sample-documents.ts';
import { missingTool } from '../../libre-office.ts';
import { layOut, type LaidOut } from './laid-out.ts';
import type { Box, Page } from './laid-out.ts';
import './near.ts';
import { sampleWriter } from './sample-writer.ts';

const missing = missingTool();
if (missing !== null) console.warn(`geometry of papers is not measured: ${missing}`);

const { value: write } = sampleWriter();
const annexed: Document = {
  ...report,
  children: [
    longParagraph(1),
    { type: 'attachmentNote', names: ['任务清单'] },
    {
      type: 'annex',
      number: 1,
      title: '重点任务清单',
      orientation: 'portrait',
      children: [{ type: 'paragraph', style: 'body', children: [text('附件的正文。')] }],
    },
  ],
};
const papers = {
  letter: { ...letter, children: letter.children.filter((block) => block.type !== 'annex') },
  markedLetter,
  report: { ...report, children: report.children.filter((block) => block.type !== 'annex') },
  upwardReport,
  bulletin,
  tablePaper,
  // As long as a name of two committees can be and stand on one line; and one that needs two.
  longMark: { ...report, meta: { ...report.meta, issuerMark: '临江区纪律检查委员会临江区监察委员会' } },
  longestMark: { ...letter, meta: { ...meta(), issuerMark: '中共临江市临江区纪律检查委员会临江市临江区监察委员会' } },
  annexed,
  // Two full pages of nothing but body text.
  body: { meta: { ...meta({ format: 'official' }), copiedTo: [] }, children: [longParagraph(30)] },
};
let laid: LaidOut | null = null;
beforeAll(async () => {
  if (missing === null)
    laid = await layOut(new Map(Object.entries(papers).map(([name, paper]) => [name, write(paper)])));
});
afterAll(() => laid?.remove());

const page = (name: keyof typeof papers, number: number): Page => {
  const found = laid?.pages(name).at(number < 0 ? number : number - 1);
  if (found === undefined) throw new Error(`${name} has no page ${number}`);
  return found;
};
const center = (box: Box | undefined): number => ((box?.left ?? 0) + (box?.right ?? 0)) / 2;
const word = (on: Page, text: string): Box => {
  const found = on.words.find((each) => each.text.includes(text));
  if (found === undefined) throw new Error(`no “${text}” among ${on.words.map((each) => each.text).join(' ')}`);
  return found;
};
/** Ink of the line of text that a word stands in. */
const lineOf = (on: Page, text: string): Box => {
  const { top, bottom } = word(on, text);
  const ink = on.ink({ top: top + 0.5, bottom: bottom - 0.3 });
  if (ink === null) throw new Error(`no ink at “${text}”`);
  return ink;
};
const red = (on: Page): readonly Box[] => on.bands({}, 'red');

const block = { left: 28, right: 184, top: 37, bottom: 262 };
const character = 156 / 28;
const line = 225 / 22;
/**
 * LibreOffice sets the base line of a line of exact pitch at four fifths of it, and the face's box of 0.88 over 0.12 em around that: the middle
 * of a character stands this much below the middle of its line.
 */
const size3 = 16 * (25.4 / 72);
const sunk = 0.8 * line - 0.38 * size3 - line / 2;
/** Blank above and below a character that stands in the middle of its line. */
const leading = (line - size3) / 2;

describe.skipIf(missing !== null)('a page', () => {
  test('5.1 is A4', () => {
    for (const name of ['letter', 'report', 'bulletin'] as const) {
      expect(page(name, 1).width).toBeNear(210, 0.1);
      expect(page(name, 1).height).toBeNear(297, 0.1);
    }
    expect(page('tablePaper', 1).width).toBeNear(297, 0.1);
    expect(page('tablePaper', 1).height).toBeNear(210, 0.1);
  });

  test('5.2.3 of body text has 22 lines of 28 characters', () => {
    const lines = page('body', 2).words.filter((each) => each.bottom < block.bottom + 1);
    expect(lines).toHaveLength(22);
    expect(new Set(lines.map((each) => Array.from(each.text).length))).toEqual(new Set([28]));
    const pitch = ((lines.at(-1)?.top ?? 0) - (lines[0]?.top ?? 0)) / 21;
    expect(pitch * 22).toBeNear(225, 0.5);
  });

  test('5.2.1 has its text block 37 mm from the top, 28 mm from the left, 156 × 225 mm', () => {
    const lines = page('body', 2).words.filter((each) => each.bottom < block.bottom + 1);
    const [first, last] = [lines[0], lines.at(-1)];
    expect(first?.left).toBeNear(block.left);
    expect(first?.right).toBeNear(block.right);
    const ink = page('body', 2).ink({ bottom: block.bottom + 1 });
    expect((ink?.top ?? 0) - leading - sunk).toBeNear(block.top);
    expect((ink?.bottom ?? 0) + leading - sunk).toBeNear(block.bottom);
    expect(last?.bottom).toBeLessThan(block.bottom + 1);
  });

  test('7.5 has its number a character from the outer edge, its dashes 7 mm below the block', () => {
    const [odd, even] = [page('body', 1), page('body', 2)].map((each) => each.ink({ top: block.bottom + 1 }));
    const size4 = 14 * (25.4 / 72);
    expect(odd?.right).toBeNear(block.right - size4);
    expect(even?.left).toBeNear(block.left + size4);
    const dash = page('body', 1).ink({ top: block.bottom + 1, right: (odd?.left ?? 0) + 3 });
    expect(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2).toBeNear(block.bottom + 7);
  });

  test('8 that lies across carries its number where the others do, and its table on the sheet turned to the left', () => {
    const size4 = 14 * (25.4 / 72);
    const [odd, even] = [page('tablePaper', 1), page('tablePaper', 2)].map((each) => each.ink({ right: 33 }));
    expect(odd?.bottom).toBeNear(210 - 26 - size4);
    expect(even?.top).toBeNear(28 + size4);
    expect(center(odd ?? undefined)).toBeNear(35 - 7);
    const table = page('tablePaper', 2).ink({ left: 33 });
    expect(table?.left).toBeNear(35);
    expect(table?.right).toBeNear(297 - 37);
    expect(table?.top).toBeNear(28);
  });
});

describe.skipIf(missing !== null)('the general format', () => {
  test('7.2.1–7.2.3 has its marks flush left on the first lines of the block', () => {
    const on = page('upwardReport', 1);
    for (const [index, mark] of ['000012', '机密★1', '加急'].entries()) {
      expect(word(on, mark).left).toBeNear(block.left);
      expect((word(on, mark).top + word(on, mark).bottom) / 2).toBeNear(block.top + (index + 0.5) * line + sunk);
    }
  });

  test.each(['report', 'upwardReport', 'bulletin'] as const)(
    '7.2.4 has the mark in red, centred, 35 mm below the edge of the block (%s)',
    (name) => {
      const [mark] = red(page(name, 1));
      expect(mark?.top).toBeNear(block.top + 35);
      expect(center(mark)).toBeNear(center({ ...block }));
    },
  );

  test('7.2.5 has its number two lines below the mark, centred', () => {
    const number = lineOf(page('report', 1), '临督〔2024〕5');
    expect(center(number)).toBeNear(center({ ...block }));
    const [mark] = red(page('report', 1));
    expect(number.top - (mark?.bottom ?? 0)).toBeNear(2 * line + leading + sunk);
  });

  test('7.2.5, 7.2.6 has number and last signer on one line, a character from the edges', () => {
    const on = page('upwardReport', 1);
    const [number, signer, firstSigner] = [word(on, '临督报'), word(on, '欧阳长河'), word(on, '李四明')];
    expect(number.left).toBeNear(block.left + character);
    expect(number.top).toBeNear(signer.top, 0.5);
    expect(firstSigner.right).toBeNear(block.right - character);
    expect(firstSigner.top).toBeLessThan(signer.top);
  });

  test.each(['report', 'upwardReport', 'bulletin'] as const)(
    '7.2.7 has a red rule as wide as the block, 4 mm below the number (%s)',
    (name) => {
      const rule = red(page(name, 1)).at(-1);
      expect(rule?.left).toBeNear(block.left, 0.5);
      expect(rule?.right).toBeNear(block.right, 0.5);
      expect((rule?.bottom ?? 0) - (rule?.top ?? 0)).toBeNear(0.45, 0.15);
      const above = page(name, 1)
        .bands({ bottom: rule?.top ?? 0 })
        .at(-1);
      expect((rule?.top ?? 0) - (above?.bottom ?? 0)).toBeNear(4);
    },
  );

  test('7.3.1 has its title two lines below the rule, centred, as a lozenge', () => {
    const on = page('report', 1);
    const rule = red(on).at(-1);
    const lines = on.bands({ top: rule?.bottom ?? 0 }).slice(0, 3);
    expect((lines[0]?.top ?? 0) - (rule?.bottom ?? 0)).toBeNear(2 * line + leading);
    const widths = lines.map((each) => each.right - each.left);
    for (const each of lines) expect(center(each)).toBeNear(center({ ...block }));
    expect(widths[1]).toBeGreaterThan(widths[0] ?? 0);
    expect(widths[1]).toBeGreaterThan(widths[2] ?? 0);
  });

  test('7.3.2, 7.3.3 has the recipients one line below the title, flush left, and body text on the first page', () => {
    const on = page('report', 1);
    const [recipients, body] = [word(on, '各街道党工委'), word(on, '现将第三季度')];
    const title = word(on, '责任分解任务');
    expect(recipients.left).toBeNear(block.left);
    expect((recipients.top + recipients.bottom) / 2 - (title.top + title.bottom) / 2).toBeNear(2 * line);
    expect(body.left).toBeNear(block.left + 2 * character);
    expect(body.top - recipients.top).toBeNear(line, 0.5);
  });

  test('7.3.7 begins its annex on a new page: label flush left on the first line, title centred on the third', () => {
    const on = page('annexed', -1);
    const middle = (box: Box): number => (box.top + box.bottom) / 2;
    const [label, title] = [word(on, '附件'), lineOf(on, '重点任务清单')];
    expect(label.left).toBeNear(block.left);
    expect(middle(label)).toBeNear(block.top + line / 2 + sunk);
    expect(center(title)).toBeNear(center({ ...block }));
    expect(middle(title)).toBeNear(block.top + 2.5 * line + sunk);
    // Before the colophon, and with the numbers of the pages going on.
    expect(word(on, '抄送').top).toBeGreaterThan(word(on, '附件的正文').bottom);
    expect(on.words.filter((each) => each.top > block.bottom).map((each) => each.text)).toContain('3');
  });

  test('7.4 ends with its colophon on the lower edge of the block of the last page', () => {
    const on = page('report', -1);
    const rules = on.bands({ top: 200, bottom: block.bottom + 1 }).filter((each) => each.bottom - each.top < 1);
    expect(rules).toHaveLength(3);
    for (const rule of rules) {
      expect(rule.left).toBeNear(block.left, 0.5);
      expect(rule.right).toBeNear(block.right, 0.5);
    }
    expect(rules[2]?.bottom).toBeNear(block.bottom);
    const size4 = 14 * (25.4 / 72);
    expect(word(on, '抄送').left).toBeNear(block.left + size4);
    expect(word(on, '印发').right).toBeNear(block.right - size4);
  });
});

describe.skipIf(missing !== null)('a long mark', () => {
  test('stands on one line as long as it is not smaller than the title', () => {
    const [mark, ...others] = red(page('longMark', 1));
    expect((mark?.bottom ?? 0) - (mark?.top ?? 0)).toBeLessThan(10);
    expect(mark?.right).toBeLessThan(block.right + 1);
    // The red rule, and nothing between.
    expect(others).toHaveLength(1);
  });

  test('stands on two lines between words else, and the rule below both', () => {
    const [first, second, thick] = red(page('longestMark', 1));
    expect(first?.top).toBeNear(30);
    expect(center(first)).toBeNear(center({ ...block }));
    expect(center(second)).toBeNear(center({ ...block }));
    expect((thick?.top ?? 0) - (second?.bottom ?? 0)).toBeNear(4);
    expect(page('longestMark', 1).words.map((each) => each.text)).toContain('临江市临江区监察委员会');
  });
});

describe.skipIf(missing !== null)('the letter format (10.1)', () => {
  test('has its mark 30 mm from the edge of the sheet', () => {
    expect(red(page('letter', 1))[0]?.top).toBeNear(30);
  });

  test('has double rules of 170 mm in the middle of the sheet: thick over thin below the mark, thin over thick at the foot', () => {
    const [mark, thick, thin, lastThin, lastThick] = red(page('letter', 1));
    for (const rule of [thick, thin, lastThin, lastThick]) {
      expect((rule?.right ?? 0) - (rule?.left ?? 0)).toBeNear(170, 0.5);
      expect(center(rule)).toBeNear(105, 0.5);
    }
    const height = (rule: Box | undefined): number => (rule?.bottom ?? 0) - (rule?.top ?? 0);
    expect(height(thick)).toBeGreaterThan(height(thin));
    expect(height(lastThick)).toBeGreaterThan(height(lastThin));
    expect((thick?.top ?? 0) - (mark?.bottom ?? 0)).toBeNear(4);
    expect(lastThick?.bottom).toBeNear(297 - 20);
  });

  test('has its number flush right, 7/8 of a character below the rule', () => {
    const on = page('letter', 1);
    const number = lineOf(on, '临督〔2024〕5');
    expect(word(on, '5').right > 170 ? word(on, '号').right : number.right).toBeNear(block.right);
    expect(number.top - (red(on)[2]?.bottom ?? 0)).toBeNear((7 / 8) * size3);
  });

  test('has the marks flush left on the line of the number', () => {
    const on = page('markedLetter', 1);
    expect(word(on, '000001').left).toBeNear(block.left);
    expect(word(on, '000001').top).toBeNear(word(on, '临督〔2024〕').top, 0.5);
    expect(word(on, '特急').left).toBeNear(block.left);
  });

  test('has its title two lines below', () => {
    const on = page('letter', 1);
    const number = word(on, '临督〔2024〕5');
    const title = word(on, '关于');
    expect((title.top + title.bottom) / 2 - (number.top + number.bottom) / 2).toBeNear(3 * line);
  });

  test('has no number on the first page, and one on the second', () => {
    expect(page('letter', 1).ink({ top: block.bottom + 2, bottom: 275 })).toBeNull();
    expect(page('letter', 2).ink({ top: block.bottom + 2, bottom: 275 })).not.toBeNull();
  });

  test('7.3.5.1 sealed: ends its date four characters from the right, the name centred above it', () => {
    const on = page('letter', 2);
    const [name, date] = [lineOf(on, '督查室'), lineOf(on, '18')];
    expect(on.words.filter((each) => each.text === '日').at(-1)?.right).toBeNear(block.right - 4 * character);
    expect(center(name)).toBeNear(center(date));
    expect(date.top - name.top).toBeNear(line, 0.5);
  });

  test('7.3.5.2 unsealed: ends its name two characters from the right and begins the date two after it', () => {
    const on = page('markedLetter', 2);
    const name = word(on, '临江区纪委监委督查室');
    expect(name.right).toBeNear(block.right - 2 * character);
    const date = on.ink({ top: name.top + line + 0.5, bottom: name.bottom + line });
    // A draft has two blanks for the year, two characters wide, before 年.
    expect(date?.left).toBeNear(name.left + 2 * character + 2 * character);
  });

  test('7.3.4 lets a long attachment name run on under its own first character', () => {
    const on = page('letter', 2);
    const [name, more] = [word(on, '全区任务台账和'), word(on, '看看回行')];
    expect(more.left).toBeNear(name.left);
  });

  test('ends with its colophon at the foot of the block, without rules', () => {
    const on = page('letter', -1);
    expect(word(on, '抄送').bottom).toBeNear(block.bottom);
    expect(on.bands({ top: 200, bottom: block.bottom + 1 }).filter((each) => each.bottom - each.top < 1)).toEqual([]);
  });
});
