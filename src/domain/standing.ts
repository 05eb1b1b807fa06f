/** Standing: what can be said of one unit's part in one task at one moment. The ledger asks twice: now and a quarter ago. */
import type { LightRules } from './rules.ts';
import type { Closure, Entry, Plan, Holder } from './entry.ts';
import { quarterOf, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import { compareTexts } from './compare.ts';
import { filingOf, inFilingOrder } from './filing.ts';
import { lightOf, type Judged, type Judgement } from './light.ts';
import type { Return } from './return.ts';

/** What was known on a day about a quarter. */
export type Moment = {
  readonly asOf: CalendarDate;
  readonly quarter: Quarter;
  readonly filingDay: CalendarDate;
  readonly lights: LightRules;
  /** Returns of that quarter by task and unit, see `returnKey`. */
  readonly returns: ReadonlyMap<string, readonly Return[]>;
  /** Day of the office's reminder by unit code. */
  readonly reminders: ReadonlyMap<string, CalendarDate>;
};

/** The part that is judged. */
export type JudgedPart = {
  readonly taskId: string;
  readonly holder: Holder;
  readonly isAssessed: boolean;
  readonly plan: Plan | null;
  /** The office's acts on the task, oldest first. */
  readonly closures: readonly Closure[];
  /** Percent as it stood a quarter earlier: what a zero report leaves unchanged. */
  readonly unchanged: number | null;
};

export type PartStanding = Pick<
  Entry,
  | 'planned'
  | 'latest'
  | 'corrected'
  | 'isInherited'
  | 'filing'
  | 'daysLate'
  | 'status'
  | 'percent'
  | 'isClosed'
  | 'isReopened'
  | 'closure'
  | 'isOverdue'
  | 'light'
  | 'reason'
>;

export function standingOfPart(part: JudgedPart, moment: Moment): PartStanding {
  const returns = returnsFor(part, moment);
  const latest = returns.at(-1) ?? null;
  const closure = part.closures.findLast((act) => act.on <= moment.asOf) ?? null;
  const isClosed = closure?.act === 'close';
  const { filing, daysLate } = filed(part, returns, moment);
  const planned = plannedBy(part.plan, moment.quarter);
  const status = latest?.status ?? null;
  const percent = reportedPercent(latest, part.unchanged);
  const isOverdue = !isClosed && isPastDeadline(part, latest, moment);
  const { light, reason } = judged(part, moment, { planned, filing, status, percent, isClosed, isOverdue });
  return {
    planned,
    filing,
    daysLate,
    status,
    percent,
    latest,
    corrected: returns.length > 1 ? returns.slice(0, -1) : noReturns,
    isInherited: latest !== null && latest.unit.code !== part.holder.unit.code,
    isClosed,
    isReopened: closure?.act === 'reopen',
    closure,
    isOverdue,
    light,
    reason,
  };
}

const noReturns: readonly Return[] = [];

/** Who is not assessed has no light. */
function judged(part: JudgedPart, moment: Moment, facts: Omit<Judged, 'asOf' | 'deadline'>): Judgement {
  if (!part.isAssessed) return { light: null, reason: null };
  return lightOf({ ...facts, deadline: part.plan?.deadline ?? null, asOf: moment.asOf }, moment.lights);
}

export function returnKey(taskId: string, unitCode: string): string {
  return `${unitCode} ${taskId}`;
}

/** The unit's own, and what its predecessors filed while the task was theirs; known on the day; in filing order. */
export function returnsFor(
  part: Pick<JudgedPart, 'taskId' | 'holder'>,
  moment: Pick<Moment, 'returns' | 'asOf'>,
): readonly Return[] {
  const own = moment.returns.get(returnKey(part.taskId, part.holder.unit.code)) ?? [];
  const inherited = part.holder.predecessors.flatMap(({ unit, until }) =>
    (moment.returns.get(returnKey(part.taskId, unit.code)) ?? []).filter((each) =>
      // Offices learn of a reform after its date: in that quarter the old unit's report stands where the new one filed none.
      own.length === 0 ? each.filedOn < until || each.quarter === quarterOf(until) : each.filedOn < until,
    ),
  );
  const all = inherited.length === 0 && own.length < 2 ? own : [...new Set([...inherited, ...own])];
  return inFilingOrder(all.filter((each) => each.filedOn <= moment.asOf));
}

function filed(
  part: JudgedPart,
  returns: readonly Return[],
  moment: Moment,
): Pick<PartStanding, 'filing' | 'daysLate'> {
  const act = part.closures.findLast((each) => each.on <= moment.filingDay);
  // What is closed by the filing day is not asked about again.
  if (!part.isAssessed || act?.act === 'close') return { filing: 'not-required', daysLate: 0 };
  const remindedOn = moment.reminders.get(part.holder.unit.code) ?? null;
  return filingOf(returns, { asOf: moment.asOf, filingDay: moment.filingDay, remindedOn });
}

/** The step that plan.csv names for the quarter, or the last one before it. */
function plannedBy(plan: Plan | null, quarter: Quarter): number | null {
  if (plan === null) return null;
  const steps = [...plan.percentBy].filter(([each]) => each <= quarter).toSorted(([a], [b]) => compareTexts(a, b));
  return steps.at(-1)?.[1] ?? null;
}

/** A blank percent says something only beside 办结, 未启动 and a zero report. */
export function reportedPercent(latest: Return | null, unchanged: number | null): number | null {
  if (latest === null) return null;
  if (latest.percent !== null) return latest.percent;
  if (latest.status === 'completed') return 100;
  if (latest.status === 'not-started') return 0;
  return latest.isZeroReport ? unchanged : null;
}

function isPastDeadline(part: JudgedPart, latest: Return | null, moment: Moment): boolean {
  const deadline = part.plan?.deadline ?? null;
  if (deadline === null || moment.asOf <= deadline) return false;
  return latest?.status !== 'completed';
}
