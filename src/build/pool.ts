/**
 * Runs `work` over all items, at most `width` at a time; the answers come in the order of the items, whoever ends first.
 * When one throws, no new one is begun, the running ones are awaited, and the first error is thrown on: nobody writes
 * behind the caller's back. Between two items the event loop turns once: or nobody would hear a Ctrl-C before the end.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { collectGarbage } from '../disk/garbage.ts';

export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers = Array.from<R>({ length: items.length });
  const queue = items.entries();
  const thrown: unknown[] = [];
  const runner = async (): Promise<void> => {
    for (const [index, item] of queue) {
      try {
        answers[index] = await work(item);
      } catch (cause) {
        thrown.push(cause);
      }
      if (thrown.length > 0) return;
      collectGarbage();
      await turn();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, runner));
  if (thrown.length > 0) throw thrown[0];
  return answers;
}
