/** The overall figures as the reports word them: returns and lights, each with shares of its whole that sum to 100.0 (DESIGN.md §5). */
import type { ViewOf } from '../document/shape.ts';
import type { Counts } from '../domain/counts.ts';
import type { FilingTotals } from '../domain/history.ts';
import { shares } from '../domain/shares.ts';

export const filingShape = {
  required: 'number',
  onTime: 'number',
  onTimeShare: 'percent',
  late: 'number',
  lateShare: 'percent',
  missing: 'number',
  missingShare: 'percent',
} as const;

export const lightShape = {
  lit: 'number',
  green: 'number',
  greenShare: 'percent',
  yellow: 'number',
  yellowShare: 'percent',
  red: 'number',
  redShare: 'percent',
  completed: 'number',
  closed: 'number',
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
  completed: 'number',
  closed: 'number',
} as const;

export function filingFields(filing: FilingTotals): ViewOf<typeof filingShape> {
  const [onTimeShare = 0, lateShare = 0, missingShare = 0] = shares([filing.onTime, filing.late, filing.missing]);
  return { ...filing, onTimeShare, lateShare, missingShare };
}

/** `closed` counts tasks, as the reports do; the other figures count responsibilities (项次). */
export function lightFields({ green, yellow, red, completed, closedTasks }: Counts): ViewOf<typeof lightShape> {
  const [greenShare = 0, yellowShare = 0, redShare = 0] = shares([green, yellow, red]);
  const lit = green + yellow + red;
  return { lit, green, greenShare, yellow, yellowShare, red, redShare, completed, closed: closedTasks };
}
