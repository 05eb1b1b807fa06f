/** Locks: a file that says which process of which computer holds a folder. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atExit } from './at-exit.ts';
import { codeOf } from './failure.ts';
import { isAlive, sweep } from './leftovers.ts';
import { writeFresh } from './write-whole.ts';

export type Lock = { readonly isTaken: true; readonly release: () => void };

/** Who holds a lock: process and computer. */
export type LockHolder = {
  readonly isTaken: false;
  readonly file: string;
  readonly pid: number;
  readonly host: string;
};

/** `name`: the file as people know it. Whoever takes the lock of a folder takes away what killed processes left in it. */
export function takeLock(file: string, name: string): Lock | LockHolder {
  const mine = `${process.pid} ${os.hostname()}\n`;
  if (!placeLock(file, mine) && !takeOver(file, mine))
    return { isTaken: false, file: name, ...holderIn(readText(file)) };
  // Whoever was killed while he took a dead lock away left his claim on it.
  freeDeadClaim(claimOf(file));
  sweep(path.dirname(file), true);
  const free = (): void => {
    if (readText(file) === mine) fs.rmSync(file, { force: true });
  };
  const forget = atExit(free);
  const release = (): void => {
    forget();
    free();
  };
  return { isTaken: true, release };
}

/**
 * The lock of a dead process of this computer; nobody can know from here whether one of another computer is alive. Of several that find
 * it dead at once only one, which holds the claim, may take it away: or the second would take away the first one's new lock.
 */
function takeOver(file: string, mine: string): boolean {
  const dead = readText(file);
  if (!isDead(dead)) return false;
  const claim = claimOf(file);
  // A claim may be left by a process that was killed in the middle of this.
  if (!placeLock(claim, mine) && !(freeDeadClaim(claim) && placeLock(claim, mine))) return false;
  try {
    if (readText(file) !== dead) return false;
    fs.rmSync(file);
    return placeLock(file, mine);
  } finally {
    fs.rmSync(claim, { force: true });
  }
}

function claimOf(file: string): string {
  return `${file}.claim`;
}

/**
 * Takes a dead claim away. Moved aside first and looked at there: whoever was quicker has placed a living one by now, which is put back.
 */
function freeDeadClaim(claim: string): boolean {
  if (!isDead(readText(claim))) return false;
  const aside = `${claim}.${process.pid}.stale`;
  try {
    fs.renameSync(claim, aside);
    const isLeft = isDead(readText(aside));
    if (!isLeft) fs.renameSync(aside, claim);
    return isLeft;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function placeLock(file: string, mine: string): boolean {
  return writeFresh(file, new TextEncoder().encode(mine));
}

function isDead(text: string): boolean {
  const { pid, host } = holderIn(text);
  return host === os.hostname() && !isAlive(pid);
}

function holderIn(text: string): { readonly pid: number; readonly host: string } {
  const [pid = '', host = ''] = text.trim().split(' ');
  return { pid: Number(pid), host };
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
