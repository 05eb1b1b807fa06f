/** Scoring 计分: the rules applied to one unit. Every line names its evidence, and the lines sum to the score. */
import type { ScoringEvent, ScoringGroup, ScoringRule, ScoringRules } from './rules.ts';
import type { Entry, Ledger } from './entry.ts';
import type { Adjustment } from './adjustment.ts';
import { dayWords, ladders, occurrencesOf, round, type Occurrence } from './events.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Evidence, ScoreLine } from './score.ts';

export type UnitRecord = {
  readonly entries: readonly Entry[];
  readonly adjustments: readonly Adjustment[];
};

export function scoreLines(record: UnitRecord, rules: ScoringRules, ledger: Ledger): readonly ScoreLine[] {
  const happened = groupBy(happenings(record.entries, rules, ledger), ({ occurrence }) => occurrence.event);
  const scoring = { ledger, rules, factor: deductionFactor(record, rules), happened };
  const start = plainLine(
    { kind: 'start', label: '起评分' },
    { points: rules.start, text: '评分规则规定', place: rules.places.start },
  );
  const groups = rules.groups.flatMap((group) => groupLines(group, record, scoring));
  const lines = [start, ...groups, ...manualLines(record, rules)];
  return [...lines, ...boundLines(scoreOf(lines), rules)];
}

export function scoreOf(lines: readonly ScoreLine[]): number {
  return round(lines.reduce((sum, line) => sum + line.points, 0));
}

type Happening = { readonly entry: Entry; readonly occurrence: Occurrence };

type Scoring = {
  readonly ledger: Ledger;
  readonly rules: ScoringRules;
  readonly factor: number;
  readonly happened: ReadonlyMap<ScoringEvent, readonly Happening[]>;
};

/** 督查工作考核细则: a unit that only cooperates is deducted double. */
function deductionFactor(record: UnitRecord, rules: ScoringRules): number {
  const assessed = record.entries.filter((entry) => entry.isAssessed);
  return assessed.length > 0 && assessed.every((entry) => entry.role === 'cooperating')
    ? rules.onlyCooperatingFactor
    : 1;
}

/** Caps of a group cut its lines in the order of the rules, deductions and bonuses apart. */
function groupLines(group: ScoringGroup, record: UnitRecord, scoring: Scoring): readonly ScoreLine[] {
  const room = { deduction: group.deductionCap ?? Infinity, bonus: group.bonusCap ?? Infinity };
  return group.rules.flatMap((rule) => {
    const evidence = evidenceFor(rule, record, scoring);
    if (evidence.length === 0) return [];
    const full = sumOf(evidence);
    const own = clip(full, rule.cap ?? Infinity);
    const points = clip(own, own < 0 ? room.deduction : room.bonus);
    if (points < 0) room.deduction += points;
    else room.bonus -= points;
    const line = {
      label: rule.label,
      count: evidence.length,
      points: round(points),
      isCapped: points !== full,
      evidence,
      rulePlace: rule.place,
    };
    return [{ kind: 'rule', group: group.name, ...line } as const];
  });
}

function evidenceFor(rule: ScoringRule, record: UnitRecord, scoring: Scoring): readonly Evidence[] {
  const { counts } = rule;
  if ('finding' in counts) {
    return record.adjustments.filter((each) => each.kind === counts.finding).map((each) => found(each, rule, scoring));
  }
  return groupOf(scoring.happened, counts.event).map(({ entry, occurrence: { text, place } }) => {
    return { taskId: entry.task.id, text, place, points: entryPoints(entry, rule, scoring) };
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
  const each = pointsFor(rule, entry.role);
  const points = rule.per === 'day' ? Math.max(each * entry.daysLate, missingPoints(entry, scoring.rules)) : each;
  return weighted(points, scoring);
}

/** 0 where there is no rule, or where it leaves the points to adjustments.csv. */
export function pointsFor(rule: ScoringRule | undefined, role: Entry['role']): number {
  return rule?.points?.[role] ?? 0;
}

/** Late by however many days is never worse than never. */
function missingPoints(entry: Entry, rules: ScoringRules): number {
  const missing = rules.groups.flatMap((group) => group.rules).find((rule) => eventOf(rule) === 'missing');
  return pointsFor(missing, entry.role);
}

function found(adjustment: Adjustment, rule: ScoringRule, scoring: Scoring): Evidence {
  const role = adjustment.taskId === null ? 'lead' : (roleIn(adjustment, scoring.ledger) ?? 'lead');
  const points = weighted(adjustment.points ?? pointsFor(rule, role), scoring);
  return { taskId: adjustment.taskId, text: findingText(adjustment), place: adjustment.place, points };
}

function roleIn(adjustment: Adjustment, ledger: Ledger): Entry['role'] | null {
  const entry = ledger.entries.find(
    (each) => each.task.id === adjustment.taskId && each.unit.code === adjustment.unit.code,
  );
  return entry?.role ?? null;
}

function findingText(adjustment: Adjustment): string {
  const basis = adjustment.basis === '' ? '' : `（${adjustment.basis}）`;
  return `${dayWords(adjustment.on)}：${adjustment.reason}${basis}`;
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
        text: findingText(each),
        place: each.place,
        points: each.points ?? 0,
      }));
    const line = {
      label: kind === '' ? '其他' : kind,
      count: evidence.length,
      points: round(sumOf(evidence)),
      isCapped: false,
      evidence,
      rulePlace: null,
    };
    return { kind: 'manual', group: '人工加减分', ...line } as const;
  });
}

function boundLines(score: number, { floor, ceiling, places }: ScoringRules): readonly ScoreLine[] {
  if (floor !== null && score < floor) {
    const text = `各项相加${score}分，低于最低分${floor}分`;
    return [
      plainLine({ kind: 'floor', label: '补至最低分' }, { points: round(floor - score), text, place: places.floor }),
    ];
  }
  if (ceiling !== null && score > ceiling) {
    const text = `各项相加${score}分，高于最高分${ceiling}分`;
    return [
      plainLine(
        { kind: 'ceiling', label: '减至最高分' },
        { points: round(ceiling - score), text, place: places.ceiling },
      ),
    ];
  }
  return [];
}

/** A line that rests on the rule file alone. */
function plainLine(named: Pick<ScoreLine, 'kind' | 'label'>, evidence: Omit<Evidence, 'taskId'>): ScoreLine {
  const { points, place } = evidence;
  const line = { points, isCapped: false, evidence: [{ taskId: null, ...evidence }], rulePlace: place };
  return { ...named, group: '', count: 1, ...line };
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, each) => sum + each.points, 0);
}

/** At most `limit` away from zero. */
function clip(points: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, points));
}
