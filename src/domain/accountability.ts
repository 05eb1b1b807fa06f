/**
 * Accountability 责任追究: candidates for a talk or worse (seed item 134), each reason with its evidence, for people to decide.
 * An internal paper; never in the report.
 */
import { counters, isActOf } from './counts.ts';
import { dayWords } from './events.ts';
import { groupBy } from './grouping.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Unit } from './roster.ts';
import type { Evidence, Scorecard } from './score.ts';

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

export type Candidate = { readonly unit: Unit; readonly score: number | null; readonly reasons: readonly Reason[] };

export type Reason = {
  readonly kind: 'missing' | 'red-twice' | 'overdue' | 'reopened' | 'finding' | 'low-score';
  /** 2个季度连续红灯（1项） */
  readonly text: string;
  readonly evidence: readonly Evidence[];
};

/** In roster order; the issuing office's own unit is listed like any other. */
export function accountabilityCandidates(
  ledger: Ledger,
  scorecards: readonly Scorecard[],
  terms: AccountabilityTerms,
): readonly Candidate[] {
  const byUnit = groupBy(
    ledger.entries.filter((entry) => entry.isAssessed),
    (entry) => entry.unit.code,
  );
  return scorecards
    .map((card) => {
      const entries = byUnit.get(card.unit.code) ?? [];
      const reasons = [...entryReasons(entries, ledger, terms), ...findings(card, terms), ...lowScore(card, terms)];
      return { unit: card.unit, score: card.unranked === 'no-tasks' ? null : card.score, reasons };
    })
    .filter((candidate) => candidate.reasons.length > 0);
}

function entryReasons(entries: readonly Entry[], ledger: Ledger, terms: AccountabilityTerms): readonly Reason[] {
  const missing = entries.filter(counters.missing);
  const redTwice = entries.filter((entry) => entry.light === 'red' && entry.previousLight === 'red');
  const overdue = entries.filter((entry) => entry.isOverdue && entry.role === 'lead');
  const reopened = entries.filter((entry) => entry.isReopened && entry.role === 'lead' && isActOf(entry, ledger));
  const asOf = dayWords(ledger.asOf);
  return [
    ...reason('missing', missing, { from: terms.missing, text: '未报送季度反馈', say: () => `截至${asOf}未报送` }),
    ...reason('red-twice', redTwice, { from: terms.redTwice, text: '连续两个季度红灯', say: redText }),
    ...reason('overdue', overdue, { from: terms.overdue, text: '牵头任务逾期', say: overdueText }),
    ...reason('reopened', reopened, { from: 1, text: '牵头任务销号后反弹', say: reopenedText }),
  ];
}

type Terms = { readonly from: number; readonly text: string; readonly say: (entry: Entry) => string };

function reason(kind: Reason['kind'], entries: readonly Entry[], { from, text, say }: Terms): readonly Reason[] {
  if (entries.length === 0 || entries.length < from) return [];
  const evidence = entries.map((entry) => ({
    taskId: entry.task.id,
    text: say(entry),
    points: 0,
    place: placeOf(kind, entry),
  }));
  return [{ kind, text: `${text}（${entries.length}项）`, evidence }];
}

function placeOf(kind: Reason['kind'], entry: Entry): Evidence['place'] {
  if (kind === 'overdue') return entry.plan?.place ?? null;
  if (kind === 'reopened') return entry.closure?.place ?? null;
  return entry.latest?.place ?? null;
}

function redText({ latest, previous }: Entry): string {
  const said = (progress: string | undefined): string => (progress === undefined ? '未报送' : `“${progress}”`);
  return `上季度${said(previous?.progress)}；本季度${said(latest?.progress)}`;
}

function overdueText({ plan }: Entry): string {
  return `完成时限${dayWords(plan?.deadline ?? '')}，未办结`;
}

function reopenedText({ closure }: Entry): string {
  return closure === null ? '' : `${dayWords(closure.on)}恢复督办：${closure.basis}`;
}

/** What the office itself found against the unit, with the points that it cost. */
function findings(card: Scorecard, terms: AccountabilityTerms): readonly Reason[] {
  return card.lines
    .filter((line) => line.points < 0 && -line.points >= terms.findingPoints && line.evidence.some(isAdjustment))
    .map((line) => ({
      kind: 'finding',
      text: `${line.label}（${line.count}次）`,
      evidence: line.evidence.filter(isAdjustment),
    }));
}

function isAdjustment({ place }: Evidence): boolean {
  return place !== null && place.file.endsWith('/adjustments.csv');
}

function lowScore(card: Scorecard, terms: AccountabilityTerms): readonly Reason[] {
  if (card.unranked !== null || card.score >= terms.scoreBelow) return [];
  const evidence = card.lines.filter((line) => line.points < 0).flatMap((line) => line.evidence);
  return [{ kind: 'low-score', text: `考核得分${card.score}分，低于${terms.scoreBelow}分`, evidence }];
}
