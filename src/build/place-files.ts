/** The last step of a build: staged files take their places, what is no longer planned goes, the manifest is written. */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { attempted } from '../disk/failure.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';
import type { Made } from './make.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { manifestName, printManifest } from './manifest.ts';
import type { BuiltFile } from './report.ts';
import type { BuildRequest } from './request.ts';
import { stagingOf } from './request.ts';

export type Placing = {
  readonly made: readonly Made[];
  readonly before: Manifest;
  readonly unplanned: readonly BuiltFile[];
};

/** Answers with an error for each file whose place is blocked (open in Word on Windows); the others are placed all the same. */
export function placeFiles(request: BuildRequest, placing: Placing): readonly Message[] {
  const { disk, folder } = request;
  const blocked = new Map<string, Message>();
  const attempt = (path: string, step: () => void): void => {
    const { refused: reason } = attempted(step);
    if (reason !== null) blocked.set(path, error(fileOnly(`${folder}/${path}`), 'cannot-replace', { reason }));
  };
  for (const { job } of placing.made.filter((each) => each.decision.isWritten)) {
    attempt(job.path, () => disk.place(`${stagingOf(folder)}/${job.path}`, `${folder}/${job.path}`));
  }
  for (const { path } of placing.unplanned.filter((file) => file.outcome === 'removed')) {
    attempt(path, () => disk.remove(`${folder}/${path}`));
  }
  disk.settle();
  writeManifest(request, entries(placing, new Set(blocked.keys())));
  return [...blocked.values()];
}

function entries({ made, before, unplanned }: Placing, blocked: ReadonlySet<string>): readonly ManifestFile[] {
  const now = new Map(before.files.map((file) => [file.path, file]));
  for (const { job, entry } of made) if (entry !== null && !blocked.has(job.path)) now.set(job.path, entry);
  for (const { path, outcome } of unplanned) if (outcome === 'removed' && !blocked.has(path)) now.delete(path);
  return [...now.values()];
}

/** Nothing changed, nothing written: the manifest's own time stays what it was. */
function writeManifest({ disk, folder, jobs }: BuildRequest, files: readonly ManifestFile[]): void {
  const file = `${folder}/${manifestName}`;
  const planned = new Set(jobs.map((job) => job.path));
  // Entries of files that are neither planned nor there any more are forgotten.
  const kept = files.filter(({ path }) => planned.has(path) || hashOfFile(disk, `${folder}/${path}`) !== null);
  const bytes = printManifest({ files: kept });
  if (hashOfFile(disk, file) === sha256(...bytes)) return;
  disk.write(`${stagingOf(folder)}/${manifestName}`, ...bytes);
  disk.rename(`${stagingOf(folder)}/${manifestName}`, file);
}
