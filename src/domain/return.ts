/** Return 季度反馈: what one unit says it did on one task in one quarter. */
import type { ClaimedStatus, Role } from '../trade/claims.ts';
import type { Place } from '../message/message.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Unit } from './roster.ts';

export type Return = {
  readonly quarter: Quarter;
  readonly unit: Unit;
  readonly taskId: string;
  /** The role the unit gives itself; null when the column is blank. */
  readonly claimedRole: Role | null;
  /** 进展情况, as written. */
  readonly progress: string;
  /** 完成比例 in percent, 0 to 100; null when blank. */
  readonly percent: number | null;
  readonly status: ClaimedStatus;
  readonly problems: string;
  readonly nextSteps: string;
  readonly evidence: string;
  readonly filedBy: string;
  readonly phone: string;
  readonly filedOn: CalendarDate;
  /** 本季度无进展 said in so many words: a zero report, which is a report. */
  readonly isZeroReport: boolean;
  /** 申请延期至 with its reason, as written: a wish, on which the office decides. */
  readonly asksFor?: { readonly until: string; readonly reason: string };
  /** 推荐, the unit's own practice in its words: a proposal, of which nothing comes until the office marks it. */
  readonly proposes?: string;
  readonly place: Place;
};
