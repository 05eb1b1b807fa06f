/** Numbers of printed pages that a copied text keeps on lines of their own: `— 3 —`, `第3页 共9页`, a bare `3`. */
import { halfWidthDigits } from '../trade/numerals.ts';
import { endsSentence } from './ending.ts';
import { labelsIn } from './label.ts';
import type { Line } from './line.ts';
import { markAt } from './mark.ts';

const marked =
  /^(?:[-–—―─－]{1,2}\s*[0-9０-９]{1,4}\s*[-–—―─－]{1,2}|第\s*[0-9０-９]{1,4}\s*页(?:[\s,，/／]*共\s*[0-9０-９]{1,4}\s*页)?|·\s*[0-9０-９]{1,4}\s*·|[0-9]{1,4}\s*[/／]\s*[0-9]{1,4})$/u;
const bare = /^[1-9１-９][0-9０-９]{0,2}$/u;
const goesOn = /^[.．、，,）)〕%％条章项年月日]/u;

export type BareNumbers = {
  readonly pages: ReadonlySet<Line>;
  /** Numbers of tasks, each on a line above its text. */
  readonly numbers: ReadonlySet<Line>;
};

/** Which lines are page numbers, and which bare numbers number the task below them. Others are text. */
export function bareNumbersOf(lines: readonly Line[]): BareNumbers {
  const pages = new Set(lines.filter(({ text }) => marked.test(text)));
  const numbers = new Set<Line>();
  for (const run of runsOf(lines)) {
    if (run.length > 1 && valueAt(lines, run[0] ?? 0) === 1 && run.every((index) => numbersTask(lines, index)))
      for (const index of run) add(numbers, lines[index]);
    else if (run.length > 1 || standsAlone(lines, run[0] ?? 0)) for (const index of run) add(pages, lines[index]);
  }
  return { pages, numbers };
}

function add(set: Set<Line>, line: Line | undefined): void {
  if (line !== undefined) set.add(line);
}

function valueAt(lines: readonly Line[], index: number): number {
  return Number(halfWidthDigits(lines[index]?.text ?? ''));
}

/** Indexes of bare numbers, cut where one is not the successor of the one before it. */
function runsOf(lines: readonly Line[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!bare.test(line.text) || goesOn.test(lines[index + 1]?.text ?? '')) continue;
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && valueAt(lines, last) + 1 === valueAt(lines, index)) runs.at(-1)?.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** The text before it has ended and an unnumbered text follows. */
function numbersTask(lines: readonly Line[], index: number): boolean {
  const [before, after] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
  const isFresh = index === 0 || endsSentence(before) || labelsIn(before).length > 0 || markAt(before) !== null;
  return (isFresh || valueAt(lines, index) === 1) && markAt(after) === null && labelsIn(after)[0]?.start !== 0;
}

function standsAlone(lines: readonly Line[], index: number): boolean {
  const after = lines[index + 1];
  return lines[index]?.isAfterBlank === true && (after === undefined || after.isAfterBlank);
}
