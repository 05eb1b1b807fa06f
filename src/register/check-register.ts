/** What must hold between the rows of the register: numbers once and without gap, replacements told from both sides. */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import type { RegisterRow } from './read-row.ts';

export function checkRegister(rows: readonly RegisterRow[]): readonly Message[] {
  return [
    ...doubleNumbers(rows),
    ...gaps(rows, {
      group: ({ issuerCode, year }) => `${year} ${issuerCode}`,
      count: ({ serial }) => serial,
      column: '序号',
    }),
    ...gaps(rows, { group: ({ year }) => `${year}`, count: ({ ordinal }) => ordinal, column: '登记号' }),
    ...datesOutOfOrder(rows),
    ...replacements(rows),
    ...doubleLetters(rows),
  ];
}

function doubleNumbers(rows: readonly RegisterRow[]): readonly Message[] {
  const first = new Map<string, RegisterRow>();
  return rows.flatMap((row) => {
    const other = first.get(row.number);
    if (other === undefined) first.set(row.number, row);
    if (other === undefined || row.number === '') return [];
    const firstRow = other.cells.row.row;
    return [error(row.cells.place('发文字号'), 'number-twice', { number: row.number, firstRow })];
  });
}

type Sequence = {
  readonly group: (row: RegisterRow) => string;
  readonly count: (row: RegisterRow) => number;
  readonly column: '序号' | '登记号';
};

/** In each group the counts are 1, 2, 3 …; a count that is no number has its own message already. */
function gaps(rows: readonly RegisterRow[], { group, count, column }: Sequence): readonly Message[] {
  const next = new Map<string, number>();
  const ordered = rows.filter((row) => count(row) > 0).toSorted((a, b) => count(a) - count(b));
  return ordered.flatMap((row) => {
    const expected = next.get(group(row)) ?? 1;
    const found = count(row);
    next.set(group(row), Math.max(expected, found + 1));
    const place = row.cells.place(column);
    if (found > expected) return [error(place, 'register-gap', { column, expected, found })];
    return found < expected ? [error(place, 'count-twice', { column, found })] : [];
  });
}

/** Papers are registered in the order of their dates: a later number cannot bear an earlier day. */
function datesOutOfOrder(rows: readonly RegisterRow[]): readonly Message[] {
  const entries = rows.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const ordered = entries.toSorted((a, b) => a.year - b.year || a.ordinal - b.ordinal);
  return ordered.flatMap((entry, at) => {
    const before = ordered[at - 1];
    if (before === undefined || before.issuedOn <= entry.issuedOn) return [];
    return [error(entry.place, 'register-date-order', { number: entry.number, before: before.number })];
  });
}

function replacements(rows: readonly RegisterRow[]): readonly Message[] {
  // Of a number given twice the first row counts; the second has its own message.
  const byNumber = new Map(rows.toReversed().map((row) => [row.number, row]));
  return rows.flatMap((row) => [...replacedBy(row, byNumber), ...replaces(row, byNumber)]);
}

function replacedBy(row: RegisterRow, byNumber: ReadonlyMap<string, RegisterRow>): readonly Message[] {
  const { number, state, cells } = row;
  if (state === 'valid' && row.replacedBy !== null)
    return [error(cells.place('状态'), 'valid-but-replaced', { number })];
  if (state !== 'superseded') return [];
  if (row.replacedBy === null) return [error(cells.place('被替代字号'), 'superseded-by-none', { number })];
  const later = byNumber.get(row.replacedBy);
  const data = { number, other: row.replacedBy };
  if (later === undefined) return [error(cells.place('被替代字号'), 'no-such-number', { written: row.replacedBy })];
  return later.replaces === number ? [] : [error(cells.place('被替代字号'), 'one-sided-replacement', data)];
}

function replaces(row: RegisterRow, byNumber: ReadonlyMap<string, RegisterRow>): readonly Message[] {
  const { number, cells } = row;
  if (row.replaces === null) return [];
  const earlier = byNumber.get(row.replaces);
  const place = cells.place('替代字号');
  if (earlier === undefined) return [error(place, 'no-such-number', { written: row.replaces })];
  if (earlier.replacedBy !== number) return [error(place, 'one-sided-replacement', { number, other: row.replaces })];
  const isLater = row.year > earlier.year || (row.year === earlier.year && row.ordinal > earlier.ordinal);
  return isLater ? [] : [error(place, 'replaced-by-earlier', { number, other: row.replaces })];
}

/** A unit has at most one valid letter a quarter. */
function doubleLetters(rows: readonly RegisterRow[]): readonly Message[] {
  const valid = new Map<string, string>();
  return rows.flatMap(({ entry }) => {
    if (entry === null || entry.kind !== 'letter' || entry.state !== 'valid') return [];
    const key = `${entry.quarter} ${entry.addressee?.code ?? ''}`;
    const other = valid.get(key);
    if (other === undefined) valid.set(key, entry.number);
    return other === undefined ? [] : [error(entry.place, 'two-valid-letters', { number: entry.number, other })];
  });
}
