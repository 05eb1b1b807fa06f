/** The overall figures as the reports word them: returns and lights, each with shares of its whole that sum to 100.0 (DESIGN.md §5). */
import { lightWords } from '../trade/claims.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Counts } from '../domain/counts.ts';
import type { FilingTotals } from '../domain/history.ts';
import { shares } from '../domain/shares.ts';
import { filingWords } from './words.ts';

/** Parts of a whole: those that are nought are left out, `迟报9项次，占2.5%`. */
const partsShape = [{ name: 'text', count: 'number', share: 'percent' }] as const;

/** `silent`: how many of the red ones are red because nothing was filed, `红灯21项次，占5.7%，其中未报送11项次`. */
const lightPartsShape = [{ ...partsShape[0], silent: 'number' }] as const;

export const filingShape = { required: 'number', filing: partsShape } as const;

/** `unasked`: closed before returns were due, so lit without being due; why there are more lights than returns. */
const unasked = 'number';

export const lightShape = {
  lit: 'number',
  unasked,
  lights: lightPartsShape,
  completed: 'number',
  closed: 'number',
} as const;

/** The same of one unit, without shares. */
export const countedShape = {
  filing: [{ name: 'text', count: 'number' }],
  lit: 'number',
  unasked,
  lights: [{ name: 'text', count: 'number', silent: 'number' }],
} as const;

/** A row of a table of counts: one unit or one quarter, the returns first and then the lights. `Counts` fills it. */
export const tallyShape = {
  required: 'number',
  onTime: 'number',
  late: 'number',
  missing: 'number',
  green: 'number',
  yellow: 'number',
  red: 'number',
  closed: 'number',
} as const;

export function filingFields(totals: FilingTotals): ViewOf<typeof filingShape> {
  return { required: totals.required, filing: withShares(filingParts(totals)) };
}

/** `closed` counts tasks, as the reports do; the other figures count responsibilities (项次). */
export function lightFields(counts: Counts): ViewOf<typeof lightShape> {
  const { green, yellow, red, completed, closedTasks } = counts;
  return {
    lit: green + yellow + red,
    unasked: unaskedOf(counts),
    lights: withShares(lightParts(counts)),
    completed,
    closed: closedTasks,
  };
}

export function countedParts(counts: Counts): ViewOf<typeof countedShape> {
  const { green, yellow, red } = counts;
  return {
    filing: filingParts(counts).filter(({ count }) => count > 0),
    lit: green + yellow + red,
    unasked: unaskedOf(counts),
    lights: lightParts(counts).filter(({ count }) => count > 0),
  };
}

export function unaskedOf({ entries, required }: Counts): number {
  return entries - required;
}

type FilingCounts = Pick<FilingTotals, 'onTime' | 'late' | 'missing'>;

function filingParts({ onTime, late, missing }: FilingCounts) {
  return [
    { name: filingWords['on-time'], count: onTime },
    { name: filingWords.late, count: late },
    { name: filingWords.missing, count: missing },
  ];
}

function lightParts({ green, yellow, red, silent }: Counts) {
  return [
    { name: lightWords.green, count: green, silent: 0 },
    { name: lightWords.yellow, count: yellow, silent: 0 },
    { name: lightWords.red, count: red, silent },
  ];
}

function withShares<Part extends { readonly count: number }>(parts: readonly Part[]) {
  const percents = shares(parts.map(({ count }) => count));
  return parts.map((part, index) => ({ ...part, share: percents[index] ?? 0 })).filter(({ count }) => count > 0);
}
