/** Cells that name units and tasks, read against the roster and the catalogue; task numbers as clerks write and as Excel spoils them. */
import type { Catalogue } from '../domain/catalogue.ts';
import { findUnit, nearestUnits } from '../domain/roster.ts';
import type { Roster, Unit } from '../domain/roster.ts';
import { bareTaskNumber, foldTaskNumber, taskNumberValue } from '../trade/task-id.ts';
import { error } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import { splitNames } from '../table/cells.ts';
import type { Cells } from '../table/cells.ts';
import { cut } from '../table/sheet.ts';
import { bounds } from '../trade/bounds.ts';
import { dateOfSerial } from '../trade/calendar.ts';

/** What the cells of the office's files may name. */
export type Names = { readonly catalogue: Catalogue; readonly roster: Roster };

/** The unit a required cell names; an unknown one is an error with the nearest names. */
export function unitIn(cells: Cells, column: string, roster: Roster): Unit | null {
  const written = cells.required(column);
  return written === null ? null : knownUnit(cells, column, { roster, written });
}

/** All units a required cell names; null when one of them is unknown. */
export function unitsIn(cells: Cells, column: string, roster: Roster): readonly Unit[] | null {
  const written = cells.required(column);
  if (written === null) return null;
  const units = splitNames(written).map((name) => knownUnit(cells, column, { roster, written: name }));
  const known = units.filter((unit) => unit !== null);
  return known.length === units.length ? known : null;
}

/** The task a required cell names, by its id. */
export function taskIn(cells: Cells, column: string, catalogue: Catalogue): string | null {
  const written = cells.required(column);
  return written === null ? null : knownTask(cells, column, { catalogue, written });
}

/** The tasks a cell names, or 'all' when it is blank or says 全部. */
export function tasksIn(cells: Cells, column: string, catalogue: Catalogue): readonly string[] | 'all' | null {
  const written = cells.text(column);
  if (written === '' || written === '全部') return 'all';
  const ids = splitNames(written).map((each) => knownTask(cells, column, { catalogue, written: each }));
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length ? known : null;
}

function knownUnit(
  cells: Cells,
  column: string,
  { roster, written }: { roster: Roster; written: string },
): Unit | null {
  const unit = findUnit(roster, written);
  if (unit !== null) return unit;
  const nearest = nearestUnits(roster, written);
  cells.report(error(cells.place(column), 'unknown-unit', { written: cut(written), nearest }));
  return null;
}

type WrittenTask = { readonly catalogue: Catalogue; readonly written: string };

function knownTask(cells: Cells, column: string, { catalogue, written }: WrittenTask): string | null {
  const reading = readTaskId(written, catalogue);
  if (reading.problem !== null) cells.report(reading.problem(cells.place(column)));
  return reading.id;
}

export type TaskReading =
  | { readonly id: string; readonly problem: null }
  | { readonly id: null; readonly problem: (place: Place) => Message };

/** `12`, `１２`, `12、`, `（12）`, `第12项`, `任务12`, `十二` are task 12, or the one task that is numbered （十二）, if there is one. Dates and 1.1E+17 are what Excel made of another number. */
export function readTaskId(written: string, catalogue: Catalogue): TaskReading {
  const index = indexOf(catalogue);
  // No number is longer, and the patterns below take the square of a text's length.
  const folded = foldTaskNumber(written.slice(0, bounds.taskNumber));
  const bare = bareTaskNumber(folded);
  const found = index.get(folded) ?? index.get(bare) ?? byValue(catalogue, bare);
  const [id] = found;
  if (id !== undefined && found.length === 1) return { id, problem: null };
  return { id: null, problem: (place) => problemOf(written, { catalogue, folded, found, place }) };
}

type Context = {
  readonly catalogue: Catalogue;
  readonly folded: string;
  readonly found: readonly string[];
  readonly place: Place;
};

function problemOf(written: string, { catalogue, folded, found, place }: Context): Message {
  const shown = cut(written);
  if (found.length > 1) return error(place, 'ambiguous-task', { written: shown, ids: found.slice(0, 5) });
  const spoiled = spoiledTask(written, place);
  if (spoiled !== null) return spoiled;
  const parts = folded.split(/[ 、,;/和及]|[-~至]/u).filter((part) => part !== '');
  const isSeveral = parts.length > 1 && parts.every((part) => indexOf(catalogue).has(bareTaskNumber(part)));
  if (isSeveral) return error(place, 'several-tasks', { written: shown });
  const ids = catalogue.tasks.map((task) => task.id);
  return error(place, 'unknown-task', {
    written: shown,
    count: ids.length,
    first: ids[0] ?? '',
    last: ids.at(-1) ?? '',
  });
}

/** Null of what Excel did not spoil. */
export function spoiledTask(written: string, place: Place): Message | null {
  const folded = foldTaskNumber(written.slice(0, bounds.taskNumber));
  if (/^\d(?:\.\d+)?E\+?\d+$/u.test(folded)) return error(place, 'spoiled-number', { written: cut(written) });
  const meant = beforeExcel(folded);
  return meant === null ? null : error(place, 'spoiled-task', { written: cut(written), meant });
}

/** What Excel took for a date: `3月1日`, `1-Mar`, `2024-03-01`, and 45352 once the column is set to text, were 3-1. */
function beforeExcel(folded: string): string | null {
  const han = /^(\d{1,2})月(\d{1,2})日$/u.exec(folded);
  if (han !== null) return `${han[1]}-${han[2]}`;
  const iso = /^\d{4}[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(folded);
  if (iso !== null) return `${Number(iso[1])}-${Number(iso[2])}`;
  const day = /^[34]\d{4}$/u.test(folded) ? dateOfSerial(Number(folded)) : null;
  if (day !== null) return day.slice(5).split('-').map(Number).join('-');
  const english = /^(?:(\d{1,2})-([A-Z]{3})|([A-Z]{3})-(\d{1,2}))$/u.exec(folded);
  if (english === null) return null;
  const month = months.indexOf(english[2] ?? english[3] ?? '') + 1;
  return month === 0 ? null : `${month}-${english[1] ?? english[4]}`;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

// A catalogue is never changed; its index is made once, for every row of every return asks for a task.
const indexes = new WeakMap<Catalogue, ReadonlyMap<string, readonly string[]>>();

/** Tasks whose number is the same in other figures: 7, （7）, 七 and （七） are one number. Nobody types brackets and numerals without need. */
function byValue(catalogue: Catalogue, bare: string): readonly string[] {
  const value = taskNumberValue(bare);
  return value === null ? [] : (valuesOf(catalogue).get(value) ?? []);
}

const values = new WeakMap<Catalogue, ReadonlyMap<number, readonly string[]>>();

function valuesOf(catalogue: Catalogue): ReadonlyMap<number, readonly string[]> {
  const known = values.get(catalogue);
  if (known !== undefined) return known;
  const index = new Map<number, readonly string[]>();
  for (const { id, no } of catalogue.tasks) {
    const value = taskNumberValue(bareTaskNumber(foldTaskNumber(no)));
    if (value !== null) index.set(value, [...(index.get(value) ?? []), id]);
  }
  values.set(catalogue, index);
  return index;
}

/** Ids first; the number as printed where only one task has it. */
function indexOf(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(catalogue);
  if (known !== undefined) return known;
  const index = new Map<string, readonly string[]>();
  for (const task of catalogue.tasks) {
    const no = foldTaskNumber(task.no);
    index.set(no, [...(index.get(no) ?? []), task.id]);
  }
  for (const task of catalogue.tasks) index.set(foldTaskNumber(task.id), [task.id]);
  indexes.set(catalogue, index);
  return index;
}
