/** The same problem in row after row is one message with a range of rows: one word for a wrong unit name, not two hundred. */
import type { Message } from '../message/message.ts';

/** Joins messages that say the same of the same column in adjacent rows. */
export function collapse(messages: readonly Message[]): readonly Message[] {
  const open = new Map<string, number>();
  const joined: Message[] = [];
  for (const message of messages) {
    const key = keyOf(message);
    const at = open.get(key);
    const before = at === undefined ? undefined : joined[at];
    if (at !== undefined && before !== undefined && isNext(before, message)) joined[at] = reaching(before, message);
    else {
      open.set(key, joined.length);
      joined.push(message);
    }
  }
  return joined;
}

function keyOf({ severity, code, data, place }: Message): string {
  return JSON.stringify([severity, code, place?.file, place?.column, data]);
}

function isNext(before: Message, message: Message): boolean {
  const last = before.place?.endRow ?? before.place?.row ?? null;
  return last !== null && message.place?.row === last + 1;
}

function reaching(before: Message, message: Message): Message {
  const { place } = before;
  const endRow = message.place?.endRow ?? message.place?.row;
  // Only messages with a row come here (isNext).
  return place === null || endRow === undefined || endRow === null
    ? before
    : { ...before, place: { ...place, endRow } };
}
