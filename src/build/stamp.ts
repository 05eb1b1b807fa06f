/**
 * The stamp of a folder of out/, beside its manifest: all that its last whole build asked the disk, and what the next build would say if it
 * got the same answers. While it holds, a build need not read a word of them. It is no record: thrown away, it costs one longer build.
 */
import path from 'node:path';
import { hashOfNames, type Asked } from '../disk/asked.ts';
import { diskAt, type Disk } from '../disk/disk.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';
import type { Message, Result } from '../message/message.ts';
import { fileMessages } from './explain.ts';
import { reportOf, type BuildReport, type BuiltFile } from './report.ts';
import type { BuildOptions } from './request.ts';
import { strangers as strangersNow } from './unplanned.ts';

/** What the next build would find in the folder. */
export type Lasting = {
  /** Unchanged ones, and those that were edited by hand. */
  readonly files: readonly BuiltFile[];
  /** Path in the folder → SHA-256 as found, whoever wrote it; null where there is no such file. */
  readonly hashes: Readonly<Record<string, string | null>>;
  /** Of the edited ones: they are made each time. */
  readonly messages: readonly Message[];
  readonly strangers: readonly string[];
};

type Stamp = {
  readonly key: string;
  readonly asked: Asked;
  /** What the stages before the build said. */
  readonly told: readonly Message[];
  readonly lasting: Lasting;
};

/** `key`: whatever a build depends on beside the disk, in one text. */
export type StampRequest = { readonly disk: Disk; readonly folder: string; readonly key: string };

function stampFile(folder: string): string {
  return `${folder}/.stamp`;
}

/** Nothing is written when nothing changed. */
export function writeStamp({ disk, folder, key }: StampRequest, rest: Omit<Stamp, 'key'>): void {
  const asked = { files: relative(disk, rest.asked.files), folders: relative(disk, rest.asked.folders) };
  const text = JSON.stringify({ key, ...rest, asked });
  const bytes = new TextEncoder().encode(`${sha256(text)}\n${text}\n`);
  if (hashOfFile(disk, stampFile(folder)) !== sha256(bytes)) disk.write(stampFile(folder), bytes);
}

/** What a build would tell, without building; null when it might be something else. */
export function unchanged(request: StampRequest, options: BuildOptions): Result<BuildReport> | null {
  const stamp = readStamp(request);
  if (stamp === null || options.only.length > 0) return null;
  const { files, messages, strangers } = stamp.lasting;
  if (options.overwrite && files.some(({ outcome }) => outcome === 'edited')) return null;
  if (!isAsFound(request, stamp.lasting) || !isAsAnswered(request.disk, stamp.asked)) return null;
  const said = fileMessages({ ...request, options }, files, strangers);
  return { value: reportOf(files), messages: [...stamp.told, ...messages, ...said] };
}

/** Half a file, an edited one and one of another program count as none. */
function readStamp({ disk, folder, key }: StampRequest): Stamp | null {
  const bytes = disk.read(stampFile(folder));
  if (bytes === null) return null;
  const [hash, text = ''] = new TextDecoder().decode(bytes).split('\n');
  if (sha256(text) !== hash) return null;
  const stamp = JSON.parse(text) as Stamp;
  return stamp.key === key ? stamp : null;
}

function isAsFound({ disk, folder }: StampRequest, { hashes, strangers }: Lasting): boolean {
  return (
    strangersNow(disk, folder, Object.keys(hashes)).join('\n') === strangers.join('\n') &&
    Object.entries(hashes).every(([file, hash]) => hashOfFile(disk, `${folder}/${file}`) === hash)
  );
}

function isAsAnswered(disk: Disk, { files, folders }: Asked): boolean {
  const full = (file: string): string => path.resolve(disk.root, file);
  return (
    Object.entries(folders).every(([folder, hash]) => hashOfNames(diskAt(full(folder)).list('.')) === hash) &&
    Object.entries(files).every(
      ([file, hash]) => hashOfFile(diskAt(path.dirname(full(file))), path.basename(file)) === hash,
    )
  );
}

/** Below the workspace without its own path, so that a workspace on a memory stick may have another letter tomorrow. */
function relative<T>(disk: Disk, byPath: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const root = path.resolve(disk.root);
  const named = Object.entries(byPath).map(([full, value]) => {
    const inside = path.relative(root, full);
    return [inside.startsWith('..') || path.isAbsolute(inside) ? full : inside, value] as const;
  });
  return Object.fromEntries(named);
}
