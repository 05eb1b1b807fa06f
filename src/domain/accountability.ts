/**
 * Accountability 责任追究: candidates for a talk or worse (seed item 134), each reason with its evidence, for people to decide.
 * An internal paper; never in the report.
 */
import type { AccountabilityTerms } from './rules.ts';
import type { Entry, Ledger } from './entry.ts';
import { counters, isActOf } from './counts.ts';
import { dayWords, deadlineWords, notFiledText, placeOf } from './events.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Unit } from './roster.ts';
import type { Evidence, Scorecard } from './score.ts';

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
      const entries = groupOf(byUnit, card.unit.code);
      const reasons = [...entryReasons(entries, ledger, terms), ...findings(card, terms), ...lowScore(card, terms)];
      return { unit: card.unit, score: card.unranked === 'no-tasks' ? null : card.score, reasons };
    })
    .filter((candidate) => candidate.reasons.length > 0);
}

function entryReasons(entries: readonly Entry[], ledger: Ledger, terms: AccountabilityTerms): readonly Reason[] {
  const isLead = ({ role }: Entry): boolean => role === 'lead';
  const missing = entries.filter(counters.missing);
  const redTwice = entries.filter((entry) => entry.light === 'red' && entry.previousLight === 'red');
  const overdue = entries.filter((entry) => entry.isOverdue && isLead(entry));
  const acts = entries.filter((entry) => isLead(entry) && isActOf(entry, ledger));
  return [
    ...reason('missing', '未报送季度反馈', {
      least: terms.missing,
      evidence: missing.map((entry) => ({ ...evidenceOf(entry), text: notFiledText(ledger.asOf) })),
    }),
    ...reason('red-twice', '连续两个季度红灯', { least: terms.redTwice, evidence: redTwice.map(redEvidence) }),
    ...reason('overdue', '牵头任务逾期', { least: terms.overdue, evidence: overdue.map(overdueEvidence) }),
    ...reason('reopened', '牵头任务销号后反弹', { least: 1, evidence: acts.flatMap(reopenedEvidence) }),
  ];
}

type Found = { readonly least: number; readonly evidence: readonly Evidence[] };

function reason(kind: Reason['kind'], text: string, { least, evidence }: Found): readonly Reason[] {
  if (evidence.length < Math.max(1, least)) return [];
  return [{ kind, text: `${text}（${evidence.length}项）`, evidence }];
}

function evidenceOf(entry: Entry): Omit<Evidence, 'text'> {
  return { taskId: entry.task.id, points: 0, place: placeOf(entry.latest) };
}

function redEvidence(entry: Entry): Evidence {
  const said = (report: Entry['latest']): string => (report === null ? '未报送' : `“${report.progress}”`);
  return { ...evidenceOf(entry), text: `上季度${said(entry.previous)}；本季度${said(entry.latest)}` };
}

function overdueEvidence(entry: Entry): Evidence {
  return { ...evidenceOf(entry), text: `完成时限${deadlineWords(entry)}，未办结`, place: placeOf(entry.plan) };
}

function reopenedEvidence(entry: Entry): readonly Evidence[] {
  const { closure } = entry;
  if (closure?.act !== 'reopen') return [];
  return [{ ...evidenceOf(entry), text: `${dayWords(closure.on)}恢复督办：${closure.basis}`, place: closure.place }];
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
