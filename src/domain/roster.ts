/** Roster 单位名录: every unit that may be named, with aliases, and groups with dated members (inputs/units.csv). */
import type { Place } from '../message/message.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { nearestNames } from '../trade/nearest.ts';

/** unit: assessed · group: 各单位, 各镇 and the like, assessed through its members or not at all · external: named, never assessed. */
export type UnitKind = 'unit' | 'group' | 'external';

export type Unit = {
  /** Identity, stable over renames of a file; `001`. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** 考核分组: units are ranked within it (党委部门, 政府部门, 垂管单位 …). */
  readonly category: string;
  /** Groups only: codes of the members, or 'all' for every unit that exists on the day. */
  readonly members: readonly string[] | 'all';
  /** Groups only, 考核: each member has the group's tasks as its own, files, is judged and gets its letter. Others have them in common. */
  readonly isAssessed?: boolean;
  /** First and last day the unit exists; null = open. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly place: Place;
};

export type Roster = { readonly units: readonly Unit[] };

/** The unit of that name, alias or code, compared without width and blanks; null when the roster has none. Never the nearest one. */
export function findUnit(roster: Roster, written: string): Unit | null {
  return indexOf(roster).get(foldUnitName(written)) ?? null;
}

/** Names and aliases that a slip of the pen may have meant, for a message; nearest first, at most three units. */
export function nearestUnits(roster: Roster, written: string): readonly string[] {
  const candidates = names.get(roster) ?? roster.units.flatMap((unit) => [unit.name, ...unit.aliases]);
  names.set(roster, candidates);
  // Nobody misspells a name into a paragraph, and distance is the product of lengths.
  return nearestNames(written.slice(0, 40), candidates);
}

/** Members of a group that exist on the day, in roster order; a unit that is no group has none. */
export function membersOf(roster: Roster, group: Unit, asOf: CalendarDate): readonly Unit[] {
  if (group.kind !== 'group') return [];
  const { members } = group;
  return roster.units.filter((unit) => {
    if (!existsOn(unit, asOf)) return false;
    return members === 'all' ? unit.kind === 'unit' : members.includes(unit.code);
  });
}

/** Names compare in NFKC, without blanks and invisible marks (which come along when text is copied from a page): `区　财政局` is 区财政局. */
export function foldUnitName(written: string): string {
  return written.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');
}

/** Whether the roster lists the unit on the day; both ends count. */
export function existsOn(unit: Unit, day: CalendarDate): boolean {
  return (unit.from === null || unit.from <= day) && (unit.until === null || day <= unit.until);
}

const names = new WeakMap<Roster, readonly string[]>();

// A roster is never changed; its index is made once, for returns ask for a unit in every row.
const indexes = new WeakMap<Roster, ReadonlyMap<string, Unit>>();

function indexOf(roster: Roster): ReadonlyMap<string, Unit> {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const pairs = roster.units.flatMap((unit) =>
    [unit.code, ...unit.aliases, unit.name].map((name) => [foldUnitName(name), unit] as const),
  );
  const index = new Map(pairs);
  indexes.set(roster, index);
  return index;
}
