/** What papers of a period draw on: figures, rules and charts, before any of it is worded. */
import type { FigureSet } from '../document/markup.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Ledger } from '../domain/entry.ts';
import type { Year } from '../domain/history.ts';
import type { Office } from '../domain/office.ts';
import type { Remark } from '../domain/remark.ts';
import type { RollCall } from '../domain/roll-call.ts';
import type { Unit } from '../domain/roster.ts';
import type { Scorecard } from '../domain/score.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';

type Common = {
  readonly office: Office;
  /** Title of the breakdown. */
  readonly breakdown: string;
  /** Charts by the name that templates use. */
  readonly figures: FigureSet;
};

export type Quarterly = Common & {
  readonly quarter: Quarter;
  /** Figures, as of the ledger's day. */
  readonly ledger: Ledger;
  /** Responsibilities, as of the day of the paper. */
  readonly duties: Ledger;
  /** What came in by the day asked for: reminders speak of their own day. */
  readonly live: Ledger;
  /** Units whose letter is a first one: all that had a task then or have one now, while no letter is out. */
  readonly lettered: readonly Unit[];
  readonly scorecards: readonly Scorecard[];
  readonly remarks: readonly Remark[];
  readonly attachments: readonly Attachment[];
  /** 第n次更正 by which the figures speak; 0 = as closed, or not closed yet. */
  readonly correction: number;
  readonly filingDay: CalendarDate;
  readonly next: { readonly quarter: Quarter; readonly filingDay: CalendarDate; readonly isInPeriod: boolean };
};

/** Of it, what a paper may draw on that is sent on a day of its own: nothing of the ledger's day. */
export type OfItsDay = Omit<Quarterly, 'ledger' | 'scorecards' | 'figures' | 'correction'>;

/** `rollCall`: null without a register of the 述廉报告. */
export type Yearly = Common & Year & { readonly rollCall: RollCall | null };
