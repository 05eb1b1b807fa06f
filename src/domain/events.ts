/** Events 计分事项: what an entry gives the rules to count, with the evidence in words and place. */
import type { CalendarDate, Quarter } from '../calendar.ts';
import type { Place } from '../message.ts';
import { isActOf } from './counts.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { FilingEvent, ProgressEvent, ScoringEvent } from './score.ts';

export type Occurrence = { readonly event: ScoringEvent; readonly text: string; readonly place: Place | null };

/** The rungs of the two ladders, best first. An entry stands on one rung of each; a rule file may leave rungs out. */
export const ladders = {
  filing: ['on-time', 'late', 'after-reminder', 'missing'],
  progress: ['yellow', 'red', 'overdue'],
} as const satisfies { filing: readonly FilingEvent[]; progress: readonly ProgressEvent[] };

export function occurrencesOf(entry: Entry, ledger: Pick<Ledger, 'asOf' | 'quarter'>): readonly Occurrence[] {
  if (!entry.isAssessed) return [];
  return [
    filingEvent(entry, ledger.asOf),
    ...progressEvents(entry, ledger.asOf),
    ...officeEvents(entry, ledger.quarter),
  ].filter((each) => each !== null);
}

function filingEvent(entry: Entry, asOf: CalendarDate): Occurrence | null {
  const { filing, latest } = entry;
  if (filing === 'not-required' || filing === 'pending') return null;
  if (filing === 'missing') return { event: filing, text: `截至${dayWords(asOf)}未报送`, place: null };
  const first = entry.corrected[0] ?? latest;
  const filed = first === null ? '' : `${dayWords(first.filedOn)}报送`;
  const late = filing === 'on-time' ? '' : `，迟${entry.daysLate}天`;
  const reminded = filing === 'after-reminder' ? '，经催办' : '';
  return { event: filing, text: `${filed}${late}${reminded}`, place: first?.place ?? null };
}

/** Every rung that applies, worst first: the rule file decides which of them it counts, and one of them is counted. */
function progressEvents(entry: Entry, asOf: CalendarDate): readonly Occurrence[] {
  const overdue = entry.isOverdue
    ? [{ event: 'overdue' as const, text: overdueText(entry, asOf), place: entry.plan?.place ?? null }]
    : [];
  const light = entry.light === 'red' || entry.light === 'yellow' ? [lightEvent(entry, entry.light)] : [];
  return [...overdue, ...light];
}

function lightEvent(entry: Entry, event: 'red' | 'yellow'): Occurrence {
  return { event, text: lightText(entry), place: entry.latest?.place ?? null };
}

function lightText(entry: Entry): string {
  switch (entry.reason) {
    case 'behind-plan': {
      const behind = (entry.planned ?? 0) - (entry.percent ?? 0);
      return `计划${entry.planned ?? 0}%，报送${entry.percent ?? 0}%，落后${round(behind)}个百分点`;
    }
    case 'not-filed':
      return '无反馈，进展不明';
    case 'past-deadline':
      return `已过完成时限${dayWords(entry.plan?.deadline ?? '')}`;
    case 'near-deadline':
      return `临近完成时限${dayWords(entry.plan?.deadline ?? '')}，尚未办结`;
    case 'claimed-not-started':
      return '自报未启动';
    case 'claimed-behind':
      return '自报滞后';
    case 'claimed-overdue':
      return '自报逾期';
    case 'closed':
    case 'on-plan':
    case 'standing-filed':
    case null:
      return '';
  }
}

function overdueText(entry: Entry, asOf: CalendarDate): string {
  return `应于${dayWords(entry.plan?.deadline ?? '')}前完成，截至${dayWords(asOf)}未办结`;
}

/** The office's acts count in the quarter in which they were done. */
function officeEvents(entry: Entry, quarter: Quarter): readonly Occurrence[] {
  const { closure, latest } = entry;
  const events: Occurrence[] = [];
  if (entry.plan === null) events.push({ event: 'no-plan', text: '无工作计划', place: null });
  if (entry.status === 'completed') events.push({ event: 'completed', text: '申报办结', place: latest?.place ?? null });
  if (closure !== null && isActOf(entry, { quarter })) {
    const event = entry.isClosed ? 'closed' : 'reopened';
    const words = entry.isClosed ? '销号' : '恢复督办';
    events.push({ event, text: `${dayWords(closure.on)}${words}：${closure.basis}`, place: closure.place });
  }
  return events;
}

/** GB/T 9704 7.3.5.4: no zero before a single-digit month or day. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** Two decimals: sums of tenths and halves stay what a clerk adds up by hand. */
export function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}
