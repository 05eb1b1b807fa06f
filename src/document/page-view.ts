/**
 * What the quarter's page says, before any HTML: plain data in the order of the page. `src/papers/page.ts` makes it from the domain,
 * `src/write/page/page.ts` writes it; neither knows the other.
 */
import type { Figure } from './tree.ts';

/** The three lights, and none: nothing reported yet, or never judged. */
export type LightTone = 'green' | 'yellow' | 'red' | 'none';

export type PageView = {
  /** The title in two parts, between which it may break: `2024年第四季度`, `责任分解任务督查情况`. */
  readonly period: string;
  readonly subject: string;
  /** Title of the breakdown. */
  readonly breakdown: string;
  readonly office: string;
  /** 统计截至, 报送时限 … */
  readonly facts: readonly FactView[];
  /** Said at the top, such as that all data is invented; empty = nothing. */
  readonly notice: string;
  readonly tiles: readonly Tile[];
  readonly lights: readonly LightShare[];
  readonly figures: readonly PageFigure[];
  readonly matrix: Matrix;
  readonly ledger: PageLedger;
  readonly missing: MissingReturns;
  readonly changes: ChangesView;
  readonly scores: readonly ScoreGroup[];
  readonly papers: readonly PaperGroup[];
};

/** `slimSvg`: the same chart drawn for a telephone. */
export type PageFigure = Figure & { readonly slimSvg: string };

export type FactView = { readonly label: string; readonly value: string };

/** A headline figure; `detail` says what it is a part of. */
export type Tile = {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly tone: LightTone;
};

/** `share` in percent, with one decimal; the shares sum to 100.0. */
export type LightShare = {
  readonly tone: LightTone;
  readonly word: string;
  readonly count: number;
  readonly share: number;
};

/** Units by sections, counting lights. `unit` and `section` are the filter values of the ledger. */
export type Matrix = {
  readonly sections: readonly MatrixSection[];
  readonly rows: readonly MatrixRow[];
  readonly totals: readonly LightCounts[];
  readonly total: LightCounts;
};

/** `chapter`: the headings above, which sections share; empty when there is one level only. */
export type MatrixSection = { readonly key: string; readonly chapter: string; readonly title: string };

export type MatrixRow = {
  readonly unit: string;
  readonly cells: readonly LightCounts[];
  readonly total: LightCounts;
};

export type LightCounts = Readonly<Record<LightTone, number>>;

export type PageLedger = {
  readonly units: readonly string[];
  readonly sections: readonly { readonly key: string; readonly title: string }[];
  readonly statuses: readonly string[];
  readonly lights: readonly { readonly tone: LightTone; readonly word: string }[];
  readonly rows: readonly LedgerRow[];
};

/** One task of one unit, in words. Percents are plain numbers, null where there is none. */
export type LedgerRow = {
  readonly no: string;
  readonly text: string;
  readonly section: string;
  readonly unit: string;
  readonly role: string;
  readonly light: LightTone;
  readonly lightWord: string;
  readonly reason: string;
  readonly status: string;
  readonly percent: number | null;
  readonly planned: number | null;
  readonly filing: string;
  /** YYYY-MM-DD, or empty. */
  readonly deadline: string;
  readonly progress: string;
};

export type MissingReturns = {
  readonly filingDay: string;
  readonly missing: readonly FilingRow[];
  readonly late: readonly FilingRow[];
};

/** `detail`: how late, or since when. */
export type FilingRow = {
  readonly unit: string;
  readonly count: number;
  readonly tasks: string;
  readonly detail: string;
};

/** `since` empty: there was no quarter before to compare with. */
export type ChangesView = { readonly since: string; readonly groups: readonly ChangeGroup[] };

/** `count` in `measure`: entries, or the tasks that the rows belong to. */
export type ChangeGroup = {
  readonly title: string;
  readonly tone: LightTone;
  readonly count: number;
  readonly measure: string;
  readonly rows: readonly ChangeRow[];
};

export type ChangeRow = {
  readonly no: string;
  readonly text: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
};

export type ScoreGroup = { readonly name: string; readonly rows: readonly ScoreRow[] };

export type ScoreRow = {
  readonly rank: string;
  readonly unit: string;
  readonly score: string;
  readonly required: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly closed: number;
  /** Relative path of the unit's scorecard; empty when there is none. */
  readonly paper: string;
};

export type PaperGroup = {
  readonly title: string;
  readonly papers: readonly { readonly title: string; readonly path: string }[];
};
