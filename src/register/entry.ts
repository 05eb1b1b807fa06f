/** Register 发文登记簿: what has been issued and what became of it, derived from its acts (act.ts). */
import { numberedKinds, paperRow } from '../trade/paper-kinds.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Document, DocumentNumber } from '../document/tree.ts';
import type { HashedFile } from '../disk/sha256.ts';
import type { Act, Addressee, AnnexFile, IssueAct } from './act.ts';
import type { DraftKind, Facts } from './draft.ts';
import type { TextChange } from './text-difference.ts';
import type { Place } from '../message/message.ts';

export const registerFolder = 'inputs/register';
export const registerFile = `${registerFolder}/register.csv`;
export const issuedFolder = 'out/issued';

/** 有效 · 废止 (replaced by a later paper) · 作废 (never sent) · 撤回 (sent, and taken back) */
export type State = 'valid' | 'superseded' | 'void' | 'recalled';

/** One fact that differs between an issued paper and today; null = it is not there at all. */
export type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

/**
 * What is kept of one issued paper, as JSON beside register.csv: enough to print it again and to say what it claimed. Written
 * once and never changed: what happens to the paper later are further acts.
 */
export type IssuedRecord = {
  readonly version: 2;
  /** 登记号 */
  readonly ordinal: number;
  /** `X督〔2024〕5号` */
  readonly number: string;
  readonly documentNumber: DocumentNumber & { readonly serial: number };
  readonly kind: DraftKind;
  readonly kindName: string;
  readonly quarter: Quarter;
  /** The revision of the frozen quarter by which the paper speaks; null for one that speaks of its own day. */
  readonly revision: number | null;
  readonly issuedOn: CalendarDate;
  readonly addressee: Addressee | null;
  /** The days by which it asks for answers, in reading order. */
  readonly replyDays: readonly CalendarDate[];
  /** The frozen files in out/issued, the first one leading, and what was frozen with them (tables with the 通报). */
  readonly files: readonly HashedFile[];
  readonly annexes: readonly AnnexFile[];
  /** What made the bytes: program version, styles, fonts; for `reprint` to say why it cannot repeat them. */
  readonly writer: string;
  /** The number that this paper replaces, why, and what differs from it. */
  readonly replaces: string | null;
  readonly reason: string;
  readonly changes: readonly Change[];
  readonly facts: Facts;
  /** Of a paper that went out as a clerk edited it; null for one as it was built. `document` is then what had been built. */
  readonly asEdited: AsEdited | null;
  readonly document: Document;
};

/** What was changed, and the figures in it that nobody has counted. */
export type AsEdited = { readonly changes: readonly TextChange[]; readonly figures: readonly string[] };

/** One issued paper as it stands today. */
export type RegisterEntry = Omit<IssueAct, 'date'> & {
  readonly issuedOn: CalendarDate;
  readonly state: State;
  /** The valid paper that took its place, or the one that did until it was taken back itself. */
  readonly replacedBy: string | null;
  /** Where the act of its issue stands, for messages. */
  readonly place: Place;
};

/** One line of register.csv. */
export type RegisterLine = {
  /** 行次, from 1. */
  readonly position: number;
  readonly act: Act;
  /** Hash over this line and the chain of the line before (chain.ts). */
  readonly chain: string;
  readonly place: Place;
};

/** A frozen figure state of a quarter. */
export type Revision = {
  /** Rises from 1 through the quarter, also over a closing done anew: a revision is never meant twice. */
  readonly revision: number;
  /** How many corrections since the closing: 0 = as closed. */
  readonly correction: number;
  readonly on: CalendarDate;
  readonly basis: string;
  readonly frozen: HashedFile;
};

/** A closed quarter as it stands: by its last closing and the corrections since. */
export type ClosedQuarter = Revision & {
  readonly closedOn: CalendarDate;
  readonly ledgerDay: CalendarDate;
  /** All of them, those of earlier closings too; the last one is this. */
  readonly revisions: readonly Revision[];
};

/** What a seal states: how many lines, and the chain of the last; '' and no date before the first. */
export type Head = { readonly count: number; readonly hash: string; readonly lastDate: CalendarDate | null };

/** The acts, and what follows from them; `entries` by year and 登记号. */
export type Register = {
  readonly lines: readonly RegisterLine[];
  readonly entries: readonly RegisterEntry[];
  readonly quarters: ReadonlyMap<Quarter, ClosedQuarter>;
  readonly head: Head;
  /** The records of the papers, by number. */
  readonly records: ReadonlyMap<string, IssuedRecord>;
};

export const stateWords = {
  valid: '有效',
  superseded: '废止',
  void: '作废',
  recalled: '撤回',
} as const satisfies Record<State, string>;

/** Kinds that are held to what is true now: of these a unit has one valid paper a quarter. */
export const heldKinds: readonly DraftKind[] = numberedKinds.filter((kind) => paperRow(kind).isHeld);
