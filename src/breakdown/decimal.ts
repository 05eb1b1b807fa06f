/**
 * Decimal numbers: `1.1`, `1.2`, `2.1.1`. One alone is a figure as easily (`2.5亿元`, `11.121人才梯队`), so a document has them only where
 * they count on from a first one at the starts of its lines.
 */
import { halfWidthDigits } from '../trade/numerals.ts';
import type { Line } from './line.ts';
import type { Mark } from './mark.ts';

// What is measured in tenths is no number of a list.
const measure =
  '[0-9.．%％‰倍元亿]|万(?:元|亩|吨|人|户|千瓦|平方|立方|公里|个|家|辆|台)|个百分点|公里|平方|立方|吨|亩|千瓦';
const pattern = new RegExp(`^(\\d{1,2}(?:[.．]\\d{1,2}){1,2})(?:[.．、](?!\\d)\\s*|\\s*)(?!${measure})`, 'u');

const measured = new RegExp(`^\\d{1,4}[.．]\\d{1,4}\\s?(?:${measure})`, 'u');

/** `1.5亿元`, `2.5个百分点`: a figure rather than a number before a text that begins with one. */
export function isMeasured(text: string): boolean {
  return measured.test(halfWidthDigits(text.slice(0, 24)));
}

type Candidate = { readonly line: Line; readonly outer: string; readonly mark: Mark };

/** The decimal marks of a document, by their lines; none where no two of them follow each other. */
export function decimalsOf(lines: readonly Line[]): ReadonlyMap<Line, Mark> {
  const lists = listsOf(lines.flatMap((line) => candidateOf(line) ?? []));
  const countOn = lists.some(([first, second]) => second?.mark.value === (first?.mark.value ?? 0) + 1);
  return new Map(countOn ? lists.flat().map(({ line, mark }) => [line, mark]) : []);
}

function candidateOf(line: Line): Candidate | null {
  // Half-width figures have the places of the full-width ones.
  const match = pattern.exec(halfWidthDigits(line.text));
  if (match === null) return null;
  const parts = (match[1] ?? '').split(/[.．]/u);
  const value = Number(parts.at(-1));
  if (value === 0 || Number(parts[0]) === 0) return null;
  const printed = line.text.slice(0, match[0].length);
  const mark: Mark = {
    style: parts.length === 2 ? 'decimal' : 'inner-decimal',
    value,
    no: line.text.slice(0, match[1]?.length),
    printed,
    isDoubtful: false,
  };
  return { line, outer: parts.slice(0, -1).join('.'), mark };
}

const widestGap = 10;

/** Runs that begin with a first number and go on upwards below the same outer one; what fits in no run is left out. */
function listsOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const lastPlaces = new Map(candidates.map(({ outer, mark }, index) => [`${outer}.${mark.value}`, index]));
  const lists: Candidate[][] = [];
  const open = new Map<string, Candidate[]>();
  for (const [index, candidate] of candidates.entries()) {
    const { outer, mark } = candidate;
    const list = open.get(outer);
    const due = (list?.at(-1)?.mark.value ?? 0) + 1;
    // `1.12` of 11.121 is no gap after 1.3 where 1.4 is still to come.
    const isGap = mark.value > due && mark.value < due + widestGap && (lastPlaces.get(`${outer}.${due}`) ?? -1) < index;
    if (mark.value === 1) {
      const started = [candidate];
      lists.push(started);
      open.set(outer, started);
    } else if (mark.value === due || isGap) list?.push(candidate);
  }
  return lists;
}
