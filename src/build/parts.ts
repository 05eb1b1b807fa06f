/**
 * A folder of out/ made in parts, by several computers or processes: each plans the whole and makes its share, so that names, bytes and whatever
 * a paper says of the others are those of the whole. What is said here of a part lies beside its manifest (`part.json`).
 */
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { recipeHash, type Job } from './job.ts';
import { readManifest, type ManifestFile } from './manifest.ts';

/** The third of sixteen: `{ part: 3, of: 16 }`. */
export type Shard = { readonly part: number; readonly of: number };

type PartNote = Shard & {
  /** Hash of the planned list: parts of one whole have the same. */
  readonly plan: string;
  /** Every file of the whole, in the order of its paths. */
  readonly planned: readonly string[];
};

/** `out/parts/2024Q4/3-of-16`, whatever folder of out/ it is. */
export function partFolder(folder: string, { part, of }: Shard): string {
  return `${partsOf(folder)}/${part}-of-${of}`;
}

function partsOf(folder: string): string {
  return folder.replace(/^out\//u, 'out/parts/');
}

/** The jobs of one part: every so manieth in the order of the plan, so that each part has its share of each kind. */
export function shareOf(jobs: readonly Job[], { part, of }: Shard): readonly Job[] {
  return jobs.filter((_, at) => at % of === part - 1);
}

export function notePart(
  disk: Disk,
  folder: string,
  { shard, jobs }: { readonly shard: Shard; readonly jobs: readonly Job[] },
): void {
  const planned = jobs.map(({ path }) => path).toSorted();
  const recipes = jobs.map((job) => `${job.path} ${recipeHash(job)}`).toSorted();
  const note: PartNote = { ...shard, plan: sha256(recipes.join('\n')), planned };
  disk.write(`${folder}/${noteName}`, new TextEncoder().encode(`${JSON.stringify(note)}\n`));
}

const noteName = 'part.json';

/** A part is not whole until it is noted anew: its note is taken away before its files change. */
export function forgetPart(disk: Disk, folder: string): void {
  disk.remove(`${folder}/${noteName}`);
}

/** Whether the part was built to its end. */
export function isNoted(disk: Disk, folder: string): boolean {
  return disk.read(`${folder}/${noteName}`) !== null;
}

/** A file of a part, as its manifest has it, and where it lies. */
export type PartFile = { readonly entry: ManifestFile; readonly at: string };

/** All files of the whole, each once; an error for each part or file that is missing, doubled, changed or of another whole. */
export function readParts(disk: Disk, folder: string): Result<readonly PartFile[]> {
  const parts = disk
    .list(partsOf(folder))
    .filter((file) => file.endsWith(`/${noteName}`))
    .map((file) => ({ file, folder: file.slice(0, -noteName.length - 1), note: noteIn(disk, file) }));
  const [first] = parts;
  if (first === undefined) return { value: [], messages: [error(fileOnly(partsOf(folder)), 'no-parts')] };
  const files = parts.flatMap((part) =>
    readManifest(disk, part.folder).value.files.map((entry) => ({ entry, at: `${part.folder}/${entry.path}` })),
  );
  const messages = [
    ...parts.flatMap(({ file, note }) =>
      isOfOneWhole(note, first.note) ? [] : [error(fileOnly(file), 'part-of-another')],
    ),
    ...missingParts(
      partsOf(folder),
      parts.map(({ note }) => note),
    ),
    ...countProblems(folder, first.note, files),
    ...files.flatMap(({ entry, at }) => (isWhole(disk, entry, at) ? [] : [error(fileOnly(at), 'part-file-changed')])),
  ];
  return { value: files.toSorted((a, b) => (a.entry.path < b.entry.path ? -1 : 1)), messages };
}

function noteIn(disk: Disk, file: string): PartNote {
  return JSON.parse(new TextDecoder().decode(disk.read(file) ?? new Uint8Array())) as PartNote;
}

function isOfOneWhole(note: PartNote, first: PartNote): boolean {
  return note.of === first.of && note.plan === first.plan;
}

function missingParts(folder: string, notes: readonly PartNote[]): readonly Message[] {
  const of = notes[0]?.of ?? 0;
  const there = new Set(notes.map(({ part }) => part));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((part) => !there.has(part));
  return missing.length === 0 ? [] : [error(fileOnly(folder), 'parts-missing', { missing, of })];
}

/** What is planned must be there once. */
function countProblems(folder: string, { planned }: PartNote, files: readonly PartFile[]): readonly Message[] {
  const times = new Map<string, readonly string[]>();
  for (const { entry, at } of files) times.set(entry.path, [...(times.get(entry.path) ?? []), at]);
  return [
    ...planned
      .filter((path) => !times.has(path))
      .map((path) => error(fileOnly(`${folder}/${path}`), 'part-file-missing')),
    ...[...times].flatMap(([path, at]) =>
      at.length > 1 ? [error(fileOnly(`${folder}/${path}`), 'part-file-doubled', { at })] : [],
    ),
  ];
}

function isWhole(disk: Disk, entry: ManifestFile, at: string): boolean {
  const bytes = disk.read(at);
  return bytes !== null && sha256(bytes) === entry.sha256;
}
