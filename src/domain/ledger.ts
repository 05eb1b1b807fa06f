/** Ledger 工作台账: catalogue and returns joined as of a day, after reassignments; one Entry a task and unit. */
import { previousQuarter, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import { warning, type Message, type Place, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { assignTasks, type AssignedTask, type AssignmentParts } from './assignment.ts';
import type { Task } from './catalogue.ts';
import { entriesOf } from './entries.ts';
import { closingDay, filingDay } from './filing.ts';
import { groupBy } from './grouping.ts';
import { closuresByTask, plansByTask } from './ledger-check.ts';
import type { Office } from './office.ts';
import type { Light } from './light.ts';
import type { Return, ClaimedStatus, Role } from './return.ts';
import type { Unit } from './roster.ts';
import { returnKey, type Moment } from './standing.ts';

/**
 * When the return for this quarter came. after-reminder: only when the office had sent a reminder · pending: nothing filed,
 * but the filing day has not passed · not-required: common tasks, external bodies, tasks closed by the filing day.
 */
export type Filing = 'on-time' | 'late' | 'after-reminder' | 'missing' | 'pending' | 'not-required';

/** What the office gave the task in plan.csv; the seed has no dates. */
export type Plan = {
  readonly taskId: string;
  readonly requirement: string;
  readonly standard: string;
  /** Planned percent at the end of each quarter that plan.csv names. */
  readonly percentBy: ReadonlyMap<Quarter, number>;
  readonly deadline: CalendarDate | null;
  readonly place: Place;
};

/** 销号 or reopening: the office's act (closures.csv). */
export type Closure = {
  readonly taskId: string;
  readonly on: CalendarDate;
  readonly act: 'close' | 'reopen';
  readonly basis: string;
  readonly place: Place;
};

export type Entry = {
  readonly task: Task;
  readonly unit: Unit;
  readonly role: Role;
  /** The group through which the unit has the task (各单位 …); null when it is named. Such an entry is never assessed. */
  readonly group: Unit | null;
  /** Named, and a unit of the district: it files, gets a light and is scored. */
  readonly isAssessed: boolean;
  /** Units that held the task before this one, by reassignment; what they filed before their day counts here. */
  readonly predecessors: readonly Unit[];
  readonly plan: Plan | null;
  /** Planned percent at the end of this quarter; null where plan.csv names none so far. */
  readonly planned: number | null;
  /** This quarter's return that counts (the latest), what it replaced, and last quarter's. */
  readonly latest: Return | null;
  readonly corrected: readonly Return[];
  readonly previous: Return | null;
  /** The return that counts was filed by a predecessor. */
  readonly isInherited: boolean;
  readonly filing: Filing;
  /** Days from the filing day to the first return; 0 when on time or not filed. */
  readonly daysLate: number;
  /** The claim, or null without a return. */
  readonly status: ClaimedStatus | null;
  readonly percent: number | null;
  /** 销号 by the office as of the day; `closure` is the act that counts, a reopening too. */
  readonly isClosed: boolean;
  readonly isReopened: boolean;
  readonly closure: Closure | null;
  /** Past the plan's deadline, neither closed nor claimed complete in this quarter's return. */
  readonly isOverdue: boolean;
  /** Null for entries that are not assessed, and while a return is still pending. */
  readonly light: Light | null;
  /** Why the light is what it is, as a code the views word: 'behind-plan', 'not-filed' … */
  readonly reason: LightReason | null;
  /** The same at the end of last quarter; null when there were no returns at all then. */
  readonly previousLight: Light | null;
  readonly wasClosed: boolean;
  readonly wasOverdue: boolean;
};

export type LightReason =
  | 'closed'
  | 'on-plan'
  | 'behind-plan'
  | 'past-deadline'
  | 'near-deadline'
  | 'not-filed'
  | 'claimed-not-started'
  | 'claimed-behind'
  | 'claimed-overdue'
  | 'standing-filed';

export type Ledger = {
  readonly quarter: Quarter;
  readonly asOf: CalendarDate;
  readonly tasks: readonly AssignedTask[];
  /** Sorted by task order, then role, then the order in which the source names the units; members of groups last. */
  readonly entries: readonly Entry[];
  /** Units that have at least one entry, in roster order. Letters go to those of kind 'unit'. */
  readonly units: readonly Unit[];
};

export type { Light } from './light.ts';

export type LedgerParts = AssignmentParts & {
  readonly quarter: Quarter;
  readonly plans: readonly Plan[];
  readonly closures: readonly Closure[];
  readonly returns: readonly Return[];
  readonly previousReturns: readonly Return[];
  /** Of the quarter before last, where there are any: what a zero report of last quarter left unchanged. */
  readonly earlierReturns?: readonly Return[];
  readonly office: Pick<Office, 'filingDays' | 'lights'>;
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
    now: momentOf(parts, { asOf, quarter, returns: parts.returns }),
    before: momentOf(parts, {
      asOf: closingDay(parts.office, before),
      quarter: before,
      returns: parts.previousReturns,
    }),
    earlier: byTaskAndUnit(parts.earlierReturns ?? []),
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
