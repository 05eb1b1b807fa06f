/** A table measured: every cell with its box and its text in lines, before anything is placed on a page. */
import { inlineText } from '../../../document/text.ts';
import type { Cell, TableColumn, Row, Table } from '../../../document/tree.ts';
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
  readonly align: TableColumn['align'];
  readonly style: Cell['style'];
  readonly isHeader: boolean;
};

export type MeasuredRow = { readonly cells: readonly MeasuredCell[] };

export type MeasuredTable = {
  readonly type: TableType;
  readonly header: readonly MeasuredRow[];
  /** Measured one by one while they are placed: a long table is never held as a whole. Read once. */
  readonly rows: Iterable<MeasuredRow>;
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
  // The cells' pieces are numbered in the order in which they are measured.
  let next = setting.pieces.number(`${setting.key}/cells`) ?? 0;
  const numberOf = (text: string): number | null => (text === '' ? null : next++);
  const header = [...measureRows(table.header, { table, setting, numberOf, isHeader: true })];
  const rows = measureRows(table.rows, { table, setting, numberOf, isHeader: false });
  return { type: setting.type, header, rows };
}

type Part = {
  readonly table: Table;
  readonly setting: TableSetting;
  /** The number of the next line's piece; null when the line is empty. */
  readonly numberOf: (text: string) => number | null;
  readonly isHeader: boolean;
};

function* measureRows(rows: readonly Row[], part: Part): Generator<MeasuredRow> {
  // How many rows more each column is covered from above.
  const covered = part.table.columns.map(() => 0);
  for (const [index, row] of rows.entries()) {
    const left = rows.length - index;
    const cells = row.cells.map((cell) => {
      const first = Math.max(0, covered.indexOf(0));
      const span = {
        first,
        end: Math.min(first + cell.columnSpan, covered.length),
        rows: Math.min(cell.rowSpan, left),
      };
      covered.fill(span.rows, span.first, span.end);
      return measureCell(cell, part, span);
    });
    covered.forEach((count, column) => {
      covered[column] = Math.max(0, count - 1);
    });
    yield { cells };
  }
}

type Span = { readonly first: number; readonly end: number; readonly rows: number };

function measureCell(cell: Cell, part: Part, { first, end, rows: rowSpan }: Span): MeasuredCell {
  const { setting, table, isHeader } = part;
  const boxes = setting.boxes.slice(first, end);
  const width = boxes.reduce((sum, box) => sum + box.width, 0);
  const column = table.columns[first];
  const room = (width - 2 * setting.type.padX) / setting.type.size;
  const role = isHeader || cell.style === 'strong' ? 'heading' : 'body';
  const measure = { first: room, rest: room, anywhere: column?.kind === 'code' && !isHeader };
  const lines: SetLine[] = [];
  for (const inlines of cell.lines) {
    const piece = part.numberOf(inlineText(inlines));
    for (const line of breakLines(lettersOf(inlines, role, setting.faces), measure)) lines.push({ line, piece });
  }
  return {
    x: boxes[0]?.x ?? 0,
    width,
    isFirstColumn: first === 0,
    isWholeRow: boxes.length === setting.boxes.length && boxes.length > 1,
    rowSpan,
    lines,
    align: isHeader ? 'center' : (column?.align ?? 'left'),
    style: cell.style,
    isHeader,
  };
}
