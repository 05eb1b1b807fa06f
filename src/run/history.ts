/** Ledgers of the quarters before, as far as the workspace has returns of them: what a trend is drawn from. */
import type { Ledger } from '../domain/entry.ts';
import { previousQuarter, type Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { closingDay } from '../domain/filing.ts';
import { ledgerAsOf } from '../domain/ledger.ts';
import { readQuarter } from '../workspace/quarter-inputs.ts';
import { returnFiles, type Workspace } from '../workspace/workspace.ts';

/** A year of quarters is what a chart can show. */
const longest = 7;

/** Oldest first, each as of the day its own papers stood by default. Their messages were told in their own quarter. */
export function historyOf(disk: Disk, workspace: Workspace, quarter: Quarter): readonly Ledger[] {
  const ledgers: Ledger[] = [];
  let before = previousQuarter(quarter);
  while (ledgers.length < longest && returnFiles(disk, before).length > 0) {
    const day = closingDay(workspace.office, before);
    const { reading, previous, earlier } = readQuarter(disk, workspace, { quarter: before, day }).value;
    const returns = { returns: reading.returns, previousReturns: previous.returns, earlierReturns: earlier.returns };
    const parts = { ...workspace, ...returns, quarter: before };
    ledgers.unshift(ledgerAsOf(day, parts).value);
    before = previousQuarter(before);
  }
  return ledgers;
}
