/** What came in after a quarter was closed: it counts for nothing until it is entered as a correction, and nobody shall think otherwise. */
import type { Disk } from '../disk/disk.ts';
import type { Entry } from '../domain/entry.ts';
import type { QuarterParts } from '../domain/judged.ts';
import { hasErrors, warning, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { registerFile } from '../register/entry.ts';
import { liveQuarter, type Standing } from './standing.ts';

/** One warning a part whose figures would be others today; [] while the quarter is open, or when the inputs cannot be read. */
export function sinceClosing(disk: Disk, standing: Standing): readonly Message[] {
  const { closed, quarter, ledger, workspace, register } = standing;
  if (closed === null) return [];
  const live = liveQuarter(disk, { workspace, register, quarter, asOf: closed.ledgerDay });
  if (hasErrors(live.messages)) return [];
  const now = new Map(live.value.ledger.entries.map((entry) => [keyOf(entry), entry]));
  const remarks = remarksSince(standing, live.value.parts);
  const figures = ledger.entries.flatMap((entry) => {
    const today = now.get(keyOf(entry));
    const [before, after] = [saidOf(entry), saidOf(today)];
    if (before === after) return [];
    const place = today?.latest?.place ?? entry.latest?.place ?? fileOnly(registerFile);
    const data = { quarter, unit: entry.unit.name, task: entry.task.id, before, after, closedOn: closed.closedOn };
    return [warning(place, 'differs-since-closing', data)];
  });
  return [...figures, ...remarks];
}

/** Remarks that were added, changed or deleted: letters go out again with those that were frozen. */
function remarksSince({ closed, quarter, parts }: Standing, now: QuarterParts): readonly Message[] {
  const keysOf = ({ remarks }: QuarterParts) =>
    new Map(remarks.map(({ unit, text }) => [`${unit.code} ${text}`, unit]));
  const [then, today] = [keysOf(parts), keysOf(now)];
  const differing = [...new Map([...then, ...today])].filter(([key]) => then.has(key) !== today.has(key));
  const units = [...new Set(differing.map(([, { name }]) => name))];
  if (units.length === 0 || closed === null) return [];
  const file = fileOnly(`inputs/${quarter}/remarks.csv`);
  return [warning(file, 'remarks-since-closing', { quarter, closedOn: closed.closedOn, units })];
}

function keyOf({ task, unit }: Entry): string {
  return `${unit.code} ${task.id}`;
}

/** What a paper would print of the part, short: claim, percent, light. */
function saidOf(entry: Entry | undefined): string {
  if (entry === undefined) return '—';
  const { status, percent, light } = entry;
  return [status ?? '—', percent === null ? '—' : `${percent}%`, light ?? '—'].join(' / ');
}
