/** What came in after a quarter was closed: it counts for nothing until it is entered as a correction, and nobody shall think otherwise. */
import type { Disk } from '../disk/disk.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Entry } from '../domain/entry.ts';
import type { QuarterParts } from '../domain/judged.ts';
import { refusedFiles } from '../intake/returns/reading.ts';
import { hasErrors, warning, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { registerFile } from '../register/entry.ts';
import type { Unit } from '../domain/roster.ts';
import type { QuarterInputs } from '../workspace/quarter-inputs.ts';
import { liveQuarter, type Standing } from './standing.ts';

/** One warning a part whose figures would be others today, and one a file that came in; [] while the quarter is open. */
export function sinceClosing(disk: Disk, standing: Standing): readonly Message[] {
  const { closed, quarter, ledger, workspace, register } = standing;
  if (closed === null) return [];
  const live = liveQuarter(disk, { workspace, register, quarter, asOf: closed.ledgerDay });
  const refused = refusedFiles(live.messages);
  const isRead = ({ file }: Arrived): boolean => refused.every(({ place }) => place?.file !== file);
  const arrived = arrivedSince(standing, live.inputs.reading).filter(isRead);
  // The quarter stands as it was closed, whatever cannot be read now.
  const unread = refused.map((message): Message => ({ ...message, severity: 'warning' }));
  // Figures that rest on what is wrong say nothing.
  if (hasErrors(live.messages)) return [...unread, ...messagesOf(arrived, standing)];
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
  const told = new Set(figures.map(({ place }) => place?.file));
  const others = arrived.filter(({ file }) => !told.has(file));
  return [...figures, ...remarks, ...messagesOf(others, standing)];
}

/** Files that lie with the returns and were not there when the quarter was closed, and evidence that was and is gone. */
type Arrived = { readonly file: string; readonly unit: Unit | null; readonly kind: 'return' | 'evidence' | 'gone' };

/** Names of what came, or went, since: for who only has to know that there is something. */
export function filesSinceClosing(disk: Disk, standing: Standing): readonly string[] {
  const { closed, quarter, workspace, register } = standing;
  if (closed === null) return [];
  const { inputs } = liveQuarter(disk, { workspace, register, quarter, asOf: closed.ledgerDay });
  return arrivedSince(standing, inputs.reading).map(({ file, unit }) => unit?.name ?? file);
}

function arrivedSince({ parts }: Standing, { files, attachments }: QuarterInputs['reading']): readonly Arrived[] {
  const frozen = parts.attachments ?? [];
  const read = new Set(parts.returns.map(({ place }) => place.file));
  const [known, now] = [namesOf(frozen), namesOf(attachments)];
  return [
    ...files
      .filter(({ file }) => !read.has(file))
      .map(({ file, unit, rows }): Arrived => {
        return { file, unit: unit ?? rows.find((row) => row.unit !== null)?.unit ?? null, kind: 'return' };
      }),
    ...attachments
      .filter(({ name }) => !known.has(name))
      .map(({ name, unit }): Arrived => ({ file: name, unit, kind: 'evidence' })),
    ...frozen
      .filter(({ name }) => !now.has(name))
      .map(({ name, unit }): Arrived => ({ file: name, unit, kind: 'gone' })),
  ];
}

function namesOf(attachments: readonly Attachment[]): ReadonlySet<string> {
  return new Set(attachments.map(({ name }) => name));
}

function messagesOf(arrived: readonly Arrived[], { closed, quarter }: Standing): readonly Message[] {
  const closedOn = closed?.closedOn ?? '';
  return arrived.map(({ file, unit, kind }) =>
    warning(fileOnly(file), 'file-since-closing', { quarter, closedOn, unit: unit?.name ?? null, kind }),
  );
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
