/** Scores 考核评分: rules of office.yaml applied to a unit's entries; every line names its evidence. */
import type { Place } from '../message/message.ts';
import type { Unit } from './roster.ts';

export type Evidence = {
  readonly taskId: string | null;
  /** 截至2024-12-25未报送; 2024-12-28报送，迟3天 … */
  readonly text: string;
  readonly points: number;
  /** The row it rests on: return, adjustment, plan or closure; null where the point is that there is none. */
  readonly place: Place | null;
};

/** `points` of all lines sum to the score. */
export type ScoreLine = {
  readonly kind: 'start' | 'rule' | 'manual' | 'floor' | 'ceiling';
  /** 考核项目 of the rule; empty for the start and the bounds. */
  readonly group: string;
  readonly label: string;
  readonly count: number;
  readonly points: number;
  /** A cap cut the points; without one the points of the evidence sum to those of the line. */
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
