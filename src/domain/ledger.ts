/** Ledger 工作台账: catalogue and returns joined as of a day, after reassignments; one Entry a task and unit. */
import type { Place } from '../message.ts';
import type { CalendarDate, Quarter } from '../calendar.ts';
import type { Task } from './catalogue.ts';
import type { Return, ClaimedStatus, Role } from './return.ts';
import type { Unit } from './roster.ts';

export type Light = 'green' | 'yellow' | 'red';

/** When the return for this quarter came: not-required for common tasks, open sets and external bodies. */
export type Filing = 'on-time' | 'late' | 'missing' | 'not-required';

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
  readonly plan: Plan | null;
  /** This quarter's return that counts (the latest), what it replaced, and last quarter's. */
  readonly latest: Return | null;
  readonly corrected: readonly Return[];
  readonly previous: Return | null;
  readonly filing: Filing;
  /** The claim, or null without a return. */
  readonly status: ClaimedStatus | null;
  readonly percent: number | null;
  readonly isClosed: boolean;
  /** Null for entries that are not assessed. */
  readonly light: Light | null;
  /** Why the light is what it is, as a code the views word: 'behind-plan', 'not-filed' … */
  readonly reason: LightReason | null;
  readonly previousLight: Light | null;
};

export type LightReason =
  | 'closed'
  | 'on-plan'
  | 'behind-plan'
  | 'past-deadline'
  | 'not-filed'
  | 'claimed-not-started'
  | 'claimed-behind'
  | 'claimed-overdue'
  | 'standing-filed';

/** A task after reassignment: its units as roster units, in the order of the source. */
export type AssignedTask = {
  readonly task: Task;
  readonly leads: readonly Unit[];
  readonly cooperators: readonly Unit[];
};

export type Ledger = {
  readonly quarter: Quarter;
  readonly asOf: CalendarDate;
  readonly tasks: readonly AssignedTask[];
  /** Sorted by task order, then role, then the order in which the source names the units. */
  readonly entries: readonly Entry[];
  /** Units that have at least one entry, in roster order. */
  readonly units: readonly Unit[];
};
