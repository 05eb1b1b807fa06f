/** Deaths at chosen moments, on a disk in memory. */
import type { MemoryDisk } from '../memory-disk.ts';
import { Killed } from '../memory-disk.ts';
import { text } from './office.ts';

/** Whether the work died at its n-th change of the disk. */
export async function killedAt(
  moment: number | null,
  disk: MemoryDisk,
  work: () => Promise<unknown>,
): Promise<boolean> {
  disk.killAfter(moment);
  const death: unknown = await work().then(
    () => null,
    (cause: unknown) => cause,
  );
  disk.killAfter(null);
  if (death !== null && !(death instanceof Killed)) throw death;
  return death !== null;
}

export function contents(disk: MemoryDisk): readonly (readonly [string, string])[] {
  return disk.list('.').map((file) => [file, text(disk, file)] as const);
}

/** How many changes of the disk a whole run takes. */
export async function changesOf(disk: MemoryDisk, work: (disk: MemoryDisk) => Promise<unknown>): Promise<number> {
  const before = disk.changes();
  await work(disk);
  return disk.changes() - before;
}
