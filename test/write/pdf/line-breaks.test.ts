import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakChances } from '../../../src/write/pdf/break-chances.ts';
import { plainLetters } from '../../../src/write/pdf/letters.ts';
import { breakLines, lineItems } from '../../../src/write/pdf/lines.ts';
import { faces } from './shipped.ts';

/** Lines of a text in 仿宋 at a width in characters. */
function lines(text: string, width: number, anywhere = false): readonly string[] {
  const letters = plainLetters(text, 'body', faces);
  const broken = breakLines(letters, { first: width, rest: width, anywhere });
  return broken.map((line) => line.letters.map((letter) => letter.value).join(''));
}

test.each([
  ['no full stop begins a line', { text: '认真落实。责任', width: 4, lines: ['认真落', '实。责任'] }],
  [
    'a closing mark may hang out by its empty half',
    { text: '认真落实责任。下', width: 6.5, lines: ['认真落实责任。', '下'] },
  ],
  ['no opening mark ends a line', { text: '按照《意见》办', width: 3.5, lines: ['按照', '《意见》', '办'] }],
  ['no dash begins a line', { text: '二〇二〇—二〇二四年', width: 4, lines: ['二〇二', '〇—二〇', '二四年'] }],
  ['no ～ begins a line', { text: '百分之六～七十', width: 4, lines: ['百分之', '六～七十'] }],
  ['no middle dot begins a line', { text: '阿不都·热合曼同志', width: 3, lines: ['阿不', '都·热', '合曼同', '志'] }],
  ['the two halves of a dash stay together', { text: '说明——理由', width: 3, lines: ['说', '明——', '理由'] }],
  ['an ellipsis does not begin a line', { text: '其他等等……下', width: 4, lines: ['其他等', '等……下'] }],
  ['numbers are not broken', { text: '共计1234567.89元', width: 5.5, lines: ['共计', '1234567.89', '元'] }],
  ['a percent sign stays with its number', { text: '完成进度80%以上', width: 5, lines: ['完成进度', '80%以上'] }],
  ['a line may begin with an opening quote', { text: '坚持“三不”一体', width: 3.5, lines: ['坚持', '“三不”', '一体'] }],
  ['a line may break after a closing quote', { text: '“三公”经费支出', width: 4, lines: ['“三公”', '经费支出'] }],
  ['latin words stay whole', { text: '使用Word编辑', width: 4, lines: ['使用', 'Word编', '辑'] }],
  ['a blank at the end of a line falls away', { text: '甲 乙 丙', width: 2.5, lines: ['甲 乙', '丙'] }],
])('%s', (_, expected) => {
  expect(lines(expected.text, expected.width)).toStrictEqual(expected.lines);
});

test('a code may break anywhere', () => {
  expect(lines('LJDC-2024-Q3', 2, true).length).toBeGreaterThan(2);
});

test('a word longer than the line is broken where the line ends', () => {
  expect(lines('一二三四五'.repeat(4).split('').join('\u2060'), 30).join('')).toContain('一');
  expect(lines('A'.repeat(50), 5).every((line) => line.length <= 14)).toBe(true);
});

const officialText = fc
  .array(fc.constantFrom(...'责任落实情况通报。，、；：“”《》（）—～·2024Q3%…'.split('')), {
    minLength: 0,
    maxLength: 120,
  })
  .map((letters) => letters.join(''));

test('chances between hanzi, which are not asked of the library, are those that it gives', () => {
  // A kana is of the same class (ID), and a text of kana is judged as a whole.
  const hanzi = /[\u4e00-\u9fff]/g;
  const chancesOf = (text: string) => breakChances(plainLetters(text, 'body', faces));
  const mixed = fc.tuple(officialText, fc.array(fc.constantFrom(...Array.from('甲乙 a1-“”。\u0301\u200d\u200bא🇨🇳'))));
  fc.assert(
    fc.property(mixed, ([official, odd]) => {
      const text = official + odd.join('');
      expect(chancesOf(text)).toStrictEqual(chancesOf(text.replaceAll(hanzi, 'の')));
    }),
    { numRuns: 300 },
  );
});

/** The width of the widest part of a text that no rule lets break. */
function widestPart(text: string): number {
  const letters = plainLetters(text, 'body', faces);
  const chances = breakChances(letters);
  let width = 0;
  let widest = 0;
  for (const [index, letter] of letters.entries()) {
    width += letter.advance;
    widest = Math.max(widest, width);
    if (chances[index] === true) width = 0;
  }
  return widest;
}

test('breaking loses no letter, and no line begins or ends with a mark that must not', () => {
  fc.assert(
    fc.property(officialText, fc.integer({ min: 4, max: 28 }), (text, width) => {
      const broken = lines(text, width);
      expect(broken.join('')).toBe(text);
      // What is wider than the line and may not break cannot be helped.
      fc.pre(widestPart(text) <= width);
      for (const line of broken.slice(1)) expect(line).not.toMatch(/^[。，、；：”》）—～·%…]/);
      for (const line of broken.slice(0, -1)) expect(line).not.toMatch(/[“《（]$/);
    }),
    { numRuns: 300 },
  );
});

test('justified lines end at the same place, the last one where its words end', () => {
  const letters = plainLetters('各单位要对照责任分解意见，逐项核对任务进展，如实填报完成进度。', 'body', faces);
  const broken = breakLines(letters, { first: 8, rest: 8, anywhere: false });
  const place = { x: 0, width: 8 * 16, baseline: 0, size: 16, align: 'justify', color: '#000000', piece: 0 } as const;
  const ends = broken.map((line) => {
    const [item] = lineItems(line, place);
    return line.width * 16 + (item?.spacing ?? 0) * (line.letters.length - 1);
  });
  // A hanging mark sticks out by half a character.
  for (const end of ends.slice(0, -1)) expect([128, 136]).toContain(Math.round(end));
  expect(ends.at(-1)).toBeLessThan(128);
});

test('letters of the fallback face stand alone, so that their widths disturb nothing', () => {
  const letters = plainLetters('张镕基、李喆昇', 'body', faces);
  const [line] = breakLines(letters, { first: 20, rest: 20, anywhere: false });
  const place = { x: 0, width: 320, baseline: 10, size: 16, align: 'left', color: '#000000', piece: 0 } as const;
  const items = line === undefined ? [] : lineItems(line, place);
  expect(items.map((item) => [item.value, item.face, item.x])).toStrictEqual([
    ['张', 'body', 0],
    ['镕', 'fallback', 16],
    ['基、李', 'body', 32],
    ['喆', 'fallback', 80],
    ['昇', 'fallback', 96],
  ]);
  expect(new Set(items.map((item) => item.baseline)).size).toBe(1);
});
