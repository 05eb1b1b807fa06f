import type { Disk } from '../disk/disk.ts';

/** A bag as it lies on the disk; paths are inside it, `place` makes them whole for messages. */
export type Bag = {
  readonly files: readonly string[];
  readonly read: (path: string) => Uint8Array | null;
  readonly place: (path: string) => string;
};

/** `folder` is `.` when the disk's root itself is the bag. */
export function openBag(disk: Disk, folder: string): Bag {
  const prefix = folder === '.' ? '' : `${folder}/`;
  const files = disk.list(folder).map((file) => file.slice(prefix.length));
  return { files, read: (path) => disk.read(`${prefix}${path}`), place: (path) => `${prefix}${path}` };
}
