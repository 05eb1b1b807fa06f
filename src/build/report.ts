/** What a build tells: one line a file. */
import type { RecipePart } from './job.ts';
import type { Decision, Outcome, BuildReason } from './decide.ts';

export type BuiltFile = {
  /** Relative to the folder. */
  readonly path: string;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly reason: BuildReason;
  /** Inputs that changed since the file was last written, as far as the manifest knows them. */
  readonly changedInputs: readonly string[];
  /** Parts of its recipe that are others than those it was last made by. */
  readonly changedParts: readonly RecipePart[];
};

export type BuildReport = {
  /** Sorted by path. With an error nothing was written, and only the files that failed are listed. */
  readonly files: readonly BuiltFile[];
  readonly counts: Readonly<Record<Outcome, number>>;
};

type Decided = {
  readonly job: { readonly path: string; readonly kind: string };
  readonly decision: Decision;
  readonly changedInputs: readonly string[];
  readonly changedParts: readonly RecipePart[];
};

export function builtFile({ job, decision, changedInputs, changedParts }: Decided): BuiltFile {
  const { outcome, reason } = decision;
  return { path: job.path, kind: job.kind, outcome, reason, changedInputs, changedParts };
}

export function reportOf(files: readonly BuiltFile[]): BuildReport {
  const counts = { made: 0, remade: 0, unchanged: 0, edited: 0, removed: 0, failed: 0 };
  for (const file of files) counts[file.outcome] += 1;
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), counts };
}
