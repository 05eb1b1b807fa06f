/** Counts 台账数字: the one definition of every figure that papers and the page state. An entry is one task of one unit. */
import type { Entry, Ledger } from './entry.ts';
import { quarterOf } from '../trade/calendar.ts';

/** Whether an entry counts; asked of assessed entries only. `trace` lists the entries behind a figure by the same test. */
export const counters = {
  entries: () => true,
  required: ({ filing }) => filing !== 'not-required',
  onTime: ({ filing }) => filing === 'on-time',
  /** After a reminder too. */
  late: ({ filing }) => filing === 'late' || filing === 'after-reminder',
  afterReminder: ({ filing }) => filing === 'after-reminder',
  missing: ({ filing }) => filing === 'missing',
  pending: ({ filing }) => filing === 'pending',
  green: ({ light }) => light === 'green',
  yellow: ({ light }) => light === 'yellow',
  red: ({ light }) => light === 'red',
  /** Red for that reason alone that nothing was filed. */
  silent: ({ light, filing }) => light === 'red' && filing === 'missing',
  overdue: ({ isOverdue }) => isOverdue,
  /** 办结待销号: the unit's claim, on which the office has not acted. */
  completed: ({ status, isClosed }) => status === 'completed' && !isClosed,
  closed: ({ isClosed }) => isClosed,
  reopened: ({ isReopened }) => isReopened,
} as const satisfies Record<string, (entry: Entry) => boolean>;

export type CountKey = keyof typeof counters;

export type Counts = Readonly<Record<CountKey, number>> & {
  /** Distinct tasks among the entries; one that several units have is closed or completed once. */
  readonly tasks: number;
  readonly closedTasks: number;
  /** Every lead claims completion, and the task is not closed. */
  readonly completedTasks: number;
};

// Object.keys forgets the keys that `counters` has.
const countKeys = Object.keys(counters) as CountKey[];
/** Counts of four thousand units are of one make to V8, which an object that grows after it was spread is not. */
const nothingCounted: Counts = {
  ...(Object.fromEntries(countKeys.map((key) => [key, 0])) as Record<CountKey, number>),
  tasks: 0,
  closedTasks: 0,
  completedTasks: 0,
};

/** Common tasks and external bodies are left out. */
export function countsOf(entries: readonly Entry[]): Counts {
  const assessed = entries.filter((entry) => entry.isAssessed);
  const counts: { -readonly [Key in keyof Counts]: number } = { ...nothingCounted };
  for (const key of countKeys) counts[key] = assessed.filter(counters[key]).length;
  const leads = assessed.filter((entry) => entry.role === 'lead');
  const open = idsOf(leads.filter((entry) => !counters.completed(entry)));
  counts.tasks = idsOf(assessed).size;
  counts.closedTasks = idsOf(assessed.filter(counters.closed)).size;
  counts.completedTasks = [...idsOf(leads)].filter((id) => !open.has(id)).length;
  return counts;
}

/** The entries behind a figure. */
export function entriesBehind(ledger: Ledger, key: CountKey): readonly Entry[] {
  return ledger.entries.filter((entry) => entry.isAssessed && counters[key](entry));
}

/** Whether the office's last act on the task was done in the ledger's quarter. */
export function isActOf(entry: Entry, ledger: Pick<Ledger, 'quarter'>): boolean {
  return entry.closure !== null && quarterOf(entry.closure.on) === ledger.quarter;
}

function idsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.task.id));
}
