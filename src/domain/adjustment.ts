/** Adjustment 手工计分项: what the office found and counts for or against a unit in a quarter (inputs/<quarter>/adjustments.csv). */
import type { CalendarDate } from '../trade/calendar.ts';
import type { Place } from '../message/message.ts';
import type { Unit } from './roster.ts';

export type Adjustment = {
  readonly unit: Unit;
  /** Null when it concerns the unit as a whole (缺席会议). */
  readonly taskId: string | null;
  /** 类型 as the scoring rules name it: 空泛应付, 退回重报, 领导肯定; '' when left blank. */
  readonly kind: string;
  /** 分值; negative = deduction. Null when blank: the scoring rule of that kind then says how many. */
  readonly points: number | null;
  readonly reason: string;
  /** The paper or record it rests on: required, a score must be answerable. */
  readonly basis: string;
  readonly on: CalendarDate;
  readonly place: Place;
};
