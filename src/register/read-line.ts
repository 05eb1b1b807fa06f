/** One line of register.csv: the act it tells, for an issue compared cell by cell with the record it names. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import { parseQuarter } from '../trade/calendar.ts';
import type { Act } from './act.ts';
import { actWords } from './act.ts';
import { valueOf } from './chain.ts';
import type { IssuedRecord } from './entry.ts';
import { readFrozenFile, readRecord } from './kept.ts';
import { issueOf } from './record.ts';
import type { ActColumn } from './register-table.ts';
import { actColumns, cellsOfAct, chainColumn, positionColumn } from './register-table.ts';
import type { TypedCells } from './typed-cells.ts';
import { wholeNumber } from './typed-cells.ts';

/** What stands in the line; `act` is null when it cannot be told, with an error. */
export type ReadLine = {
  readonly position: number;
  readonly act: Act | null;
  /** Of an issue that holds. */
  readonly record: IssuedRecord | null;
  readonly chain: string;
  readonly recordPath: string;
  /** As written, in the order of the act's columns. */
  readonly written: readonly string[];
  readonly cells: TypedCells;
};

const types: ReadonlyMap<string, Act['type']> = new Map(
  // Entries of a literal object: its keys are the types.
  Object.entries(actWords).map(([type, word]) => [word, type as Act['type']]),
);

export function readLine(disk: Disk, cells: TypedCells): Result<ReadLine> {
  const position = wholeNumber(cells, positionColumn);
  const type = cells.word('事项', types);
  if (cells.text('事项') === '') cells.report(error(cells.place('事项'), 'missing-value', { column: '事项' }));
  const record = type === 'issue' ? readRecord(disk, cells) : null;
  const act = type === null ? null : actOf(type, { disk, cells, record });
  const told = act === null ? [] : compareCells(act, cells);
  const value: ReadLine = {
    position,
    act,
    record,
    chain: cells.text(chainColumn),
    recordPath: cells.text('登记件'),
    written: actColumns.map((column) => cells.text(column)),
    cells,
  };
  return { value, messages: [...cells.messages, ...told] };
}

type Sources = { readonly disk: Disk; readonly cells: TypedCells; readonly record: IssuedRecord | null };

function actOf(type: Act['type'], { disk, cells, record }: Sources): Act | null {
  const kept = { path: cells.text('登记件'), sha256: cells.text('登记件校验码') };
  if (type === 'issue') return record === null ? null : issueOf(record, kept);
  const date = cells.requiredDate('日期');
  const quarter = parseQuarter(cells.text('季度'));
  if (quarter === null)
    cells.report(error(cells.place('季度'), 'register-no-quarter', { written: cells.text('季度') }));
  const reason = cells.text('原因');
  if (type === 'void' || type === 'recall') {
    const number = cells.required('发文字号');
    if (date === null || quarter === null || number === null) return null;
    if (type === 'void') return { type, date, quarter, number, reason };
    return { type, date, quarter, number, reason, notice: cells.text('撤回通知') };
  }
  const frozen = readFrozenFile(disk, cells);
  const revision = wholeNumber(cells, '修订');
  const ledgerDay = type === 'close' ? cells.requiredDate('台账日') : null;
  if (date === null || quarter === null || frozen === null || revision === 0) return null;
  if (type === 'correct') return { type, date, quarter, revision, reason, frozen };
  return ledgerDay === null ? null : { type, date, quarter, revision, ledgerDay, reason, frozen };
}

/** Every cell must say what the act says; what Excel does to dates and codes on saving is no edit. */
function compareCells(act: Act, cells: TypedCells): readonly Message[] {
  const recorded = cellsOfAct(act);
  return actColumns.flatMap((column: ActColumn, at) => {
    const written = cells.text(column);
    const expected = (recorded[at] ?? '').trim();
    if (valueOf(column, written) === valueOf(column, expected)) return [];
    return [error(cells.place(column), 'register-differs', { column, written, recorded: expected })];
  });
}
