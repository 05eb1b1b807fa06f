/**
 * Temporary files of writes. They lie beside their place, because only within one folder is a rename sure to be one step. Their names
 * tell process and computer, so that what a killed process left can be told from what another one is writing now.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeOf } from './failure.ts';

/** Of one computer; eight letters, for names near the limit of 255 bytes leave no room. */
const host = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);

/** A hidden name, whatever the file is called: two letters of 250 bytes leave no room for an ending of ours. */
export function temporaryBeside(file: string): string {
  return path.join(path.dirname(file), `.duban-${process.pid}-${host}.part`);
}

/** Takes away what processes of this computer left in a folder when they were killed; `isDeep`: in the folders below it too. */
export function sweep(folder: string, isDeep: boolean): void {
  try {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const each = path.join(folder, entry.name);
      if (entry.isDirectory() && isDeep) sweep(each, isDeep);
      else if (entry.isFile() && isLeft(entry.name)) fs.rmSync(each, { force: true });
    }
  } catch (error) {
    // What cannot be tidied is no reason not to work; what is wrong with the folder shows when it is written to.
    if (codeOf(error) === '') throw error;
  }
}

/** `letter.docx.1234.part` is what 0.1.0 left. */
function isLeft(name: string): boolean {
  const [, pid, of] =
    /^\.duban-(\d+)-([0-9a-f]{8})\.part$/u.exec(name) ?? /\.[a-z]+\.(\d+)\.(?:part|stale)$/u.exec(name) ?? [];
  if (pid === undefined || (of !== undefined && of !== host)) return false;
  return Number(pid) !== process.pid && !isAlive(Number(pid));
}

/** Whether a process of this computer lives. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
