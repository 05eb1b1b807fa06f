/** `verify out/issued`: what lies there against the register: missing, changed and extra told apart, by number. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import { issuedFolder, registerFolder } from './entry.ts';
import { readRegister, recordFiles } from './read-register.ts';
import { numberPartOf } from './record.ts';

type IssuedFile = { readonly path: string; readonly number: string | null };

export type IssuedVerification = {
  /** How many files the register names. */
  readonly expected: number;
  readonly missing: readonly IssuedFile[];
  readonly changed: readonly IssuedFile[];
  readonly extra: readonly IssuedFile[];
};

/** Superseded papers count like valid ones: they are kept. Each finding is an error too. */
export function verifyIssued(disk: Disk): Result<IssuedVerification> {
  const { value: register, messages } = readRegister(disk);
  const named = [...register.records.values()].flatMap(({ number, files }) =>
    files.map((file) => ({ ...file, number })),
  );
  const missing: IssuedFile[] = [];
  const changed: IssuedFile[] = [];
  for (const { path, number, sha256: hash } of named) {
    const bytes = disk.read(path);
    if (bytes === null) missing.push({ path, number });
    else if (sha256(bytes) !== hash) changed.push({ path, number });
  }
  const known = new Set(named.map((file) => file.path));
  const numbers = hasErrors(messages) ? recordedNumbers(disk) : new Set<string>();
  const extra = disk
    .list(issuedFolder)
    .filter((path) => !known.has(path) && !numbers.has(numberPartOf(path, issuedFolder)))
    .map((path) => ({ path, number: null }));
  const value = { expected: named.length, missing, changed, extra };
  return { value, messages: [...messages, ...findings(value)] };
}

/**
 * Numbers that have a record, whatever register.csv says. A damaged register names fewer papers than were issued, and nobody may be told
 * to take an issued paper away because of that.
 */
function recordedNumbers(disk: Disk): ReadonlySet<string> {
  return new Set(recordFiles(disk).map((path) => numberPartOf(path, registerFolder)));
}

function findings({ missing, changed, extra }: IssuedVerification): readonly Message[] {
  return [
    ...missing.map(({ path, number }) => error(fileOnly(path), 'issued-missing', { number: number ?? '' })),
    ...changed.map(({ path, number }) => error(fileOnly(path), 'issued-changed', { number: number ?? '' })),
    ...extra.map(({ path }) => error(fileOnly(path), 'issued-extra')),
  ];
}
