/** The register for whoever adds to it, against all that this workspace knows of papers: out/issued, the bags, archived.csv. */
import { archivedNumbers } from '../archive/archived-numbers.ts';
import type { Disk } from '../disk/disk.ts';
import { errorsOf, type Message, type Result } from '../message/message.ts';
import { once } from '../message/result.ts';
import type { Register } from '../register/entry.ts';
import { readRegisterToAdd } from '../register/known-numbers.ts';

export function registerToAdd(disk: Disk): Result<Register> {
  return readRegisterToAdd({ disk, known: archivedNumbers(disk) });
}

/** What keeps a paper from being issued, when something else did already: all of it is told at once. */
export function withRegisterErrors(disk: Disk, messages: readonly Message[]): readonly Message[] {
  return once([...messages, ...errorsOf(registerToAdd(disk).messages)]);
}
