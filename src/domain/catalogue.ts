/**
 * Catalogue 任务目录: what was promised, as the source document says it. Names of units are as written, cleaned of
 * punctuation only; the roster resolves them later (DESIGN.md §4).
 */
import type { HashedFile } from '../disk/sha256.ts';
import type { Place } from '../message/message.ts';
import type { CalendarDate } from '../trade/calendar.ts';

/** First and last line of a thing in its source (paragraph numbers for .docx, row numbers for tables), from 1. */
export type SourcePlace = { readonly line: number; readonly endLine: number };

/** One numbered task. A task that names no unit at all is still a task, with a message. */
export type Task = {
  /**
   * The key of a task, in every file and for every function, and nothing reads anything into it. Of the first document it is the number, bare: `12`, or
   * `二.（一）.12` shortened to what is needed where numbers restart (breakdown/id.ts). A further document's tasks stand in seeds/catalogue.csv under
   * keys that name it: `乙:12`.
   */
  readonly id: string;
  /** The number as printed: `12`, `（三）`. */
  readonly no: string;
  /** The task's sentences, without number and labels, wrapped lines joined. */
  readonly text: string;
  /** Titles of the headings above it, outermost first, as printed with their numbers. */
  readonly section: readonly string[];
  readonly leads: readonly string[];
  readonly cooperators: readonly string[];
  /** For layouts that name no lead (责任单位 alone). */
  readonly responsible: readonly string[];
  /** The names end in 等有关单位: an open set, printed but never assessed. */
  readonly andOthers: boolean;
  /** 各单位 (or its like) stands among the units. */
  readonly allUnits: boolean;
  /** As written: `2024年6月底前`, `持续推进`; null where the source gives none. */
  readonly deadline: string | null;
  /** 责任领导 / 分管领导, 工作目标, 工作标准 where a source has them. */
  readonly leaders: readonly string[];
  readonly target: string | null;
  readonly standard: string | null;
  /** 备注, and cells of columns that no other field takes, as `表头：内容`. */
  readonly notes?: readonly string[];
  readonly place: SourcePlace;
  /** 撤销 by the day that is looked at: no light, no score, and nobody reports on it any more (task-change.ts). */
  readonly dropped?: { readonly on: CalendarDate; readonly basis: string } | null;
  /** What was done to it by then, in order; not there in a catalogue that was read from the breakdown alone. */
  readonly acts?: readonly { readonly kind: TaskChangeKind; readonly on: CalendarDate; readonly basis: string }[];
  /** Of a task that was added by an act: the row that added it. */
  readonly origin?: Place;
};

/** 新增 · 撤销 · 恢复 · 调整表述 */
export type TaskChangeKind = 'add' | 'drop' | 'restore' | 'reword';

export type SectionHeading = { readonly level: number; readonly text: string; readonly place: SourcePlace };

export type Catalogue = {
  readonly title: string;
  /** Path relative to the workspace, and SHA-256 of its bytes in hex. */
  readonly source: HashedFile;
  /** Years, from the title. */
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly headings: readonly SectionHeading[];
  /** Text that is neither heading nor task (preamble, 总体要求), paragraph by paragraph. */
  readonly preamble: readonly { readonly text: string; readonly place: SourcePlace }[];
  readonly tasks: readonly Task[];
};
