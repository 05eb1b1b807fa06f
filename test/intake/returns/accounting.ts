/** What became of the rows of a file of returns, counted. */
import type { Fate, FileReading } from '../../../src/intake/returns/reading.ts';

type Accounting = Readonly<Record<Fate, number>> & { readonly rows: number };

/** accepted + rejected + skipped = rows, for every file. */
export function accountingOf(reading: FileReading): Accounting {
  const count = (fate: Fate): number => reading.rows.filter((row) => row.fate === fate).length;
  return {
    rows: reading.table.rowCount,
    accepted: count('accepted'),
    rejected: count('rejected'),
    skipped: count('skipped'),
  };
}
