/** One job of a build: compared with what stands there, made when it must be, and staged when it is new. */
import type { Disk } from '../disk/disk.ts';
import { collectGarbage } from '../disk/garbage.ts';
import { inParts, recipeHash, type Job, type RecipePart, type RecipeParts } from './job.ts';
import type { Message } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly, placedIn } from '../message/place.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';
import type { Decision, FileStanding } from './decide.ts';
import { decide, mustMake, notTouched } from './decide.ts';
import type { InputHash, Manifest, ManifestFile } from './manifest.ts';
import type { BuildRequest } from './request.ts';
import { stagingOf } from './request.ts';

/** What one job came to. `entry`: what the manifest says of the file; null when the file is not ours. */
export type Made = {
  readonly job: Job;
  readonly decision: Decision;
  readonly entry: ManifestFile | null;
  /** Hash of what stands there once the files are placed. */
  readonly found: string | null;
  readonly changedInputs: readonly string[];
  readonly changedParts: readonly RecipePart[];
  readonly messages: readonly Message[];
};

/** `make`: the work on one job. `lasting`: what was staged lasts; must be awaited before it is put in its place. */
export type Maker = { readonly make: (job: Job) => Promise<Made>; readonly lasting: () => Promise<void> };

/** Inputs are hashed once a run, whatever number of papers they serve. */
export function maker(request: BuildRequest, manifest: Manifest, total: number): Maker {
  const { disk, folder } = request;
  const logged = new Map(manifest.files.map((file) => [file.path, file]));
  const hashed = rememberedHashes(disk);
  const partsOf = partHashes();
  const staged: Promise<void>[] = [];
  let done = 0;
  const make: Maker['make'] = async (job) => {
    const inputs = job.inputs.map(hashed);
    const parts = partsOf(job);
    const before = logged.get(job.path) ?? null;
    const standing = { onDisk: hashOfFile(disk, `${folder}/${job.path}`), logged: before, recipe: recipeHash(job) };
    const { bytes, ...made } = await makeOne(request, job, standing);
    if (bytes !== null) staged.push(stage(request, job, bytes));
    done += 1;
    request.onProgress?.({ done, total, path: job.path });
    return {
      job,
      ...made,
      entry: entryOf({ job, standing, before, inputs, parts, ...made }),
      found: made.decision.isWritten ? made.hash : standing.onDisk,
      changedInputs: changed(before, inputs),
      changedParts: otherParts(before, parts),
    };
  };
  return { make, lasting: async () => void (await Promise.all(staged)) };
}

function stage({ disk, folder }: BuildRequest, { path }: Job, parts: readonly Uint8Array[]): Promise<void> {
  const lasting = disk.stage(`${stagingOf(folder)}/${path}`, ...parts);
  // It is waited for when all are made; until then nobody would hear a failure, which Node takes for a fault of ours.
  lasting.catch(() => {});
  return lasting;
}

type Making = {
  readonly decision: Decision;
  readonly hash: string | null;
  readonly messages: readonly Message[];
  /** To be written; null = nothing is. */
  readonly bytes: readonly Uint8Array[] | null;
};

async function makeOne({ folder, options }: BuildRequest, job: Job, standing: FileStanding): Promise<Making> {
  if (!mustMake(standing)) return { decision: notTouched, hash: standing.onDisk, messages: [], bytes: null };
  const file = `${folder}/${job.path}`;
  collectGarbage(job.weight);
  const { value: bytes, messages: found } = await job.make();
  const messages = placedIn(file, found);
  if (bytes === null || hasErrors(messages)) {
    return { decision: notMade, hash: null, messages: withError(messages, file), bytes: null };
  }
  const parts = inParts(bytes);
  const hash = sha256(...parts);
  const decision = decide(standing, hash, options.overwrite);
  return { decision, hash, messages, bytes: decision.isWritten ? parts : null };
}

const notMade: Decision = { outcome: 'failed', reason: 'error', isWritten: false };

/** A job that gives neither bytes nor a reason still stops the build. */
function withError(messages: readonly Message[], file: string): readonly Message[] {
  return hasErrors(messages) ? messages : [...messages, error(fileOnly(file), 'not-made')];
}

type Outcome = Omit<Making, 'bytes'> & {
  readonly job: Job;
  readonly standing: FileStanding;
  readonly before: ManifestFile | null;
  readonly inputs: ManifestFile['inputs'];
  readonly parts: ManifestFile['parts'];
};

/** An edited file keeps the entry of what we last wrote there. */
function entryOf({ job, standing, before, inputs, parts, decision, hash }: Outcome): ManifestFile | null {
  if (hash === null || decision.outcome === 'edited') return before;
  const { path, kind } = job;
  return { path, kind, sha256: hash, recipe: standing.recipe, parts, tree: job.tree ?? null, inputs };
}

/** Enough of a hash to tell one from another. */
function shortHash(text: string): string {
  return sha256(text).slice(0, 16);
}

/** Program and look are the same in all papers of a format. */
function partHashes(): (job: Job) => Partial<RecipeParts> {
  const shared = new Map<string, string>();
  const hashOf = (text: string): string => {
    const hash = shared.get(text) ?? shortHash(text);
    shared.set(text, hash);
    return hash;
  };
  return ({ recipe }) => {
    if (typeof recipe === 'string') return {};
    return { program: hashOf(recipe.program), look: hashOf(recipe.look), words: shortHash(recipe.words) };
  };
}

/** Of a file that was made by a program that did not note them, none. */
function otherParts(before: ManifestFile | null, now: Partial<RecipeParts>): readonly RecipePart[] {
  if (before === null || Object.keys(before.parts).length === 0) return [];
  // The keys are those of the job's parts.
  return (Object.keys(now) as RecipePart[]).filter((part) => before.parts[part] !== now[part]);
}

function changed(before: ManifestFile | null, inputs: ManifestFile['inputs']): readonly string[] {
  if (before === null) return [];
  const [then, now] = [new Map(before.inputs), new Map(inputs)];
  const paths = new Set([...then.keys(), ...now.keys()]);
  return [...paths].filter((path) => then.get(path) !== now.get(path)).toSorted();
}

/** One answer a file, for all papers that were made from it. */
function rememberedHashes(disk: Disk): (file: string) => InputHash {
  const hashes = new Map<string, InputHash>();
  return (file) => {
    const known = hashes.get(file);
    if (known !== undefined) return known;
    const hash = [file, hashOfFile(disk, file)] as const;
    hashes.set(file, hash);
    return hash;
  };
}
