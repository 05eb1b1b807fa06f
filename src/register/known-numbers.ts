/** Numbers that others know of (bags that were handed over, papers in out/issued) against the register: one that it lacks would be given again. */
import { readOr } from '../build/refused.ts';
import type { Disk } from '../disk/disk.ts';
import type { Code, Message, Result } from '../message/message.ts';
import { error, errorsOf } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { silent } from '../message/result.ts';
import type { Register } from './entry.ts';
import { issuedFolder, registerFile } from './entry.ts';
import { readRegister } from './read-register.ts';
import { numberPartOf } from './record.ts';

/** `known`: numbers that bags and archived.csv know of, and what is wrong with these. */
export type KnownNumbers = { readonly disk: Disk; readonly known?: Result<readonly string[]> };

/** The register for whoever wants to add to it: with an error when somebody knows a paper that it does not. */
export function readRegisterToAdd({ disk, known = silent([]) }: KnownNumbers): Result<Register> {
  const read = readRegister(disk);
  const messages = [...read.messages, ...errorsOf(known.messages), ...unknownNumbers(read, known.value)];
  // What a killed run has moved already comes into the register when it is finished.
  const isComplete = holds(read) && read.messages.every(({ code }) => !interruptions.has(code));
  return { value: read.value, messages: isComplete ? [...messages, ...unregistered(disk, read.value)] : messages };
}

/** A journal stands that can be read: it names what was under way. */
const interruptions: ReadonlySet<Code> = new Set(['issue-unfinished', 'journal-place-taken', 'journal-file-lost']);

/** An error when the register knows fewer papers than `known`: a backup was put back, or its tail was cut. */
export function unknownNumbers(read: Result<Register>, known: readonly string[]): readonly Message[] {
  if (!holds(read)) return [];
  const registered = new Set(read.value.entries.map(({ number }) => number));
  const numbers = [...new Set(known)].filter((number) => !registered.has(number));
  return numbers.length === 0 ? [] : [error(fileOnly(registerFile), 'register-behind', { numbers })];
}

/** Of a register that does not hold nobody can say what it lacks; a journal beside it that cannot be finished changes nothing in it. */
function holds({ messages }: Result<Register>): boolean {
  return errorsOf(messages).every(({ code }) => code.startsWith('journal-'));
}

/** Papers in out/issued with a number that the register does not know: an error for each number. */
function unregistered(disk: Disk, { entries }: Register): readonly Message[] {
  const { value: listed, messages } = readOr<readonly string[]>(disk, [], () => silent(disk.list(issuedFolder)));
  const registered = new Set(entries.map(({ file }) => numberPartOf(file.path, issuedFolder)));
  const files = listed.toReversed();
  const papers = new Map(files.map((file) => [numberPartOf(file, issuedFolder), file]));
  const unknown = [...papers]
    .toReversed()
    .filter(([number]) => number !== '' && !registered.has(number))
    .map(([, file]) => error(fileOnly(file), 'issued-unregistered'));
  return [...messages, ...unknown];
}
