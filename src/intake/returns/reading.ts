/** What is asked of the reader of returns, and what it gives: the returns, and of every row of every file what became of it. */
import type { Message } from '../../message/message.ts';
import type { Attachment } from '../../domain/attachment.ts';
import type { Return } from '../../domain/return.ts';
import type { Unit, Roster } from '../../domain/roster.ts';
import type { ReadTable } from '../../table/table.ts';
import type { Quarter, CalendarDate } from '../../trade/calendar.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { InputFile } from '../../table/file.ts';
import type { FractionRule } from '../../table/cells.ts';
import type { Ownership } from '../../domain/ownership.ts';

/** accepted: a Return · rejected: a message says why not · skipped: title, header, blank, total, note, signature. */
export type Fate = 'accepted' | 'rejected' | 'skipped';

export type RowReading = {
  readonly row: number;
  readonly fate: Fate;
  /** As far as they could be read. */
  readonly unit: Unit | null;
  readonly taskId: string | null;
};

export type FileReading = {
  readonly file: string;
  /** The unit that its name or its title names. */
  readonly unit: Unit | null;
  readonly table: ReadTable;
  /** One for each row of the file, in order. */
  readonly rows: readonly RowReading[];
};

export type ReturnsReading = {
  /** Accepted ones, by file name and row: those that a later one corrects included. */
  readonly returns: readonly Return[];
  readonly files: readonly FileReading[];
  readonly attachments: readonly Attachment[];
};

/** `refused`: the code of the system, of a file that another program holds, or that one may not read; it has no bytes then. */
export type ReceivedFile = InputFile & { readonly refused?: string };

export type ReturnsRequest = {
  readonly quarter: Quarter;
  readonly files: readonly ReceivedFile[];
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  /** Null: the values alone are read, as for last quarter, whose sense was looked at in its time. */
  readonly expectations: Expectations | null;
  readonly fractions: FractionRule;
  /** Last quarter's returns; empty in the first one. */
  readonly previous: readonly Return[];
  /** Stands for all of the above but the files: whoever can name it has each file's reading remembered. */
  readonly basis?: string;
};

/** Who owns what, by when it is due, and what was said last quarter. */
export type Expectations = {
  readonly ownership: Ownership;
  readonly filingDay: CalendarDate;
  /** Percent planned for the quarter, by task; only of tasks with a plan. */
  readonly planned: ReadonlyMap<string, number>;
  /** 进展情况 of fewer characters is flagged as hollow. */
  readonly hollowBelow: number;
};

/** Of files that the system refused: what was read without them is not what the quarter says, wherever else its messages do not matter. */
export function refusedFiles(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ code }) => code === 'file-refused');
}
