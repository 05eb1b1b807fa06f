/** A workbook of one sheet that is to be written: what stands in it, how it looks, what may be typed, how it prints. */

export type CellLook = {
  readonly face: string;
  /** Points. */
  readonly size: number;
  /** RRGGBB; null = none. */
  readonly fill: string | null;
  readonly isBordered: boolean;
  readonly horizontal: 'general' | 'center';
  readonly vertical: 'top' | 'center';
  /** `@` is text: it keeps the zeros of numbers and is never made a date or a formula. */
  readonly format: 'General' | '@' | '0' | '0%' | 'yyyy-mm-dd';
  readonly isLocked: boolean;
};

/** A string is text whatever it begins with: no program runs it as a formula. */
export type NewCell = { readonly value: string | number | null; readonly look: CellLook };

export type NewRow = {
  readonly cells: readonly NewCell[];
  /** Points, at most `heightLimit`. Programs keep it until somebody types into the row, then fit it anew. */
  readonly height: number;
  /** The one cell reaches over all columns. */
  readonly isMerged: boolean;
};

/** The most that Excel takes for a row, in points. */
export const heightLimit = 409.5;

/** What may stand in a column from row to row, all counted from 1; a blank always may. */
export type Limit = {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly error: string;
  /** One of the words, which together take at most 255 characters and hold no comma; or a number between two, both ends in. */
  readonly rule: { readonly words: readonly string[] } | { readonly least: number; readonly most: number };
};

export type NewSheet = {
  readonly name: string;
  /** Of each column, in digits of the standard face. */
  readonly widths: readonly number[];
  readonly rows: readonly NewRow[];
  readonly limits: readonly Limit[];
  /** Columns and rows that stay in view; both at least 1. */
  readonly frozen: { readonly columns: number; readonly rows: number };
  /** Row that is printed at the head of every page. */
  readonly titleRow: number;
  /** With `&P` and `&N` for the page and their number. */
  readonly footer: string;
  /** Locked cells cannot be changed; without a password, so that whoever has to can. */
  readonly isProtected: boolean;
};

/** The face of the Normal style, by whose digits widths are measured. */
export const standardFont = { face: '宋体', size: 11 } as const;
