/**
 * Accountability 责任追究: candidates for a talk or worse (seed item 134), each reason with its evidence, for people to decide.
 * An internal paper; never in the report.
 */
import type { AccountabilityTerms } from './rules.ts';
import type { Entry, Ledger } from './entry.ts';
import { counters, isActOf } from './counts.ts';
import { placeOf } from './events.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Unit } from './roster.ts';
import type { Evidence, EvidenceFact, Scorecard } from './score.ts';

export type Candidate = { readonly unit: Unit; readonly score: number | null; readonly reasons: readonly Reason[] };

export type Reason = {
  readonly kind: 'missing' | 'red-twice' | 'overdue' | 'reopened' | 'finding' | 'low-score';
  /** What the office found, as the rule calls it; empty for the other kinds. */
  readonly label: string;
  /** Tasks or findings; of a low score the bound that it is below. */
  readonly count: number;
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
    ...reason('missing', {
      least: terms.missing,
      evidence: missing.map((entry) => evidenceOf(entry, { kind: 'not-filed', asOf: ledger.asOf })),
    }),
    ...reason('red-twice', { least: terms.redTwice, evidence: redTwice.map(redEvidence) }),
    ...reason('overdue', {
      least: terms.overdue,
      evidence: overdue.map((entry) => overdueEvidence(entry, ledger)),
    }),
    ...reason('reopened', { least: 1, evidence: acts.flatMap(reopenedEvidence) }),
  ];
}

type Found = { readonly least: number; readonly evidence: readonly Evidence[] };

function reason(kind: Reason['kind'], { least, evidence }: Found): readonly Reason[] {
  if (evidence.length < Math.max(1, least)) return [];
  return [{ kind, label: '', count: evidence.length, evidence }];
}

function evidenceOf(entry: Entry, fact: EvidenceFact): Evidence {
  return { taskId: entry.task.id, fact, points: 0, place: placeOf(entry.latest) };
}

function redEvidence(entry: Entry): Evidence {
  const said = (report: Entry['latest']): string | null => report?.progress ?? null;
  return evidenceOf(entry, { kind: 'red-twice', before: said(entry.previous), now: said(entry.latest) });
}

function overdueEvidence(entry: Entry, { asOf }: Ledger): Evidence {
  const fact = { kind: 'overdue', deadline: entry.plan?.deadline ?? null, asOf } as const;
  return { ...evidenceOf(entry, fact), place: placeOf(entry.plan) };
}

function reopenedEvidence(entry: Entry): readonly Evidence[] {
  const { closure } = entry;
  if (closure?.act !== 'reopen') return [];
  const { act, on, basis, place } = closure;
  return [{ ...evidenceOf(entry, { kind: 'act', act, on, basis }), place }];
}

/** What the office itself found against the unit, with the points that it cost. */
function findings(card: Scorecard, terms: AccountabilityTerms): readonly Reason[] {
  return card.lines
    .filter((line) => line.points < 0 && -line.points >= terms.findingPoints && line.evidence.some(isFinding))
    .map(({ label, count, evidence }) => ({ kind: 'finding', label, count, evidence: evidence.filter(isFinding) }));
}

function isFinding({ fact }: Evidence): boolean {
  return fact.kind === 'finding';
}

function lowScore(card: Scorecard, terms: AccountabilityTerms): readonly Reason[] {
  if (card.unranked !== null || card.score >= terms.scoreBelow) return [];
  const evidence = card.lines.filter((line) => line.points < 0).flatMap((line) => line.evidence);
  return [{ kind: 'low-score', label: '', count: terms.scoreBelow, evidence }];
}
