import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { nearestNames } from '../../src/trade/nearest.ts';
import { times } from '../long.ts';

// Shapes of input, each repeated to a length: nothing a clerk pastes may take the square of it.
const head = '区2024年重点工作任务分工方案\n一、经济\n1.招商引资工作。\n牵头单位：区商务局\n';
const again = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));
const numbered = (length: number, line: (no: number) => string): string => {
  const lines: string[] = [];
  for (let size = 0; size < length; size += lines.at(-1)?.length ?? 1) lines.push(line(lines.length + 1));
  return lines.join('');
};
const shapes: Readonly<Record<string, (length: number) => string>> = {
  'blanks in a line': (n) => `${head}2.投资${again(' ', n)}工作。`,
  'blanks before a colon': (n) => `${head}2.投资。牵头单位${again(' ', n)}：区财政局`,
  'blanks after a bracket': (n) => `${head}2.投资。【${again(' ', n)}牵头单位】区财政局`,
  'blanks at many colons': (n) => `${head}2.投资${again('牵头单位      ：', n)}`,
  'full-width blanks': (n) => `${head}2.投资。责任单位：${again('\u3000', n)}区财政局`,
  'tabs in a row': (n) => `${head}2.投资${again('\t', n)}工作。`,
  'tabs under a header': (n) => `序号\t任务\t牵头单位\n1\t投资${again('\t', n)}区财政局\n`,
  'blank lines': (n) => `${head}${again('\n', n)}2.投资。牵头单位：区财政局`,
  'units in a list': (n) => `${head}2.投资。责任单位：${numbered(n, (no) => `区第${no}局、`)}`,
  'units in two lists': (n) =>
    `${head}2.投资。牵头单位：${numbered(n / 2, (no) => `区第${no}局、`)}\n配合单位：${numbered(n / 2, (no) => `区第${no}局、`)}`,
  'one unit again and again': (n) => `${head}2.投资。责任单位：${again('区财政局、', n)}`,
  'units on many lines': (n) => `${head}2.投资。\n责任单位：${again('区财政局、\n区民政局、', n)}`,
  'names joined by 和': (n) => `${head}2.投资。责任单位：${again('区财政局和', n)}区民政局`,
  'halves joined by 和': (n) => `${head}2.投资。责任单位：${again('文化和', n)}旅游局`,
  'levels joined by 、': (n) => `${head}2.投资。责任单位：各${again('市、县（市、区）、', n)}镇`,
  '等 again and again': (n) => `${head}2.投资。责任单位：${again('区财政局等部门和', n)}区民政局`,
  'opening brackets': (n) => `${head}2.投资${again('（', n)}区财政局牵头`,
  'closing brackets': (n) => `${head}2.投资${again('）', n)}区财政局牵头）`,
  'brackets with duties': (n) => `${head}2.投资${again('（区财政局牵头）', n)}`,
  'brackets with lists': (n) => `${head}2.投资${again('（区财政局、区民政局）', n)}`,
  'square brackets': (n) => `${head}2.投资${again('【责任单位】区财政局', n)}`,
  'labels on one line': (n) => `${head}2.投资${again('；责任单位：区财政局', n)}`,
  'tasks on one line': (n) => head + numbered(n, (no) => `${no + 1}.投资工作。（区财政局牵头）`),
  'tasks in a document': (n) => head + numbered(n, (no) => `${no + 1}.投资工作。\n牵头单位：区财政局\n`),
  'lists that begin anew': (n) => head + numbered(n, (no) => `${(no % 3) + 1}.2024年投资工作。（区财政局牵头）\n`),
  'sections with units': (n) =>
    head + numbered(n, () => `（一）投资\n牵头单位：区财政局\n1.一项工作。\n2.两项工作。\n`),
  'points without units': (n) => `${head}（一）投资\n牵头单位：区财政局\n${numbered(n, (no) => `${no}.一项工作。\n`)}`,
  'rules for all tasks': (n) =>
    head + numbered(n, (no) => `${no + 1}.投资工作。（区财政局牵头。以下各项任务均需各第${no}镇配合，不再列出）\n`),
  'numbers in a sentence': (n) => `${head}2.投资${again('1.5亿元、2.5亿元，', n)}。`,
  digits: (n) => `${head}2.投资${again('1', n)}元。`,
  'points of one paragraph': (n) => head + `2.投资：${again('（1）一项（2）两项', n)}`,
  'circled points': (n) => head + `2.投资：${again('①一项；', n)}`,
  dates: (n) => `${head}2.投资。完成时限：${again('2024年6月底前、', n)}`,
  'sentences with leads': (n) => `${head}2.投资。${again('由区财政局牵头，区民政局配合。', n)}`,
  'commas and verbs': (n) => `${head}2.投资。${again('牵头，配合，负责，会同，', n)}`,
  '会同 again and again': (n) => `${head}2.投资。（区财政局牵头会同${again('区民政局牵头会同', n)}）`,
  strokes: (n) => `${head}2.投资${again('|', n)}`,
  'rows with strokes': (n) => `序号 | 任务 | 牵头单位\n${numbered(n, (no) => `${no} | 投资工作 | 区财政局\n`)}`,
  'rows of a csv file': (n) => `序号,任务,牵头单位\n${numbered(n, (no) => `${no},投资工作,区财政局\n`)}`,
  'cells on lines': (n) => `序号\n任务\n牵头单位\n${numbered(n, (no) => `${no}\n投资工作\n区财政局\n`)}`,
  'header words on lines': (n) => `重点任务\n${again('牵头单位\n', n)}`,
  'stars and marks': (n) => `${head}2.${again('**投资** ', n)}`,
  'headings alone': (n) => head + numbered(n, () => `健全制度\n`),
  'odd names': (n) => head + numbered(n, (no) => `${no + 1}.投资工作。\n牵头单位：甲乙${no}\n`),
};

// To 200,000 characters in the long run, which has the machine to itself.
const short = times(2_000, 25_000);
const longer = 8;
// Eight times the text: linear work takes eight times as long, the square sixty-four times.
const mostTimes = 26;
const tooQuickToCompare = 60;

test.each(Object.keys(shapes))('%s take no more than their length', { timeout: 120_000 }, (name) => {
  const shape = shapes[name] ?? ((n: number) => again(' ', n));
  expect(isLinear((length) => void read(shape(length)))).toBe(true);
});

function read(text: string): unknown {
  return readBreakdown({ path: 'a.txt', bytes: Buffer.from(text) });
}

test('the nearest of thousands of names to as many others', { timeout: 60_000 }, () => {
  const names = Array.from({ length: times(1000, 3000) }, (_, index) => `区第${index}单位管理局`);
  for (const name of names) nearestNames(name.replace('管理', '管'), names);
  expect(nearestNames('区第7单位管理', names)[0]).toBe('区第7单位管理局');
});

/** Whether work on a text grows with its length; tried again where the machine was busy. */
function isLinear(work: (length: number) => void): boolean {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const long = timeOf(work, short * longer);
    if (long < tooQuickToCompare || long < timeOf(work, short) * mostTimes) return true;
  }
  return false;
}

function timeOf(work: (length: number) => void, length: number): number {
  const start = performance.now();
  work(length);
  return performance.now() - start;
}
