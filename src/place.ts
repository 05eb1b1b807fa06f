import type { Place } from './message.ts';

/** The place of a problem with a file as a whole. */
export function fileOnly(file: string): Place {
  return { file, row: null, column: null };
}
