/** Numbers that others know of (bags that were handed over) against the register: one that it lacks would be given again. */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Register } from './entry.ts';
import { registerFile } from './entry.ts';

/** An error when the register knows fewer papers than `known`: a backup was put back, or its tail was cut. */
export function unknownNumbers({ entries }: Register, known: readonly string[]): readonly Message[] {
  const registered = new Set(entries.map(({ number }) => number));
  const numbers = [...new Set(known)].filter((number) => !registered.has(number));
  return numbers.length === 0 ? [] : [error(fileOnly(registerFile), 'register-behind', { numbers })];
}
