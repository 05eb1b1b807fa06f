/**
 * One lock for everything that writes inputs/ or the register: such a command reads, checks and writes with the workspace to itself. Of two
 * started together the second is told so; it cannot check against what the first is about to change, and then write over it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Disk } from '../disk/disk.ts';
import { error, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { registerFolder } from './entry.ts';

/** Which disk the work at hand has to itself: a step inside a longer one needs no lock of its own. */
const held = new AsyncLocalStorage<Disk>();

/** The answer of `work`; `refused`, with the reason among the messages, when somebody else has the workspace. */
export async function exclusively<T extends { readonly messages: readonly Message[] }>(
  disk: Disk,
  refused: T,
  work: () => T | Promise<T>,
): Promise<T> {
  if (held.getStore() === disk) return work();
  const lock = disk.lock(`${registerFolder}/.lock`);
  if (!lock.isTaken) return { ...refused, messages: [error(fileOnly(lock.file), 'locked', lock)] };
  // One that was killed when its file stood may have left the other name of it; what is done already is not written again.
  disk.tidy('inputs', true);
  try {
    return await held.run(disk, async () => work());
  } finally {
    lock.release();
  }
}
