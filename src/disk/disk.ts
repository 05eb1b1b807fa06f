/** The one door to the disk: only this room imports node:fs. Paths are relative to the root, with `/`. */
import fs from 'node:fs';
import path from 'node:path';
import { noteFile, noteFolder, noteMeasured, noteOther, noteStart } from './asked.ts';
import { about, aboutLater, codeOf, outside } from './failure.ts';
import { sweep } from './leftovers.ts';
import { takeLock, type LockHolder, type Lock } from './lock.ts';
import { measureFile, readOrNull, startOf, type Measured } from './read-whole.ts';
import {
  copyWhole,
  makeFolder,
  moveWhole,
  placeWhole,
  stageFile,
  syncFolder,
  writeFresh,
  writeInstead,
  writeWhole,
} from './write-whole.ts';

export type Disk = {
  /** Absolute path of the root, for messages to people only. */
  readonly root: string;
  /** The bytes, or null when there is no such file. */
  readonly read: (file: string) => Uint8Array | null;
  /** As read, but of a larger file only so many bytes: a film among the returns need not fit into memory. */
  readonly readStart: (file: string, limit: number) => Uint8Array | null;
  /** Size and hashes (hex, in the order asked for) of a file of any size; null when there is none. */
  readonly measure: (file: string, algorithms: readonly string[]) => Measured | null;
  /** A pointer (symbolic link) to a file or folder that may lie elsewhere. */
  readonly isLink: (file: string) => boolean;
  /** Files below a folder, relative to the root, sorted by code unit; [] when there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  /** Whole or not at all: temporary file beside it, fsync, rename. Makes folders as needed. Several parts: as of them joined. */
  readonly write: (file: string, ...parts: readonly Uint8Array[]) => void;
  /** As write, but refuses (false) when the file exists already, whoever else makes it at the same moment. */
  readonly writeNew: (file: string, bytes: Uint8Array) => boolean;
  /** As write, but refuses (false) when the file no longer holds `before` (null = there was none): Excel saved it meanwhile. */
  readonly replace: (file: string, bytes: Uint8Array, before: Uint8Array | null) => boolean;
  /** A file of any size, written as by write; whether there was one. */
  readonly copy: (from: string, to: string) => boolean;
  readonly remove: (file: string) => void;
  /** A file or a folder; in one step on one file system. */
  readonly rename: (from: string, to: string) => void;
  /** Into a folder that is thrown away should we be killed: not whole by itself. Kept, it lasts. */
  readonly stage: (file: string, ...parts: readonly Uint8Array[]) => Promise<void>;
  /** As rename, but it lasts from the next `settle` on: many files of one folder are waited for once. */
  readonly place: (from: string, to: string) => void;
  readonly settle: () => void;
  /** Takes away what killed processes of this computer left half written in a folder; `isDeep`: and below it. A write does so in its own folder. */
  readonly tidy: (folder: string, isDeep: boolean) => void;
  /** An empty folder for files that people will put there; nothing when it is there. */
  readonly makeFolder: (folder: string) => void;
  /**
   * Takes a lock for this process, or tells who holds it. What a dead process of this computer held is taken over, and what it left half
   * written in the lock's folder is taken away.
   */
  readonly lock: (file: string) => Lock | LockHolder;
};

/** A Disk over a real folder. What the system refuses is thrown as an error with its code and the path (`failure.ts`). */
export function diskAt(root: string): Disk {
  const at = <T>(file: string, step: (full: string) => T): T =>
    about(path.resolve(root, file), () => step(contained(root, file)));
  const tidy = tidier();
  const unsettled = new Set<string>();
  const writing = <T>(file: string, step: (full: string) => T): T =>
    at(file, (full) => {
      const done = step(full);
      tidy(path.dirname(full));
      return done;
    });
  return {
    root,
    read: (file) => at(file, (full) => noteFile(full, readOrNull(full))),
    readStart: (file, limit) => at(file, (full) => noteStart(full, startOf(full, limit), limit)),
    measure: (file, algorithms) => at(file, (full) => noteMeasured(full, measureFile(full, algorithms), algorithms)),
    isLink: (file) => at(file, (full) => noteOther(isLink(full))),
    list: (folder) => listIn(root, listFrom(contained(root, folder))),
    write: (file, ...parts) => writing(file, (full) => writeWhole(full, parts)),
    writeNew: (file, bytes) => writing(file, (full) => writeFresh(full, bytes)),
    replace: (file, bytes, before) => writing(file, (full) => writeInstead(full, bytes, before)),
    copy: (from, to) => writing(to, (full) => copyWhole(contained(root, from), full)),
    remove: (file) => at(file, (full) => fs.rmSync(full, { recursive: true, force: true })),
    rename: (from, to) => writing(to, (full) => moveWhole(contained(root, from), full)),
    stage: (file, ...parts) => at(file, (full) => aboutLater(full, stageFile(full, parts))),
    place: (from, to) =>
      writing(to, (full) => {
        placeWhole(contained(root, from), full);
        unsettled.add(path.dirname(full));
      }),
    settle: () => {
      for (const folder of unsettled) about(folder, () => syncFolder(folder));
      unsettled.clear();
    },
    tidy: (folder, isDeep) => at(folder, (full) => sweep(full, isDeep)),
    makeFolder: (folder) => at(folder, makeFolder),
    lock: (file) => at(file, (full) => takeLock(full, file)),
  };
}

function contained(root: string, file: string): string {
  const target = path.resolve(root, file);
  const inside = path.relative(root, target);
  if (/^\.\.(?:[/\\]|$)/u.test(inside) || path.isAbsolute(inside)) throw outside(file);
  return target;
}

/** Sweeps each folder once in the life of a Disk. */
function tidier(): (folder: string) => void {
  const tidied = new Set<string>();
  return (folder) => {
    if (tidied.has(folder)) return;
    tidied.add(folder);
    sweep(folder, false);
  };
}

function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Full paths of all files below a folder. */
function listFrom(folder: string): readonly string[] {
  const files = listFiles(folder);
  noteFolder(folder, listIn(folder, files));
  return files;
}

/** `files` lie below the root: their names are cut off it, which is sooner done than asking for a relative path. */
function listIn(root: string, files: readonly string[]): readonly string[] {
  const full = path.resolve(root);
  const start = full.endsWith(path.sep) ? full.length : full.length + 1;
  return files.map((each) => each.slice(start).replaceAll(path.sep, '/')).toSorted();
}

function listFiles(folder: string): readonly string[] {
  // Whatever is no folder counts, symbolic links too: nothing may hide in an archive from its check.
  return about(folder, () => entriesOf(folder)).flatMap((entry) => {
    const each = folder.endsWith(path.sep) ? folder + entry.name : folder + path.sep + entry.name;
    return entry.isDirectory() ? listFiles(each) : [each];
  });
}

function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
    throw error;
  }
}
