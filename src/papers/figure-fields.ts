/** The overall figures as the reports word them: returns and lights, each with shares of its whole that sum to 100.0 (DESIGN.md §5). */
import type { ViewOf } from '../document/shape.ts';
import type { Counts } from '../domain/counts.ts';
import type { FilingTotals } from '../domain/history.ts';
import { shares } from '../domain/shares.ts';
import { filingWords, lightWords } from './words.ts';

/** Parts of a whole: those that are nought are left out, `迟报9项次，占2.5%`. */
const partsShape = [{ name: 'text', count: 'number', share: 'percent' }] as const;

export const filingShape = { required: 'number', filing: partsShape } as const;

export const lightShape = { lit: 'number', lights: partsShape, completed: 'number', closed: 'number' } as const;

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

export function filingFields({ required, onTime, late, missing }: FilingTotals): ViewOf<typeof filingShape> {
  const named = [filingWords['on-time'], filingWords.late, filingWords.missing];
  return { required, filing: partsOf(named, [onTime, late, missing]) };
}

/** `closed` counts tasks, as the reports do; the other figures count responsibilities (项次). */
export function lightFields({ green, yellow, red, completed, closedTasks }: Counts): ViewOf<typeof lightShape> {
  const named = [lightWords.green, lightWords.yellow, lightWords.red];
  const lights = partsOf(named, [green, yellow, red]);
  return { lit: green + yellow + red, lights, completed, closed: closedTasks };
}

function partsOf(names: readonly string[], counts: readonly number[]): ViewOf<typeof partsShape> {
  const percents = shares(counts);
  return names
    .map((name, index) => ({ name, count: counts[index] ?? 0, share: percents[index] ?? 0 }))
    .filter(({ count }) => count > 0);
}
