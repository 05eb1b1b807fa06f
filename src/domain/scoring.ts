/** Scoring 计分: the rules applied to one unit. Every line names its evidence, and the lines sum to the score. */
import type { ScoringEvent, ScoringGroup, ScoringRule, ScoringRules } from './rules.ts';
import type { Entry, Ledger } from './entry.ts';
import type { Adjustment } from './adjustment.ts';
import { ladders, occurrencesOf, round, type Occurrence } from './events.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Evidence, EvidenceFact, ScoreLine } from './score.ts';

export type UnitRecord = {
  readonly entries: readonly Entry[];
  readonly adjustments: readonly Adjustment[];
};

export function scoreLines(record: UnitRecord, rules: ScoringRules, ledger: Ledger): readonly ScoreLine[] {
  const happened = groupBy(happenings(record.entries, rules, ledger), ({ occurrence }) => occurrence.event);
  const assessed = record.entries.filter((entry) => entry.isAssessed);
  const carried = sum(assessed.map(({ role }) => rules.weights[role]));
  const scoring = { rules, factor: deductionFactor(assessed, rules), carried, happened };
  const start = plainLine('start', { points: rules.start, fact: { kind: 'rule' }, place: rules.places.start });
  const groups = rules.groups.flatMap((group) => groupLines(group, record, scoring));
  const lines = [start, ...groups, ...manualLines(record, rules)];
  return [...lines, ...boundLines(scoreOf(lines), rules)];
}

export function scoreOf(lines: readonly ScoreLine[]): number {
  return round(sum(lines.map(({ points }) => points)));
}

type Happening = { readonly entry: Entry; readonly occurrence: Occurrence };

type Scoring = {
  readonly rules: ScoringRules;
  readonly factor: number;
  /** Weight of all that the unit is assessed on. */
  readonly carried: number;
  readonly happened: ReadonlyMap<ScoringEvent, readonly Happening[]>;
};

/** 督查工作考核细则: a unit that only cooperates is deducted double. */
function deductionFactor(assessed: readonly Entry[], rules: ScoringRules): number {
  return assessed.length > 0 && assessed.every((entry) => entry.role === 'cooperating')
    ? rules.onlyCooperatingFactor
    : 1;
}

/**
 * Caps of a group cut its lines in the order of the rules, deductions and bonuses apart. Shares are no whole hundredths: the group is
 * rounded as a whole and its lines take the steps of that sum, so that less in any line is never more in all.
 */
function groupLines(group: ScoringGroup, record: UnitRecord, scoring: Scoring): readonly ScoreLine[] {
  const room = { deduction: group.deductionCap ?? Infinity, bonus: group.bonusCap ?? Infinity };
  let exact = 0;
  return group.rules.flatMap((rule) => {
    const evidence = evidenceFor(rule, record, scoring);
    if (evidence.length === 0) return [];
    const full = sumOf(evidence);
    const own = clip(full, rule.cap ?? Infinity);
    const points = clip(own, own < 0 ? room.deduction : room.bonus);
    if (points < 0) room.deduction += points;
    else room.bonus -= points;
    const before = round(exact);
    exact += points;
    const line = {
      label: rule.label,
      count: evidence.length,
      points: round(round(exact) - before),
      share: shareOf(rule, evidence, { ...scoring, entries: record.entries }),
      isCapped: points !== full,
      evidence,
      rulePlace: rule.place,
    };
    return [{ kind: 'rule', group: group.name, ...line } as const];
  });
}

/** Numerator and denominator, for people who reckon after. */
function shareOf(
  { per, points }: ScoringRule,
  evidence: readonly Evidence[],
  { entries, rules, carried, factor }: Scoring & Pick<UnitRecord, 'entries'>,
): ScoreLine['share'] {
  if (per !== 'share' || points === null) return null;
  const roles = new Map(entries.map((entry) => [entry.task.id, entry.role]));
  const concerned = sum(evidence.map(({ taskId }) => rules.weights[roles.get(taskId ?? '') ?? 'lead']));
  return { points: points.lead < 0 ? points.lead * factor : points.lead, concerned, carried };
}

function evidenceFor(rule: ScoringRule, record: UnitRecord, scoring: Scoring): readonly Evidence[] {
  const { counts } = rule;
  if ('finding' in counts) {
    return record.adjustments
      .filter((each) => each.kind === counts.finding)
      .map((each) => found(each, rule, { ...scoring, entries: record.entries }));
  }
  return groupOf(scoring.happened, counts.event).map(({ entry, occurrence: { fact, place } }, index) => {
    const isCounted = (index + 1) % rule.every === 0;
    return { taskId: entry.task.id, fact, place, points: isCounted ? entryPoints(entry, rule, scoring) : 0 };
  });
}

/** Of the rungs of progress only the worst that the rules know counts; a rule file without 催办后报送 counts it as late. */
function happenings(entries: readonly Entry[], rules: ScoringRules, ledger: Ledger): readonly Happening[] {
  const known = new Set(rules.groups.flatMap((group) => group.rules.map((rule) => eventOf(rule))));
  const isProgress = (each: Occurrence): boolean => ladders.progress.some((rung) => rung === each.event);
  const counted = (each: Occurrence): Occurrence =>
    each.event === 'after-reminder' && !known.has(each.event) ? { ...each, event: 'late' } : each;
  return entries.flatMap((entry) => {
    const occurrences = occurrencesOf(entry, ledger);
    const worst = occurrences.find((each) => isProgress(each) && known.has(each.event));
    const kept = occurrences.filter((each) => !isProgress(each) || each === worst);
    return kept.map((each) => ({ entry, occurrence: counted(each) }));
  });
}

export function eventOf(rule: ScoringRule): ScoringEvent | null {
  return 'event' in rule.counts ? rule.counts.event : null;
}

function entryPoints(entry: Entry, rule: ScoringRule, scoring: Scoring): number {
  const each = pointsOf(rule, entry, scoring);
  const points = rule.per === 'day' ? Math.max(each * entry.daysLate, missingPoints(entry, scoring)) : each;
  return weighted(points, scoring);
}

/** What the entry costs or gives by the rule: all of its points, or its weight's share of them. */
function pointsOf(rule: ScoringRule | undefined, { role }: Entry, { rules, carried }: Scoring): number {
  const points = pointsFor(rule, role);
  return rule?.per === 'share' ? (points * rules.weights[role]) / carried : points;
}

/** 0 where there is no rule, or where it leaves the points to adjustments.csv. */
export function pointsFor(rule: ScoringRule | undefined, role: Entry['role']): number {
  return rule?.points?.[role] ?? 0;
}

/** Late by however many days is never worse than never. */
function missingPoints(entry: Entry, scoring: Scoring): number {
  const rules = scoring.rules.groups.flatMap((group) => group.rules);
  return pointsOf(
    rules.find((rule) => eventOf(rule) === 'missing'),
    entry,
    scoring,
  );
}

function found(adjustment: Adjustment, rule: ScoringRule, scoring: Scoring & Pick<UnitRecord, 'entries'>): Evidence {
  const role = adjustment.taskId === null ? 'lead' : (roleIn(adjustment, scoring.entries) ?? 'lead');
  const points = weighted(adjustment.points ?? pointsFor(rule, role), scoring);
  return { taskId: adjustment.taskId, fact: findingFact(adjustment), place: adjustment.place, points };
}

/** Among the unit's own entries: to look through all of the district for each finding took the square of its size. */
function roleIn({ taskId }: Adjustment, entries: readonly Entry[]): Entry['role'] | null {
  return entries.find(({ task }) => task.id === taskId)?.role ?? null;
}

function findingFact({ on, reason, basis }: Adjustment): EvidenceFact {
  return { kind: 'finding', on, reason, basis };
}

function weighted(points: number, scoring: Scoring): number {
  return points < 0 ? points * scoring.factor : points;
}

/** What the office gave or took by hand under a name that no rule has: as it stands, one line a name. */
function manualLines(record: UnitRecord, rules: ScoringRules): readonly ScoreLine[] {
  const known = new Set(
    rules.groups.flatMap((group) => group.rules.flatMap(({ counts }) => ('finding' in counts ? [counts.finding] : []))),
  );
  const kinds = [...new Set(record.adjustments.map((each) => each.kind))].filter((kind) => !known.has(kind));
  return kinds.map((kind) => {
    const evidence = record.adjustments
      .filter((each) => each.kind === kind)
      .map((each) => ({
        taskId: each.taskId,
        fact: findingFact(each),
        place: each.place,
        points: each.points ?? 0,
      }));
    const line = {
      label: kind,
      count: evidence.length,
      points: round(sumOf(evidence)),
      share: null,
      isCapped: false,
      evidence,
      rulePlace: null,
    };
    return { kind: 'manual', group: '', ...line } as const;
  });
}

function boundLines(score: number, { floor, ceiling, places }: ScoringRules): readonly ScoreLine[] {
  if (floor !== null && score < floor) {
    const fact = { kind: 'below', sum: score, bound: floor } as const;
    return [plainLine('floor', { points: round(floor - score), fact, place: places.floor })];
  }
  if (ceiling !== null && score > ceiling) {
    const fact = { kind: 'above', sum: score, bound: ceiling } as const;
    return [plainLine('ceiling', { points: round(ceiling - score), fact, place: places.ceiling })];
  }
  return [];
}

/** A line that rests on the rule file alone. */
function plainLine(kind: 'start' | 'floor' | 'ceiling', evidence: Omit<Evidence, 'taskId'>): ScoreLine {
  const { points, place } = evidence;
  const line = { points, share: null, isCapped: false, evidence: [{ taskId: null, ...evidence }], rulePlace: place };
  return { kind, group: '', label: '', count: 1, ...line };
}

function sumOf(evidence: readonly Evidence[]): number {
  return sum(evidence.map(({ points }) => points));
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, each) => whole + each, 0);
}

/** At most `limit` away from zero. */
function clip(points: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, points));
}
