/** What must be right before a quarter is closed or corrected. */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Quarter } from '../trade/calendar.ts';
import { farFromLast, lateDay } from './date-checks.ts';
import type { RegisterEntry, Register } from './entry.ts';
import { registerFile } from './entry.ts';
import type { CloseRequest, CorrectRequest } from './revision-request.ts';

export function closeProblems(
  { quarter, date, ledgerDay, reason, isThatDay }: Omit<CloseRequest, 'disk' | 'frozen'>,
  register: Register,
): readonly Message[] {
  const closed = register.quarters.get(quarter);
  const standing = standingPaper(quarter, register);
  if (closed !== undefined && standing !== null) {
    const data = { quarter, closedOn: closed.closedOn, number: standing.number };
    return [error(standing.place, 'already-closed', data)];
  }
  return [
    ...(closed !== undefined && reason.trim() === ''
      ? [error(fileOnly(registerFile), 'close-again-reason', { quarter, closedOn: closed.closedOn })]
      : []),
    ...(date < ledgerDay ? [error(null, 'date-before-ledger', { date, quarter, ledgerDay })] : []),
    ...(isThatDay ? [] : lateDay({ date, quarter, ledgerDay })),
  ];
}

/** A paper that speaks by the frozen figures and was not voided: with it out, they cannot be frozen anew. */
function standingPaper(quarter: Quarter, { entries }: Register): RegisterEntry | null {
  const speaks = ({ quarter: of, revision, state }: RegisterEntry): boolean =>
    of === quarter && revision !== null && state !== 'void';
  return entries.find(speaks) ?? null;
}

export function correctProblems(
  { quarter, date, base, basis, isThatDay = true }: Omit<CorrectRequest, 'disk' | 'frozen'>,
  register: Register,
): readonly Message[] {
  const closed = register.quarters.get(quarter);
  if (closed === undefined) return [error(fileOnly(registerFile), 'not-closed-yet', { quarter })];
  const { revision, on } = closed;
  return [
    ...revisionMoved({ quarter, base }, register),
    ...(basis.trim() === '' ? [error(null, 'needs-basis')] : []),
    ...(date < on ? [error(null, 'date-before-revision', { date, quarter, revision, on })] : []),
    ...(isThatDay ? [] : farFromLast(date, register)),
  ];
}

/** What was made by one revision does not hold by another. `base`: null = from figures that were not frozen yet. */
export function revisionMoved(
  { quarter, base }: { readonly quarter: Quarter; readonly base: number | null },
  register: Register,
): readonly Message[] {
  const revision = register.quarters.get(quarter)?.revision ?? null;
  return revision === base ? [] : [error(fileOnly(registerFile), 'revision-moved', { quarter })];
}
