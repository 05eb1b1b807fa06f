/** What is asked when a quarter is closed or corrected. */
import type { KnownNumbers } from './known-numbers.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';

export type CloseRequest = {
  readonly disk: Disk;
  /** Numbers that bags know of. */
  readonly known?: NonNullable<KnownNumbers['known']>;
  readonly quarter: Quarter;
  /** The day of the act. */
  readonly date: CalendarDate;
  /** The day as of which the figures stand. */
  readonly ledgerDay: CalendarDate;
  readonly frozen: Uint8Array;
  /** Why it is closed once more, when all its papers are void; may be empty the first time. */
  readonly reason: string;
  /** The clerk said that a day which looks wrong is meant. */
  readonly isThatDay: boolean;
};

export type CorrectRequest = {
  readonly disk: Disk;
  /** Numbers that bags know of. */
  readonly known?: NonNullable<KnownNumbers['known']>;
  readonly quarter: Quarter;
  readonly date: CalendarDate;
  /** The revision that was corrected to make `frozen`: somebody else may have been quicker. */
  readonly base: number;
  readonly frozen: Uint8Array;
  /** What the correction rests on. */
  readonly basis: string;
  readonly isThatDay?: boolean;
};
