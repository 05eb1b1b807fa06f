/** Trace 溯源: everything an entry rests on, each with its place: source line, returns, plan, closure, reassignments. */
import type { Entry, Ledger } from '../domain/entry.ts';
import type { Place } from '../message/message.ts';
import type { Candidate } from '../domain/accountability.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { dayWords, factWords, formatPoints } from './evidence.ts';
import { reasonWords } from './candidates.ts';
import { lineLabel } from './scorecard.ts';
import { taskPlace } from '../domain/resolve.ts';
import type { Return } from '../domain/return.ts';
import type { Evidence, Scorecard } from '../domain/score.ts';
import type { StatedFigure } from '../domain/stated.ts';

export type FigureSource = {
  readonly kind:
    | 'task'
    | 'reassignment'
    | 'plan'
    | 'return'
    | 'corrected'
    | 'previous'
    | 'closure'
    | 'rule'
    | 'score'
    | 'counted'
    | 'reason'
    | 'remark';
  readonly text: string;
  readonly place: Place | null;
  /** Of an entry that counts in a figure: the lines of the breakdown that its task stands in. */
  readonly origin?: Place;
};

export function traceEntry(entry: Entry, ledger: Ledger, catalogue: Catalogue): readonly FigureSource[] {
  const { task, plan, closure } = entry;
  const moves = ledger.tasks.find((each) => each.task.id === task.id)?.moves ?? [];
  const concerning = moves.filter(({ reassignment }) => reassignment.to.some((unit) => unit.code === entry.unit.code));
  return [
    { kind: 'task', text: task.text, place: taskPlace(catalogue, task) },
    ...concerning.map(({ reassignment: { effectiveOn, from, basis, place } }) => ({
      kind: 'reassignment' as const,
      text: `${dayWords(effectiveOn)}起由${from.name}转来：${basis}`,
      place,
    })),
    ...(plan === null ? [] : [{ kind: 'plan' as const, text: plan.requirement, place: plan.place }]),
    ...(entry.latest === null ? [] : [returned('return', entry.latest)]),
    ...entry.corrected.map((each) => returned('corrected', each)),
    ...(entry.previous === null ? [] : [returned('previous', entry.previous)]),
    ...(closure === null ? [] : [{ kind: 'closure' as const, text: closure.basis, place: closure.place }]),
  ];
}

/** Each line of a scorecard in its order: the rule that it applies, then what it rests on. */
export function traceScorecard(card: Scorecard): readonly FigureSource[] {
  return card.lines.flatMap((line) => {
    const isCounted = line.kind === 'rule' || line.kind === 'manual';
    const count = isCounted ? `${line.count}次，` : '';
    const capped = line.isCapped ? '（已达上限）' : '';
    const rule: FigureSource = {
      kind: 'rule',
      text: `${lineLabel(line)}：${count}${line.points}分${capped}`,
      place: line.rulePlace,
    };
    return isCounted ? [rule, ...line.evidence.map((each) => evidenceSource('score', lineLabel(line), each))] : [rule];
  });
}

/** Why a unit is put before people, and what each reason rests on. */
export function traceCandidate(candidate: Candidate): readonly FigureSource[] {
  return candidate.reasons.flatMap((reason) => {
    const words = reasonWords(reason, candidate);
    return reason.evidence.map((each) => evidenceSource('reason', words, each));
  });
}

/** What a figure counts, one source an entry: the row that makes it count, and the task's lines in the breakdown. */
export function traceFigure({ entries, placeOf }: StatedFigure, catalogue: Catalogue): readonly FigureSource[] {
  return entries.map((entry) => ({
    kind: 'counted',
    text: `第${entry.task.no}项 ${entry.unit.name}`,
    place: placeOf(entry),
    origin: taskPlace(catalogue, entry.task),
  }));
}

function evidenceSource(
  kind: 'score' | 'reason',
  label: string,
  { taskId, fact, points, place }: Evidence,
): FigureSource {
  const cost = points === 0 ? '' : `，${formatPoints(points)}分`;
  return { kind, text: `${label}${taskId === null ? '' : `（第${taskId}项）`}：${factWords(fact)}${cost}`, place };
}

function returned(kind: 'return' | 'corrected' | 'previous', { unit, filedOn, progress, place }: Return): FigureSource {
  return { kind, text: `${unit.name}${dayWords(filedOn)}报送：${progress}`, place };
}
