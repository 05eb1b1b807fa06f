/** The quarters before in numbers, as far as the workspace has returns of them: what a trend is drawn from. */
import type { Disk } from '../disk/disk.ts';
import { rememberReading } from '../disk/remembered-reading.ts';
import type { Ledger } from '../domain/entry.ts';
import { trendOf, type Trend } from '../domain/figures.ts';
import { refusedFiles } from '../intake/returns/reading.ts';
import type { Message, Result } from '../message/message.ts';
import { previousQuarter } from '../trade/calendar.ts';
import { frozenFigures } from '../register/frozen-quarter.ts';
import { readRegister } from '../register/read-register.ts';
import { returnFiles } from '../workspace/quarter-inputs.ts';
import { identityOfWorkspace } from '../workspace/workspace.ts';
import { liveQuarter, type Standing } from './standing.ts';

/** A year of quarters is what a chart can show. */
const longest = 7;

/**
 * Oldest first: a closed quarter as it was closed, another as of the day its own papers stand. Their messages were told in their own
 * quarter, but for files that cannot be read now.
 */
export function trendBefore(disk: Disk, standing: Pick<Standing, 'workspace' | 'quarter'>): Result<Trend> {
  const identity = identityOfWorkspace(standing.workspace);
  if (identity === null) return readTrend(disk, standing);
  const of = JSON.stringify([identity, standing.quarter]);
  return rememberReading(disk, { kind: 'trend', of }, (from) => readTrend(from, standing)).value;
}

function readTrend(disk: Disk, { workspace, quarter }: Pick<Standing, 'workspace' | 'quarter'>): Result<Trend> {
  const { value: register } = readRegister(disk);
  const ledgers: Ledger[] = [];
  const messages: Message[] = [];
  let before = previousQuarter(quarter);
  while (ledgers.length < longest) {
    const isClosed = register.quarters.has(before);
    if (!isClosed && returnFiles(disk, before).length === 0) break;
    const figured = isClosed
      ? frozenFigures(disk, register, { quarter: before, revision: null })
      : liveQuarter(disk, { workspace, register, quarter: before, asOf: null });
    messages.push(...refusedFiles(figured.messages));
    if (figured.value === null) break;
    ledgers.unshift(figured.value.ledger);
    before = previousQuarter(before);
  }
  return { value: trendOf(ledgers), messages };
}
