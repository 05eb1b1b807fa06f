/** Rules 规则: what office.yaml lays down about lights, scores and accountability; applied in light.ts, scoring.ts and accountability.ts. */
import type { Light, ClaimedStatus, Role } from '../trade/claims.ts';
import type { Place } from '../message/message.ts';

/**
 * Default as 银川 2025 (domain facts §3.4): planned percent minus reported percent, below `yellowFrom` green, up to and
 * including `redAbove` yellow, above it red.
 */
export type LightRules = {
  readonly yellowFrom: number;
  readonly redAbove: number;
  /** Yellow from so many days before the deadline, the day included, unless complete (宜昌 2015); 0 = never. */
  readonly warnDays: number;
  /** Past the deadline by up to so many days yellow, by more red; 0 = red from the day after. */
  readonly graceDays: number;
  /** Standing tasks, where there is no planned percent to compare with: the light of each claim. */
  readonly claims: Readonly<Record<ClaimedStatus, Light>>;
};

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
  /**
   * event: points for each · day: points for each day late, never more than for a missing return · share: points for all tasks of the
   * unit, of which those concerned cost their weight's share (units of one task and of seventy-five compare).
   */
  readonly per: 'event' | 'day' | 'share';
  /** Points for every so many events: 广元 2018, two yellows cost one point; 1 = for each. */
  readonly every: number;
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
  /** What a task weighs in a share, by the unit's role in it. */
  readonly weights: Readonly<Record<Role, number>>;
  /** Units with fewer required tasks are 不参与排名. */
  readonly rankedFrom: number;
  /** Ranked within 考核分组, or all together. */
  readonly rankWithin: 'category' | 'all';
  readonly groups: readonly ScoringGroup[];
  /** Where the rule file says so; where it says nothing, the place of the rules. */
  readonly places: Readonly<Record<'start' | 'floor' | 'ceiling', Place>>;
};

/** From how much on a unit is put before people. */
export type AccountabilityTerms = {
  /** Tasks with a missing return. */
  readonly missing: number;
  /** Tasks with a red light in two quarters running. */
  readonly redTwice: number;
  /** Overdue tasks that the unit leads. */
  readonly overdue: number;
  /** Points that what the office found of one kind has cost (空泛应付 …). */
  readonly findingPoints: number;
  /** A ranked score below this. */
  readonly scoreBelow: number;
};
