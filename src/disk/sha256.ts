/** SHA-256 in hex, the one hash of Duban: of files, recipes and stored papers. */
import { createHash } from 'node:crypto';
import type { Disk } from './disk.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of a file of any size; null when there is none. */
export function hashOfFile(disk: Disk, file: string): string | null {
  return disk.measure(file, ['sha256'])?.hashes[0] ?? null;
}
