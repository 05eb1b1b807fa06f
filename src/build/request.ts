/** What a build is asked to do. */
import type { Disk } from '../disk/disk.ts';
import type { Message } from '../message/message.ts';
import type { Asked } from '../disk/asked.ts';
import type { Job } from './job.ts';

export type BuildOptions = {
  /** Replace what was edited by hand. */
  readonly overwrite: boolean;
  /** Patterns of paths to build (`letters/*`); empty = everything. */
  readonly only: readonly string[];
  /** Add a message a file that says why it was made or left. */
  readonly explain: boolean;
  /** How many files are under way at a time. */
  readonly jobs: number;
};

export type BuildRequest = {
  readonly disk: Disk;
  /** `out/2024Q3` */
  readonly folder: string;
  readonly jobs: readonly Job[];
  readonly options: BuildOptions;
  /** Files that are neither made nor taken away: what they say has been signed. */
  readonly kept?: (path: string) => boolean;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** For the stamp of the folder; without it none is written. */
  readonly stamping?: Stamping;
};

/** What the jobs rest on, as far as the build itself cannot know it. */
export type Stamping = {
  /** Whatever a build depends on beside the disk, in one text: program, period, day. */
  readonly key: string;
  /** The folder of the program. */
  readonly program: string;
  /** What the stages before the build said. */
  readonly told: readonly Message[];
  /** What they asked the disk; null when not all of it is known. */
  readonly asked: () => Asked | null;
};

type BuildProgress = { readonly done: number; readonly total: number; readonly path: string };

/** Held while the folder is written; of a run that was killed it stays, until the next one has tidied behind it. */
export function lockOf(folder: string): string {
  return `${folder}/.lock`;
}

/** Where new bytes wait until all are made; on the same file system as their places. */
export function stagingOf(folder: string): string {
  return `${folder}/.staging`;
}
