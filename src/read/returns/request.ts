/** What is asked of the reader of returns, and what the office knows when they come in. */
import type { CalendarDate, Quarter } from '../../calendar.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Ownership } from '../../domain/ownership.ts';
import type { Return } from '../../domain/return.ts';
import type { Roster } from '../../domain/roster.ts';
import type { InputFile } from '../file.ts';
import type { FractionRule } from '../percent.ts';

export type ReturnsRequest = {
  readonly quarter: Quarter;
  readonly files: readonly InputFile[];
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  /** Null: the values alone are read, as for last quarter, whose sense was looked at in its time. */
  readonly expectations: Expectations | null;
  readonly fractions: FractionRule;
};

/** Who owns what, by when it is due, and what was said last quarter. */
export type Expectations = {
  readonly ownership: Ownership;
  readonly filingDay: CalendarDate;
  /** Last quarter's returns; empty in the first one. */
  readonly previous: readonly Return[];
  /** 进展情况 of fewer characters is flagged as hollow. */
  readonly hollowBelow: number;
};
