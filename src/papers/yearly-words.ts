/** Phrases that the yearly papers share. */
import type { Ledger } from '../domain/entry.ts';
import type { ViewOf } from '../document/shape.ts';
import { counters } from '../domain/counts.ts';
import { numberOfQuarter, type Quarter } from '../trade/calendar.ts';
import { groupBy } from '../domain/grouping.ts';
import { formatNumeral } from '../trade/numerals.ts';
import { filingWords, taskNumbers } from './words.ts';

/** `第三季度`, where the year is known. */
export function shortQuarter(quarter: Quarter): string {
  return quartersOf([quarter]);
}

/** Lights and closings stand as at the last quarter there is: of a year under way that is not its end. */
export function endOfReport(last: Quarter): string {
  return numberOfQuarter(last) === 4 ? '年末' : `${shortQuarter(last)}末`;
}

/** `第三、四季度`; nothing for no quarters. */
export function quartersOf(quarters: readonly Quarter[]): string {
  const numbers = quarters.map((quarter) => formatNumeral(numberOfQuarter(quarter)));
  return numbers.length === 0 ? '' : `第${numbers.join('、')}季度`;
}

export const filingRowsShape = [
  { unit: 'text', quarter: 'text', filing: 'text', count: 'number', tasks: 'text' },
] as const;

/** Returns of the year that did not come or came late, with the numbers of their tasks: a row a unit, quarter and kind. */
export function filingRows(ledgers: readonly Ledger[]): ViewOf<typeof filingRowsShape> {
  const kinds = [
    { applies: counters.missing, filing: filingWords.missing },
    { applies: counters.late, filing: filingWords.late },
  ];
  return kinds.flatMap(({ applies, filing }) =>
    ledgers.flatMap(({ quarter, entries }) =>
      [
        ...groupBy(
          entries.filter((entry) => entry.isAssessed && applies(entry)),
          ({ unit }) => unit.name,
        ),
      ].map(([unit, own]) => ({
        unit,
        quarter: shortQuarter(quarter),
        filing,
        count: own.length,
        tasks: taskNumbers(own.map(({ task }) => task.no)),
      })),
    ),
  );
}
