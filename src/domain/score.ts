/** Scores 考核评分: rules of office.yaml applied to a unit's entries; every line names its evidence. */
import type { ClaimedStatus } from '../trade/claims.ts';
import type { Place } from '../message/message.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { LightReason } from './entry.ts';
import type { Unit } from './roster.ts';

/** Why a light is what it is, with the numbers that made it; papers word it. */
export type LightFact = {
  readonly reason: LightReason;
  readonly planned: number | null;
  readonly percent: number | null;
  readonly status: ClaimedStatus | null;
  readonly deadline: CalendarDate | null;
};

/** What a piece of evidence says, as data; papers word it. `filedOn`: the return that it rests on. */
export type EvidenceFact =
  /** The rule file says so. */
  | { readonly kind: 'rule' }
  /** The lines before sum to less than the floor, or to more than the ceiling. */
  | { readonly kind: 'below' | 'above'; readonly sum: number; readonly bound: number }
  | { readonly kind: 'not-filed'; readonly asOf: CalendarDate }
  | { readonly kind: 'filed'; readonly filedOn: CalendarDate; readonly daysLate: number; readonly isReminded: boolean }
  | ({ readonly kind: 'light'; readonly filedOn: CalendarDate | null } & LightFact)
  | { readonly kind: 'overdue'; readonly deadline: CalendarDate | null; readonly asOf: CalendarDate }
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'completed'; readonly filedOn: CalendarDate | null }
  | {
      readonly kind: 'act';
      readonly act: 'close' | 'reopen';
      readonly on: CalendarDate;
      readonly basis: string;
    }
  | { readonly kind: 'finding'; readonly on: CalendarDate; readonly reason: string; readonly basis: string }
  /** What was reported in the two quarters; null where nothing was. */
  | { readonly kind: 'red-twice'; readonly before: string | null; readonly now: string | null };

export type Evidence = {
  readonly taskId: string | null;
  readonly fact: EvidenceFact;
  readonly points: number;
  /** The row it rests on: return, adjustment, plan or closure; null where the point is that there is none. */
  readonly place: Place | null;
};

/** `points` of all lines sum to the score. */
export type ScoreLine = {
  readonly kind: 'start' | 'rule' | 'manual' | 'floor' | 'ceiling';
  /** 考核项目 of the rule; empty for the start, the bounds and what was given by hand. */
  readonly group: string;
  /** As the rule calls it, or adjustments.csv does; empty for the start and the bounds. */
  readonly label: string;
  readonly count: number;
  readonly points: number;
  /** 占比: the points for all, the weight of the tasks concerned and of all that the unit carries; null for points by event. */
  readonly share: { readonly points: number; readonly concerned: number; readonly carried: number } | null;
  /** A cap cut the points; without one the points of the evidence sum to those of the line, to within 0.01 in a share. */
  readonly isCapped: boolean;
  readonly evidence: readonly Evidence[];
  /** The rule in the rule file; null where the office gave points without one. */
  readonly rulePlace: Place | null;
};

export type Scorecard = {
  readonly unit: Unit;
  readonly lines: readonly ScoreLine[];
  readonly score: number;
  /** Null: not ranked (不参与排名), see `unranked`. */
  readonly rank: number | null;
  /** 'no-tasks': nothing required of it · 'own': the issuing office itself, not ranked. */
  readonly unranked: 'no-tasks' | 'own' | null;
  /** 考核分组 within which it is ranked, and how many are ranked there. */
  readonly rankGroup: string;
  readonly rankedCount: number;
  /** The issuing office's own unit. */
  readonly isOwn: boolean;
};
