/** Reassignment 职责调整: from a day on, tasks of one unit are another's (inputs/reassignments.csv). */
import type { CalendarDate } from '../calendar.ts';
import type { Place } from '../message.ts';
import type { Role } from './return.ts';
import type { Unit } from './roster.ts';

/** 更名 · 合并 · 分设 · 划入 · 撤销 · 职责划转 · 层级调整 */
export type ReassignmentKind = 'rename' | 'merge' | 'split' | 'absorb' | 'abolish' | 'duty' | 'level';

export type Reassignment = {
  readonly effectiveOn: CalendarDate;
  readonly kind: ReassignmentKind;
  /** 'all': every task the unit has. */
  readonly taskIds: readonly string[] | 'all';
  readonly role: Role | 'both';
  readonly from: Unit;
  readonly to: readonly Unit[];
  /** The document that orders it (三定方案, 通知): required. */
  readonly basis: string;
  readonly place: Place;
};
