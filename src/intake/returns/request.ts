/** What is asked of the reader of returns. */
import type { Quarter } from '../../trade/calendar.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Roster } from '../../domain/roster.ts';
import type { InputFile } from '../../table/file.ts';
import type { FractionRule } from '../percent.ts';
import type { Expectations } from './expectations.ts';

export type ReturnsRequest = {
  readonly quarter: Quarter;
  readonly files: readonly InputFile[];
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  /** Null: the values alone are read, as for last quarter, whose sense was looked at in its time. */
  readonly expectations: Expectations | null;
  readonly fractions: FractionRule;
};
