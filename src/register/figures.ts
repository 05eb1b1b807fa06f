/** The figures by which papers are issued: those that are frozen, or are frozen now. */
import { sha256 } from '../disk/sha256.ts';
import { error, type Message } from '../message/message.ts';
import { paperRow } from '../trade/paper-kinds.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { CloseAct } from './act.ts';
import type { DraftKind } from './draft.ts';
import type { ClosedQuarter, Register } from './entry.ts';
import type { IssueContext } from './issue-context.ts';
import { closeAct } from './revision-acts.ts';
import { revisionMoved } from './revision-checks.ts';

/** `close`: the act to be entered before the papers, with what it freezes. */
export type Speaking = {
  readonly revision: number | null;
  readonly ledgerDay: CalendarDate | null;
  readonly close: { readonly act: CloseAct; readonly frozen: Uint8Array } | null;
  readonly messages: readonly Message[];
};

export function speakingBy(context: IssueContext, register: Register): Speaking {
  const { figures, quarter, date } = context;
  const standing = register.quarters.get(quarter);
  const ledgerDay = standing?.ledgerDay ?? null;
  if (figures === undefined || figures === null) return { revision: null, ledgerDay: null, close: null, messages: [] };
  const { revision, close } = figures;
  // Closed by a killed run of this very command: done once is enough.
  const isClosed = close === null || standing?.frozen.sha256 === sha256(close.frozen);
  if (isClosed || standing !== undefined) {
    const base = isClosed ? revision : null;
    const messages = [...revisionMoved({ quarter, base }, register), ...beforeCorrection(context, standing)];
    return { revision, ledgerDay, close: null, messages };
  }
  const closing = { quarter, date, ...close, reason: '' };
  const act = closeAct(closing, register);
  // The day is checked as that of the papers.
  return { revision: act.revision, ledgerDay: close.ledgerDay, close: { act, frozen: close.frozen }, messages: [] };
}

/** A paper cannot bear a day on which the figures it speaks by were not corrected yet. */
function beforeCorrection({ quarter, date }: IssueContext, standing: ClosedQuarter | undefined): readonly Message[] {
  if (standing === undefined || standing.correction === 0 || date >= standing.on) return [];
  return [error(null, 'date-before-correction', { date, quarter, on: standing.on })];
}

/** Papers issued by name (催办) speak of their own day; they close nothing and name no revision. */
export function speaksByFigures(kind: DraftKind): boolean {
  return paperRow(kind).issued !== 'named';
}
