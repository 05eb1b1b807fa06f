/** What a run of issue or reissue knows, and a paper on its way to a number. */
import type { KnownNumbers } from './known-numbers.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import type { Document } from '../document/tree.ts';
import type { Draft, DraftKind, Facts } from './draft.ts';
import type { Result } from '../message/message.ts';
import type { Change } from './entry.ts';
import type { Series } from './numbering.ts';

/**
 * The bytes of a paper by ending (`docx`, `pdf`), the leading one first. `endings`: the ones wanted, when a paper is printed again as it was
 * issued; otherwise those of the office.
 */
export type Render = (
  document: Document,
  kind: DraftKind,
  endings?: readonly string[],
) => Promise<Result<ReadonlyMap<string, Uint8Array>>>;

export type IssueContext = {
  readonly disk: Disk;
  readonly quarter: Quarter;
  /** Where their drafts lie in out/, when that is not the quarter's folder: the year's (`2024`). */
  readonly period?: string;
  /** 成文日期 of all papers of this run. */
  readonly date: CalendarDate;
  readonly series: Series;
  /** By which frozen figures the papers speak; null or left out for papers of their own day. */
  readonly figures?: FiguresBehind | null;
  /** The clerk said that a day which looks wrong is meant. */
  readonly isThatDay?: boolean;
  /** Drafts that were edited by hand go out as they stand. Left out: drafts are not compared with what stands in out/Q. */
  readonly asEdited?: boolean;
  /** What goes with the 通报 and is frozen with it: paths below its own folder (`assessments/012-区财政局.pdf`). */
  readonly annexes?: readonly Annexed[];
  /** Numbers that others know of (bags): with one that the register lacks, it is an old copy and gives no numbers. */
  readonly known?: NonNullable<KnownNumbers['known']>;
  /** What makes the bytes, in words: program version, styles, fonts. */
  readonly writer: string;
  readonly render: Render;
  /** How many papers are rendered at a time. */
  readonly jobs: number;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly path: string }) => void;
};

/** `title`: for the archive's directory (`考核评分表（区财政局）`); its path when left out. `use`: 'annex' when left out. */
type Annexed = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly title?: string;
  readonly use?: 'annex' | 'reference';
};

/**
 * The frozen figures by which papers were made: `revision`, and what is to be frozen first, in the same transaction, when the quarter is
 * not closed yet.
 */
export type FiguresBehind = {
  readonly revision: number;
  readonly close: { readonly ledgerDay: CalendarDate; readonly frozen: Uint8Array } | null;
};

/** A paper to be issued. `facts`: what it will be measured by from now on. */
export type PaperToIssue = {
  readonly draft: Draft;
  readonly facts: Facts;
  /** The draft as a clerk left it, when it goes out so; null = as it was built. */
  readonly edited?: Uint8Array | null;
  /** By which it speaks; null for one of its own day. */
  readonly revision: number | null;
  readonly replaces: string | null;
  readonly changes: readonly Change[];
  /** 原因 in register.csv. */
  readonly reason: string;
};
