/** What units ask for in their returns, put before the office as lines to enter; and plans that were edited without an act. */
import type { Entry } from '../domain/entry.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import { judge, type QuarterParts } from '../domain/judged.ts';
import { info, warning, type Message } from '../message/message.ts';
import { readDate } from '../table/cells.ts';
import { cut } from '../table/sheet.ts';
import { recommended } from '../trade/claims.ts';

/** One a wish that no line of extensions.csv answers; asking changes no light. */
export function askedExtensions({ returns, extensions = [] }: QuarterParts): readonly Message[] {
  return returns.flatMap(({ taskId, unit, filedOn, asksFor, place }) => {
    if (asksFor === undefined) return [];
    const isEntered = extensions.some(
      (each) =>
        each.taskId === taskId && (each.unitCode === null || each.unitCode === unit.code) && each.askedOn >= filedOn,
    );
    if (isEntered) return [];
    const until = readDate(asksFor.until).date ?? asksFor.until;
    const line = `duban extend --task ${taskId} --unit ${unit.name} --asked ${filedOn} --until ${until} --granted … --basis …`;
    return [warning(place, 'extension-asked', { task: taskId, unit: unit.name, until, reason: asksFor.reason, line })];
  });
}

/** One a practice that a unit puts forward and the office has not marked: the report names none of them before. */
export function proposedPractices({ returns, adjustments, office }: QuarterParts): readonly Message[] {
  const rules = office.scoring.groups.flatMap((group) => group.rules);
  const isPraise = ({ kind, points }: Adjustment): boolean => {
    const rule = rules.find(({ counts }) => 'finding' in counts && counts.finding === kind);
    return kind === recommended || (points ?? rule?.points?.lead ?? 0) > 0;
  };
  return returns.flatMap(({ taskId, unit, proposes, place }) => {
    if (proposes === undefined) return [];
    const isMarked = adjustments.some(
      (each) => each.unit.code === unit.code && each.taskId === taskId && isPraise(each),
    );
    return isMarked
      ? []
      : [
          info(place, 'practice-proposed', {
            task: taskId,
            unit: unit.name,
            practice: cut(proposes).replace(/。$/u, ''),
          }),
        ];
  });
}

/** Deadlines and steps that are not those of the quarter frozen last, with no extension granted: each with both lights. */
export function editedPlans(parts: QuarterParts, frozen: QuarterParts): readonly Message[] {
  const before = new Map(frozen.plans.map((plan) => [plan.taskId, plan]));
  const changed = parts.plans.flatMap((plan) => {
    const old = before.get(plan.taskId);
    return old === undefined || old.deadline === plan.deadline ? [] : [{ plan, old }];
  });
  if (changed.length === 0) return [];
  const plans = parts.plans.map((plan) => {
    const old = before.get(plan.taskId);
    return old === undefined ? plan : { ...plan, deadline: old.deadline };
  });
  const entriesBy = (by: QuarterParts): readonly Entry[] => judge(by).value.ledger.entries;
  const [now, then] = [entriesBy(parts), entriesBy({ ...parts, plans })];
  return changed.flatMap(({ plan, old }) =>
    now
      .filter(({ task, isAssessed }) => isAssessed && task.id === plan.taskId)
      .map((entry) => {
        const by = then.find(({ task, unit }) => task.id === entry.task.id && unit.code === entry.unit.code);
        return warning(plan.place, 'plan-edited', {
          task: plan.taskId,
          unit: entry.unit.name,
          before: old.deadline ?? '—',
          after: plan.deadline ?? '—',
          lightBefore: lightOf(by),
          lightAfter: lightOf(entry),
        });
      }),
  );
}

function lightOf(entry: Entry | undefined): string {
  return entry?.light ?? '—';
}
