/** Missing and late returns by unit. */
import type { Entry, Ledger } from '../domain/entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { formatIssueDate } from '../document/official-text.ts';
import type { FilingRow, MissingReturns } from '../document/page-view.ts';
import { daysBetween } from '../domain/days.ts';
import { groupBy } from '../domain/grouping.ts';
import { taskNumbers } from './words.ts';

export function pageFiling(ledger: Ledger, filingDay: CalendarDate): MissingReturns {
  const days = Math.max(0, daysBetween(filingDay, ledger.asOf));
  const missing = ledger.entries.filter(({ filing }) => filing === 'missing');
  const late = ledger.entries.filter(({ filing }) => filing === 'late' || filing === 'after-reminder');
  return {
    filingDay: formatIssueDate(filingDay),
    missing: filingRows(missing, () => `已逾报送时限${days}天`),
    late: filingRows(late, latenessOf),
  };
}

/** Units with most first; of the same number in the order of the roster's codes. */
function filingRows(entries: readonly Entry[], detailOf: (own: readonly Entry[]) => string): readonly FilingRow[] {
  return [...groupBy(entries, ({ unit }) => unit.code).values()]
    .toSorted((a, b) => b.length - a.length)
    .map((own) => ({
      unit: own[0]?.unit.name ?? '',
      count: own.length,
      tasks: taskNumbers(own.map(({ task }) => task.no)),
      detail: detailOf(own),
    }));
}

function latenessOf(own: readonly Entry[]): string {
  const most = Math.max(...own.map(({ daysLate }) => daysLate));
  const reminded = own.some(({ filing }) => filing === 'after-reminder') ? '，经催办后报送' : '';
  return `${own.length === 1 ? '' : '最多'}迟报${most}天${reminded}`;
}
