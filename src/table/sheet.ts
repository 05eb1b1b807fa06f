/** Sheet: a table as it lies in a file, before anyone asks what its columns mean. */
import type { Message } from '../message/message.ts';
import type { Encoding } from './decode.ts';

/** `row` counts as Excel shows it: a cell of several lines stands in one row, and blank lines are rows. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

/**
 * The header of a table: one row as a rule; where names stand in several, those rows and the last one's number. `named`: how many different
 * columns of the form it names.
 */
export type HeaderRow = SheetRow & { readonly parts: readonly SheetRow[]; readonly named: number };

/** A sheet, and its header; null where it has none. `broken`: what is said of rows that could not be split. */
export type HeadedSheet = {
  readonly sheet: Sheet;
  readonly header: HeaderRow | null;
  readonly broken: readonly Message[];
};

export type Sheet = {
  readonly rows: readonly SheetRow[];
  /** Rows that could not be split into cells: the line as one cell; each is one row of the count. */
  readonly brokenRows: readonly SheetRow[];
  /** Rows inside the reach of a broken quote: theirs may be good cells or the rest of a text. */
  readonly doubtfulRows: ReadonlySet<number>;
  readonly encoding: Encoding | 'xlsx';
  readonly look: SheetLook;
};

/** Cells that a workbook shows as one; rows and columns count from 1, ends included. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** What a workbook shows of a sheet beside its texts; a text file shows nothing. Rows count from 1, columns from 0. */
export type SheetLook = {
  /** In the order of their columns and rows; none overlaps another. */
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows of which every text is struck out. */
  readonly struckRows: ReadonlySet<number>;
};

export const plainLook: SheetLook = {
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  struckRows: new Set(),
};

/** One sheet of a workbook, whatever its format. */
export type WorkbookSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly look: SheetLook;
  readonly messages: readonly Message[];
};

export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

/** Enough of a text to know it by, in a message. */
export function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What a cell with a picture is read as, whatever the format keeps of it. */
export const pictureFormula = '=DISPIMG()';

export function isPictureFormula(text: string): boolean {
  return /^(?:=\s*)?(?:_xlfn\.)?DISPIMG\s*\(/iu.test(text.trimStart());
}
