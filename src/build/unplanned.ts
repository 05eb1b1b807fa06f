/** Files that an earlier build made and that are no longer planned: a unit without tasks, a format switched off. */
import { hashOfFile } from '../disk/sha256.ts';
import type { Manifest } from './manifest.ts';
import type { BuiltFile } from './report.ts';
import type { BuildRequest } from './request.ts';

/** To be removed while the bytes are still ours; what was edited by hand is left where it is, and told. */
export function unplannedFiles({ disk, folder, jobs }: BuildRequest, manifest: Manifest): readonly BuiltFile[] {
  const planned = new Set(jobs.map((job) => job.path));
  return manifest.files
    .filter((file) => !planned.has(file.path))
    .flatMap(({ path, kind, sha256 }) => {
      const onDisk = hashOfFile(disk, `${folder}/${path}`);
      if (onDisk === null) return [];
      const outcome = onDisk === sha256 ? 'removed' : 'edited';
      return [{ path, kind, outcome, reason: 'unplanned', changedInputs: [] } as const];
    });
}

/**
 * Files in the folders of the papers that neither the plan nor the manifest knows: a copy somebody made, or a letter placed by
 * a run that was killed before its manifest. Left alone, but told: a stale letter between good ones might be sent.
 */
export function strangers({ disk, folder, jobs }: BuildRequest, manifest: Manifest): readonly string[] {
  const known = new Set([...jobs, ...manifest.files].map((file) => `${folder}/${file.path}`));
  const folders = new Set([...known].map(folderOf).filter((each) => each !== folder));
  return disk
    .list(folder)
    .filter(
      (file) => folders.has(folderOf(file)) && !known.has(file) && !isHidden(file.slice(file.lastIndexOf('/') + 1)),
    );
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

/** Word's and the system's own: `~$letter.docx`, .DS_Store, Thumbs.db. */
function isHidden(name: string): boolean {
  return /^[.~]|^(thumbs\.db|desktop\.ini)$/i.test(name);
}
