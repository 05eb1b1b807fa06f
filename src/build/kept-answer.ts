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
  /** The folder of the program, whose files go where it goes. */
  readonly program: string;
};

type Kept<T> = { readonly key: string; readonly asked: Asked; readonly answer: T };

/** Nothing is written when nothing changed. */
export function keepAnswer<T>(keeping: Keeping, asked: Asked, answer: T): void {
  const { disk, file, key } = keeping;
  // What lies in the program's own folders changes an answer only by a file that is read; a run that recalls part of it does not list them.
  const folders = Object.entries(named(keeping, asked.folders)).filter(([name]) => !name.startsWith(ofProgram));
  const near = { files: named(keeping, asked.files), folders: Object.fromEntries(folders) };
  const kept: Kept<T> = { key, asked: near, answer };
  const text = Buffer.from(JSON.stringify(kept), 'utf8');
  const bytes = [Buffer.from(`${sha256(text)}\n`), text, Buffer.from('\n')];
  if (hashOfFile(disk, file) === sha256(...bytes)) return;
  try {
    disk.write(file, ...bytes);
  } catch (cause) {
    // Where it cannot be kept (a read-only folder), the next run is as long as this one.
    if (codeOf(cause) === '') throw cause;
  }
}

/** Half a file, an edited one and one of another program count as none. */
export function keptAnswer<T>(keeping: Keeping): T | null {
  const { disk, file, key } = keeping;
  const bytes = disk.read(file);
  if (bytes === null) return null;
  const [hash, text = ''] = new TextDecoder().decode(bytes).split('\n');
  if (sha256(text) !== hash) return null;
  // Its hash says that the text is our own.
  const kept = JSON.parse(text) as Kept<T>;
  return kept.key === key && isAsAnswered(keeping, kept.asked) ? kept.answer : null;
}

function isAsAnswered({ disk, program }: Keeping, { files, folders }: Asked): boolean {
  const full = (name: string): string =>
    name.startsWith(ofProgram) ? path.join(program, name.slice(ofProgram.length)) : path.resolve(disk.root, name);
  return (
    Object.entries(folders).every(([folder, hash]) => hashOfNames(diskAt(full(folder)).list('.')) === hash) &&
    Object.entries(files).every(
      ([file, hash]) => hashOfFile(diskAt(path.dirname(full(file))), path.basename(full(file))) === hash,
    )
  );
}

const ofProgram = 'program:';

/** Without the paths of workspace and program: on a memory stick both may have another letter tomorrow. */
function named<T>({ disk, program }: Keeping, byPath: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const nameOf = (full: string): string => {
    const inside = insideOf(path.resolve(disk.root), full);
    if (inside !== null) return inside;
    const shipped = insideOf(program, full);
    return shipped === null ? full : ofProgram + shipped;
  };
  return Object.fromEntries(Object.entries(byPath).map(([full, value]) => [nameOf(full), value]));
}

function insideOf(folder: string, full: string): string | null {
  const inside = path.relative(folder, full);
  return /^\.\.(?:[/\\]|$)/u.test(inside) || path.isAbsolute(inside) ? null : inside;
}
