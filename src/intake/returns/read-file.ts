/** One file of returns: its unit, its rows, and what became of each. */
import { remember, touchAnswer } from '../../disk/memory.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { Return } from '../../domain/return.ts';
import { findUnit } from '../../domain/roster.ts';
import type { Unit } from '../../domain/roster.ts';
import { error, hasErrors } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../../table/file.ts';
import type { ClaimedStatus } from '../../trade/claims.ts';
import { cellsOf } from '../../table/cells.ts';
import type { Cells } from '../../table/cells.ts';
import { collapse, readTable } from '../../table/table.ts';
import type { ReadTable } from '../../table/table.ts';
import type { SheetRow } from '../../table/sheet.ts';
import { referenceColumns, returnForm } from './form.ts';
import { checkRow, filedOnTask } from './sense.ts';
import type { SenseTerms } from './sense.ts';
import type { FileReading, RowReading } from './reading.ts';
import { rememberFile, type FileRead } from './remembered-file.ts';
import { readRow } from './read-row.ts';

type ReadFile = { readonly returns: readonly Return[]; readonly reading: FileReading };

/** `sender`: whom the file's name tells. What its title says comes before, for a mail program may have given the name. */
export function readFile(file: InputFile, sender: Unit | null, terms: SenseTerms): Result<ReadFile> {
  const content = `${file.path}\n${sha256(file.bytes)}`;
  let opened: Result<ReadTable> | null = null;
  const table = (): Result<ReadTable> => (opened ??= remember('return', content, () => readTable(file, returnForm)));
  const of = terms.basis === undefined ? null : `${terms.basis}\n${content}`;
  const { value, messages } = rememberFile(of, terms.roster.units, () =>
    readRows(file, sender, { terms, table: table() }),
  );
  touchAnswer('return', content);
  const { returns, reading } = value;
  return { value: { returns, reading: withTable(reading, () => table().value) }, messages };
}

/** Most readings are asked for nothing but their rows. */
function withTable(reading: FileRead['reading'], table: () => ReadTable): FileReading {
  return {
    ...reading,
    get table() {
      return table();
    },
  };
}

function readRows(
  file: InputFile,
  sender: Unit | null,
  { terms, table }: { readonly terms: SenseTerms; readonly table: Result<ReadTable> },
): Result<FileRead> {
  const unit = titledUnit(table.value, terms) ?? sender;
  const rows = table.value.rows.map((row) => readAndJudge(row, { table: table.value, unit, terms }));
  const returns = rows.flatMap((row) => row.accepted ?? []);
  const readings: readonly RowReading[] = [
    ...rows.map((row) => row.reading),
    ...table.value.skipped.map(({ row }) => ({ row, fate: 'skipped' as const, unit, taskId: null })),
    ...table.value.unreadable.map(({ row }) => ({ row, fate: 'rejected' as const, unit, taskId: null })),
  ];
  const inOrder = readings.toSorted((a, b) => a.row - b.row);
  const said = rows.flatMap((row) => row.messages);
  const messages = inRowOrder(table, collapse(aboutUntouchedForm(file.path, said, rows.length)));
  return { value: { returns, reading: { file: file.path, unit, rows: inOrder } }, messages };
}

/** What concerns the file and its header first, then everything by row. */
function inRowOrder(table: Result<ReadTable>, ofRows: readonly Message[]): readonly Message[] {
  const header = table.value.header?.row ?? 0;
  const isAboutRows = ({ place }: Message): boolean => (place?.row ?? 0) > header;
  const byRow = [...table.messages.filter(isAboutRows), ...ofRows];
  return [
    ...table.messages.filter((each) => !isAboutRows(each)),
    ...byRow.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0)),
  ];
}

function titledUnit(table: ReadTable, { roster }: SenseTerms): Unit | null {
  const titled = table.outside.get('填报单位');
  return titled === undefined ? null : findUnit(roster, titled.text);
}

type Context = { readonly table: ReadTable; readonly unit: Unit | null; readonly terms: SenseTerms };
type Judged = { readonly accepted: Return | null; readonly reading: RowReading; readonly messages: readonly Message[] };

function readAndJudge(row: SheetRow, { table, unit, terms }: Context): Judged {
  const cells = cellsOf(table, row);
  const lastStatus = (of: Unit, taskId: string): ClaimedStatus | null =>
    filedOnTask(terms.lastQuarter, of, taskId).at(-1)?.status ?? null;
  const parts = readRow(cells, { ...terms, fileUnit: unit, lastStatus });
  checkRow(cells, parts, terms);
  // A column that is missing altogether leaves every row without a value it needs; that is said once, at the header.
  const isSound = parts.return !== null && !hasErrors(cells.messages) && !table.unsound.has(row.row);
  const fate = isSound ? 'accepted' : 'rejected';
  const reading: RowReading = { row: row.row, fate, unit: parts.unit, taskId: parts.taskId };
  const messages = isUntouched(cells) ? aboutUntouched(cells) : cells.messages;
  return { accepted: isSound ? parts.return : null, reading, messages };
}

/** What the form leaves blank; 填报人 and 联系电话 it fills in. */
const blanks = ['进展情况', '完成比例', '状态', '存在问题', '下一步措施', '佐证材料', '推荐', '填报日期'] as const;

/** Only a form of ours is known by its columns of last quarter's values; in another table a blank row may mean anything. */
function isUntouched(cells: Cells): boolean {
  const isOurs = cells.columns().includes(referenceColumns.lastPercent);
  return isOurs && blanks.every((column) => cells.text(column) === '');
}

/** What is said of an untouched row: that it is one, and what is wrong beside the blanks. */
function aboutUntouched(cells: Cells): readonly Message[] {
  const others = cells.messages.filter(({ code }) => code !== 'missing-value');
  return [...others, error(cells.place(), 'row-untouched', undefined)];
}

/** When nothing was filled in at all, that is one thing to say of the file. */
function aboutUntouchedForm(file: string, messages: readonly Message[], rows: number): readonly Message[] {
  const untouched = messages.filter(({ code }) => code === 'row-untouched').length;
  if (untouched === 0 || untouched < rows) return messages;
  const others = messages.filter(({ code }) => code !== 'row-untouched');
  return [error(fileOnly(file), 'form-untouched', { rows }), ...others];
}
