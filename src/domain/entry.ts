/**
 * Entry 条目: the nouns of the ledger. What one unit has to do with one task in one quarter, who holds a task, and what a light says.
 * Types only: the rules that make them stand in ledger.ts, standing.ts, assignment.ts and light.ts.
 */
import type { Light, ClaimedStatus, Role } from '../trade/claims.ts';
import type { Place } from '../message/message.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Task } from './catalogue.ts';
import type { Reassignment } from './reassignment.ts';
import type { Return } from './return.ts';
import type { Unit } from './roster.ts';

/** A unit's part in a task, with the units that had it before. */
export type Holder = {
  readonly unit: Unit;
  readonly role: Role;
  readonly predecessors: readonly Predecessor[];
};

/** `until`: the first day on which it no longer held the task. */
export type Predecessor = { readonly unit: Unit; readonly until: CalendarDate };

/** One reassignment that touched a task: what a notice of hand-over or take-over says. */
export type Move = { readonly reassignment: Reassignment; readonly role: Role };

/** A task after reassignment: its units as roster units (groups kept as groups), in the order of the source. */
export type AssignedTask = {
  readonly task: Task;
  readonly leads: readonly Unit[];
  readonly cooperators: readonly Unit[];
  /** The same units with those they took over from; leads first. */
  readonly holders: readonly Holder[];
  readonly moves: readonly Move[];
};

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

/** What papers say of the deadline of one part. */
export type Extended = {
  /** The deadline before the first extension; null where there was none. */
  readonly first: CalendarDate | null;
  /** 第n次延期; 0 = never. */
  readonly count: number;
  /** By which decision it is the deadline that it is now. */
  readonly last: { readonly on: CalendarDate; readonly basis: string } | null;
  /** A later deadline that was asked for and not decided on by the day. */
  readonly asked: CalendarDate | null;
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
  /** With the deadline as it was extended by the day. */
  readonly plan: Plan | null;
  readonly extended: Extended;
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

/** How one part stood when its quarter was closed: what the papers of that quarter showed, whatever came in afterwards. */
export type ClosedPart = Pick<Entry, 'latest' | 'percent' | 'light' | 'isClosed' | 'isOverdue'> & {
  readonly taskId: string;
  readonly unitCode: string;
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
