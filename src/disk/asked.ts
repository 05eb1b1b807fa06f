/** What the program asks of the disk, written down at its one door: who would get the same answers need not ask again. */
import { sha256 } from './sha256.ts';

export type Asked = {
  /** Full path of a file → SHA-256 of what was read; null where there was none. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Full path of a folder → SHA-256 of the names found below it. */
  readonly folders: Readonly<Record<string, string>>;
};

type Notes = {
  readonly files: Map<string, string | null>;
  readonly folders: Map<string, string>;
  readonly isLeftOut: (full: string) => boolean;
  isWhole: boolean;
};

let notes: Notes | null = null;

/**
 * From now on every answer is written down, until `stop`: null when something was asked that cannot be. `isLeftOut`: files and folders, by
 * full path, that the caller answers for. One at a time: a new record ends the one before.
 */
export function recordAsked(isLeftOut: (full: string) => boolean): () => Asked | null {
  const mine: Notes = { files: new Map(), folders: new Map(), isLeftOut, isWhole: true };
  notes = mine;
  return () => {
    if (notes === mine) notes = null;
    return mine.isWhole ? { files: sorted(mine.files), folders: sorted(mine.folders) } : null;
  };
}

/** The first answer counts: when a file changes during a run, the run does not rest on what it became. */
export function noteFile(full: string, bytes: Uint8Array | null): Uint8Array | null {
  if (notes !== null && !notes.files.has(full) && !notes.isLeftOut(full)) {
    notes.files.set(full, bytes === null ? null : sha256(bytes));
  }
  return bytes;
}

/** The beginning of a file; only where that is all of it, the answer is kept. */
export function noteStart(full: string, bytes: Uint8Array | null, limit: number): Uint8Array | null {
  return bytes !== null && bytes.length >= limit ? noteOther(bytes) : noteFile(full, bytes);
}

type Hashes = { readonly hashes: readonly string[] };

/** A file that was only hashed, as one that was read; other questions about it are not kept. */
export function noteMeasured<T extends Hashes>(
  full: string,
  answer: T | null,
  algorithms: readonly string[],
): T | null {
  const at = algorithms.indexOf('sha256');
  if (at === -1) return noteOther(answer);
  if (notes !== null && !notes.files.has(full) && !notes.isLeftOut(full)) {
    notes.files.set(full, answer?.hashes[at] ?? null);
  }
  return answer;
}

/** `names`: relative to the folder. */
export function noteFolder(full: string, names: readonly string[]): void {
  if (notes === null || notes.folders.has(full) || notes.isLeftOut(full)) return;
  notes.folders.set(full, hashOfNames(names));
}

/** Of questions whose answers are not kept. */
export function noteOther<T>(answer: T): T {
  if (notes !== null) notes.isWhole = false;
  return answer;
}

export function hashOfNames(names: readonly string[]): string {
  return sha256(names.join('\n'));
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
