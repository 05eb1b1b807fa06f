/**
 * The build: plans in, files out, and for each file one of four outcomes (style.md §4). It knows bytes and paths only.
 *
 * All or nothing: what has to be written is first made into a staging folder beside the papers, one file at a time, so that
 * memory stays small; only when every job went well do the files take their places, each in one rename, and the manifest
 * last. One paper that cannot be made, and the folder stays as it was: half a quarter's letters are worse than none.
 * A run killed on the way leaves whole old or whole new files; the next run throws the staging folder away and knows its
 * own bytes again.
 */
import { fileOnly } from '../message/place.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, info, warning } from '../message/message.ts';
import { explain } from './explain.ts';
import { matchesAny } from './glob.ts';
import type { Made } from './make.ts';
import { maker } from './make.ts';
import { readManifest } from './manifest.ts';
import { placeFiles } from './place-files.ts';
import { planProblems } from './plan-problems.ts';
import { inParallel } from './pool.ts';
import type { BuildReport, BuiltFile } from './report.ts';
import { reportOf } from './report.ts';
import type { BuildRequest } from './request.ts';
import { stagingOf } from './request.ts';
import { strangers, unplannedFiles } from './unplanned.ts';

/** Brings the folder to what the jobs say; see the head of this file. */
export async function build(request: BuildRequest): Promise<Result<BuildReport>> {
  const { disk, folder } = request;
  const problems = planProblems(request);
  if (problems.length > 0) return { value: reportOf([]), messages: problems };
  const lock = disk.lock(`${folder}/.lock`);
  if (!lock.isTaken) return { value: reportOf([]), messages: [error(fileOnly(lock.file), 'locked', lock)] };
  try {
    return await buildLocked(request);
  } finally {
    disk.remove(stagingOf(folder));
    lock.release();
  }
}

async function buildLocked(request: BuildRequest): Promise<Result<BuildReport>> {
  const { disk, folder, options } = request;
  disk.remove(stagingOf(folder));
  const { value: before, messages } = readManifest(disk, folder);
  const jobs = request.jobs.filter((job) => matchesAny(options.only, job.path));
  const made = await inParallel(jobs, options.jobs, maker(request, before, jobs.length));
  const makeMessages = [...messages, ...made.flatMap((each) => each.messages)];
  const files = made.map(builtFile);
  if (hasErrors(makeMessages)) {
    return { value: reportOf(files.filter((file) => file.outcome === 'failed')), messages: makeMessages };
  }
  // A reminder to a unit that has filed since must not lie beside the others, with --only or without.
  const unplanned = unplannedFiles(request, before).filter(({ path }) => matchesAny(options.only, path));
  const strange = strangers(request, before).map((file) => info(fileOnly(file), 'stranger'));
  const placed = placeFiles(request, { made, before, unplanned });
  const all = [...files, ...unplanned];
  return { value: reportOf(all), messages: [...makeMessages, ...fileMessages(request, all), ...strange, ...placed] };
}

function builtFile({ job, decision, changedInputs }: Made): BuiltFile {
  return { path: job.path, kind: job.kind, outcome: decision.outcome, reason: decision.reason, changedInputs };
}

/** An edited file is the clerk's, and told each time; the rest only when asked for. */
function fileMessages({ folder, options }: BuildRequest, files: readonly BuiltFile[]): readonly Message[] {
  return reportOf(files).files.flatMap((file) => {
    const place = fileOnly(`${folder}/${file.path}`);
    if (file.outcome === 'edited') return [warning(place, file.reason === 'unplanned' ? 'edited-unplanned' : 'edited')];
    return options.explain ? [explain(place, file)] : [];
  });
}
