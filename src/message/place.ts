import type { Message, Place } from './message.ts';

/** The place of a problem with a file as a whole. */
export function fileOnly(file: string): Place {
  return { file, row: null, column: null };
}

/** Messages of a paper, which does not know what file it becomes, with that file where they have no place of their own. */
export function placedIn(file: string, messages: readonly Message[]): readonly Message[] {
  return messages.map((message) => (message.place === null ? { ...message, place: fileOnly(file) } : message));
}
