/**
 * Random tables in which every cell speaks its own language: two hanzi that no other cell uses, in a random order. So the words
 * of each cell can be told apart in a finished PDF without believing anything the layout says.
 */
import fc from 'fast-check';
import type { Cell, TableColumn, Row, Table } from '../../../src/document/tree.ts';

const alphabet = gb2312Hanzi();

function gb2312Hanzi(): readonly string[] {
  const bytes: number[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) bytes.push(high, low);
  }
  // 第, 页, 共 and 续 are written by the layout itself.
  return Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(bytes))).filter(
    (each) => !'第页共续'.includes(each),
  );
}

export type Spoken = {
  readonly letters: readonly [string, string];
  readonly text: string;
  readonly isRepeatable: boolean;
};
export type RandomTable = { readonly table: Table; readonly cells: readonly Spoken[] };

type Shape = {
  readonly columns: readonly number[];
  readonly headerRows: number;
  readonly rows: number;
  readonly seed: number;
  readonly longest: number;
  readonly longShare: number;
  readonly merges: number;
};

/** `longest`: characters of the longest cells; some 2,500 fill three pages of a narrow column. */
export function randomTables(limits: {
  readonly rows: number;
  readonly fewest?: number;
  readonly longest: number;
  /** How many of the cells may be as long as that. */
  readonly longShare?: number;
}): fc.Arbitrary<RandomTable> {
  return fc
    .record({
      columns: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }),
      headerRows: fc.integer({ min: 0, max: 2 }),
      rows: fc.integer({ min: limits.fewest ?? 1, max: limits.rows }),
      seed: fc.nat(),
      longest: limits.longShare === undefined ? fc.constantFrom(6, 40, limits.longest) : fc.constant(limits.longest),
      longShare: fc.constant(limits.longShare ?? 0.03),
      merges: fc.constantFrom(0, 0.1, 0.5),
    })
    .map(makeTable);
}

function makeTable(shape: Shape): RandomTable {
  const next = generator(shape.seed);
  const cells: Spoken[] = [];
  const part = (rows: number, isHeader: boolean): readonly Row[] => {
    const taken = Array.from({ length: rows }, () => shape.columns.map(() => false));
    return taken.map((line, row) => ({
      cells: line.flatMap((isTaken, column) => {
        if (isTaken || line[column] === true) return [];
        const span = spanAt(taken, { row, column }, next() < shape.merges ? next : null);
        const length = isHeader ? 1 + Math.floor(next() * 8) : textLength(next, shape);
        return [speak(cells, span, { length, next, isHeader })];
      }),
    }));
  };
  const columns: TableColumn[] = shape.columns.map((share, index) => ({
    share,
    align: (['left', 'center', 'right'] as const)[index % 3] ?? 'left',
    kind: (['text', 'number', 'code'] as const)[(index + shape.seed) % 3] ?? 'text',
  }));
  const header = part(shape.headerRows, true);
  const table: Table = { type: 'table', caption: '', columns, header, rows: part(shape.rows, false) };
  return { table, cells };
}

type Span = { readonly rowSpan: number; readonly columnSpan: number };

/** Takes a rectangle of free places whose top left corner is the given one. */
function spanAt(taken: boolean[][], at: { row: number; column: number }, next: (() => number) | null): Span {
  const wanted =
    next === null ? { rows: 1, columns: 1 } : { rows: 1 + Math.floor(next() * 6), columns: 1 + Math.floor(next() * 3) };
  let columnSpan = 1;
  while (columnSpan < wanted.columns && taken[at.row]?.[at.column + columnSpan] === false) columnSpan++;
  const rowSpan = Math.min(wanted.rows, taken.length - at.row);
  for (let row = at.row; row < at.row + rowSpan; row++) taken[row]?.fill(true, at.column, at.column + columnSpan);
  return { rowSpan, columnSpan };
}

/** Mostly short, sometimes empty, rarely as long as may be. */
function textLength(next: () => number, { longest, longShare }: Shape): number {
  const kind = next();
  if (kind < 0.15) return 0;
  return Math.floor(next() * (kind < 1 - longShare ? Math.min(longest, 30) : longest));
}

type Speech = { readonly length: number; readonly next: () => number; readonly isHeader: boolean };

function speak(cells: Spoken[], span: Span, { length, next, isHeader }: Speech): Cell {
  const first = cells.length * 2;
  const letters = [alphabet[first] ?? '', alphabet[first + 1] ?? ''] as const;
  if (letters[1] === '') throw new Error('too many cells for the alphabet');
  const text = Array.from({ length }, () => (next() < 0.5 ? letters[0] : letters[1])).join('');
  cells.push({ letters, text, isRepeatable: isHeader || span.rowSpan > 1 });
  const lines = length === 0 ? [] : [[{ type: 'text', value: text, isStrong: false } as const]];
  return { lines, ...span, style: length % 5 === 1 ? 'yellow' : 'plain' };
}

/** A small generator of its own, so that a seed says everything about a table. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
