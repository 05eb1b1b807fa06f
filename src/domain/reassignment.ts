/** Reassignment 职责调整: from a day on, tasks of one unit are another's (inputs/reassignments.csv). */
import type { Role } from '../trade/claims.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Place } from '../message/message.ts';
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

/** The unit is no more from that day on: everything it had has gone. A duty that moves leaves both bodies standing. */
export function endsItsUnit(row: Reassignment): boolean {
  return row.kind !== 'duty' && row.taskIds === 'all' && row.role === 'both' && !keepsAPart(row);
}

/** 分设 in which the old unit goes on as one of the new ones. */
export function keepsAPart(row: Reassignment): boolean {
  return row.to.some((unit) => unit.code === row.from.code);
}

/** Whether two rows can touch the same part of the same task. */
export function overlaps(one: Reassignment, other: Reassignment): boolean {
  const isSameRole = one.role === 'both' || other.role === 'both' || one.role === other.role;
  return isSameRole && sharesTasks(one.taskIds, other.taskIds);
}

function sharesTasks(one: Reassignment['taskIds'], other: Reassignment['taskIds']): boolean {
  if (one === 'all' || other === 'all') return true;
  const ids = new Set(one);
  return other.some((id) => ids.has(id));
}
