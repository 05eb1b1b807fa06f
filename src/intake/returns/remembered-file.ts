/**
 * What was read of a file of returns, remembered while everything it was read by is the same. Its units are kept by their place in the roster,
 * for they are those of the roster again when it comes back.
 */
import { memorize, recall } from '../../disk/memory.ts';
import type { Return } from '../../domain/return.ts';
import type { Unit } from '../../domain/roster.ts';
import type { Message, Result } from '../../message/message.ts';
import { sharedText } from './row-text.ts';
import type { FileReading, RowReading } from './reading.ts';

/** Without its table, which is remembered by its own bytes. */
export type FileRead = {
  readonly returns: readonly Return[];
  readonly reading: Omit<FileReading, 'table'>;
};

/** Null stands for no unit. */
type Placed<T> = Omit<T, 'unit'> & { readonly unit: number | null };

type Kept = {
  readonly returns: readonly Placed<Return>[];
  readonly file: string;
  readonly unit: number | null;
  readonly rows: readonly Placed<RowReading>[];
  readonly messages: readonly Message[];
};

/** `of`: everything that the reading depends on; null where that cannot be told. */
export function rememberFile(
  of: string | null,
  units: readonly Unit[],
  read: () => Result<FileRead>,
): Result<FileRead> {
  if (of === null) return read();
  const known = recall<Kept>('reading', of);
  if (known !== null) return revived(known, units);
  const made = read();
  const kept = placed(made, units);
  if (kept !== null) memorize('reading', of, kept);
  return made;
}

function revived({ returns, file, unit, rows, messages }: Kept, units: readonly Unit[]): Result<FileRead> {
  const unitAt = (place: number | null): Unit | null => (place === null ? null : (units[place] ?? null));
  const filed = returns.flatMap((each) => {
    const of = unitAt(each.unit);
    return of === null ? [] : [{ ...withSharedTexts(each), unit: of }];
  });
  const read = rows.map((row) => ({ ...row, unit: unitAt(row.unit) }));
  return { value: { returns: filed, reading: { file, unit: unitAt(unit), rows: read } }, messages };
}

function withSharedTexts<T extends Placed<Return>>(read: T): T {
  const { taskId, problems, nextSteps, evidence, filedBy, phone, filedOn, place } = read;
  return {
    ...read,
    taskId: sharedText(taskId),
    problems: sharedText(problems),
    nextSteps: sharedText(nextSteps),
    evidence: sharedText(evidence),
    filedBy: sharedText(filedBy),
    phone: sharedText(phone),
    filedOn: sharedText(filedOn),
    place: { ...place, file: sharedText(place.file) },
  };
}

/** Null where a unit is none of the roster. */
function placed({ value, messages }: Result<FileRead>, units: readonly Unit[]): Kept | null {
  const places = new Map(units.map((unit, place) => [unit, place]));
  const { returns, reading } = value;
  const all = [reading.unit, ...returns.map(({ unit }) => unit), ...reading.rows.map(({ unit }) => unit)];
  if (all.some((unit) => unit !== null && !places.has(unit))) return null;
  const placeOf = (unit: Unit | null): number | null => (unit === null ? null : (places.get(unit) ?? null));
  return {
    returns: returns.map((each) => ({ ...each, unit: placeOf(each.unit) })),
    file: reading.file,
    unit: placeOf(reading.unit),
    rows: reading.rows.map((row) => ({ ...row, unit: placeOf(row.unit) })),
    messages,
  };
}
