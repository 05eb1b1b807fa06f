/**
 * Writes that happen whole or not at all, and that last: temporary file, fsync, rename, fsync of the folder. An fsync that fails is a
 * loss that nobody would see (style.md: SQLite, PostgreSQL 2018), so it fails the write.
 */
import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from './failure.ts';
import { temporaryBeside } from './leftovers.ts';

export function writeWhole(file: string, parts: readonly Uint8Array[]): void {
  viaTemporary(file, parts, (temporary) => {
    fs.renameSync(temporary, file);
    return true;
  });
}

/** False when there is such a file already: in one step, whoever else writes it at the same moment. */
export function writeFresh(file: string, bytes: Uint8Array): boolean {
  return viaTemporary(file, [bytes], (temporary) => placeNew(temporary, file));
}

/** False when the file no longer holds what was read (null = there was none): somebody saved it meanwhile. */
export function writeInstead(file: string, bytes: Uint8Array, before: Uint8Array | null): boolean {
  return viaTemporary(file, [bytes], (temporary) => {
    // As late as can be: the new bytes are on the disk, only the rename is left.
    if (before === null) return placeNew(temporary, file);
    if (!isHolding(file, before)) return false;
    fs.renameSync(temporary, file);
    return true;
  });
}

export function moveWhole(from: string, to: string): void {
  placeWhole(from, to);
  syncFolder(path.dirname(to));
}

/** As moveWhole, but lasting only once the folder is synced. */
export function placeWhole(from: string, to: string): void {
  makeFolder(path.dirname(to));
  try {
    fs.renameSync(from, to);
  } catch (error) {
    // out/ may lie on another file system than inputs/.
    if (codeOf(error) !== 'EXDEV') throw error;
    writeWhole(to, [fs.readFileSync(from)]);
    fs.rmSync(from);
  }
}

/** The bytes stand there at once; the promise is kept when they last. Meanwhile we go on: the disk is slow, and needs no processor. */
export async function stageFile(file: string, parts: readonly Uint8Array[]): Promise<void> {
  makeFolder(path.dirname(file));
  const handle = fs.openSync(file, 'w');
  try {
    for (const part of parts) fs.writeFileSync(handle, part);
    await fsync(handle).catch(unlessUnknown);
  } finally {
    fs.closeSync(handle);
  }
}

function fsync(handle: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.fsync(handle, (failure) => (failure === null ? resolve() : reject(failure)));
  });
}

/** False when there is no such file. The system copies: no size is too large. */
export function copyWhole(from: string, to: string): boolean {
  if (!fs.existsSync(from)) return false;
  return filledBeside(
    to,
    (temporary) => {
      fs.copyFileSync(from, temporary);
      syncFile(temporary);
    },
    (temporary) => {
      fs.renameSync(temporary, to);
      return true;
    },
  );
}

function viaTemporary(file: string, parts: readonly Uint8Array[], place: (temporary: string) => boolean): boolean {
  const fill = (temporary: string): void => {
    const handle = fs.openSync(temporary, 'w');
    try {
      for (const part of parts) fs.writeFileSync(handle, part);
      sync(handle);
    } finally {
      fs.closeSync(handle);
    }
  };
  return filledBeside(file, fill, place);
}

function filledBeside(file: string, fill: (temporary: string) => void, place: (temporary: string) => boolean): boolean {
  makeFolder(path.dirname(file));
  const temporary = temporaryBeside(file);
  try {
    fill(temporary);
    if (!place(temporary)) return false;
  } finally {
    // Gone already where the rename was done.
    fs.rmSync(temporary, { force: true });
  }
  syncFolder(path.dirname(file));
  return true;
}

/** A hard link appears with its content in one step and fails when the name exists. */
function placeNew(temporary: string, file: string): boolean {
  try {
    fs.linkSync(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    return placeWithoutLinks(temporary, file);
  }
}

/** FAT and some network folders know no hard links: the name is taken first, empty, and the content renamed over it. */
function placeWithoutLinks(temporary: string, file: string): boolean {
  try {
    fs.closeSync(fs.openSync(file, 'wx'));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  fs.renameSync(temporary, file);
  return true;
}

function isHolding(file: string, expected: Uint8Array): boolean {
  try {
    return Buffer.compare(fs.readFileSync(file), expected) === 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** With its parents, each of which lasts before anything is put into it. */
export function makeFolder(folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) syncFolder(path.dirname(made));
}

/** Makes a rename last through a power cut; where folders cannot be opened (Windows) the system does it by itself. */
export function syncFolder(folder: string): void {
  const handle = openFolder(folder);
  if (handle === null) return;
  try {
    sync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function syncFile(file: string): void {
  // A copy bears the mode of its original, which may be read-only.
  fs.chmodSync(file, 0o644);
  const handle = fs.openSync(file, 'r+');
  try {
    sync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function openFolder(folder: string): number | null {
  try {
    return fs.openSync(folder, 'r');
  } catch (error) {
    // A folder that may be written but not read (drop box) cannot be synced by us.
    if (['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Some network folders, and Windows for folders, know no fsync: nothing is lost by that. Any other failure is a loss. */
function sync(handle: number): void {
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    unlessUnknown(error);
  }
}

function unlessUnknown(error: unknown): void {
  if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM'].includes(codeOf(error))) throw error;
}
