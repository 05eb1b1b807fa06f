/** The one door to the disk: the only file that imports node:fs. Paths are relative to the root, with `/`. */
import fs from 'node:fs';
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
  readonly rename: (from: string, to: string) => void;
};

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
    rename: (from, to) => {
      fs.mkdirSync(path.dirname(full(to)), { recursive: true });
      fs.renameSync(full(from), full(to));
    },
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
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}

function listFiles(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const each = path.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(each) : entry.isFile() ? [each] : [];
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
}
