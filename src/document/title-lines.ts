/**
 * 标题 over several lines (GB/T 9704 7.3.1): lines keep words whole and make a trapezium or a lozenge. There is no dictionary of
 * Chinese at hand that is the same on every machine; words of the trade, names of the paper's own facts and the marks of the text
 * (的, 关于, 《》, figures with their unit) decide, and where they do not, the shape does.
 */
import { emWidth } from './text-width.ts';
import { typeSize } from './gbt9704.ts';
import { titleWords } from './title-words.ts';
import type { Meta } from './tree.ts';

/** How many characters of a title a line of this width, in points, holds. */
export function titleRoom(width: number): number {
  return Math.floor(width / typeSize.two);
}

/** The lines of a paper's title: the names that the paper itself holds are not torn. */
export function documentTitleLines(meta: Meta, perLine: number): readonly string[] {
  return titleLines(meta.title, perLine, [meta.issuerMark, ...meta.issuers, ...meta.recipients]);
}

/** `perLine`: width of a line in characters. `names`: units and the like that the title may hold and must not tear. */
export function titleLines(title: string, perLine: number, names: readonly string[]): readonly string[] {
  if (emWidth(title) <= perLine) return [title];
  const inTitle = names.filter((name) => name.length > 1 && title.includes(name));
  const question = JSON.stringify([title, perLine, inTitle]);
  // A quarter's letters have one title, and so have their annexes.
  if (last.question !== question) last = { question, lines: brokenLines(title, perLine, inTitle) };
  return last.lines;
}

let last: { readonly question: string; readonly lines: readonly string[] } = { question: '', lines: [] };

function brokenLines(title: string, perLine: number, names: readonly string[]): readonly string[] {
  const characters = Array.from(title);
  const costs = breakCosts(characters, names);
  const fewest = Math.ceil(emWidth(title) / perLine);
  for (const count of [fewest, fewest + 1, fewest + 2]) {
    const best = bestLines({ characters, costs, perLine }, count);
    if (best !== null) return best;
  }
  return filledLines(characters, perLine);
}

type Title = { readonly characters: readonly string[]; readonly costs: readonly number[]; readonly perLine: number };

const never = Number.POSITIVE_INFINITY;
const torn = 60;
const unknown = 8;
const betweenWords = 2;

/** What a break before each character costs. */
function breakCosts(characters: readonly string[], names: readonly string[]): readonly number[] {
  const text = characters.join('');
  const costs = characters.map(() => unknown);
  for (const [start, end] of wordSpans(characters)) {
    setCost(costs, start, betweenWords);
    setCost(costs, end, betweenWords);
    for (let at = start + 1; at < end; at += 1) costs[at] = torn;
  }
  for (const [pattern, cost] of joints) {
    for (const match of text.matchAll(pattern)) setCost(costs, positionOf(text, match.index + match[0].length), cost);
  }
  for (const pattern of [...wholes, ...names.map(literal)]) {
    for (const match of text.matchAll(pattern)) keepWhole(costs, positionOf(text, match.index), lengthOf(match[0]));
  }
  characters.forEach((character, at) => {
    if (mustNotBegin.test(character) || mustNotEnd.test(characters[at - 1] ?? '')) costs[at] = never;
  });
  return costs;
}

/** The cheaper of two reasons counts. */
function setCost(costs: number[], at: number, cost: number): void {
  if (at > 0 && at < costs.length) costs[at] = Math.min(costs[at] ?? never, cost);
}

function keepWhole(costs: number[], start: number, length: number): void {
  for (let at = start + 1; at < start + length; at += 1) costs[at] = Math.max(costs[at] ?? 0, torn);
}

/** Good places, by what stands before the break (or, looking ahead, after it). */
const joints: readonly (readonly [RegExp, number])[] = [
  [/的(?!$)/g, 0],
  [/(?=关于)/g, 0],
  [/[》”）](?!的)/g, 0.5],
  [/(?=《)/g, 1],
  [/[，、]/g, 0.5],
  [/(?=[和与及暨])/g, 1.5],
  [/季度|年度/g, 1],
  [/(?<=\p{Script=Han})(?<![于对自至在])(?=\d{4}年)/gu, 1],
];

/** Never torn while there is any other way: figures with their unit, Latin words, quotations, offices. */
const wholes: readonly RegExp[] = [
  /[0-9０-９A-Za-z.．%％~～—–-]+(?:年度?|月份?|日|号|期|项|个|季度|亿元|万元)?/g,
  /(?<!\d)\d+年(?:第[一二三四]季度|[上下]半年|\d+月(?:\d+日)?)/g,
  /第[一二三四五六七八九十百0-9]+(?:季度|期|号|次|批|届)?/g,
  /《[^》《]*》|“[^”“]*”|（[^）（]*）|〔[^〕〔]*〕/g,
  /[\u4e00-\u9fff]{2}(?:省|市|区|县|镇|乡)(?=[^直])/g,
  /[区市县省](?:委|政府|纪委|监委|纪委监委|人大|政协)/g,
  /[区市县省](?!关于|各|直)[^的关在第各、，《》0-9]{1,8}?(?:局|委员会|办公室|中心|法院|检察院|办|公司)/g,
];

// The particle 的 and closing marks belong to what stands before them.
const mustNotBegin = /[的了等、，。；：！？》”’）〕…—%％～~]/;
const mustNotEnd = /[《“‘（〔]/;

function literal(name: string): RegExp {
  return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');
}

/** Index in code units to index in characters. */
function positionOf(text: string, index: number): number {
  return lengthOf(text.slice(0, index));
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Known words from the left, the longest first; places in characters. */
function wordSpans(characters: readonly string[]): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let at = 0;
  while (at < characters.length) {
    const length = [9, 8, 7, 6, 5, 4, 3, 2].find((each) => words.has(characters.slice(at, at + each).join('')));
    if (length !== undefined) spans.push([at, at + length]);
    at += length ?? 1;
  }
  return spans;
}

const words: ReadonlySet<string> = new Set(titleWords);

/** The cheapest way into so many lines, or null when none fits. Titles are short: all ways are tried, the hopeless ones cut off early. */
function bestLines(title: Title, count: number): readonly string[] | null {
  const widths = prefixWidths(title.characters);
  const total = widths.at(-1) ?? 0;
  const shortest = (total / count) * 0.45;
  let best: { cost: number; ends: readonly number[] } = { cost: never, ends: [] };
  const extend = (ends: readonly number[], cost: number): void => {
    if (cost >= best.cost) return;
    const start = ends.at(-1) ?? 0;
    const left = count - ends.length;
    const width = (end: number): number => (widths[end] ?? 0) - (widths[start] ?? 0);
    if (left === 1) {
      const lines = [...ends, title.characters.length];
      const whole = cost + shapeCost(lineWidths(lines, widths), title.perLine);
      if (width(title.characters.length) <= title.perLine && whole < best.cost) best = { cost: whole, ends: lines };
      return;
    }
    for (let end = start + 1; end < title.characters.length && width(end) <= title.perLine; end += 1) {
      if (width(end) >= shortest) extend([...ends, end], cost + (title.costs[end] ?? never));
    }
  };
  extend([], 0);
  return best.ends.length === 0
    ? null
    : best.ends.map((end, index) => title.characters.slice(best.ends[index - 1] ?? 0, end).join(''));
}

function prefixWidths(characters: readonly string[]): readonly number[] {
  const widths = [0];
  for (const character of characters) widths.push((widths.at(-1) ?? 0) + emWidth(character));
  return widths;
}

function lineWidths(ends: readonly number[], widths: readonly number[]): readonly number[] {
  return ends.map((end, index) => (widths[end] ?? 0) - (widths[ends[index - 1] ?? 0] ?? 0));
}

/** 0 for a fair trapezium or lozenge; a waist, equal lines and a stub cost. */
function shapeCost(widths: readonly number[], perLine: number): number {
  const steps = widths.slice(1).map((width, index) => width - (widths[index] ?? 0));
  const firstFall = steps.findIndex((step) => step < 0);
  const hasWaist = firstFall !== -1 && steps.slice(firstFall).some((step) => step > 0);
  const isRectangle = steps.every((step) => Math.abs(step) < 1);
  const ratio = Math.min(...widths) / Math.max(...widths);
  const uneven = ratio < 0.6 ? (0.6 - ratio) * 30 : 0;
  const crowded = widths.filter((width) => width > perLine - 1).length * 0.5;
  return (hasWaist ? 12 : 0) + (isRectangle ? 3 : 0) + uneven + crowded;
}

/** When words or shape leave no way (a title of many lines): full lines. */
function filledLines(characters: readonly string[], perLine: number): readonly string[] {
  const lines: string[] = [''];
  for (const character of characters) {
    const line = lines.at(-1) ?? '';
    if (emWidth(line + character) > perLine && line !== '') lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines;
}
