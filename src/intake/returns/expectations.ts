/** What the office knows when returns come in. */
import type { CalendarDate } from '../../trade/calendar.ts';
import type { Ownership } from '../../domain/ownership.ts';
import type { Return } from '../../domain/return.ts';

/** Who owns what, by when it is due, and what was said last quarter. */
export type Expectations = {
  readonly ownership: Ownership;
  readonly filingDay: CalendarDate;
  /** Percent planned for the quarter, by task; only of tasks with a plan. */
  readonly planned: ReadonlyMap<string, number>;
  /** Last quarter's returns; empty in the first one. */
  readonly previous: readonly Return[];
  /** 进展情况 of fewer characters is flagged as hollow. */
  readonly hollowBelow: number;
};
