/** The one door to the disk: the only file that imports node:fs. Paths are relative to the root, with `/`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Disk = {
  /** Absolute path of the root, for messages to people only. */
  readonly root: string;
  /** The bytes, or null when there is no such file. */
  readonly read: (file: string) => Uint8Array | null;
  /** Files below a folder, relative to the root, sorted by code unit; [] when there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  /** Whole or not at all: temporary file beside it, fsync, rename. Makes folders as needed. */
  readonly write: (file: string, bytes: Uint8Array) => void;
  /** As write, but refuses (false) when the file exists already. */
  readonly writeNew: (file: string, bytes: Uint8Array) => boolean;
  readonly remove: (file: string) => void;
  /** A file or a folder; in one step on one file system. */
  readonly rename: (from: string, to: string) => void;
  /** Takes a lock for this process, or tells who holds it. What a dead process left on this computer is taken over. */
  readonly lock: (file: string) => Lock | Holder;
};

type Lock = { readonly isTaken: true; readonly release: () => void };

/** Who holds a lock: process and computer. */
type Holder = { readonly isTaken: false; readonly file: string; readonly pid: number; readonly host: string };

/** A Disk over a real folder. */
export function diskAt(root: string): Disk {
  const full = (file: string): string => contained(root, file);
  return {
    root,
    read: (file) => readOrNull(full(file)),
    list: (folder) =>
      listFiles(full(folder))
        .map((each) => path.relative(root, each).split(path.sep).join('/'))
        .toSorted(),
    write: (file, bytes) => writeWhole(full(file), bytes),
    writeNew: (file, bytes) => {
      if (fs.existsSync(full(file))) return false;
      writeWhole(full(file), bytes);
      return true;
    },
    remove: (file) => fs.rmSync(full(file), { recursive: true, force: true }),
    rename: (from, to) => moveWhole(full(from), full(to)),
    lock: (file) => takeLock(full(file), file),
  };
}

function contained(root: string, file: string): string {
  const target = path.resolve(root, file);
  const inside = path.relative(root, target);
  if (inside.startsWith('..') || path.isAbsolute(inside)) throw new Error(`${file} is outside the workspace`);
  return target;
}

function readOrNull(file: string): Uint8Array | null {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}

function listFiles(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  // Whatever is no folder counts, symbolic links too: nothing may hide in an archive from its check.
  return entries.flatMap((entry) => {
    const each = path.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(each) : [each];
  });
}

function writeWhole(file: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  try {
    const handle = fs.openSync(temporary, 'w');
    try {
      fs.writeFileSync(handle, bytes);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(path.dirname(file));
}

function moveWhole(from: string, to: string): void {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  try {
    fs.renameSync(from, to);
  } catch (error) {
    // out/ may lie on another file system than inputs/.
    if (codeOf(error) !== 'EXDEV') throw error;
    writeWhole(to, fs.readFileSync(from));
    fs.rmSync(from);
  }
  syncFolder(path.dirname(to));
}

/** Makes a rename last through a power cut; where folders cannot be opened (Windows) the system does it by itself. */
function syncFolder(folder: string): void {
  try {
    const handle = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    // Nothing to be done, and the file itself is whole.
  }
}

function takeLock(file: string, name: string): Lock | Holder {
  const mine = `${process.pid} ${os.hostname()}\n`;
  if (placeLock(file, mine)) return lockOf(file, mine);
  const text = readText(file);
  const [pid = '', host = ''] = text.trim().split(' ');
  if (host !== os.hostname() || isAlive(Number(pid))) return { isTaken: false, file: name, pid: Number(pid), host };
  return stealLock(file, text) && placeLock(file, mine) ? lockOf(file, mine) : takenByOther(file, name);
}

function lockOf(file: string, mine: string): Lock {
  sweep(file);
  const release = (): void => {
    if (readText(file) === mine) fs.rmSync(file, { force: true });
  };
  return { isTaken: true, release };
}

/** Takes away what processes left that were killed while they took the lock. */
function sweep(file: string): void {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  const left = fs.readdirSync(folder).filter((each) => each.startsWith(`${name}.`) && /\.(part|stale)$/u.test(each));
  for (const each of left) fs.rmSync(path.join(folder, each), { force: true });
}

/** A hard link appears with its content in one step and fails when the name exists: nobody ever reads half a lock. */
function placeLock(file: string, mine: string): boolean {
  const temporary = `${file}.${process.pid}.part`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(temporary, mine);
  try {
    fs.linkSync(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    return placeLockWithoutLinks(file, mine);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** FAT and some network folders know no hard links. */
function placeLockWithoutLinks(file: string, mine: string): boolean {
  try {
    fs.writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the dead lock away; when it turns out that another process was quicker, its lock is put back. */
function stealLock(file: string, dead: string): boolean {
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  const isDead = readText(aside) === dead;
  if (isDead) fs.rmSync(aside);
  else fs.renameSync(aside, file);
  return isDead;
}

function takenByOther(file: string, name: string): Holder {
  const [pid = '', host = ''] = readText(file).trim().split(' ');
  return { isTaken: false, file: name, pid: Number(pid), host };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function readText(file: string): string {
  return new TextDecoder().decode(readOrNull(file) ?? new Uint8Array());
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
