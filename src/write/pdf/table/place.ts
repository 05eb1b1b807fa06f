/**
 * A measured table on the pages of a flow. Row by row: a row that fits goes down; one that does not begins a new page under the
 * repeated header; one taller than a page is split between lines and marked 续. Spans end where the page ends and go on with
 * the next, their words repeated there when all had been said.
 */
import type { FaceSet } from '../face.ts';
import { hair, type PageFlow } from '../flow.ts';
import type { MeasuredRow, MeasuredTable, TableType } from './cells.ts';
import { borderRules, type CellBox } from './borders.ts';
import { drawPart } from './draw.ts';
import { lastTwoTogether, partHeight, rowGroups } from './groups.ts';
import { neededHeight, openCell, takePart, type CellPart, type OpenCell } from './open-cell.ts';

export type TableAt = {
  readonly flow: PageFlow;
  readonly faces: FaceSet;
  /** The height of what follows the table and must have its last rows on its page; 0 = nothing. */
  readonly closing: number;
};

export function placeTable({ flow, faces, closing }: TableAt, table: MeasuredTable): void {
  const { type } = table;
  const fullHeight = flow.area().height;
  // A header that leaves too little room under it is an ordinary row: split like one, and not repeated.
  const repeats = table.header.length > 0 && partHeight(table.header, type) + 4 * type.pitch < fullHeight / 2;
  const header = repeats ? table.header : [];
  const job: Job = { flow, type, faces, header, boxes: [], open: [], isAtPartTop: true, rows: 0 };
  const headerHeight = partHeight(header, type);
  const freshRoom = fullHeight - headerHeight;
  const groups = neededGroups(repeats ? table.rows : chained(table.header, table.rows), { type, closing, freshRoom });
  let isBegun = false;
  for (const { group, height } of groups) {
    if (!isBegun) begin(job, headerHeight + Math.min(height, freshRoom));
    isBegun = true;
    if (height > flow.room() + hair && height <= freshRoom + hair && !job.isAtPartTop) turnPage(job);
    for (const row of group) placeRow(job, row, freshRoom);
  }
  if (!isBegun) begin(job, headerHeight);
  flow.draw(borderRules(job.boxes));
}

function begin(job: Job, needed: number): void {
  job.flow.reserve(Math.min(needed, job.flow.area().height));
  placeHeader(job, false);
}

function* chained<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

type Needs = { readonly type: TableType; readonly closing: number; readonly freshRoom: number };
type NeededGroup = { readonly group: readonly MeasuredRow[]; readonly height: number };

/** Each group with the room that it needs; the last one needs room for what closes the paper too, where a page has it. */
function* neededGroups(rows: Iterable<MeasuredRow>, { type, closing, freshRoom }: Needs): Generator<NeededGroup> {
  const groups = lastTwoTogether(
    rowGroups(rows[Symbol.iterator]()),
    (rowsOf) => partHeight(rowsOf, type) <= freshRoom / 2,
  );
  let current = groups.next();
  while (current.done !== true) {
    const following = groups.next();
    const height = partHeight(current.value, type);
    const isClosing = following.done === true && height + closing <= freshRoom;
    yield { group: current.value, height: isClosing ? height + closing : height };
    current = following;
  }
}

type Job = {
  readonly flow: PageFlow;
  readonly type: TableType;
  readonly faces: FaceSet;
  readonly header: readonly MeasuredRow[];
  /** Boxes of the current page, for its grid. */
  boxes: CellBox[];
  open: OpenCell[];
  /** No row stands on this page yet, under the header if there is one. */
  isAtPartTop: boolean;
  /** Rows placed so far. */
  rows: number;
};

function placeRow(job: Job, row: MeasuredRow, freshRoom: number): void {
  const index = job.rows;
  job.rows += 1;
  for (const cell of row.cells) job.open.push(openCell(cell, index, job.flow.top()));
  for (;;) {
    const needed = rowHeight(job, index);
    if (needed <= job.flow.room() + hair) break;
    if (!job.isAtPartTop && needed <= freshRoom) turnPage(job);
    else splitRow(job);
  }
  job.flow.advance(rowHeight(job, index));
  job.isAtPartTop = false;
  const ended = job.open.filter((open) => open.endRow <= index + 1);
  job.open = job.open.filter((open) => open.endRow > index + 1);
  drawParts(job, ended);
}

/** From here down to where every cell that ends with this row has said all. */
function rowHeight(job: Job, index: number): number {
  const { type, flow, open } = job;
  let height = 2 * type.padY + type.pitch;
  for (const each of open) {
    if (each.endRow > index + 1) continue;
    height = Math.max(height, neededHeight(each, type) - (flow.top() - each.top));
  }
  return height;
}

/** Fills the page with whole lines of the row and goes on with the next page. */
function splitRow(job: Job): void {
  const { type, flow } = job;
  const lines = Math.floor((flow.room() - 2 * type.padY) / type.pitch + 1e-6);
  if (lines >= 2) flow.advance(2 * type.padY + lines * type.pitch);
  turnPage(job);
}

function turnPage(job: Job): void {
  const { flow } = job;
  drawParts(job, job.open);
  flow.draw(borderRules(job.boxes));
  job.boxes = [];
  flow.newPage();
  placeHeader(job, true);
  for (const open of job.open) open.top = flow.top();
  job.isAtPartTop = true;
}

function placeHeader(job: Job, isRepeated: boolean): void {
  const { flow, type, header } = job;
  const open: OpenCell[] = [];
  header.forEach((row, index) => {
    open.push(...row.cells.map((cell) => openCell(cell, index, flow.top())));
    const ending = open.filter((each) => each.endRow === index + 1);
    const needs = ending.map((each) => neededHeight(each, type) - (flow.top() - each.top));
    flow.advance(Math.max(2 * type.padY + type.pitch, ...needs));
    const parts = ending.map((each) => takePart(each, flow.top(), type)).filter((part) => part !== null);
    parts.forEach((part) => drawOne(job, { ...part, isRepeated }));
  });
}

function drawParts(job: Job, cells: readonly OpenCell[]): void {
  for (const open of cells) {
    const part = takePart(open, job.flow.top(), job.type);
    if (part !== null) drawOne(job, part);
  }
}

function drawOne(job: Job, part: CellPart): void {
  const left = job.flow.area().left;
  job.flow.draw(drawPart(part, { faces: job.faces, type: job.type, left }));
  job.boxes.push({ x: left + part.cell.x, y: part.top, width: part.cell.width, height: part.height });
}
