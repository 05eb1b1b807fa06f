/** What units ask for in their returns, put before the office as lines to enter; and plans that were edited without an act. */
import type { Entry, Plan } from '../domain/entry.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import { judge, type QuarterParts } from '../domain/judged.ts';
import { info, warning, type Message } from '../message/message.ts';
import { readDate } from '../table/cells.ts';
import { cut } from '../table/sheet.ts';
import type { Quarter } from '../trade/calendar.ts';
import { recommended } from '../trade/claims.ts';

/** `before`: the quarter that was frozen last, null where none was. */
export function wishesOf(parts: QuarterParts, before: { readonly parts: QuarterParts } | null): readonly Message[] {
  return [
    ...askedExtensions(parts),
    ...proposedPractices(parts),
    ...(before === null ? [] : editedPlans(parts, before.parts)),
  ];
}

/** One a wish that no line of extensions.csv answers; asking changes no light. */
function askedExtensions({ returns, extensions = [] }: QuarterParts): readonly Message[] {
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
function proposedPractices({ returns, adjustments, office }: QuarterParts): readonly Message[] {
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

/**
 * Deadlines, and planned percents of the quarter, that are not those of the quarter frozen last, and rows that are gone: each with both lights.
 * A percent for a quarter that had none, and a row for a task that had none, is no edit: plans grow.
 */
function editedPlans(parts: QuarterParts, frozen: QuarterParts): readonly Message[] {
  const { quarter } = parts;
  const edits = editsSince(frozen, parts);
  if (edits.length === 0) return [];
  const edited = new Set(edits.map(({ old }) => old.taskId));
  const plans = [
    ...parts.plans.filter(({ taskId }) => !edited.has(taskId)),
    ...edits.map(({ old, plan }) => ({
      ...(plan ?? old),
      deadline: old.deadline,
      percentBy: new Map([...(plan?.percentBy ?? []), ...old.percentBy]),
    })),
  ];
  const entriesBy = (by: QuarterParts): readonly Entry[] => judge(by).value.ledger.entries;
  const [now, then] = [entriesBy(parts), entriesBy({ ...parts, plans })];
  return edits.flatMap(({ old, plan, isMoved, isOther }) => {
    const said = (by: Plan | undefined): string =>
      [...(isMoved ? [by?.deadline ?? '—'] : []), ...(isOther ? [`${quarter} ${percentIn(by, quarter)}`] : [])].join(
        ' / ',
      );
    return now
      .filter(({ task, isAssessed }) => isAssessed && task.id === old.taskId)
      .map((entry) => {
        const by = then.find(({ task, unit }) => task.id === entry.task.id && unit.code === entry.unit.code);
        return warning((plan ?? old).place, 'plan-edited', {
          task: old.taskId,
          unit: entry.unit.name,
          before: said(old),
          after: said(plan),
          lightBefore: lightOf(by),
          lightAfter: lightOf(entry),
        });
      });
  });
}

type Edit = {
  readonly old: Plan;
  /** As it is now; undefined: the row is gone. */
  readonly plan: Plan | undefined;
  readonly isMoved: boolean;
  /** Another percent is planned for the quarter. */
  readonly isOther: boolean;
};

function editsSince({ plans: before }: QuarterParts, { plans, quarter }: QuarterParts): readonly Edit[] {
  const current = new Map(plans.map((plan) => [plan.taskId, plan]));
  return before.flatMap((old) => {
    const plan = current.get(old.taskId);
    const was = old.percentBy.get(quarter);
    const isMoved = (plan?.deadline ?? null) !== old.deadline;
    const isOther = was !== undefined && plan?.percentBy.get(quarter) !== was;
    return isMoved || isOther ? [{ old, plan, isMoved, isOther }] : [];
  });
}

function percentIn(plan: Plan | undefined, quarter: Quarter): string {
  const percent = plan?.percentBy.get(quarter);
  return percent === undefined ? '—' : `${percent}%`;
}

function lightOf(entry: Entry | undefined): string {
  return entry?.light ?? '—';
}
