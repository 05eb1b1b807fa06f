/** Phrases that the yearly papers share. */
import type { Entry, Ledger } from '../domain/entry.ts';
import { numberOfQuarter, type Quarter } from '../trade/calendar.ts';
import { groupBy } from '../domain/grouping.ts';
import { formatNumeral } from '../trade/numerals.ts';
import { taskNumbers } from './words.ts';

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

/** `区统计局（第三季度第26项，第四季度第26、108项）`, units in the order in which they first occur. */
export function unitsOverYear(ledgers: readonly Ledger[], counts: (entry: Entry) => boolean): string {
  const found = ledgers.flatMap(({ quarter, entries }) =>
    entries.filter((entry) => entry.isAssessed && counts(entry)).map((entry) => ({ quarter, entry })),
  );
  return [...groupBy(found, ({ entry }) => entry.unit.name)]
    .map(([unit, own]) => {
      const parts = [...groupBy(own, ({ quarter }) => quarter)].map(
        ([quarter, each]) => `${shortQuarter(quarter)}${taskNumbers(each.map(({ entry }) => entry.task.no))}`,
      );
      return `${unit}（${parts.join('，')}）`;
    })
    .join('、');
}
