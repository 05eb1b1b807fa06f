/** What reading a quarter's returns gives: the returns, and of every row of every file what became of it. */
import type { Return } from '../../domain/return.ts';
import type { Unit } from '../../domain/roster.ts';
import type { Table } from '../../table/table.ts';

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
  readonly table: Table;
  /** One for each row of the file, in order. */
  readonly rows: readonly RowReading[];
};

/** A paper that came with a return, and is kept as 佐证材料: a scan, a picture, a Word file, a .zip without a table. */
export type Attachment = {
  /** The file on the disk; a .zip when it lies in one. */
  readonly file: string;
  /** As it is told: behind the name of its .zip, as in a folder. */
  readonly name: string;
  /** The unit that its name or its folder's name names. */
  readonly unit: Unit | null;
};

export type ReturnsReading = {
  /** Accepted ones, by file name and row: those that a later one corrects included. */
  readonly returns: readonly Return[];
  readonly files: readonly FileReading[];
  readonly attachments: readonly Attachment[];
};
