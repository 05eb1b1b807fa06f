/** Files that an earlier build made and that are no longer planned: a unit without tasks, a format switched off. */
import type { Disk } from '../disk/disk.ts';
import { hashOfFile } from '../disk/sha256.ts';
import { isPassingFile } from '../trade/file-name.ts';
import type { Manifest } from './manifest.ts';
import type { BuiltFile } from './report.ts';
import type { BuildRequest } from './request.ts';

/** To be removed while the bytes are still ours; what was edited by hand is left where it is, and told. */
export function unplannedFiles(
  { disk, folder, jobs, kept = () => false }: BuildRequest,
  manifest: Manifest,
): readonly BuiltFile[] {
  const planned = new Set(jobs.map((job) => job.path));
  return manifest.files
    .filter((file) => !planned.has(file.path) && !kept(file.path))
    .flatMap(({ path, kind, sha256 }) => {
      const onDisk = hashOfFile(disk, `${folder}/${path}`);
      if (onDisk === null) return [];
      const outcome = onDisk === sha256 ? 'removed' : 'edited';
      return [{ path, kind, outcome, reason: 'unplanned', changedInputs: [], changedParts: [] } as const];
    });
}

/**
 * Files in the folders of the papers that nobody knows: a copy somebody made, or a letter placed by a run that was killed before its
 * manifest. `known`: relative to the folder, what is planned and what the manifest has.
 */
export function strangers(disk: Disk, folder: string, known: readonly string[]): readonly string[] {
  const files = new Set(known.map((path) => `${folder}/${path}`));
  const folders = new Set([...files].map(folderOf).filter((each) => each !== folder));
  const isStrange = (file: string): boolean =>
    folders.has(folderOf(file)) && !files.has(file) && !isPassingFile(file.slice(file.lastIndexOf('/') + 1));
  return disk.list(folder).filter(isStrange);
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
