/** The world of the model: who answers for which task, today's date, the disk, and what was seen of it. */
import type { CalendarDate } from '../../src/trade/calendar.ts';
import type { Message } from '../../src/message/message.ts';
import type { Draft } from '../../src/register/draft.ts';
import type { Head, State } from '../../src/register/entry.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { date, letter } from './office.ts';

export const quarters = ['2024Q3', '2024Q4'] as const;
export const units = ['001', '002', '003', '012'] as const;
export const tasks = ['95', '106', '113', '126', '131'] as const;

export type QuarterName = (typeof quarters)[number];

export type World = {
  readonly disk: MemoryDisk;
  readonly owners: Map<string, string>;
  /** Every issued file as it was first seen, and those that somebody deleted. */
  readonly issued: Map<string, Uint8Array>;
  readonly deleted: Set<string>;
  readonly states: Map<string, { readonly state: State; readonly replaces: string | null }>;
  readonly heads: Head[];
  today: CalendarDate;
};

export function newWorld(disk: MemoryDisk): World {
  return {
    disk,
    owners: new Map(tasks.map((task, at) => [task, units[at % 3] ?? '001'])),
    issued: new Map(),
    deleted: new Set(),
    states: new Map(),
    heads: [],
    today: date('2024-12-31'),
  };
}

/** One letter a unit that answers for anything; its facts are its tasks. */
export function draftsOf({ owners }: World): readonly Draft[] {
  return units.flatMap((unit) => {
    const mine = tasks.filter((task) => owners.get(task) === unit);
    const facts = mine.map((task) => [`${task} 牵头单位`, unit] as const);
    return mine.length === 0 ? [] : [letter(unit, facts)];
  });
}

export function errorCodes(messages: readonly Message[]): readonly string[] {
  return messages.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
