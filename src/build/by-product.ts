/** What a command writes beside its answer: where it cannot be written, the answer is given all the same, and that is told with it. */
import { attempted } from '../disk/failure.ts';
import { error, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';

/** An error when the system refuses; `what`: who mails sheets must know that those of last time still lie there. */
export function byProduct(
  file: string,
  write: () => void,
  what: 'not-written' | 'sheets-not-written' = 'not-written',
): readonly Message[] {
  const { refused: reason } = attempted(write);
  return reason === null ? [] : [error(fileOnly(file), what, { reason })];
}
