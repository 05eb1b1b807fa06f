/** Do the quarter's returns make sense beside each other? Late ones, corrections, and units that contradict each other on one task. */
import type { CalendarDate } from '../../trade/calendar.ts';
import { daysBetween } from '../../domain/days.ts';
import type { Return } from '../../domain/return.ts';
import { info, warning } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import { groupBy } from '../../domain/grouping.ts';
import type { Expectations } from './expectations.ts';
import { indexReturns } from './index-returns.ts';
import type { ReturnIndex } from './index-returns.ts';

export function quarterSense(returns: readonly Return[], expectations: Expectations): readonly Message[] {
  const index = indexReturns(returns);
  return [...corrections(index), ...lateReturns(index, expectations.filingDay), ...contradictions(index, expectations)];
}

/** The later corrects the earlier; both are kept. Of two from one day the order of files and rows decides, which the office should know. */
function corrections(index: ReturnIndex): readonly Message[] {
  return [...index.values()].flatMap((filed) =>
    filed.slice(1).map((later, at) => {
      // slice(1) shifts by one: filed[at] is the one before `later`.
      const earlier = filed[at] as Return;
      const data = { task: later.taskId, earlier: shown(earlier.place) };
      return earlier.filedOn === later.filedOn
        ? warning(later.place, 'corrects-same-day', data)
        : info(later.place, 'corrects-earlier', data);
    }),
  );
}

/** One message a file and day: rows of one file are late together. A correction makes no return late. */
function lateReturns(index: ReturnIndex, filingDay: CalendarDate): readonly Message[] {
  const first = [...index.values()].flatMap((filed) => filed.slice(0, 1));
  const late = first.filter((each) => each.filedOn > filingDay);
  const together = groupBy(late, (each) => `${each.place.file} ${each.unit.code} ${each.filedOn}`);
  return [...together.values()].flatMap((same) => {
    const rows = same.map((each) => each.place.row ?? 0).toSorted((a, b) => a - b);
    const [each] = same;
    if (each === undefined) return [];
    const data = { unit: each.unit.name, on: each.filedOn, filingDay, days: daysBetween(filingDay, each.filedOn) };
    const place = { file: each.place.file, row: rows[0] ?? null, column: null, endRow: rows.at(-1) ?? 0 };
    return [warning(place, 'late-return', { ...data, count: same.length })];
  });
}

/** A cooperating unit has done what its lead has not begun. */
function contradictions(index: ReturnIndex, { ownership }: Expectations): readonly Message[] {
  const latest = [...index.values()].flatMap((filed) => filed.slice(-1));
  const roleOf = (each: Return) => ownership.role(each.unit, each.taskId, each.filedOn);
  const idleLeads = latest.filter((each) => each.status === 'not-started' && roleOf(each) === 'lead');
  const byTask = groupBy(idleLeads, (each) => each.taskId);
  return latest.flatMap((each) => {
    const isDone = each.status === 'completed' || each.percent === 100;
    if (!isDone || !byTask.has(each.taskId) || roleOf(each) !== 'cooperating') return [];
    return (byTask.get(each.taskId) ?? []).map((lead) => {
      const data = { task: each.taskId, unit: each.unit.name, lead: lead.unit.name, leadPlace: shown(lead.place) };
      return warning(each.place, 'done-before-lead', data);
    });
  });
}

function shown(place: Place): string {
  return place.row === null ? place.file : `${place.file}:${place.row}`;
}
