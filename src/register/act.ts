/**
 * Act: what an office did, one line of register.csv each, only ever added. States (有效, 废止, 作废, 撤回) are never written down: they
 * follow from the acts.
 */
import type { HashedFile } from '../disk/sha256.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { DraftKind } from './draft.ts';

export type Addressee = { readonly code: string; readonly name: string };

/** What was frozen with a paper: as an annex of it, or a table for reference (the ledger). `title`: for the archive's directory. */
export type AnnexFile = HashedFile & { readonly title: string; readonly use: 'annex' | 'reference' };

/** 印发: one paper got its number and went out. */
export type IssueAct = {
  readonly type: 'issue';
  /** 成文日期 */
  readonly date: CalendarDate;
  readonly quarter: Quarter;
  /** The revision of the frozen quarter by which it speaks; null for one that speaks of its own day (a reminder). */
  readonly revision: number | null;
  /** 登记号: runs through the whole year, over all series. */
  readonly ordinal: number;
  readonly number: string;
  readonly issuerCode: string;
  readonly year: number;
  readonly serial: number;
  readonly kind: DraftKind;
  /** What the kind was called then: a kind may be renamed, an act is not. */
  readonly kindName: string;
  readonly title: string;
  readonly addressee: Addressee | null;
  readonly replaces: string | null;
  readonly reason: string;
  readonly file: HashedFile;
  readonly record: HashedFile;
};

/** 关账: the figures of a quarter were frozen as of the ledger's day. `frozen`: what was frozen; its bytes are the caller's matter. */
export type CloseAct = {
  readonly type: 'close';
  readonly date: CalendarDate;
  readonly quarter: Quarter;
  readonly revision: number;
  readonly ledgerDay: CalendarDate;
  readonly reason: string;
  readonly frozen: HashedFile;
};

/** 更正: one figure of a closed quarter was corrected, which gave the next revision of it. `reason`: the basis. */
export type CorrectAct = {
  readonly type: 'correct';
  readonly date: CalendarDate;
  readonly quarter: Quarter;
  readonly revision: number;
  readonly reason: string;
  readonly frozen: HashedFile;
};

/** 作废 (void): the paper was never sent; what it replaced is valid again. Its number stays spent. */
export type VoidAct = {
  readonly type: 'void';
  readonly date: CalendarDate;
  readonly quarter: Quarter;
  readonly number: string;
  readonly reason: string;
};

/** 撤回: the paper had been sent. `notice`: the number of the paper that tells so, which is issued right after. */
export type RecallAct = Omit<VoidAct, 'type'> & { readonly type: 'recall'; readonly notice: string };

export type Act = IssueAct | CloseAct | CorrectAct | VoidAct | RecallAct;

export const actWords = {
  issue: '印发',
  close: '关账',
  correct: '更正',
  void: '作废',
  recall: '撤回',
} as const satisfies Record<Act['type'], string>;
