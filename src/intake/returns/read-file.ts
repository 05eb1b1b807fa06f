/** One file of returns: its unit, its rows, and what became of each. */
import { remember } from '../../disk/memory.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { Return } from '../../domain/return.ts';
import { findUnit } from '../../domain/roster.ts';
import type { Unit } from '../../domain/roster.ts';
import { error, info, hasErrors, warning } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import type { InputFile } from '../../table/file.ts';
import type { ClaimedStatus } from '../../trade/claims.ts';
import { cellsOf } from '../../table/cells.ts';
import type { Cells } from '../../table/cells.ts';
import { collapse, readTable } from '../../table/table.ts';
import type { ReadTable } from '../../table/table.ts';
import type { SheetRow } from '../../table/sheet.ts';
import { unitOfFile } from './file-unit.ts';
import { returnForm } from './form.ts';
import {
  filedOnTask,
  indexReturns,
  foldText,
  rowSense,
  aboutUntouched,
  aboutUntouchedForm,
  isUntouched,
} from './sense.ts';
import type { ReturnsRequest, FileReading, RowReading } from './reading.ts';
import { readRow } from './read-row.ts';

type ReadFile = { readonly returns: readonly Return[]; readonly reading: FileReading };

export function readFile(file: InputFile, request: ReturnsRequest): Result<ReadFile> {
  const table = remember('return', `${file.path}\n${sha256(file.bytes)}`, () => readTable(file, returnForm));
  const unit = fileUnit(file.path, table.value, request);
  const rows = table.value.rows.map((row) => readAndJudge(row, { table: table.value, unit, request }));
  const returns = rows.flatMap((row) => row.accepted ?? []);
  const readings: readonly RowReading[] = [
    ...rows.map((row) => row.reading),
    ...table.value.skipped.map(({ row }) => ({ row, fate: 'skipped' as const, unit, taskId: null })),
    ...table.value.unreadable.map(({ row }) => ({ row, fate: 'rejected' as const, unit, taskId: null })),
  ];
  const inOrder = readings.toSorted((a, b) => a.row - b.row);
  const said = rows.flatMap((row) => row.messages);
  const messages = inRowOrder(table, collapse(aboutUntouchedForm(file.path, said, rows.length)));
  return { value: { returns, reading: { file: file.path, unit, table: table.value, rows: inOrder } }, messages };
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

/** What the title says comes before the file's name, which a mail program may have given. */
function fileUnit(path: string, table: ReadTable, { roster }: ReturnsRequest): Unit | null {
  const titled = table.outside.get('填报单位');
  const unit = titled === undefined ? null : findUnit(roster, titled.text);
  return unit ?? unitOfFile(path, roster);
}

type Context = { readonly table: ReadTable; readonly unit: Unit | null; readonly request: ReturnsRequest };
type Judged = { readonly accepted: Return | null; readonly reading: RowReading; readonly messages: readonly Message[] };

function readAndJudge(row: SheetRow, { table, unit, request }: Context): Judged {
  const cells = cellsOf(table, row);
  const lastStatus = (of: Unit, taskId: string): ClaimedStatus | null =>
    filedOnTask(previousIndex(request.previous), of, taskId).at(-1)?.status ?? null;
  const parts = readRow(cells, { ...request, fileUnit: unit, lastStatus });
  if (parts.taskId !== null) checkTaskText(cells, parts.taskId, request);
  if (parts.return !== null) checkSense(cells, parts.return, request);
  // A column that is missing altogether leaves every row without a value it needs; that is said once, at the header.
  const isSound = parts.return !== null && !hasErrors(cells.messages) && !table.unsound.has(row.row);
  const fate = isSound ? 'accepted' : 'rejected';
  const reading: RowReading = { row: row.row, fate, unit: parts.unit, taskId: parts.taskId };
  const messages = isUntouched(cells) ? aboutUntouched(cells) : cells.messages;
  return { accepted: isSound ? parts.return : null, reading, messages };
}

/** A unit that does not own the task is refused here: the ledger has no entry in which its words could stand. */
function checkSense(cells: Cells, latest: Return, { expectations, previous: before }: ReturnsRequest): void {
  if (expectations === null) return;
  const { ownership, hollowBelow } = expectations;
  const { unit, taskId } = latest;
  const role = ownership.role(unit, taskId, latest.filedOn);
  if (role === null) {
    const owners = ownership.owners(taskId).map((each) => each.name);
    const data = { task: taskId, unit: unit.name, owners, lostOn: ownership.lostOn(unit, taskId) };
    cells.report(error(cells.place('任务编号'), 'not-owner', data));
    return;
  }
  const lostOn = ownership.lostOn(unit, taskId);
  if (lostOn !== null && latest.filedOn >= lostOn) {
    const owners = ownership.owners(taskId).map((each) => each.name);
    cells.report(info(cells.place('任务编号'), 'predecessor-filed', { task: taskId, unit: unit.name, owners, lostOn }));
  }
  const previous = filedOnTask(previousIndex(before), unit, taskId).at(-1) ?? null;
  const planned = expectations.planned.get(taskId) ?? null;
  for (const each of rowSense({ cells, latest, previous, role, hollowBelow, planned })) cells.report(each);
}

/** 任务内容 that belongs to another task: the number may have slipped by a row. Forms shorten the text, so only its beginning counts. */
function checkTaskText(cells: Cells, taskId: string, { catalogue }: ReturnsRequest): void {
  const written = foldText(cells.text('任务内容')).slice(0, 8);
  if (written === '') return;
  const text = textsOf(catalogue).get(taskId) ?? '';
  if (!text.includes(written)) cells.report(warning(cells.place('任务内容'), 'task-text-differs', { task: taskId }));
}

// Made once for all rows of all files; neither list is ever changed.
const taskTexts = new WeakMap<ReturnsRequest['catalogue'], ReadonlyMap<string, string>>();
const previousIndexes = new WeakMap<readonly Return[], ReturnType<typeof indexReturns>>();

function textsOf(catalogue: ReturnsRequest['catalogue']): ReadonlyMap<string, string> {
  const known = taskTexts.get(catalogue) ?? new Map(catalogue.tasks.map((task) => [task.id, foldText(task.text)]));
  taskTexts.set(catalogue, known);
  return known;
}

function previousIndex(previous: readonly Return[]): ReturnType<typeof indexReturns> {
  const known = previousIndexes.get(previous) ?? indexReturns(previous);
  previousIndexes.set(previous, known);
  return known;
}
