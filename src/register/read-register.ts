/**
 * Reads the register and proves it: every row against the record it names, every record against its hash, all rows against
 * each other. With an error among the messages nobody may issue, and every command that reads the register refuses.
 */
import { readOr } from '../build/refused.ts';
import type { Disk } from '../disk/disk.ts';
import { hashOfFile } from '../disk/sha256.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { cellsOf } from '../table/cells.ts';
import { readTable } from '../table/table.ts';
import type { ReadTable } from '../table/table.ts';
import { checkActs } from './check-acts.ts';
import { checkLines } from './check-lines.ts';
import { emptyRegister, registerOf } from './derive.ts';
import type { IssuedRecord, RegisterLine, Register } from './entry.ts';
import { issuedFolder, registerFile, registerFolder } from './entry.ts';
import { interruptedChange, journalFile } from './journal.ts';
import { readLine } from './read-line.ts';
import type { ReadLine } from './read-line.ts';
import { isFrozenPath, isRecordPath, numberPartOf } from './record.ts';
import { chainColumn, registerForm } from './register-table.ts';

/** The register of a workspace; an empty one when nothing was issued yet. */
export function readRegister(disk: Disk): Result<Register> {
  return readOr(disk, emptyRegister, () => readSettled(disk, mostReadings));
}

const mostReadings = 5;

/**
 * Who only looks holds no lock: another command may place records and their rows meanwhile, and its new records would be called strangers.
 * Its journal is there, or register.csv is another one, as soon as it has placed the first.
 */
function readSettled(disk: Disk, readings: number): Result<Register> {
  const before = stateOf(disk);
  const read = readWhole(disk);
  const isSettled = readings <= 1 || !hasErrors(read.messages) || stateOf(disk) === before;
  return isSettled ? read : readSettled(disk, readings - 1);
}

function stateOf(disk: Disk): string {
  return [journalFile, registerFile].map((file) => hashOfFile(disk, file)).join(' ');
}

function readWhole(disk: Disk): Result<Register> {
  const bytes = disk.read(registerFile);
  const { value: entering, messages: unfinished } = interruptedChange(disk);
  const table = readTable({ path: registerFile, bytes: bytes ?? new Uint8Array() }, registerForm);
  // Nothing in it: what lies beside it tells more than that a table should have rows.
  if (bytes === null || table.value.rowCount === 0) return nothing([...unfinished, ...orphans(disk, [], entering)]);
  if (isOfOldVersion(table.value)) return nothing([error(fileOnly(registerFile), 'register-old-version')]);
  // With a column missing or a broken quote, more messages about the rows would only hide the cause.
  if (hasErrors(table.messages)) return nothing([...unfinished, ...table.messages]);
  const { value, messages } = readLines(disk, table.value);
  const found = [...table.messages, ...messages, ...orphans(disk, value, entering)];
  const lines = value.flatMap(lineOf);
  const ordered = hasErrors(found) ? [] : checkActs(lines);
  return { value: registerOf(lines, recordsOf(value)), messages: inRowOrder([...unfinished, ...found, ...ordered]) };
}

function nothing(messages: readonly Message[]): Result<Register> {
  return { value: emptyRegister, messages };
}

/** Version 0.1.0 kept a state in each row and no chain. */
function isOfOldVersion({ header }: ReadTable): boolean {
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  return names.includes('状态') && names.includes('登记号') && !names.includes(chainColumn);
}

/** By 行次: sorting the file in Excel changes nothing. */
function readLines(disk: Disk, table: ReadTable): Result<readonly ReadLine[]> {
  const skipped = table.skipped
    .filter(({ kind }) => kind !== 'blank' && kind !== 'header')
    .map(({ row }) => error({ file: registerFile, row, column: null }, 'register-row-unread'));
  const read = table.rows.map((row) => readLine(disk, cellsOf(table, row)));
  const told = new Set(read.filter(({ messages }) => hasErrors(messages)).map(({ value }) => value));
  const lines = read.map(({ value }) => value).toSorted((a, b) => a.position - b.position);
  const messages = [...skipped, ...read.flatMap((each) => each.messages)];
  return { value: lines, messages: [...messages, ...checkLines(lines, (line) => told.has(line))] };
}

function lineOf({ position, act, chain, cells }: ReadLine): readonly RegisterLine[] {
  return act === null ? [] : [{ position, act, chain, place: cells.place() }];
}

function recordsOf(lines: readonly ReadLine[]): ReadonlyMap<string, IssuedRecord> {
  return new Map(lines.flatMap(({ record }) => (record === null ? [] : [[record.number, record]])));
}

/**
 * Records and frozen figures that no line names: a line was deleted, or an older register.csv was put back. Numbers would be given
 * twice. `entering`: what an interrupted issue was about to enter.
 */
function orphans(disk: Disk, lines: readonly ReadLine[], entering: ReadonlySet<string>): readonly Message[] {
  const named = new Set(lines.map((line) => line.recordPath));
  const unnamed = keptFiles(disk).filter((file) => !named.has(file) && !entering.has(file));
  const papers = lines.length === 0 && unnamed.length === 0 ? issuedNumbers(disk, entering) : 0;
  if (papers > 0) return [error(fileOnly(registerFile), 'register-gone', { count: papers })];
  if (lines.length === 0 && unnamed.length > 0)
    return [error(fileOnly(registerFile), 'register-lost', { count: unnamed.length })];
  return unnamed.map((file) => error(fileOnly(file), 'record-without-row'));
}

/** How many numbered papers lie in out/issued, without those that an interrupted issue was about to enter. */
function issuedNumbers(disk: Disk, entering: ReadonlySet<string>): number {
  const papers = disk.list(issuedFolder).filter((file) => !entering.has(file));
  const numbers = new Set(papers.map((file) => numberPartOf(file, issuedFolder)));
  return [...numbers].filter((number) => number !== '').length;
}

/** Records and frozen figures that lie beside register.csv, whether it names them or not. */
function keptFiles(disk: Disk): readonly string[] {
  return disk.list(registerFolder).filter((file) => isRecordPath(file) || isFrozenPath(file));
}

/** The records that lie beside register.csv, whether it names them or not. */
export function recordFiles(disk: Disk): readonly string[] {
  return disk.list(registerFolder).filter(isRecordPath);
}

function inRowOrder(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0));
}
