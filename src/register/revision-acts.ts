/** The acts that freeze the figures of a quarter. */
import { sha256 } from '../disk/sha256.ts';
import type { CloseAct, CorrectAct } from './act.ts';
import type { Register } from './entry.ts';
import { frozenPath } from './record.ts';
import type { CloseRequest, CorrectRequest } from './revision-request.ts';

type Closing = Pick<CloseRequest, 'quarter' | 'date' | 'ledgerDay' | 'frozen' | 'reason'>;

export function closeAct({ quarter, date, ledgerDay, frozen, reason }: Closing, register: Register): CloseAct {
  const revision = (register.quarters.get(quarter)?.revision ?? 0) + 1;
  const file = { path: frozenPath(quarter, revision), sha256: sha256(frozen) };
  return { type: 'close', date, quarter, revision, ledgerDay, reason: inOneLine(reason), frozen: file };
}

export function correctAct({ quarter, date, base, frozen, basis }: CorrectRequest): CorrectAct {
  const revision = base + 1;
  const file = { path: frozenPath(quarter, revision), sha256: sha256(frozen) };
  return { type: 'correct', date, quarter, revision, reason: inOneLine(basis), frozen: file };
}

/** As it goes into a cell: what a clerk types or pastes may hold line breaks. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
