/**
 * The build: plans in, files out, and for each file one of four outcomes (style.md §4). It knows bytes and paths only.
 *
 * All or nothing: what has to be written is first made into a staging folder beside the papers, one file at a time, so that
 * memory stays small; only when every job went well do the files take their places, each in one rename, and the manifest
 * last. One paper that cannot be made, and the folder stays as it was: half a quarter's letters are worse than none.
 * A run killed on the way leaves whole old or whole new files; the next run throws the staging folder away and knows its
 * own bytes again.
 */
import { collectGarbage } from '../disk/garbage.ts';
import { atExit } from '../disk/at-exit.ts';
import { fileOnly } from '../message/place.ts';
import type { Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileMessages } from './explain.ts';
import { matchesAny } from './glob.ts';
import { maker } from './make.ts';
import { readManifest } from './manifest.ts';
import { placeFiles } from './place-files.ts';
import { planProblems } from './plan-problems.ts';
import { inParallel } from './pool.ts';
import { builtFile, reportOf, type BuildReport } from './report.ts';
import type { BuildRequest } from './request.ts';
import { lockOf, stagingOf } from './request.ts';
import { stampFolder } from './lasting.ts';
import { strangers, unplannedFiles } from './unplanned.ts';

/** Brings the folder to what the jobs say; see the head of this file. */
export async function build(request: BuildRequest): Promise<Result<BuildReport>> {
  const { disk, folder } = request;
  const problems = planProblems(request);
  if (problems.length > 0) return { value: reportOf([]), messages: problems };
  const lock = disk.lock(lockOf(folder));
  if (!lock.isTaken) return { value: reportOf([]), messages: [error(fileOnly(lock.file), 'locked', lock)] };
  const clear = (): void => disk.remove(stagingOf(folder));
  const forget = atExit(clear);
  try {
    return await buildLocked(request);
  } finally {
    forget();
    clear();
    lock.release();
  }
}

/** Bytes a file. */
const spokenOf = 8000;

async function buildLocked(request: BuildRequest): Promise<Result<BuildReport>> {
  const { disk, folder, options } = request;
  disk.remove(stagingOf(folder));
  const { value: before, messages } = readManifest(disk, folder);
  const jobs = request.jobs.filter((job) => matchesAny(options.only, job.path));
  const { make, lasting } = maker(request, before, jobs.length);
  const made = await inParallel(jobs, options.jobs, make);
  await lasting();
  // Manifest and stamp speak of all files, and are made at once.
  collectGarbage(made.length * spokenOf);
  const makeMessages = [...messages, ...made.flatMap((each) => each.messages)];
  const files = made.map(builtFile);
  if (hasErrors(makeMessages)) {
    return { value: reportOf(files.filter((file) => file.outcome === 'failed')), messages: makeMessages };
  }
  // A reminder to a unit that has filed since must not lie beside the others, with --only or without.
  const unplanned = unplannedFiles(request, before).filter(({ path }) => matchesAny(options.only, path));
  const known = [...request.jobs, ...before.files].map(({ path }) => path);
  const strange = strangers(disk, folder, known);
  const placed = placeFiles(request, { made, before, unplanned });
  if (placed.length === 0) stampFolder(request, { made, unplanned, strange });
  const all = [...files, ...unplanned];
  return { value: reportOf(all), messages: [...makeMessages, ...fileMessages(request, all, strange), ...placed] };
}
