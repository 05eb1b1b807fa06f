/** What runs beside the program: the library that reads old workbooks, with limits of its own. Nothing here may use a name of this file's outside. */

/** A cell as the library gives it: row and column from 1, its type (n, s, b, e, d), value, the text it shows, number format. */
export type OldCell = readonly [
  row: number,
  column: number,
  type: string,
  value: string | number | boolean,
  shown: string,
  format: string,
];

/** Row and column from 1. */
export type StruckCells = readonly (readonly [row: number, column: number])[];

/** Of every sheet, in order. */
export type StruckIn = (library: Library, bytes: Uint8Array, rows: number) => readonly StruckCells[];

export type OldSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly OldCell[];
  /** From 1. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Cells all of whose text is struck out; what is struck out within a cell does not show. */
  readonly struck: StruckCells;
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
};

export type OldWorkbook = { readonly sheets: readonly OldSheet[]; readonly is1904: boolean };

/** The part of the library that is used. */
export type Library = {
  readonly read: (bytes: Uint8Array, options: Readonly<Record<string, unknown>>) => LibraryBook;
  /** Ours, put beside the library's own. */
  readonly struckIn: StruckIn;
  readonly CFB: {
    readonly read: (bytes: Uint8Array, options: { readonly type: 'buffer' }) => unknown;
    readonly find: (container: unknown, name: string) => { readonly content: Uint8Array } | null;
  };
};

type LibraryBook = {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, LibrarySheet>>;
  readonly Workbook?: {
    readonly Sheets?: readonly { readonly Hidden?: number }[];
    readonly WBProps?: { readonly date1904?: boolean };
  };
};

type LibrarySheet = {
  readonly '!data'?: readonly (readonly (LibraryCell | null | undefined)[] | null | undefined)[];
  readonly '!merges'?: readonly { readonly s: LibraryPlace; readonly e: LibraryPlace }[];
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | null | undefined)[];
  readonly '!cols'?: readonly ({ readonly hidden?: boolean } | null | undefined)[];
};

type LibraryPlace = { readonly r: number; readonly c: number };
type LibraryCell = {
  readonly t: string;
  readonly v?: string | number | boolean | null;
  readonly w?: string;
  readonly z?: string | number;
};

/** Reads a workbook with the library; what it gives is plain data, to be sent back. */
export function readOld(library: Library, bytes: Uint8Array, rows: number): OldWorkbook {
  const book = library.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellStyles: true, sheetRows: rows });
  const hiddenIn = (
    list: readonly ({ readonly hidden?: boolean } | null | undefined)[] | undefined,
  ): readonly number[] => {
    const hidden: number[] = [];
    // Sparse lists come along.
    for (let at = 0; at < Math.min(list?.length ?? 0, rows); at += 1)
      if (list?.[at]?.hidden === true) hidden.push(at + 1);
    return hidden;
  };
  const struck = library.struckIn(library, bytes, rows);
  const sheets = book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name] ?? {};
    const cells: OldCell[] = [];
    for (const [r, row] of (sheet['!data'] ?? []).entries())
      for (const [c, cell] of (row ?? []).entries())
        if (cell?.v !== undefined && cell.v !== null)
          cells.push([r + 1, c + 1, cell.t, cell.v, cell.w ?? '', String(cell.z ?? 'General')]);
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    }));
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return {
      name,
      isHidden,
      cells,
      hiddenRows: hiddenIn(sheet['!rows']),
      hiddenColumns: hiddenIn(sheet['!cols']),
      struck: struck[index] ?? [],
      merges,
    };
  });
  return { sheets, is1904: book.Workbook?.WBProps?.date1904 === true };
}
