/** `close Q --date D`: the quarter's figures are frozen with everything they were made from. The first `issue` does it too. */
import { archivedNumbers } from '../archive/archived-numbers.ts';
import type { Disk } from '../disk/disk.ts';
import { printFrozen } from '../domain/frozen-quarter.ts';
import { errorsOf, hasErrors, type Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import type { ClosedQuarter } from '../register/entry.ts';
import { closeQuarter, closeQuarterDry } from '../register/revise-quarter.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import { registerToAdd } from './register-to-add.ts';
import { closingParts } from './closing-parts.ts';
import { liveQuarter } from './standing.ts';

export type CloseAsked = {
  readonly quarter: Quarter;
  readonly date: CalendarDate;
  /** Why it is closed once more, when all its papers are void; '' the first time. */
  readonly reason: string;
  readonly isThatDay: boolean;
  readonly isDry: boolean;
};

/** Null with an error. */
export async function close(disk: Disk, asked: CloseAsked): Promise<Result<ClosedQuarter | null>> {
  const { quarter, isDry, ...act } = asked;
  const workspace = readWorkspace(disk);
  const { value: register, messages: registered } = registerToAdd(disk);
  const told = [...workspace.messages, ...errorsOf(registered)];
  if (workspace.value === null) return failed(told);
  const live = liveQuarter(disk, { workspace: workspace.value, register, quarter, asOf: null });
  const found = [...told, ...live.messages];
  if (hasErrors(found)) return failed(found);
  const { parts, ...figured } = live.value;
  const request = {
    ...act,
    disk,
    known: archivedNumbers(disk),
    quarter,
    ledgerDay: parts.day,
    frozen: printFrozen(closingParts(disk, parts), figured),
  };
  const { value, messages } = isDry ? closeQuarterDry(request) : await closeQuarter(request);
  return { value, messages: [...found, ...messages] };
}
