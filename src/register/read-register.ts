/**
 * Reads the register and proves it: every row against the record it names, every record against its hash, all rows against
 * each other. With an error among the messages nobody may issue, and every command that reads the register refuses.
 */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { cellsOf } from '../table/cells.ts';
import { readTable } from '../table/table.ts';
import { checkRegister } from './check-register.ts';
import type { Entry, IssuedRecord, Register } from './entry.ts';
import { emptyRegister, registerFile, registerFolder } from './entry.ts';
import { journalFile } from './journal.ts';
import { readRow } from './read-row.ts';
import type { RegisterRow } from './read-row.ts';
import { registerForm } from './register-table.ts';

/** The register of a workspace; an empty one when nothing was issued yet. */
export function readRegister(disk: Disk): Result<Register> {
  const bytes = disk.read(registerFile);
  const unfinished = disk.read(journalFile) === null ? [] : [warning(fileOnly(registerFile), 'issue-unfinished')];
  if (bytes === null) return { value: emptyRegister, messages: [...unfinished, ...orphans(disk, [], unfinished)] };
  const table = readTable({ path: registerFile, bytes }, registerForm);
  // Nothing in it: what the records say tells more than that a table should have rows.
  if (table.value.rowCount === 0)
    return { value: emptyRegister, messages: [...unfinished, ...orphans(disk, [], unfinished)] };
  // With a column missing or a broken quote, more messages about the rows would only hide the cause.
  if (hasErrors(table.messages)) return { value: emptyRegister, messages: [...unfinished, ...table.messages] };
  const skipped = table.value.skipped
    .filter(({ kind }) => kind !== 'blank' && kind !== 'header')
    .map(({ row }) => error({ file: registerFile, row, column: null }, 'register-row-unread'));
  const rows = table.value.rows.map((row) => readRow(disk, cellsOf(table.value, row)));
  const messages = [
    ...unfinished,
    ...table.messages,
    ...skipped,
    ...rows.flatMap(({ messages: ofRow }) => ofRow),
    ...checkRegister(rows.map(({ value }) => value)),
    ...orphans(
      disk,
      rows.map(({ value }) => value),
      unfinished,
    ),
  ];
  return { value: registerOf(rows.map(({ value }) => value)), messages: inRowOrder(messages) };
}

function registerOf(rows: readonly RegisterRow[]): Register {
  const entries: Entry[] = [];
  const records = new Map<string, IssuedRecord>();
  for (const { entry, record } of rows) {
    if (entry === null || record === null) continue;
    entries.push(entry);
    records.set(entry.number, record);
  }
  return { entries: entries.toSorted((a, b) => a.year - b.year || a.ordinal - b.ordinal), records };
}

/**
 * Records that no row names: a row was deleted, or an older register.csv was put back. Numbers would be given twice. While an
 * issue is unfinished they are what it was about to enter.
 */
function orphans(disk: Disk, rows: readonly RegisterRow[], unfinished: readonly Message[]): readonly Message[] {
  if (unfinished.length > 0) return [];
  const named = new Set(rows.map((row) => row.recordPath));
  const unnamed = recordFiles(disk).filter((file) => !named.has(file));
  if (rows.length === 0 && unnamed.length > 0)
    return [error(fileOnly(registerFile), 'register-lost', { count: unnamed.length })];
  return unnamed.map((file) => error(fileOnly(file), 'record-without-row'));
}

/** The records that lie beside register.csv, whether it names them or not. */
export function recordFiles(disk: Disk): readonly string[] {
  const isRecord = (file: string): boolean => /^\d{4}\/[^/]+\.json$/u.test(file.slice(registerFolder.length + 1));
  return disk.list(registerFolder).filter(isRecord);
}

function inRowOrder(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0));
}
