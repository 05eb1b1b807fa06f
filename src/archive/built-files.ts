/** Files of out/Q for the archive: only as the last build made them, proved by its manifest. */
import type { Manifest } from '../build/manifest.ts';
import { readManifest } from '../build/manifest.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import type { ArchiveFile } from './request.ts';

export type BuiltFile = ArchiveFile & { readonly bytes: Uint8Array };

export function readBuiltFiles(
  disk: Disk,
  quarter: Quarter,
  files: readonly ArchiveFile[],
): Result<readonly BuiltFile[]> {
  const folder = `out/${quarter}`;
  const made = new Map(readManifest(disk, folder).value.files.map((file) => [file.path, file.sha256]));
  const messages: Message[] = [];
  const value = files.flatMap((file) => {
    const bytes = disk.read(`${folder}/${file.path}`);
    if (bytes !== null && made.get(file.path) === sha256(bytes)) return [{ ...file, bytes }];
    messages.push(error(fileOnly(`${folder}/${file.path}`), 'archive-not-built'));
    return [];
  });
  return { value, messages };
}

/** Every input that the quarter's files were made from, with its hash. */
export function inputsOf(manifest: Manifest): readonly (readonly [path: string, hash: string])[] {
  const inputs = new Map<string, string>();
  for (const file of manifest.files) {
    for (const [path, hash] of Object.entries(file.inputs)) if (hash !== null) inputs.set(path, hash);
  }
  return [...inputs].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
