/** Lights 亮灯: how far behind its plan an entry is. Thresholds say which side the border belongs to. */
import type { Light, ClaimedStatus } from '../trade/claims.ts';
import type { LightRules } from './rules.ts';
import type { Filing, LightReason } from './entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { daysBetween } from './days.ts';

export type Judged = {
  readonly asOf: CalendarDate;
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  readonly filing: Filing;
  readonly deadline: CalendarDate | null;
  readonly planned: number | null;
  readonly percent: number | null;
  readonly status: ClaimedStatus | null;
};

export type Judgement = { readonly light: Light | null; readonly reason: LightReason | null };

/** The light of an assessed entry, with the reason. No light while a return is still awaited. */
export function lightOf(judged: Judged, rules: LightRules): Judgement {
  if (judged.isClosed) return { light: 'green', reason: 'closed' };
  if (judged.filing === 'missing') return { light: 'red', reason: 'not-filed' };
  if (judged.status === null) return { light: null, reason: null };
  if (judged.isOverdue) return lightPastDeadline(judged, rules);
  const { light, reason } = lightOfProgress(judged, judged.status, rules);
  return light === 'green' && isNearDeadline(judged, rules)
    ? { light: 'yellow', reason: 'near-deadline' }
    : { light, reason };
}

function lightPastDeadline(judged: Judged, rules: LightRules): Judgement {
  const daysPast = judged.deadline === null ? 0 : daysBetween(judged.deadline, judged.asOf);
  return { light: daysPast > rules.graceDays ? 'red' : 'yellow', reason: 'past-deadline' };
}

function isNearDeadline(judged: Judged, rules: LightRules): boolean {
  if (judged.deadline === null || rules.warnDays === 0 || judged.status === 'completed') return false;
  return daysBetween(judged.asOf, judged.deadline) <= rules.warnDays;
}

function lightOfProgress(judged: Judged, status: ClaimedStatus, rules: LightRules): Judgement {
  if (judged.planned === null || judged.percent === null) {
    return { light: rules.claims[status], reason: claimReasons[status] };
  }
  const behind = judged.planned - judged.percent;
  if (behind > rules.redAbove) return { light: 'red', reason: 'behind-plan' };
  return behind >= rules.yellowFrom
    ? { light: 'yellow', reason: 'behind-plan' }
    : { light: 'green', reason: 'on-plan' };
}

const claimReasons = {
  'not-started': 'claimed-not-started',
  'on-track': 'standing-filed',
  behind: 'claimed-behind',
  overdue: 'claimed-overdue',
  completed: 'standing-filed',
} as const satisfies Record<ClaimedStatus, LightReason>;
