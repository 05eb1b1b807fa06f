/** Events 计分事项: what an entry gives the rules to count, with the evidence in words and place. */
import type { FilingEvent, ProgressEvent, ScoringEvent } from './rules.ts';
import type { Entry, Ledger, LightReason } from './entry.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Place } from '../message/message.ts';
import { isActOf } from './counts.ts';

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
  const first = entry.corrected[0] ?? latest;
  if (first === null) return { event: filing, text: notFiledText(asOf), place: null };
  const late = filing === 'on-time' ? '' : `，迟${entry.daysLate}天`;
  const reminded = filing === 'after-reminder' ? '，经催办' : '';
  return { event: filing, text: `${dayWords(first.filedOn)}报送${late}${reminded}`, place: first.place };
}

/** Every rung that applies, worst first: the rule file decides which of them it counts, and one of them is counted. */
function progressEvents(entry: Entry, asOf: CalendarDate): readonly Occurrence[] {
  const { light, latest, plan } = entry;
  const overdue = `应于${deadlineWords(entry)}前完成，截至${dayWords(asOf)}未办结`;
  return [
    ...(entry.isOverdue ? [{ event: 'overdue' as const, text: overdue, place: placeOf(plan) }] : []),
    ...(light === 'red' || light === 'yellow'
      ? [{ event: light, text: reasonText(entry), place: placeOf(latest) }]
      : []),
  ];
}

/** Why a light is what it is, with the numbers; nothing where no light is lit. */
export function reasonText(entry: Entry): string {
  return entry.reason === null ? '' : lightTexts[entry.reason](entry);
}

const lightTexts: Readonly<Record<LightReason, (entry: Entry) => string>> = {
  closed: () => '已销号',
  'on-plan': progressText,
  'behind-plan': progressText,
  'not-filed': () => '未报送反馈',
  'past-deadline': (entry) => `已过完成时限${deadlineWords(entry)}`,
  'near-deadline': (entry) => `临近完成时限${deadlineWords(entry)}，尚未办结`,
  'claimed-not-started': () => '自报未启动',
  'claimed-behind': () => '自报滞后',
  'claimed-overdue': () => '自报逾期',
  'standing-filed': ({ status }) => (status === 'completed' ? '自报办结' : '自报正常推进'),
};

/** An entry that is compared with its plan has both numbers. */
function progressText({ planned, percent }: Entry): string {
  const behind = round(Number(planned) - Number(percent));
  return `计划${planned}%，报送${percent}%${behind > 0 ? `，落后${behind}个百分点` : ''}`;
}

/** The office's acts count in the quarter in which they were done. */
function officeEvents(entry: Entry, quarter: Quarter): readonly Occurrence[] {
  const { closure, latest } = entry;
  const events: Occurrence[] = [];
  if (entry.plan === null) events.push({ event: 'no-plan', text: '无工作计划', place: null });
  if (entry.status === 'completed') events.push({ event: 'completed', text: '申报办结', place: placeOf(latest) });
  if (closure !== null && isActOf(entry, { quarter })) {
    const event = entry.isClosed ? 'closed' : 'reopened';
    const words = entry.isClosed ? '销号' : '恢复督办';
    events.push({ event, text: `${dayWords(closure.on)}${words}：${closure.basis}`, place: closure.place });
  }
  return events;
}

export function notFiledText(asOf: CalendarDate): string {
  return `截至${dayWords(asOf)}未报送`;
}

export function placeOf(thing: { readonly place: Place } | null | undefined): Place | null {
  return thing?.place ?? null;
}

export function deadlineWords({ plan }: Pick<Entry, 'plan'>): string {
  return dayWords(plan?.deadline ?? '');
}

/** GB/T 9704 7.3.5.4: no zero before a single-digit month or day. Nothing for no day. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return month === undefined ? '' : `${year}年${month}月${date}日`;
}

/** Two decimals: sums of tenths and halves stay what a clerk adds up by hand. */
export function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}
