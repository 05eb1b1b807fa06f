/** How far a long command is: one line that is drawn over again, on a terminal only, and gone when the work is done. */
import { resultWords } from '../message/wording/results.ts';
import type { Console } from './console.ts';

export type Progress = { readonly done: number; readonly total: number; readonly path: string };

/** Oftener than the eye follows it only costs time. */
const pauseMs = 100;
/** A guess at the time left from less is worth nothing. */
const firstGuessMs = 1000;

export function progressOf({ isQuiet, isJson, language }: Console): (progress: Progress) => void {
  const { stderr } = process;
  if (isQuiet || isJson || stderr.isTTY !== true) return () => undefined;
  const words = resultWords[language];
  // Since the first was done: what went before, the reading and wording of all, tells nothing of those that are left.
  let since: { readonly at: number; readonly done: number } | null = null;
  let drawn = -pauseMs;
  return ({ done, total, path }) => {
    since ??= { at: performance.now(), done };
    const passed = performance.now() - since.at;
    if (done === total) stderr.write(clearLine);
    if (done === total || passed - drawn < pauseMs) return;
    drawn = passed;
    const each = passed / (done - since.done);
    const seconds = passed < firstGuessMs ? null : Math.ceil((each * (total - done)) / 1000);
    stderr.write(clearLine + fitting(words.progress({ done, total, path, seconds }), stderr.columns));
  };
}

/** Back to its beginning, and nothing in it. */
const clearLine = '\r\u001B[K';

/** A line that is broken cannot be drawn over. Chinese characters take two columns. */
function fitting(line: string, columns: number): string {
  let left = columns - 1;
  const letters = Array.from(line);
  const end = letters.findIndex((letter) => {
    left -= letter > '\u1100' ? 2 : 1;
    return left < 0;
  });
  return end === -1 ? line : letters.slice(0, end).join('');
}
