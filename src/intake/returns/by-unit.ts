/** Problems grouped by the unit that has to mend them: one message to each unit, instead of one list for all. */
import type { Unit } from '../../domain/roster.ts';
import type { Message } from '../../message/message.ts';
import type { FileReading, ReturnsReading } from './reading.ts';

export type UnitProblems = {
  /** Null: from no unit that could be made out, or not about returns at all. */
  readonly unit: Unit | null;
  readonly files: readonly FileReading[];
  readonly messages: readonly Message[];
};

/** Units in the order of their codes, what belongs to none last; every message is in exactly one group, in the order given. */
export function byUnit(reading: ReturnsReading, messages: readonly Message[]): readonly UnitProblems[] {
  const attached = reading.attachments.map(
    ({ name, unit }) => [name, { main: unit, all: [], byRow: new Map() }] as const,
  );
  const owners = new Map<string, Owner>([
    ...attached,
    ...reading.files.map((file) => [file.file, ownerOf(file)] as const),
  ]);
  const units = new Map<string, { unit: Unit | null; files: FileReading[]; messages: Message[] }>();
  const groupOf = (unit: Unit | null) => {
    const key = unit?.code ?? '\uFFFF';
    const group = units.get(key) ?? { unit, files: [], messages: [] };
    units.set(key, group);
    return group;
  };
  for (const file of reading.files) for (const unit of owners.get(file.file)?.all ?? []) groupOf(unit).files.push(file);
  for (const message of messages) {
    const owner = owners.get(message.place?.file ?? '');
    const unit = message.place?.row === null ? undefined : owner?.byRow.get(message.place?.row ?? 0);
    groupOf(unit ?? owner?.main ?? null).messages.push(message);
  }
  return [...units.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

type Owner = {
  readonly main: Unit | null;
  readonly all: readonly (Unit | null)[];
  readonly byRow: ReadonlyMap<number, Unit>;
};

/** The unit of the file's name or title, or the only one that its rows name. */
function ownerOf({ unit, rows }: FileReading): Owner {
  const byRow = new Map(rows.flatMap((row) => (row.unit === null ? [] : [[row.row, row.unit] as const])));
  const named = [...new Set(byRow.values())];
  const main = unit ?? (named.length === 1 ? (named[0] ?? null) : null);
  return { main, all: [...new Set([main, ...named])].filter((each) => each !== null || named.length === 0), byRow };
}
