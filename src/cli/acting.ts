/** Commands that write for good: with the workspace to themselves, or as a dry run; each ends with what comes next. */
import { byProduct } from '../build/by-product.ts';
import { codeOf } from '../disk/failure.ts';
import { actResults } from '../message/wording/act-results.ts';
import { exclusively } from '../register/exclusively.ts';
import type { Quarter } from '../trade/calendar.ts';
import { raiseRelease, releaseFile } from '../workspace/release.ts';
import { workspaceContext, type Context, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { nextOf, stepLines } from './next.ts';

export type ActOutcome = CommandOutcome & {
  /** Whether it was done, or would be; then something follows from it. */
  readonly isDone: boolean;
  /** Of which quarter the next step is told; null: the newest. */
  readonly quarter: Quarter | null;
};

/** From its first read on it has the workspace to itself; a dry run only looks, and needs no lock. */
export async function acting(
  globals: Globals,
  isDry: boolean,
  work: (context: Context) => Promise<ActOutcome>,
): Promise<CommandOutcome> {
  const context = workspaceContext(globals);
  const nothing: ActOutcome = { value: {}, lines: [], messages: [], isDone: false, quarter: null };
  const { isDone, quarter, ...outcome } = isDry
    ? await work(context)
    : await exclusively(context.disk, nothing, () => work(context));
  if (!isDone) return outcome;
  if (isDry) return { ...outcome, lines: [...outcome.lines, actResults[globals.lang].dry()] };
  const unwritten = byProduct(releaseFile, () => raiseRelease(context.disk));
  const messages = [...outcome.messages, ...unwritten];
  try {
    const next = await nextOf(context, globals, quarter);
    const value = { ...outcome.value, next: next.step };
    return { value, messages, lines: [...outcome.lines, ...stepLines(next, globals.lang)] };
  } catch (cause) {
    // What is done is told, whatever cannot be read for the next step: `next` says what that is.
    if (codeOf(cause) === '') throw cause;
    return { ...outcome, messages };
  }
}
