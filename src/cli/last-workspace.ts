/**
 * The workspace used last, for the window of the starters: remembered beside the program, so that both travel on one memory stick, or in the
 * user's profile where that cannot be written. Nothing is remembered of a program that no starter started.
 */
import os from 'node:os';
import path from 'node:path';
import { diskAt } from '../disk/disk.ts';

/** Folder of the starter; set by it, and by nothing else. */
export function starterFolder(): string | null {
  const folder = process.env['DUBAN_FOLDER'] ?? '';
  return folder === '' ? null : path.resolve(folder);
}

const fileName = 'last-workspace.txt';

/** `root`: what paths in it are relative to. */
type Memory = { readonly folder: string; readonly root: string };

function memories(starter: string): readonly Memory[] {
  return [{ folder: starter, root: starter }, ...profileFolder().map((folder) => ({ folder, root: folder }))];
}

function profileFolder(): readonly string[] {
  const home = process.env['APPDATA'] || process.env['XDG_CONFIG_HOME'];
  if (home !== undefined && home !== '') return [path.join(home, 'duban')];
  try {
    return [path.join(os.homedir(), '.config/duban')];
  } catch {
    // A user without a home.
    return [];
  }
}

/** Null where none was opened, or where it is no longer there. */
export function lastWorkspace(): string | null {
  const starter = starterFolder();
  if (starter === null) return null;
  const found = memories(starter).map(({ folder, root }) => {
    const written = readLine(folder);
    return written === null ? null : path.resolve(root, written);
  });
  return found.find((folder) => folder !== null && isWorkspaceAt(folder)) ?? null;
}

/** In the first place that can be written; in none, it is forgotten. What is no workspace is not remembered. */
export function rememberWorkspace(folder: string): void {
  const starter = starterFolder();
  if (starter === null || !isWorkspaceAt(folder)) return;
  for (const { folder: place, root } of memories(starter)) {
    const line = asRemembered(root, path.resolve(folder));
    try {
      if (readLine(place) !== line) diskAt(place).write(fileName, new TextEncoder().encode(`${line}\n`));
      return;
    } catch {
      // A read-only stick, a profile that is locked: the next place.
    }
  }
}

/** What lies beside the program's folder goes along with it under another letter or mount; else the full path. */
function asRemembered(root: string, folder: string): string {
  const relative = path.relative(root, folder);
  return path.isAbsolute(relative) || /^(?:\.\.[/\\]){2}/u.test(relative) ? folder : relative;
}

function readLine(folder: string): string | null {
  try {
    const bytes = diskAt(folder).read(fileName);
    return bytes === null ? null : new TextDecoder().decode(bytes).trim();
  } catch {
    return null;
  }
}

export function isWorkspaceAt(folder: string): boolean {
  try {
    return diskAt(folder).list('inputs').length > 0;
  } catch {
    return false;
  }
}
