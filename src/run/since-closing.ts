/** What came in after a quarter was closed: it counts for nothing until it is entered as a correction, and nobody shall think otherwise. */
import type { Disk } from '../disk/disk.ts';
import type { Entry } from '../domain/entry.ts';
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
  return ledger.entries.flatMap((entry) => {
    const today = now.get(keyOf(entry));
    const [before, after] = [saidOf(entry), saidOf(today)];
    if (before === after) return [];
    const place = today?.latest?.place ?? entry.latest?.place ?? fileOnly(registerFile);
    const data = { quarter, unit: entry.unit.name, task: entry.task.id, before, after, closedOn: closed.closedOn };
    return [warning(place, 'differs-since-closing', data)];
  });
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
