/** What issued papers ask for by which day: from the register, where every ask keeps its own day whatever the drafts of today say. */
import { slotsOf } from '../document/slots.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Addressee } from './act.ts';
import type { IssuedRecord, Register, RegisterEntry } from './entry.ts';

export type AskedDay = {
  readonly number: string;
  /** Null for a paper to all. */
  readonly addressee: Addressee | null;
  /** answer: it asks for an answer · handover: the units arrange it among themselves. */
  readonly kind: 'answer' | 'handover';
  /** 报送整改反馈表 */
  readonly ask: string;
  readonly by: CalendarDate;
};

const anyAnswer = '书面答复';
const handover = '办妥任务交接';

/** Of papers that are valid: what was replaced or taken back asks nothing any more. A day that is offered (异议) is no ask. */
export function askedDays({ entries, records }: Register): readonly AskedDay[] {
  return entries.flatMap((entry) => {
    const record = records.get(entry.number);
    return entry.state !== 'valid' || record === undefined ? [] : asksIn(entry, record);
  });
}

function asksIn(
  { number, addressee }: RegisterEntry,
  { document, replyDays, asEdited }: IssuedRecord,
): readonly AskedDay[] {
  const slots = slotsOf(document);
  const answers = slots.filter(({ slot }) => slot === 'replyDay');
  const of = { number, addressee };
  const handovers = slots.flatMap(({ slot, on }): readonly AskedDay[] =>
    slot === 'handoverDay' && on !== null ? [{ ...of, kind: 'handover', ask: handover, by: on }] : [],
  );
  // A clerk who cut a day out of an edited paper leaves fewer days than there were asks: which is which nobody knows.
  const isPaired = asEdited === null || answers.length === replyDays.length;
  const asked = isPaired
    ? answers.flatMap(({ ask }, index) => {
        const by = replyDays[index];
        return ask === undefined || by === undefined ? [] : [{ ask, by }];
      })
    : [...new Set(replyDays)].map((by) => ({ ask: anyAnswer, by }));
  return [...asked.map((each): AskedDay => ({ ...of, kind: 'answer', ...each })), ...handovers];
}
