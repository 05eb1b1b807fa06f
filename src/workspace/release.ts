/**
 * Which release a workspace was made by, or was last written to by: one line of a file that `init` makes. An older program refuses it in words,
 * before it misreads what it does not know; releases that differ in their last number alone read each other's.
 */
import type { Disk } from '../disk/disk.ts';
import { programVersion } from './program.ts';

export const releaseFile = 'inputs/duban-release.txt';

export function releaseMark(): Uint8Array {
  const version = programVersion();
  return new TextEncoder().encode(
    `duban ${version}\n这个工作区由督办 ${version} 建立或写入过；请不要删改本文件，较旧的程序据此不打开它。\n`,
  );
}

/** `0.3.0` of a workspace that needs a newer program than this one; null where this one may go on. */
export function newerRelease(disk: Disk): string | null {
  const release = releaseIn(disk);
  return release !== null && compareReleases(release, programVersion()) > 0 ? release : null;
}

/** After a newer program has written here. A workspace without the line, as 0.2.0 made them, stays without. */
export function raiseRelease(disk: Disk): void {
  const release = releaseIn(disk);
  if (release !== null && compareReleases(release, programVersion()) < 0) disk.write(releaseFile, releaseMark());
}

function releaseIn(disk: Disk): string | null {
  const bytes = disk.read(releaseFile);
  return (
    /^\uFEFF?duban (\d+\.\d+\.\d+)/u.exec(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? undefined),
    )?.[1] ?? null
  );
}

/** By the first two numbers. */
function compareReleases(a: string, b: string): number {
  const [first, second] = [a, b].map((release) => release.split('.').map(Number));
  const at = (first?.[0] ?? 0) === (second?.[0] ?? 0) ? 1 : 0;
  return (first?.[at] ?? 0) - (second?.[at] ?? 0);
}
