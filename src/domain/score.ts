/** Scores 考核评分: rules of office.yaml applied to a unit's entries; every line names its evidence. */
import type { Place } from '../message/message.ts';
import type { Role } from './return.ts';
import type { Unit } from './roster.ts';

/** What a rule can count by itself. Filing and progress are ladders: an entry stands on one rung of each. */
export type ScoringEvent = FilingEvent | ProgressEvent | 'no-plan' | 'completed' | 'closed' | 'reopened';
export type FilingEvent = 'on-time' | 'late' | 'after-reminder' | 'missing';
/** overdue: past the deadline, whatever the light; red and yellow: by light, and red where nothing was filed. */
export type ProgressEvent = 'yellow' | 'red' | 'overdue';

export type ScoringRule = {
  /** What the scorecard calls it: 漏报, 迟报. */
  readonly label: string;
  /** Counted by itself, or found by the office and entered in adjustments.csv under that name (空泛应付, 领导肯定 …). */
  readonly counts: { readonly event: ScoringEvent } | { readonly finding: string };
  /** Points for one event, by the unit's role in the task; negative = deduction. Null: as adjustments.csv gives them. */
  readonly points: Readonly<Record<Role, number>> | null;
  /** day: points for each day late, never more than for a missing return. */
  readonly per: 'event' | 'day';
  /** The most that this rule can take or give, as a positive number; null = no limit. */
  readonly cap: number | null;
  readonly place: Place;
};

export type ScoringGroup = {
  /** 报送情况, 推进情况 … */
  readonly name: string;
  readonly deductionCap: number | null;
  readonly bonusCap: number | null;
  readonly rules: readonly ScoringRule[];
};

export type ScoringRules = {
  readonly start: number;
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** Deductions times this for units with cooperating tasks only (督查工作考核细则: doubled). */
  readonly onlyCooperatingFactor: number;
  /** Units with fewer required tasks are 不参与排名. */
  readonly rankedFrom: number;
  /** Ranked within 考核分组, or all together. */
  readonly rankWithin: 'category' | 'all';
  readonly groups: readonly ScoringGroup[];
  /** Where the rule file says so; where it says nothing, the place of the rules. */
  readonly places: Readonly<Record<'start' | 'floor' | 'ceiling', Place>>;
};

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
