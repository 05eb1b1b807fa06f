/** `out/catalogue.csv`: the Catalogue as a table that a clerk can correct in Excel and feed back to `parse`. */
import { isTaskId, malformedTaskId } from '../trade/task-id.ts';
import type { Catalogue, SectionHeading, Task } from '../domain/catalogue.ts';
import { error, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { writeCsv } from '../table/csv-write.ts';
import { withoutEscape } from '../table/escape.ts';
import type { SourceRow } from './row.ts';
import { periodOf } from './title.ts';
import { readUnitList } from './unit-list.ts';

// 任务标识 is no word of the genre: a table that begins with it is ours and is taken at its word.
const names = [
  '任务标识',
  '编号',
  '章节',
  '工作任务',
  '牵头单位',
  '配合单位',
  '责任单位',
  '等有关单位',
  '完成时限',
  '责任领导',
  '工作目标',
  '工作标准',
  '备注',
  '原文位置',
] as const;
type Name = (typeof names)[number];

const titleStart = '任务目录：';

/** The bytes of catalogue.csv. Levels of a section and notes stand on lines of their own within the cell. */
export function catalogueCsv({ title, tasks }: Pick<Catalogue, 'title' | 'tasks'>): Uint8Array {
  const columns = names.map((name) => ({ name, kind: 'text' as const }));
  return writeCsv(columns, tasks.map(cellsOf), [[`${titleStart}${title}`]]);
}

function cellsOf(task: Task): readonly string[] {
  const { line, endLine } = task.place;
  const cells: Readonly<Record<Name, string>> = {
    任务标识: task.id,
    编号: task.no,
    章节: task.section.join('\n'),
    工作任务: task.text,
    牵头单位: task.leads.join('、'),
    配合单位: task.cooperators.join('、'),
    责任单位: task.responsible.join('、'),
    等有关单位: task.andOthers ? '是' : '',
    完成时限: task.deadline ?? '',
    责任领导: task.leaders.join('、'),
    工作目标: task.target ?? '',
    工作标准: task.standard ?? '',
    备注: (task.notes ?? []).join('\n'),
    原文位置: line === endLine ? String(line) : `${line}—${endLine}`,
  };
  return names.map((name) => cells[name]);
}

const headerWithin = 4;

/** The row of our own header among the first rows, or -1: then the table is somebody else's. */
export function ownHeaderAt(rows: readonly SourceRow[]): number {
  return rows
    .slice(0, headerWithin)
    .findIndex(({ cells }) => cells[0]?.trim() === names[0] && cells.some((cell) => cell.trim() === '工作任务'));
}

/** Reads a (corrected) catalogue.csv; ids stay as they are, so that returns filed before still find their tasks. */
export function readCatalogueCsv(rows: readonly SourceRow[], source: Catalogue['source']): Result<Catalogue> {
  const at = ownHeaderAt(rows);
  const header = (rows[at]?.cells ?? []).map((cell) => cell.trim());
  const title =
    rows
      .slice(0, at)
      .flatMap(({ cells }) => cells)
      .find((cell) => cell.startsWith(titleStart))
      ?.slice(titleStart.length) ?? '';
  const body = rows.slice(at + 1).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const tasks = body.map((row) => taskOf(row, header));
  const messages = [...idMessages(tasks, source.path), ...tasks.flatMap((task) => unitMessages(task, source.path))];
  return {
    value: { title, source, period: periodOf(title), headings: headingsOf(tasks), preamble: [], tasks },
    messages,
  };
}

function taskOf({ cells, line }: SourceRow, header: readonly string[]): Task {
  const cell = (name: Name): string => withoutEscape(cells[header.indexOf(name)]?.trim() ?? '');
  const lists = (['牵头单位', '配合单位', '责任单位'] as const).map((name) => readUnitList(cell(name)));
  const notes = linesOf(cell('备注'));
  return {
    id: cell('任务标识'),
    no: cell('编号'),
    text: cell('工作任务').replaceAll(/(?<![^\S\n])[^\S\n]*\n\s*/gu, ''),
    section: linesOf(cell('章节')),
    leads: lists[0]?.names ?? [],
    cooperators: lists[1]?.names ?? [],
    responsible: lists[2]?.names ?? [],
    andOthers: cell('等有关单位') !== '' || lists.some((list) => list.andOthers),
    allUnits: lists.some((list) => list.allUnits),
    deadline: cell('完成时限') || null,
    leaders: readUnitList(cell('责任领导')).names,
    target: cell('工作目标') || null,
    standard: cell('工作标准') || null,
    ...(notes.length === 0 ? {} : { notes }),
    place: { line, endLine: line },
  };
}

function linesOf(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function headingsOf(tasks: readonly Task[]): readonly SectionHeading[] {
  const headings = new Map<string, SectionHeading>();
  for (const { section, place } of tasks) {
    for (const [index, text] of section.entries()) {
      const path = section.slice(0, index + 1).join('\n');
      if (!headings.has(path)) headings.set(path, { level: index + 1, text, place });
    }
  }
  return [...headings.values()];
}

// What Excel makes of 5-2, 1-10 and long figures.
const spoiled =
  /^(?:(\d{1,2})月(\d{1,2})日|(\d{1,2})-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d(?:\.\d{1,10})?E[+-]?\d{1,3}|#{2,}|#[A-Z]{3,6}[!?/])/iu;

function idMessages(tasks: readonly Task[], file: string): readonly Message[] {
  const seen = new Set<string>();
  return tasks.flatMap((task) => {
    const isNew = !seen.has(task.id);
    seen.add(task.id);
    return idFault(task, { ...placeOf(task, file), column: 1 }, isNew);
  });
}

function idFault({ id }: Task, place: Place, isNew: boolean): readonly Message[] {
  if (id === '' || !isNew) return [error(place, 'bad-task-id', { id })];
  const match = spoiled.exec(id);
  if (match !== null) {
    const meant = match[1] === undefined ? '' : `${match[1]}-${match[2] ?? ''}`;
    return [error(place, 'spoiled-task-id', { id, meant })];
  }
  return isTaskId(id) ? [] : [error(place, 'task-id-malformed', malformedTaskId(id))];
}

function unitMessages(task: Task, file: string): readonly Message[] {
  const place = placeOf(task, file);
  if (task.leads.length > 0) return [];
  if (task.responsible.length > 0) return [warning(place, 'no-lead', { tasks: task.id })];
  return task.cooperators.length > 0 ? [] : [warning(place, 'no-units', { no: task.id })];
}

function placeOf(task: Task, file: string): Place {
  return { file, row: task.place.line, column: null };
}
