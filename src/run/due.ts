/** What falls due in the next days, by unit: answers that issued papers ask for, returns, deadlines of tasks. */
import type { Disk } from '../disk/disk.ts';
import type { Entry } from '../domain/entry.ts';
import { filingDay } from '../domain/filing.ts';
import { groupBy } from '../domain/grouping.ts';
import { hasErrors, type Message, type Result } from '../message/message.ts';
import type { DueItem, DueUnit } from '../papers/due-text.ts';
import {
  addDays,
  nextQuarter,
  previousQuarter,
  quarterOf,
  type CalendarDate,
  type Quarter,
} from '../trade/calendar.ts';
import { awaitedOf, type Awaited } from './awaited.ts';
import { daysOf, readableStanding, type Standing, type UnreadableFile } from './standing.ts';

export type Due = {
  readonly on: CalendarDate;
  /** The last day that is looked at. */
  readonly until: CalendarDate;
  /** In the order of the roster; what goes to all units last. */
  readonly units: readonly DueUnit[];
};

type Window = Pick<Due, 'on' | 'until'>;

/** An item and whose it is; null = of all units. */
type Owed = { readonly code: string | null; readonly item: DueItem };

/** `days` from `on` on, both ends counted; an answer that is overdue is told too, until it comes. */
export function dueFrom(disk: Disk, on: CalendarDate, days: number): Result<Due | null> {
  const window = { on, until: addDays(on, days) };
  const now = readableStanding(disk, quarterOf(on), daysOf(on));
  if (now.value === null) return { value: null, messages: now.messages };
  const { workspace, register } = now.value;
  const awaited = awaitedOf(disk, { register, roster: workspace.roster, quarter: null });
  const messages: Message[] = [...now.messages, ...awaited.messages];
  if (hasErrors(awaited.messages)) return { value: null, messages };
  const returns = filingIn(window, now.value).flatMap((quarter) => {
    const standing = quarter === now.value?.quarter ? now : readableStanding(disk, quarter, daysOf(on));
    if (standing !== now) messages.push(...standing.messages);
    return standing.value === null ? [] : returnsOf(standing.value, standing.unreadable);
  });
  const owed = [...answersIn(window, awaited.value), ...returns, ...deadlinesIn(window, now.value)];
  return { value: { ...window, units: byUnit(owed, workspace.roster.units) }, messages };
}

/** Quarters whose returns must be in by a day of the window. */
function filingIn({ on, until }: Window, { workspace: { office } }: Standing): readonly Quarter[] {
  const now = quarterOf(on);
  return [previousQuarter(now), now, nextQuarter(now)].filter((quarter) => {
    const day = filingDay(office, quarter);
    return on <= day && day <= until;
  });
}

/** Who has not filed yet; a unit whose file cannot be read has, and is told otherwise. */
function returnsOf({ quarter, workspace, live }: Standing, unreadable: readonly UnreadableFile[]): readonly Owed[] {
  const filed = new Set(unreadable.map(({ unit }) => unit?.code));
  const pending = live.entries.filter(
    ({ filing, isAssessed, unit }) => isAssessed && filing === 'pending' && !filed.has(unit.code),
  );
  const by = filingDay(workspace.office, quarter);
  return [...groupBy(pending, ({ unit }) => unit.code)].map(([code, entries]) => ({
    code,
    item: { kind: 'return', by, quarter, tasks: numbersOf(entries), isOverdue: false },
  }));
}

function answersIn({ on, until }: Window, { unanswered }: Awaited): readonly Owed[] {
  return unanswered.flatMap(({ number, addressee, kind, ask, by }) => {
    const isOverdue = by < on;
    // Whose handover, or whose part of a paper to all, is still to be done nobody can tell from receipts.
    const isKnown = kind === 'answer' && addressee !== null;
    if (by > until || (isOverdue && !isKnown)) return [];
    return [{ code: addressee?.code ?? null, item: { kind, by, number, ask, isOverdue } }];
  });
}

/** Tasks that are open and past which the window runs: one line a day and unit. */
function deadlinesIn({ on, until }: Window, { live }: Standing): readonly Owed[] {
  const open = live.entries.flatMap((entry) => {
    const by = entry.plan?.deadline ?? null;
    const isOpen = entry.isAssessed && !entry.isClosed && entry.status !== 'completed';
    return isOpen && by !== null && on <= by && by <= until ? [{ entry, by }] : [];
  });
  const groups = groupBy(open, ({ entry, by }) => `${entry.unit.code} ${by}`);
  return [...groups.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const tasks = numbersOf(each.map(({ entry }) => entry));
    return [{ code: first.entry.unit.code, item: { kind: 'deadline', by: first.by, tasks, isOverdue: false } }];
  });
}

function numbersOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ task }) => task.no);
}

function byUnit(owed: readonly Owed[], units: Standing['workspace']['roster']['units']): readonly DueUnit[] {
  const groups = groupBy(owed, ({ code }) => code);
  const own = units.flatMap(({ code, name }): readonly DueUnit[] => {
    const items = groups.get(code);
    return items === undefined ? [] : [{ code, name, items: inOrder(items) }];
  });
  const all = groups.get(null);
  return all === undefined ? own : [...own, { code: null, name: '各有关单位', items: inOrder(all) }];
}

function inOrder(owed: readonly Owed[]): readonly DueItem[] {
  return owed.map(({ item }) => item).toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}
