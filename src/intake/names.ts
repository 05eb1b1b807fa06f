/** Cells that name units and tasks, read against the roster and the catalogue. */
import type { Catalogue } from '../domain/catalogue.ts';
import { findUnit, nearestUnits } from '../domain/roster.ts';
import type { Roster, Unit } from '../domain/roster.ts';
import { error } from '../message/message.ts';
import { splitNames } from '../table/cells.ts';
import { cut } from '../table/sheet.ts';
import type { Cells } from '../table/cells.ts';
import { readTaskId } from './task-id.ts';

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
