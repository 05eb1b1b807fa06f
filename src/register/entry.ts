/** Register 发文登记簿: what has been issued, and which paper replaced which. Rows are added and marked 废止, never taken out. */
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Document, DocumentNumber } from '../document/tree.ts';
import type { DraftKind, Facts } from './draft.ts';
import type { Place } from '../message/message.ts';

export const registerFolder = 'inputs/register';
export const registerFile = `${registerFolder}/register.csv`;
export const issuedFolder = 'out/issued';

/** 有效 · 废止 */
export type State = 'valid' | 'superseded';

export type Addressee = { readonly code: string; readonly name: string };

/** One fact that differs between an issued paper and today; null = it is not there at all. */
export type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type HashedFile = { readonly path: string; readonly sha256: string };

/**
 * What is kept of one issued paper, as JSON beside register.csv: enough to print it again and to say what it claimed. Written
 * once and never changed: what happens to the paper later stands in register.csv.
 */
export type IssuedRecord = {
  readonly version: 1;
  /** `X督〔2024〕5号` */
  readonly number: string;
  readonly documentNumber: DocumentNumber & { readonly serial: number };
  readonly kind: DraftKind;
  readonly quarter: Quarter;
  readonly issuedOn: CalendarDate;
  readonly addressee: Addressee | null;
  /** The frozen files in out/issued, the first one leading. */
  readonly files: readonly HashedFile[];
  /** What made the bytes: program version, styles, fonts; for `reprint` to say why it cannot repeat them. */
  readonly writer: string;
  /** The number that this paper replaces, and what differs from it. */
  readonly replaces: string | null;
  readonly changes: readonly Change[];
  readonly facts: Facts;
  readonly document: Document;
};

/** One row of register.csv, with the facts of its record. */
export type Entry = {
  /** 登记号: runs through the whole year, over all series. */
  readonly ordinal: number;
  readonly number: string;
  readonly issuerCode: string;
  readonly year: number;
  readonly serial: number;
  readonly kind: DraftKind;
  readonly quarter: Quarter;
  readonly title: string;
  readonly addressee: Addressee | null;
  readonly issuedOn: CalendarDate;
  readonly state: State;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly reason: string;
  readonly file: HashedFile;
  readonly record: HashedFile;
  /** Where the row stands, for messages. */
  readonly place: Place;
};

/** The register with the records of its papers, by number. */
export type Register = {
  readonly entries: readonly Entry[];
  readonly records: ReadonlyMap<string, IssuedRecord>;
};

export const emptyRegister: Register = { entries: [], records: new Map() };

export const kindWords = {
  letter: '督办通知',
  report: '督查通报',
  reminder: '催办通知',
  notice: '职责调整通知',
} as const satisfies Record<DraftKind, string>;

export const stateWords = { valid: '有效', superseded: '废止' } as const satisfies Record<State, string>;
