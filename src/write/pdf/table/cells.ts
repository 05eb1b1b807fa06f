/** A table measured: every cell with its box and its text in lines, before anything is placed on a page. */
import type { Cell, Column, Row, Table } from '../../../document/tree.ts';
import type { FaceSet } from '../face.ts';
import { lettersOf } from '../letters.ts';
import { breakLines, type TextLine } from '../lines.ts';
import type { Pieces } from '../pieces.ts';
import type { ColumnBox } from './columns.ts';

export type TableType = { readonly size: number; readonly pitch: number; readonly padX: number; readonly padY: number };

export type SetLine = { readonly line: TextLine; readonly piece: number | null };

export type MeasuredCell = {
  readonly x: number;
  readonly width: number;
  readonly isFirstColumn: boolean;
  /** Spans all columns of a table that has several. */
  readonly isWholeRow: boolean;
  readonly rowSpan: number;
  readonly lines: readonly SetLine[];
  readonly align: Column['align'];
  readonly style: Cell['style'];
  readonly isHeader: boolean;
};

export type MeasuredRow = { readonly cells: readonly MeasuredCell[] };

export type MeasuredTable = {
  readonly type: TableType;
  readonly header: readonly MeasuredRow[];
  readonly rows: readonly MeasuredRow[];
};

export type TableSetting = {
  readonly faces: FaceSet;
  readonly pieces: Pieces;
  readonly type: TableType;
  readonly boxes: readonly ColumnBox[];
  /** The table's key among the pieces. */
  readonly key: string;
};

export function measureTable(table: Table, setting: TableSetting): MeasuredTable {
  const header = measureRows(table.header, { table, setting, firstRow: 0, isHeader: true });
  const rows = measureRows(table.rows, { table, setting, firstRow: table.header.length, isHeader: false });
  return { type: setting.type, header, rows };
}

type Part = {
  readonly table: Table;
  readonly setting: TableSetting;
  /** The number of the part's first row in the whole table. */
  readonly firstRow: number;
  readonly isHeader: boolean;
};

function measureRows(rows: readonly Row[], part: Part): readonly MeasuredRow[] {
  // How many rows more each column is covered from above.
  const covered = part.table.columns.map(() => 0);
  return rows.map((row, index) => {
    const left = rows.length - index;
    const cells = row.cells.map((cell, number) => {
      const first = Math.max(0, covered.indexOf(0));
      const span = {
        first,
        end: Math.min(first + cell.columnSpan, covered.length),
        rows: Math.min(cell.rowSpan, left),
      };
      covered.fill(span.rows, span.first, span.end);
      return measureCell(cell, { ...part, ...span, key: `${part.firstRow + index}.${number}` });
    });
    covered.forEach((count, column) => {
      covered[column] = Math.max(0, count - 1);
    });
    return { cells };
  });
}

type Span = { readonly first: number; readonly end: number; readonly rows: number; readonly key: string };

function measureCell(cell: Cell, place: Part & Span): MeasuredCell {
  const { setting, table, first, end } = place;
  const boxes = setting.boxes.slice(first, end);
  const width = boxes.reduce((sum, box) => sum + box.width, 0);
  const column = table.columns[first];
  const room = (width - 2 * setting.type.padX) / setting.type.size;
  const role = place.isHeader || cell.style === 'strong' ? 'heading' : 'body';
  const measure = { first: room, rest: room, anywhere: column?.kind === 'code' && !place.isHeader };
  const lines = cell.lines.flatMap((inlines, index) => {
    const piece = setting.pieces.number(`${setting.key}/${place.key}/${index}`);
    const letters = lettersOf(inlines, role, setting.faces);
    return breakLines(letters, measure).map((line) => ({ line, piece }));
  });
  return {
    x: boxes[0]?.x ?? 0,
    width,
    isFirstColumn: first === 0,
    isWholeRow: boxes.length === setting.boxes.length && boxes.length > 1,
    rowSpan: place.rows,
    lines,
    align: place.isHeader ? 'center' : (column?.align ?? 'left'),
    style: cell.style,
    isHeader: place.isHeader,
  };
}
