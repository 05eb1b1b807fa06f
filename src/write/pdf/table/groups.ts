/** Rows that a page should keep together: those joined by row spans, and a heading row with the row under it; and their heights. */
import type { MeasuredRow, TableType } from './cells.ts';

/** The rows in their groups, read on only as far as each group goes. */
export function* rowGroups(rows: Iterator<MeasuredRow>): Generator<readonly MeasuredRow[]> {
  for (;;) {
    const group = nextGroup(rows);
    if (group.length === 0) return;
    yield group;
  }
}

/** The last row, where a form is signed, begins no page alone. */
export function* lastTwoTogether(
  groups: Iterator<readonly MeasuredRow[], void>,
  fits: (rows: readonly MeasuredRow[]) => boolean,
): Generator<readonly MeasuredRow[], void> {
  let before = groups.next();
  if (before.done === true) return;
  for (let current = groups.next(); current.done !== true;) {
    const following = groups.next();
    const joined = [...before.value, ...current.value];
    if (following.done === true && fits(joined)) {
      yield joined;
      return;
    }
    yield before.value;
    before = current;
    current = following;
  }
  yield before.value;
}

/** Up to the last row that a span, or a heading, ties to the first. */
function nextGroup(rows: Iterator<MeasuredRow>): readonly MeasuredRow[] {
  const group: MeasuredRow[] = [];
  let end = 1;
  while (group.length < end) {
    const { value: row, done } = rows.next();
    if (done === true) break;
    const index = group.length;
    group.push(row);
    if (isHeading(row)) end = Math.max(end, index + 2);
    for (const { rowSpan } of row.cells) end = Math.max(end, index + rowSpan);
  }
  return group;
}

/** One cell over the whole width names the rows under it. */
function isHeading({ cells }: MeasuredRow): boolean {
  return cells.length === 1 && cells[0]?.isWholeRow === true;
}

/** The height of rows set without a page break. */
export function partHeight(rows: readonly MeasuredRow[], type: TableType): number {
  const least = 2 * type.padY + type.pitch;
  // What the rows so far must come to, by the row that a span ends with.
  const needs = rows.map(() => 0);
  let height = 0;
  rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const last = Math.min(rows.length, index + cell.rowSpan) - 1;
      const need = height + 2 * type.padY + Math.max(1, cell.lines.length) * type.pitch;
      needs[last] = Math.max(needs[last] ?? 0, need);
    }
    height = Math.max(height + least, needs[index] ?? 0);
  });
  return height;
}
