/** `verify out/issued`: what lies there against the register: missing, changed and extra told apart, by number. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import { issuedFolder, registerFolder } from './entry.ts';
import { readRegister, recordFiles } from './read-register.ts';
import { unknownNumbers } from './known-numbers.ts';
import { numberPartOf } from './record.ts';

type IssuedFile = { readonly path: string; readonly number: string | null };

export type IssuedVerification = {
  /** How many files the register names. */
  readonly expected: number;
  readonly missing: readonly IssuedFile[];
  readonly changed: readonly IssuedFile[];
  readonly extra: readonly IssuedFile[];
};

/**
 * Every paper counts, whatever became of it, and so do its annexes. `knownNumbers`: of bags; see known-numbers.ts. Each finding is an
 * error too.
 */
export function verifyIssued(disk: Disk, knownNumbers: readonly string[] = []): Result<IssuedVerification> {
  const read = readRegister(disk);
  const { value: register, messages } = read;
  const named = [...register.records.values()].flatMap(({ number, files, annexes }) =>
    [...files, ...annexes].map((file) => ({
      ...file,
      number,
      isAnnex: annexes.some(({ path }) => path === file.path),
    })),
  );
  const missing: Named[] = [];
  const changed: Named[] = [];
  for (const file of named) {
    const bytes = disk.read(file.path);
    if (bytes === null) missing.push(file);
    else if (sha256(bytes) !== file.sha256) changed.push(file);
  }
  const extra = unnamed(disk, new Set(named.map((file) => file.path)), hasErrors(messages));
  const found = findings({ missing, changed, extra }, { named, isLost: register.lines.length === 0 });
  const value = {
    expected: named.length,
    missing: missing.map(told),
    changed: changed.map(told),
    extra: extra.map(told),
  };
  return { value, messages: [...messages, ...unknownNumbers(read, knownNumbers), ...found] };
}

type Named = IssuedFile & { readonly isAnnex: boolean };

function told({ path, number }: IssuedFile): IssuedFile {
  return { path, number };
}

function unnamed(disk: Disk, known: ReadonlySet<string>, isBroken: boolean): readonly IssuedFile[] {
  const numbers = isBroken ? recordedNumbers(disk) : new Set<string>();
  return disk
    .list(issuedFolder)
    .filter((path) => !known.has(path) && !numbers.has(numberPartOf(path, issuedFolder)))
    .map((path) => ({ path, number: null }));
}

/**
 * Numbers that have a record, whatever register.csv says. A damaged register names fewer papers than were issued, and nobody may be told
 * to take an issued paper away because of that.
 */
function recordedNumbers(disk: Disk): ReadonlySet<string> {
  return new Set(recordFiles(disk).map((path) => numberPartOf(path, registerFolder)));
}

type Found = {
  readonly missing: readonly Named[];
  readonly changed: readonly Named[];
  readonly extra: readonly IssuedFile[];
};

function findings(
  { missing, changed, extra }: Found,
  { named, isLost }: { readonly named: readonly IssuedFile[]; readonly isLost: boolean },
): readonly Message[] {
  const numbers = new Set(named.map(({ path }) => numberPartOf(path, issuedFolder)));
  const of = ({ path, number, isAnnex }: Named, what: 'missing' | 'changed'): Message =>
    error(fileOnly(path), isAnnex ? `annex-${what}` : `issued-${what}`, { number: number ?? '' });
  return [
    ...missing.map((file) => of(file, 'missing')),
    ...changed.map((file) => of(file, 'changed')),
    // With the register gone every paper is unknown to it, which is said already.
    ...(isLost ? [] : extra.map(({ path }) => extraFile(path, numbers))),
  ];
}

/** A paper with a number that the register does not know is no rubbish: the register may be an old copy, and the paper is kept. */
function extraFile(path: string, numbers: ReadonlySet<string>): Message {
  const number = numberPartOf(path, issuedFolder);
  const isPaper = number !== '' && !numbers.has(number);
  return error(fileOnly(path), isPaper ? 'issued-unregistered' : 'issued-extra');
}
