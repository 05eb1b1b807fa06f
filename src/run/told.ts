/** What `build` and `status` say of papers that are out: which must be issued again, and what came in since the closing. */
import type { Disk } from '../disk/disk.ts';
import { hasErrors, warning, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { registerFile } from '../register/entry.ts';
import { readRegister } from '../register/read-register.ts';
import type { Again } from './again.ts';
import { sinceClosing } from './since-closing.ts';
import type { Standing } from './standing.ts';

/** Errors of the register stop a build. */
export function toldOfIssued(disk: Disk, standing: Standing, again: readonly Again[]): readonly Message[] {
  const { messages } = readRegister(disk);
  if (hasErrors(messages)) return messages;
  return [...messages, ...again.map((each) => pendingMessage(each, standing)), ...sinceClosing(disk, standing)];
}

function pendingMessage({ cause, draft, replaces, changes }: Again, { quarter, register }: Standing): Message {
  const replaced = register.entries.find(({ number }) => number === replaces);
  return warning(fileOnly(replaced?.file.path ?? registerFile), 'paper-pending', {
    quarter,
    cause,
    unit: draft.addressee?.name ?? '',
    number: replaces ?? '',
    fields: changes.map(({ field }) => field),
  });
}
