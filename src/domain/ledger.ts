/** Ledger 工作台账: catalogue and returns joined as of a day, after reassignments; one Entry a task and unit. */

import type { ClosedPart, Closure, Ledger, Plan } from './entry.ts';
import { previousQuarter, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import { warning, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { assignTasks, type AssignmentParts } from './assignment.ts';
import { entriesOf } from './entries.ts';
import { closingDay, filingDay, type QuarterDays } from './filing.ts';
import { groupBy } from './grouping.ts';
import { closuresByTask, plansByTask } from './ledger-check.ts';
import type { Extension } from './extension.ts';
import type { Office } from './office.ts';
import type { Return } from './return.ts';
import { returnKey, type Moment } from './standing.ts';

export type LedgerParts = AssignmentParts & {
  readonly quarter: Quarter;
  readonly plans: readonly Plan[];
  readonly closures: readonly Closure[];
  readonly extensions?: readonly Extension[];
  readonly returns: readonly Return[];
  readonly previousReturns: readonly Return[];
  /** Of the quarter before last, where there are any: what a zero report of last quarter left unchanged. */
  readonly earlierReturns?: readonly Return[];
  /** Last quarter as it was closed; without it, last quarter is judged anew from its returns. */
  readonly closedBefore?: readonly ClosedPart[];
  readonly office: QuarterDays & Pick<Office, 'lights'>;
  /** The day on which the office reminded a unit in this quarter, by unit code (from the register). */
  readonly reminders?: ReadonlyMap<string, CalendarDate>;
};

/** The state of every task and unit as of a day: what was known and in force then, nothing later. */
export function ledgerAsOf(asOf: CalendarDate, parts: LedgerParts): Result<Ledger> {
  const { quarter } = parts;
  const assigned = assignTasks(asOf, parts);
  const plans = plansByTask(parts.plans, parts.catalogue);
  const closures = closuresByTask(parts.closures, parts.catalogue);
  const before = previousQuarter(quarter);
  const entries = entriesOf(assigned.value, {
    plans: plans.value,
    closures: closures.value,
    extensions: parts.extensions ?? [],
    now: momentOf(parts, { asOf, quarter, returns: parts.returns }),
    before: momentOf(parts, {
      asOf: closingDay(parts.office, before),
      quarter: before,
      returns: parts.previousReturns,
    }),
    earlier: byTaskAndUnit(parts.earlierReturns ?? []),
    closedBefore: parts.closedBefore === undefined ? null : closedByTaskAndUnit(parts.closedBefore),
  });
  const codes = new Set(entries.map((entry) => entry.unit.code));
  const units = parts.roster.units.filter((unit) => codes.has(unit.code));
  const messages = [...assigned.messages, ...plans.messages, ...closures.messages, ...lateNews(asOf, parts.returns)];
  return { value: { quarter, asOf, tasks: assigned.value.tasks, entries, units }, messages };
}

function momentOf(
  parts: LedgerParts,
  of: Pick<Moment, 'asOf' | 'quarter'> & { readonly returns: readonly Return[] },
): Moment {
  return {
    ...of,
    filingDay: filingDay(parts.office, of.quarter),
    lights: parts.office.lights,
    returns: byTaskAndUnit(of.returns),
    reminders: of.quarter === parts.quarter ? (parts.reminders ?? new Map()) : new Map(),
  };
}

function closedByTaskAndUnit(parts: readonly ClosedPart[]): ReadonlyMap<string, ClosedPart> {
  return new Map(parts.map((part) => [returnKey(part.taskId, part.unitCode), part]));
}

/** The parts of a closed ledger, for the quarter after it. Common tasks have no light and no return. */
export function closedParts({ entries }: Ledger): readonly ClosedPart[] {
  return entries
    .filter(({ group }) => group === null)
    .map(({ task, unit, latest, percent, light, isClosed, isOverdue }) => {
      return { taskId: task.id, unitCode: unit.code, latest, percent, light, isClosed, isOverdue };
    });
}

function byTaskAndUnit(returns: readonly Return[]): Moment['returns'] {
  return groupBy(returns, (each) => returnKey(each.taskId, each.unit.code));
}

/** What came after the day is not lost without a word. */
function lateNews(asOf: CalendarDate, returns: readonly Return[]): readonly Message[] {
  const after = groupBy(
    returns.filter((each) => each.filedOn > asOf),
    (each) => each.place.file,
  );
  return [...after].map(([file, each]) => {
    const last = each.reduce((latest, { filedOn }) => (filedOn > latest ? filedOn : latest), asOf);
    return warning(fileOnly(file), 'returns-after-the-day', { count: each.length, asOf, last });
  });
}
