/** Trace 溯源: everything an entry rests on, each with its place: source line, returns, plan, closure, reassignments. */
import type { Place } from '../message.ts';
import type { Catalogue } from './catalogue.ts';
import { dayWords } from './events.ts';
import type { Entry, Ledger } from './ledger.ts';
import { taskPlace } from './resolve.ts';
import type { Return } from './return.ts';
import type { Scorecard } from './score.ts';

export type Source = {
  readonly kind: 'task' | 'reassignment' | 'plan' | 'return' | 'corrected' | 'previous' | 'closure' | 'score';
  readonly text: string;
  readonly place: Place | null;
};

export function traceEntry(entry: Entry, ledger: Ledger, catalogue: Catalogue): readonly Source[] {
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

/** What each line of a scorecard rests on, in its order. */
export function traceScorecard(card: Scorecard): readonly Source[] {
  return card.lines.flatMap((line) =>
    line.evidence.map(({ taskId, text, place }) => ({
      kind: 'score' as const,
      text: `${line.label}${taskId === null ? '' : `（第${taskId}项）`}：${text}`,
      place,
    })),
  );
}

function returned(kind: 'return' | 'corrected' | 'previous', { unit, filedOn, progress, place }: Return): Source {
  return { kind, text: `${unit.name}${dayWords(filedOn)}报送：${progress}`, place };
}
