/** One row of register.csv, compared cell by cell with the record it names. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import type { Cells } from '../table/cells.ts';
import { sha256 } from '../disk/sha256.ts';
import { liesBelow } from '../trade/file-name.ts';
import type { Entry, IssuedRecord, State } from './entry.ts';
import { registerFolder, stateWords } from './entry.ts';
import { parseRecord } from './record.ts';
import type { RegisterColumn } from './register-table.ts';
import { cellsOfEntry, registerColumns } from './register-table.ts';

/** What the row itself says, for the checks across rows; `entry` and `record` are null when the record does not hold. */
export type RegisterRow = {
  readonly ordinal: number;
  readonly number: string;
  readonly issuerCode: string;
  readonly year: number;
  readonly serial: number;
  readonly state: State | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly recordPath: string;
  readonly entry: Entry | null;
  readonly record: IssuedRecord | null;
  readonly cells: TypedCells;
};

/** The cells of a row by the names of the register's own columns. */
type TypedCells = Omit<Cells, 'text' | 'place' | 'date'> & {
  readonly text: (column: RegisterColumn) => string;
  readonly place: (column?: RegisterColumn) => ReturnType<Cells['place']>;
  readonly date: (column: RegisterColumn) => ReturnType<Cells['date']>;
};

const states: ReadonlyMap<string, State> = new Map([
  [stateWords.valid, 'valid'],
  [stateWords.superseded, 'superseded'],
]);

export function readRow(disk: Disk, cells: Cells): Result<RegisterRow> {
  const typed: TypedCells = cells;
  const record = readRecordOf(disk, typed);
  const raw = {
    ordinal: wholeNumber(typed, '登记号'),
    number: typed.text('发文字号'),
    issuerCode: typed.text('系列'),
    year: wholeNumber(typed, '年度'),
    serial: wholeNumber(typed, '序号'),
    state: cells.word('状态', states),
    replaces: typed.text('替代字号') || null,
    replacedBy: typed.text('被替代字号') || null,
    recordPath: typed.text('登记件'),
  };
  if (typed.text('状态') === '') typed.report(error(typed.place('状态'), 'missing-value', { column: '状态' }));
  const entry = record === null ? null : entryOf(raw, record, typed);
  const differences = entry === null ? [] : compareCells(entry, typed);
  return { value: { ...raw, entry, record, cells: typed }, messages: [...cells.messages, ...differences] };
}

function wholeNumber(cells: TypedCells, column: RegisterColumn): number {
  const written = cells.text(column).normalize('NFKC');
  if (/^[1-9]\d{0,8}$/u.test(written)) return Number(written);
  cells.report(error(cells.place(column), 'register-no-number', { column, written }));
  return 0;
}

function readRecordOf(disk: Disk, cells: TypedCells): IssuedRecord | null {
  const path = cells.text('登记件');
  const hash = cells.text('登记件校验码');
  if (!isHash(hash)) cells.report(error(cells.place('登记件校验码'), 'bad-hash', { written: hash }));
  const bytes = liesBelow(registerFolder, path) ? disk.read(path) : null;
  if (bytes === null) {
    cells.report(error(cells.place('登记件'), 'record-missing', { path }));
    return null;
  }
  const record = sha256(bytes) === hash ? parseRecord(bytes) : null;
  if (record === null && isHash(hash)) cells.report(error(cells.place('登记件校验码'), 'record-changed', { path }));
  return record;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/u.test(text);
}

type Raw = Pick<RegisterRow, 'ordinal' | 'state' | 'replacedBy' | 'recordPath'>;

/** What only the row knows (its running number, what became of it, the reason in words) with what the record proves. */
function entryOf(raw: Raw, record: IssuedRecord, cells: TypedCells): Entry | null {
  const { ordinal, state, replacedBy } = raw;
  const [file] = record.files;
  if (state === null || file === undefined) return null;
  const { number, documentNumber, kind, quarter, addressee, issuedOn, replaces } = record;
  const { issuerCode, year, serial } = documentNumber;
  const title = record.document.meta.title;
  const proved = { number, issuerCode, year, serial, kind, quarter, title, addressee, issuedOn, replaces, file };
  const kept = { path: raw.recordPath, sha256: cells.text('登记件校验码') };
  return { ordinal, ...proved, state, replacedBy, reason: cells.text('原因'), record: kept, place: cells.place() };
}

/** Every cell must say what the record says; a hand edit is found whatever the column. */
function compareCells(entry: Entry, cells: TypedCells): readonly Message[] {
  const recorded = cellsOfEntry(entry);
  return registerColumns.flatMap((column, at) => {
    const written = cells.text(column);
    const expected = (recorded[at] ?? '').trim();
    if (isSame(column, { written, expected }, cells)) return [];
    return [error(cells.place(column), 'register-differs', { column, written, recorded: expected })];
  });
}

/** Excel makes 2024-10-15 into 2024/10/15 and 012 into 12 when it saves a CSV: no edit, so no error. */
function isSame(
  column: RegisterColumn,
  { written, expected }: { readonly written: string; readonly expected: string },
  cells: TypedCells,
): boolean {
  if (written === expected) return true;
  if (column === '成文日期') return cells.date(column) === expected;
  const isCode = column === '单位代码' || column === '登记号' || column === '年度' || column === '序号';
  return isCode && withoutZeros(written) === withoutZeros(expected);
}

function withoutZeros(text: string): string {
  return text.normalize('NFKC').replace(/^0+(?=\d)/u, '');
}
