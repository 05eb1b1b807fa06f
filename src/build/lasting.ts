/** What a build leaves behind, as the next one would find it. */
import { hashOfFile } from '../disk/sha256.ts';
import { notTouched } from './decide.ts';
import type { Made } from './make.ts';
import { manifestName } from './manifest.ts';
import { builtFile, type BuiltFile } from './report.ts';
import type { BuildRequest } from './request.ts';
import { writeStamp, type Lasting } from './stamp.ts';

type Left = {
  readonly made: readonly Made[];
  readonly unplanned: readonly BuiltFile[];
  readonly strange: readonly string[];
};

/** Only of a whole build: what --only leaves out may have changed. */
export function stampFolder(request: BuildRequest, left: Left): void {
  const { stamping, options } = request;
  const asked = stamping?.asked() ?? null;
  if (stamping === undefined || asked === null || options.only.length > 0) return;
  const { disk, folder } = request;
  writeStamp({ disk, folder, ...stamping }, asked, { told: stamping.told, lasting: lastingOf(request, left) });
}

function lastingOf({ disk, folder }: BuildRequest, { made, unplanned, strange }: Left): Lasting {
  const kept = unplanned.filter(({ outcome }) => outcome === 'edited');
  const others = [manifestName, ...kept.map(({ path }) => path)];
  const hashes = [
    ...made.map(({ job, found }) => [job.path, found] as const),
    ...others.map((path) => [path, hashOfFile(disk, `${folder}/${path}`)] as const),
  ];
  return {
    files: [...made.map(nextTime), ...kept],
    hashes: Object.fromEntries(hashes),
    messages: made.filter(isEdited).flatMap(({ messages }) => messages),
    strangers: strange,
  };
}

function isEdited({ decision }: Made): boolean {
  return decision.outcome === 'edited';
}

/** What was made just now has the recipe of the next build. */
function nextTime(made: Made): BuiltFile {
  return builtFile(isEdited(made) ? made : { ...made, decision: notTouched, changedInputs: [], changedParts: [] });
}
