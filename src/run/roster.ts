/** `roster`: from the breakdown to units.csv. Rows that stand there are kept; the names that they lack are added below them. */
import type { Disk } from '../disk/disk.ts';
import { readRoster } from '../intake/roster.ts';
import { error, hasErrors, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { exclusively } from '../register/exclusively.ts';
import { readCsv, toLines } from '../table/csv.ts';
import { writeCsv } from '../table/csv-write.ts';
import { decodeText } from '../table/decode.ts';
import { readSeed } from '../workspace/seeds.ts';
import { proposedRows, proposedColumns, type ProposedRow } from './roster-proposal.ts';

const file = 'inputs/units.csv';

export type RosterProposal = {
  readonly rows: readonly ProposedRow[];
  readonly isWritten: boolean;
};

/** Adds what is missing to inputs/units.csv, unless `isTrial`; nothing where the breakdown cannot be read. */
export async function proposeRoster(disk: Disk, isTrial: boolean): Promise<Result<RosterProposal>> {
  // A trial only looks, and needs no lock.
  if (isTrial) return propose(disk, isTrial);
  return exclusively(disk, { value: { rows: [], isWritten: false }, messages: [] }, () => propose(disk, false));
}

function propose(disk: Disk, isTrial: boolean): Result<RosterProposal> {
  const seed = readSeed(disk);
  const told = seed.messages.filter(({ severity }) => severity !== 'info');
  if (hasErrors(seed.messages)) return { value: { rows: [], isWritten: false }, messages: told };
  const standing = disk.read(file);
  const header = standing === null ? null : headerOf(standing);
  if (standing !== null && header === null)
    return { value: { rows: [], isWritten: false }, messages: [error(fileOnly(file), 'roster-header-missing')] };
  const roster = readRoster({ path: file, bytes: standing ?? new Uint8Array() });
  const rows = proposedRows(seed.value.catalogue, roster.value);
  const messages: Message[] = [...told, ...(header?.rows === 0 ? [] : roster.messages)];
  if (isTrial || rows.length === 0 || (hasErrors(roster.messages) && (header?.rows ?? 0) > 0))
    return { value: { rows, isWritten: false }, messages };
  if (!disk.replace(file, withRows(standing, header?.columns ?? proposedColumns, rows), standing))
    return { value: { rows, isWritten: false }, messages: [error(fileOnly(file), 'saved-meanwhile')] };
  return { value: { rows, isWritten: true }, messages: messages.filter(({ severity }) => severity !== 'error') };
}

/** The file's own columns, in their order, and how many rows it has; null where no row is its header. */
function headerOf(bytes: Uint8Array): { readonly columns: readonly string[]; readonly rows: number } | null {
  const { rows } = readCsv(toLines(decodeText(bytes, file).value.text), ',', file).value;
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const at = filled.findIndex(({ cells }) => cells.includes('代码') && cells.includes('名称'));
  return at < 0 ? null : { columns: filled[at]?.cells ?? [], rows: filled.length - at - 1 };
}

/** What stood there keeps its text; new rows follow the file's own columns. */
function withRows(before: Uint8Array | null, columns: readonly string[], rows: readonly ProposedRow[]): Uint8Array {
  const cellsOf = (row: ProposedRow): readonly string[] =>
    columns
      .map((name) => proposedColumns.find((each) => each === name.trim()) ?? null)
      .map((name) => (name === null ? '' : row[name]));
  const whole = writeCsv(
    columns.map((name) => ({ name, kind: 'text' as const })),
    rows.map(cellsOf),
  );
  if (before === null) return whole;
  const { text } = decodeText(before, file).value;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const added = new TextDecoder().decode(whole).split('\r\n').slice(1, -1).join(lineEnd);
  const body = text.replace(/^\uFEFF/u, '').trimEnd();
  return new TextEncoder().encode(`\uFEFF${body}${lineEnd}${added}${lineEnd}`);
}
