/** A quarter judged: from everything that its figures are made of, to ledger and scores. The one way, for a quarter that is open and one that is closed. */
import type { Adjustment } from './adjustment.ts';
import type { Attachment } from './attachment.ts';
import { assess } from './assess.ts';
import type { Ledger } from './entry.ts';
import { ledgerAsOf, type LedgerParts } from './ledger.ts';
import type { Office } from './office.ts';
import type { Remark } from './remark.ts';
import type { Scorecard } from './score.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Result } from '../message/message.ts';

/** What the figures of a quarter are made from, parsed, and the day for which they stand. */
export type QuarterParts = LedgerParts & {
  /** The ledger's day. */
  readonly day: CalendarDate;
  readonly adjustments: readonly Adjustment[];
  /** No figure comes from them; letters print them, and go out again with what they said. */
  readonly remarks: readonly Remark[];
  /** What came with the returns and is no table; left out where there was nothing, and in quarters that were closed before it was kept. */
  readonly attachments?: readonly Attachment[];
  readonly office: Pick<
    Office,
    'filingDays' | 'lights' | 'ownUnits' | 'selfRanking' | 'scoring' | 'accountability' | 'closing'
  >;
};

export type Figured = { readonly ledger: Ledger; readonly scorecards: readonly Scorecard[] };

export function judge(parts: QuarterParts): Result<Figured> {
  const ledger = ledgerAsOf(parts.day, parts);
  const scorecards = assess(ledger.value, parts);
  return {
    value: { ledger: ledger.value, scorecards: scorecards.value },
    messages: [...ledger.messages, ...scorecards.messages],
  };
}
