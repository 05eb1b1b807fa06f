/** Taking the register for writing: locked, what a killed run left finished, read and proved. */
import type { Message, Result } from '../message/message.ts';
import { hasErrors, info } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { silent } from '../message/result.ts';
import type { Register } from './entry.ts';
import { registerFolder } from './entry.ts';
import { exclusively } from './exclusively.ts';
import type { Journal } from './journal.ts';
import { discardStaging, recoverJournal } from './journal.ts';
import { readRegisterToAdd, type KnownNumbers } from './known-numbers.ts';

/** The register as it stands, and the issue of a killed run that was finished just now. */
export type Taken = { readonly register: Register; readonly finished: Journal | null };

/**
 * Runs `work` with the register to itself. The answer is `refused`, with the reason among the messages, when somebody else has it,
 * or when it does not hold, or others know of papers that it does not.
 */
export function withRegister<T>(
  request: KnownNumbers,
  refused: T,
  work: (taken: Taken) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { disk } = request;
  return exclusively<Result<T>>(disk, { value: refused, messages: [] }, async () => {
    try {
      const recovered = recoverJournal(disk);
      // What cannot be finished is told by whoever reads the register, with all that is wrong beside it.
      const register = readRegisterToAdd(request);
      const messages = [...finishedMessages(recovered.value), ...register.messages];
      if (hasErrors(messages)) return { value: refused, messages };
      const done = await work({ register: register.value, finished: recovered.value });
      return { value: done.value, messages: [...messages, ...done.messages] };
    } finally {
      discardStaging(disk);
    }
  });
}

/** For whoever refuses before he takes the register: what a killed run of the same command left is finished all the same. */
export async function finishKilled(request: KnownNumbers): Promise<readonly Message[]> {
  const { messages } = await withRegister<null>(request, null, () => Promise.resolve(silent(null)));
  return messages;
}

function finishedMessages(journal: Journal | null) {
  if (journal === null) return [];
  const { command, quarter, numbers } = journal;
  return [info(fileOnly(`${registerFolder}/register.csv`), 'issue-finished', { command, quarter, numbers })];
}
