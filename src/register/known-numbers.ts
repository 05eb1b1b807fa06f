/** Numbers that others know of (bags that were handed over, papers in out/issued) against the register: one that it lacks would be given again. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Register } from './entry.ts';
import { issuedFolder, registerFile } from './entry.ts';
import { readRegister } from './read-register.ts';
import { numberPartOf } from './record.ts';

/** `known`: numbers that bags and archived.csv know of. */
export type KnownNumbers = { readonly disk: Disk; readonly known?: readonly string[] };

/** The register for whoever wants to add to it: with an error when somebody knows a paper that it does not. */
export function readRegisterToAdd({ disk, known = [] }: KnownNumbers): Result<Register> {
  const { value: register, messages } = readRegister(disk);
  // What a killed run has moved already comes into the register when it is finished.
  if (hasErrors(messages) || messages.some(({ code }) => code === 'issue-unfinished'))
    return { value: register, messages };
  return {
    value: register,
    messages: [...messages, ...unknownNumbers(register, known), ...unregistered(disk, register)],
  };
}

/** An error when the register knows fewer papers than `known`: a backup was put back, or its tail was cut. */
export function unknownNumbers({ entries }: Register, known: readonly string[]): readonly Message[] {
  const registered = new Set(entries.map(({ number }) => number));
  const numbers = [...new Set(known)].filter((number) => !registered.has(number));
  return numbers.length === 0 ? [] : [error(fileOnly(registerFile), 'register-behind', { numbers })];
}

/** Papers in out/issued with a number that the register does not know: an error for each number. */
function unregistered(disk: Disk, { entries }: Register): readonly Message[] {
  const registered = new Set(entries.map(({ file }) => numberPartOf(file.path, issuedFolder)));
  const files = disk.list(issuedFolder).toReversed();
  const papers = new Map(files.map((file) => [numberPartOf(file, issuedFolder), file]));
  return [...papers]
    .toReversed()
    .filter(([number]) => number !== '' && !registered.has(number))
    .map(([, file]) => error(fileOnly(file), 'issued-unregistered'));
}
