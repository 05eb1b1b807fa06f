/** What units ask for in their returns, put before the office as lines to enter; and plans that were edited without an act. */
import type { Entry } from '../domain/entry.ts';
import { judge, type QuarterParts } from '../domain/judged.ts';
import { warning, type Message } from '../message/message.ts';
import { readDate } from '../table/cells.ts';

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
