/** Roster 单位名录: every unit that may be named, with aliases, and groups with dated members (inputs/units.csv). */
import type { Place } from '../message.ts';
import type { CalendarDate } from '../calendar.ts';

/** unit: assessed · group: 各单位 and the like, never assessed itself · external: named, never assessed. */
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
  /** First and last day the unit exists; null = open. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly place: Place;
};

export type Roster = { readonly units: readonly Unit[] };
