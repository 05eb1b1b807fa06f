/** How a build decides about one file (style.md §4). No modification times: recipes and bytes only. */

/** What stands on the disk and in the manifest about one planned file; hashes, or null where there is none. */
export type FileStanding = {
  readonly onDisk: string | null;
  readonly logged: { readonly sha256: string; readonly recipe: string } | null;
  /** Hash of the recipe that the plan has today. */
  readonly recipe: string;
};

export type Outcome = 'made' | 'remade' | 'unchanged' | 'edited' | 'removed' | 'failed';

/**
 * Why: missing = no such file · recipe = made by another recipe · overwrite = edited, and --overwrite was given · same-recipe ·
 * same-bytes = another recipe, but the bytes came out equal · adopted = not in the manifest, but the very bytes we make ·
 * by-hand = bytes that are not ours · unplanned = in the manifest, no longer planned · error = could not be made
 */
export type BuildReason =
  | 'missing'
  | 'recipe'
  | 'overwrite'
  | 'same-recipe'
  | 'same-bytes'
  | 'adopted'
  | 'by-hand'
  | 'unplanned'
  | 'error';

export type Decision = {
  readonly outcome: Outcome;
  readonly reason: BuildReason;
  /** Whether the new bytes take the place of the old. */
  readonly isWritten: boolean;
};

/** Whether the file must be made, at least in memory, before anything can be decided. */
export function mustMake(standing: FileStanding): boolean {
  const { onDisk, logged, recipe } = standing;
  return onDisk === null || logged === null || onDisk !== logged.sha256 || recipe !== logged.recipe;
}

/** The decision for a file that was made; `made` is the hash of its new bytes. */
export function decide(standing: FileStanding, made: string, isOverwriting: boolean): Decision {
  const { onDisk, logged } = standing;
  if (onDisk === null) return { outcome: 'made', reason: 'missing', isWritten: true };
  const isOurs = logged !== null && logged.sha256 === onDisk;
  // A run killed between a file and the manifest leaves our bytes without a record; writers repeat, so they are known again.
  if (onDisk === made) return { outcome: 'unchanged', reason: isOurs ? 'same-bytes' : 'adopted', isWritten: false };
  if (isOurs) return { outcome: 'remade', reason: 'recipe', isWritten: true };
  if (isOverwriting) return { outcome: 'remade', reason: 'overwrite', isWritten: true };
  return { outcome: 'edited', reason: 'by-hand', isWritten: false };
}

export const notTouched: Decision = { outcome: 'unchanged', reason: 'same-recipe', isWritten: false };
