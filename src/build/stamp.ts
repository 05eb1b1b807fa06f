/**
 * The stamp of a folder of out/, beside its manifest: what its last whole build rested on, and what the next one would say. While it holds,
 * a build need not read a word.
 */
import type { Asked } from '../disk/asked.ts';
import { hashOfFile } from '../disk/sha256.ts';
import type { Message, Result } from '../message/message.ts';
import { fileMessages } from './explain.ts';
import { keepAnswer, keptAnswer, type Keeping } from './kept-answer.ts';
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
  /** What the stages before the build said. */
  readonly told: readonly Message[];
  readonly lasting: Lasting;
};

/** `key`: whatever a build depends on beside the disk, in one text. */
export type StampRequest = Pick<Keeping, 'disk' | 'key' | 'program'> & { readonly folder: string };

function keeping({ folder, ...rest }: StampRequest): Keeping {
  return { ...rest, file: `${folder}/.stamp` };
}

export function writeStamp(request: StampRequest, asked: Asked, stamp: Stamp): void {
  keepAnswer(keeping(request), asked, stamp);
}

/** What a build would tell, without building; null when it might be something else. */
export function unchanged(request: StampRequest, options: BuildOptions): Result<BuildReport> | null {
  if (options.only.length > 0) return null;
  const stamp = keptAnswer<Stamp>(keeping(request));
  if (stamp === null || !isAsFound(request, stamp.lasting)) return null;
  const { files, messages, strangers } = stamp.lasting;
  if (options.overwrite && files.some(({ outcome }) => outcome === 'edited')) return null;
  const said = fileMessages({ ...request, options }, files, strangers);
  return { value: reportOf(files), messages: [...stamp.told, ...messages, ...said] };
}

function isAsFound({ disk, folder }: StampRequest, { hashes, strangers }: Lasting): boolean {
  return (
    strangersNow(disk, folder, Object.keys(hashes)).join('\n') === strangers.join('\n') &&
    Object.entries(hashes).every(([file, hash]) => hashOfFile(disk, `${folder}/${file}`) === hash)
  );
}
