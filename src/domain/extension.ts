/**
 * Extensions 延期: a unit asks for a later deadline, the office grants it or not (inputs/extensions.csv). Asking changes no light; granting counts
 * from its own day on, and never in a quarter that is closed.
 */
import type { Place } from '../message/message.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { compareTexts, comparePlaces } from './compare.ts';
import type { Extended, Plan } from './entry.ts';

export type Extension = {
  readonly taskId: string;
  /** The unit to which it applies; null = all that have the task. */
  readonly unitCode: string | null;
  readonly askedOn: CalendarDate;
  readonly newDeadline: CalendarDate;
  /** New steps, where the office gives them: planned percent at the end of a quarter. */
  readonly percentBy: ReadonlyMap<Quarter, number>;
  /** Null while nobody has decided. */
  readonly decision: 'granted' | 'refused' | null;
  readonly decidedOn: CalendarDate | null;
  readonly basis: string;
  readonly place: Place;
};

const neverAsked: Extended = { first: null, count: 0, last: null, asked: null };

/** One for all units of a task. */
function neverExtended(plan: Plan): Extended {
  const extended = planned.get(plan) ?? { ...neverAsked, first: plan.deadline };
  planned.set(plan, extended);
  return extended;
}

const planned = new WeakMap<Plan, Extended>();

type Of = { readonly taskId: string; readonly unitCode: string; readonly asOf: CalendarDate };

/** The plan as it stands for one unit on a day, and what to say of its deadline. */
export function extendedPlan(
  plan: Plan | null,
  extensions: readonly Extension[],
  { taskId, unitCode, asOf }: Of,
): { readonly plan: Plan | null; readonly extended: Extended } {
  const own = extensions
    .filter((each) => each.taskId === taskId && (each.unitCode === null || each.unitCode === unitCode))
    .toSorted((a, b) => compareTexts(a.askedOn, b.askedOn) || comparePlaces(a.place, b.place));
  if (own.length === 0) return { plan, extended: plan === null ? neverAsked : neverExtended(plan) };
  const granted = own.filter(({ decision, decidedOn }) => decision === 'granted' && (decidedOn ?? '9999') <= asOf);
  const open = own.findLast(
    ({ askedOn, decision, decidedOn }) => askedOn <= asOf && (decision === null || (decidedOn ?? '9999') > asOf),
  );
  const last = granted.at(-1);
  const extended = {
    first: plan?.deadline ?? null,
    count: granted.length,
    last: last === undefined ? null : { on: last.decidedOn ?? last.askedOn, basis: last.basis },
    asked: open?.newDeadline ?? null,
  };
  if (last === undefined || plan === null) return { plan, extended };
  const percentBy = new Map([...plan.percentBy, ...granted.flatMap((each) => [...each.percentBy])]);
  return { plan: { ...plan, deadline: last.newDeadline, percentBy }, extended };
}
