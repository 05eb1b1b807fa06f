/** The parts of a folder of out/ put together: checked as a whole first, then placed as a build places what it made. */
import { error, hasErrors, warning, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Disk } from '../disk/disk.ts';
import { hashOfFile } from '../disk/sha256.ts';
import { decide, mustMake, notTouched } from './decide.ts';
import { fileMessages } from './explain.ts';
import { readManifest } from './manifest.ts';
import { readParts, type PartFile } from './parts.ts';
import { placeFiles } from './place-files.ts';
import { builtFile, reportOf, type BuildReport } from './report.ts';
import { lockOf, stagingOf, type BuildOptions } from './request.ts';

export type MergeRequest = { readonly disk: Disk; readonly folder: string; readonly overwrite: boolean };

/** With an error nothing is written. Files of earlier builds that the parts do not have are left, and told: the next `build` takes them away. */
export function mergeParts(request: MergeRequest): Result<BuildReport> {
  const { disk, folder } = request;
  const parts = readParts(disk, folder);
  if (hasErrors(parts.messages)) return { value: reportOf([]), messages: parts.messages };
  const lock = disk.lock(lockOf(folder));
  if (!lock.isTaken) return { value: reportOf([]), messages: [error(fileOnly(lock.file), 'locked', lock)] };
  try {
    disk.remove(stagingOf(folder));
    return placed(request, parts.value);
  } finally {
    disk.remove(stagingOf(folder));
    lock.release();
  }
}

function placed({ disk, folder, overwrite }: MergeRequest, files: readonly PartFile[]): Result<BuildReport> {
  const { value: before, messages } = readManifest(disk, folder);
  const logged = new Map(before.files.map((file) => [file.path, file]));
  const made = files.map(({ entry, at }) => {
    const onDisk = hashOfFile(disk, `${folder}/${entry.path}`);
    const standing = { onDisk, logged: logged.get(entry.path) ?? null, recipe: entry.recipe };
    const decision = mustMake(standing) ? decide(standing, entry.sha256, overwrite) : notTouched;
    if (decision.isWritten) disk.write(`${stagingOf(folder)}/${entry.path}`, disk.read(at) ?? new Uint8Array());
    const { path, kind } = entry;
    const job = {
      path,
      kind,
      recipe: entry.recipe,
      inputs: [],
      make: () => Promise.reject(new Error('made elsewhere')),
    };
    const kept = decision.outcome === 'edited' ? (logged.get(path) ?? null) : entry;
    return { job, decision, entry: kept, found: null, changedInputs: [], changedParts: [], messages: [] };
  });
  const options: BuildOptions = { overwrite, only: [], explain: false, jobs: 1 };
  const left = before.files.filter(({ path }) => !made.some(({ job }) => job.path === path));
  const blocked = placeFiles(
    { disk, folder, jobs: made.map(({ job }) => job), options },
    { made, before, unplanned: [] },
  );
  const report = made.map(builtFile);
  const told = left
    .filter(({ path }) => disk.read(`${folder}/${path}`) !== null)
    .map(({ path }) => warning(fileOnly(`${folder}/${path}`), 'merge-left'));
  return {
    value: reportOf(report),
    messages: [...messages, ...fileMessages({ folder, options }, report, []), ...told, ...blocked],
  };
}
