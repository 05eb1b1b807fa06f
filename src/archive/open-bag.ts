import type { Disk } from '../disk/disk.ts';
import type { Measured } from '../disk/read-whole.ts';

/** A bag as it lies on the disk; paths are inside it, `place` makes them whole for messages. */
export type Bag = {
  readonly files: readonly string[];
  readonly read: (path: string) => Uint8Array | null;
  /** Size and hashes, however large the file is; null when there is none. */
  readonly measure: (path: string, algorithms: readonly string[]) => Measured | null;
  /** A pointer to a file that may lie elsewhere. */
  readonly isLink: (path: string) => boolean;
  readonly place: (path: string) => string;
};

/** `folder` is `.` when the disk's root itself is the bag. */
export function openBag(disk: Disk, folder: string): Bag {
  const prefix = folder === '.' ? '' : `${folder}/`;
  const place = (path: string): string => `${prefix}${path}`;
  return {
    files: disk.list(folder).map((file) => file.slice(prefix.length)),
    read: (path) => disk.read(place(path)),
    measure: (path, algorithms) => disk.measure(place(path), algorithms),
    isLink: (path) => disk.isLink(place(path)),
    place,
  };
}
