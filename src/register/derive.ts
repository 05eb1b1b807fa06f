/** What follows from the acts: which papers are valid, which quarters are closed, and the head that a seal states. */
import type { Quarter } from '../trade/calendar.ts';
import type { CloseAct, CorrectAct, IssueAct } from './act.ts';
import type {
  ClosedQuarter,
  RegisterEntry,
  Head,
  IssuedRecord,
  RegisterLine,
  Register,
  Revision,
  State,
} from './entry.ts';

/** The acts are taken as they stand; whether they can follow each other is check-register.ts. */
export function registerOf(lines: readonly RegisterLine[], records: ReadonlyMap<string, IssuedRecord>): Register {
  return { lines, entries: entriesOf(lines), quarters: quartersOf(lines), head: headOf(lines), records };
}

function entriesOf(lines: readonly RegisterLine[]): readonly RegisterEntry[] {
  const takenBack = new Map<string, State>();
  for (const { act } of lines) {
    if (act.type === 'void') takenBack.set(act.number, 'void');
    if (act.type === 'recall') takenBack.set(act.number, 'recalled');
  }
  const replacedBy = new Map<string, string>();
  for (const { act } of lines) {
    // A paper that was never sent replaced nothing; one that was sent and recalled did.
    if (act.type !== 'issue' || act.replaces === null || takenBack.get(act.number) === 'void') continue;
    replacedBy.set(act.replaces, act.number);
  }
  const entries = lines.flatMap(({ act, place }) => {
    if (act.type !== 'issue') return [];
    const successor = replacedBy.get(act.number) ?? null;
    const state = takenBack.get(act.number) ?? (successor === null ? 'valid' : 'superseded');
    return [{ ...paperOf(act), state, replacedBy: successor, place }];
  });
  return entries.toSorted((a, b) => a.year - b.year || a.ordinal - b.ordinal);
}

function paperOf({ date, ...paper }: IssueAct): Omit<RegisterEntry, 'state' | 'replacedBy' | 'place'> {
  return { ...paper, issuedOn: date };
}

function quartersOf(lines: readonly RegisterLine[]): ReadonlyMap<Quarter, ClosedQuarter> {
  const quarters = new Map<Quarter, ClosedQuarter>();
  for (const { act } of lines) {
    if (act.type !== 'close' && act.type !== 'correct') continue;
    const after = revised(quarters.get(act.quarter), act);
    if (after !== null) quarters.set(act.quarter, after);
  }
  return quarters;
}

/** Null for a correction of what was never closed. */
function revised(before: ClosedQuarter | undefined, act: CloseAct | CorrectAct): ClosedQuarter | null {
  const correction = act.type === 'close' ? 0 : (before?.correction ?? 0) + 1;
  const { revision, date: on, reason: basis, frozen } = act;
  const made: Revision = { revision, correction, on, basis, frozen };
  const revisions = [...(before?.revisions ?? []), made];
  if (act.type === 'close') return { ...made, closedOn: act.date, ledgerDay: act.ledgerDay, revisions };
  return before === undefined ? null : { ...before, ...made, revisions };
}

function headOf(lines: readonly RegisterLine[]): Head {
  const last = lines.at(-1);
  return { count: lines.length, hash: last?.chain ?? '', lastDate: last?.act.date ?? null };
}

export const emptyRegister: Register = registerOf([], new Map());
