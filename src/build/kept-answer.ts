/**
 * An answer that was worked out once, kept with all that was asked of the disk for it: while the disk answers the same, so do we, and
 * nothing is read but bytes. It is no record: thrown away, it costs one longer run.
 */
import path from 'node:path';
import { hashOfNames, type Asked } from '../disk/asked.ts';
import { diskAt, type Disk } from '../disk/disk.ts';
import { codeOf } from '../disk/failure.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';

export type Keeping = {
  readonly disk: Disk;
  /** Where it is kept. */
  readonly file: string;
  /** Whatever the answer depends on beside the disk, in one text. */
  readonly key: string;
};

type Kept<T> = { readonly key: string; readonly asked: Asked; readonly answer: T };

/** Nothing is written when nothing changed. */
export function keepAnswer<T>({ disk, file, key }: Keeping, asked: Asked, answer: T): void {
  const near = { files: relative(disk, asked.files), folders: relative(disk, asked.folders) };
  const kept: Kept<T> = { key, asked: near, answer };
  const text = JSON.stringify(kept);
  const bytes = new TextEncoder().encode(`${sha256(text)}\n${text}\n`);
  if (hashOfFile(disk, file) === sha256(bytes)) return;
  try {
    disk.write(file, bytes);
  } catch (cause) {
    // Where it cannot be kept (a read-only folder), the next run is as long as this one.
    if (codeOf(cause) === '') throw cause;
  }
}

/** Half a file, an edited one and one of another program count as none. */
export function keptAnswer<T>({ disk, file, key }: Keeping): T | null {
  const bytes = disk.read(file);
  if (bytes === null) return null;
  const [hash, text = ''] = new TextDecoder().decode(bytes).split('\n');
  if (sha256(text) !== hash) return null;
  // Its hash says that the text is our own.
  const kept = JSON.parse(text) as Kept<T>;
  return kept.key === key && isAsAnswered(disk, kept.asked) ? kept.answer : null;
}

function isAsAnswered(disk: Disk, { files, folders }: Asked): boolean {
  const full = (file: string): string => path.resolve(disk.root, file);
  return (
    Object.entries(folders).every(([folder, hash]) => hashOfNames(diskAt(full(folder)).list('.')) === hash) &&
    Object.entries(files).every(
      ([file, hash]) => hashOfFile(diskAt(path.dirname(full(file))), path.basename(file)) === hash,
    )
  );
}

/** Below the workspace without its own path, so that a workspace on a memory stick may have another letter tomorrow. */
function relative<T>(disk: Disk, byPath: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const root = path.resolve(disk.root);
  const named = Object.entries(byPath).map(([full, value]) => {
    const inside = path.relative(root, full);
    return [inside.startsWith('..') || path.isAbsolute(inside) ? full : inside, value] as const;
  });
  return Object.fromEntries(named);
}
