/**
 * One transaction over many files: an issue is begun or not begun, and nothing between.
 *
 * 1. Every file goes whole into the staging folder (numbers already in it). Killed here: not begun; the folder is thrown away.
 * 2. The journal is written: which staged file goes where, with its hash. From this moment the issue *is* done.
 * 3. The files move to their places, papers and records first, register.csv last; then the journal is taken away. Killed here: the
 *    next run that takes the register finishes the moves, each of which can be done again without harm.
 *
 * Staging lies beside the register, not in out/: who empties out/ loses no number.
 */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { failed, silent } from '../message/result.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';
import { liesBelow } from '../trade/file-name.ts';
import { issuedFolder, registerFile, registerFolder } from './entry.ts';

export const journalFile = `${registerFolder}/.journal.json`;
const stagingFolder = `${registerFolder}/.staging`;

const commands = ['issue', 'reissue', 'close', 'correct', 'withdraw'] as const;

export type JournalCommand = (typeof commands)[number];

export type Journal = {
  readonly version: 1;
  /** What was being done, for the message of the run that finishes it. */
  readonly command: JournalCommand;
  readonly quarter: string;
  readonly numbers: readonly string[];
  /** Hash of register.csv before; null = there was none. */
  readonly before: string | null;
  readonly moves: readonly Move[];
};

type Move = { readonly from: string; readonly to: string; readonly sha256: string };

export type Staging = {
  /** Takes one file of the transaction; answers with its hash. */
  readonly add: (to: string, bytes: Uint8Array) => string;
  /**
   * The moment of truth; nothing was given out before, everything is after. False, and nothing is, when register.csv was saved since the
   * transaction began.
   */
  readonly commit: (journal: Pick<Journal, 'command' | 'quarter' | 'numbers'>) => boolean;
};

/** Begins a transaction; the caller holds the register's lock and has recovered what a killed run left. */
export function openStaging(disk: Disk): Staging {
  const moves: Move[] = [];
  const before = hashOfFile(disk, registerFile);
  return {
    add: (to, bytes) => {
      const from = `${stagingFolder}/${String(moves.length + 1).padStart(5, '0')}`;
      const hash = sha256(bytes);
      disk.write(from, bytes);
      moves.push({ from, to, sha256: hash });
      return hash;
    },
    commit: (what) => {
      if (hashOfFile(disk, registerFile) !== before) return false;
      const journal: Journal = { version: 1, ...what, before, moves };
      // Written among the staged files and renamed: a half-written journal is thrown away with them.
      disk.write(`${stagingFolder}/journal`, new TextEncoder().encode(`${JSON.stringify(journal, null, 1)}\n`));
      disk.rename(`${stagingFolder}/journal`, journalFile);
      finish(disk, journal);
      return true;
    },
  };
}

/** Throws away what was staged and not given out; with a journal there, it is given out and stays. */
export function discardStaging(disk: Disk): void {
  if (disk.read(journalFile) === null) disk.remove(stagingFolder);
}

/**
 * Finishes the issue that a killed run left, or throws away what it had not begun. The caller holds the lock. The value: what was
 * finished, null when there was nothing. Refuses (errors) when files were changed meanwhile.
 */
export function recoverJournal(disk: Disk): Result<Journal | null> {
  const { value: journal, messages } = standingJournal(disk);
  if (messages.length > 0) return failed(messages);
  if (journal === null) discardStaging(disk);
  else finish(disk, journal);
  return silent(journal);
}

/**
 * For whoever only looks: the files that a killed run was about to enter; a warning where the next run finishes what it left, the errors where
 * it cannot.
 */
export function interruptedChange(disk: Disk): Result<ReadonlySet<string>> {
  const { value: journal, messages } = standingJournal(disk);
  const value = new Set(journal?.moves.map(({ to }) => to));
  const isOpen = journal !== null && messages.length === 0;
  return { value, messages: isOpen ? [warning(fileOnly(registerFile), 'issue-unfinished')] : messages };
}

/** Null where there is none, or none that can be read. With errors it cannot be finished. */
function standingJournal(disk: Disk): Result<Journal | null> {
  const bytes = disk.read(journalFile);
  if (bytes === null) return silent(null);
  const journal = parseJournal(new TextDecoder().decode(bytes));
  if (journal === null) return failed([error(fileOnly(journalFile), 'journal-broken')]);
  return { value: journal, messages: obstacles(disk, journal) };
}

/** Can be repeated from any point of itself. */
function finish(disk: Disk, { moves }: Journal): void {
  for (const { from, to, sha256: hash } of moves) {
    if (hashOfFile(disk, from) === hash) disk.rename(from, to);
  }
  disk.remove(stagingFolder);
  disk.remove(journalFile);
}

/**
 * With register.csv in its place all is done but the tidying. A paper that was lost on the way is no obstacle: its record can
 * print it again, and `verify` says that it is missing. A lost record is one.
 */
function obstacles(disk: Disk, { moves, before }: Journal): readonly Message[] {
  const register = moves.find((move) => move.to === registerFile);
  if (register !== undefined && hashOfFile(disk, registerFile) === register.sha256) return [];
  return moves.flatMap(({ from, to, sha256: hash }) => {
    const there = hashOfFile(disk, to);
    if (there === hash) return [];
    const isFree = to === registerFile ? there === before : there === null;
    if (!isFree) return [error(fileOnly(to), 'journal-place-taken', { journal: journalFile })];
    const isLost = hashOfFile(disk, from) !== hash && !to.startsWith(`${issuedFolder}/`);
    return isLost ? [error(fileOnly(to), 'journal-file-lost', { staged: from })] : [];
  });
}

function parseJournal(text: string): Journal | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJournal(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Anybody can edit the file: it moves nothing but from the staging folder to where register and papers lie. */
function isJournal(value: unknown): value is Journal {
  if (!isRecord(value) || value['version'] !== 1) return false;
  const { command, quarter, numbers, before, moves } = value;
  if (!commands.some((each) => each === command)) return false;
  if (typeof quarter !== 'string' || !isListOf(numbers, (each) => typeof each === 'string')) return false;
  return (before === null || typeof before === 'string') && isListOf(moves, isMove);
}

function isMove(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { from, to, sha256: hash } = value;
  if (typeof from !== 'string' || typeof to !== 'string' || typeof hash !== 'string') return false;
  return liesBelow(stagingFolder, from) && (liesBelow(registerFolder, to) || liesBelow(issuedFolder, to));
}

function isListOf(value: unknown, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
