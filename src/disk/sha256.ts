/** SHA-256 in hex, the one hash of Duban: of files, recipes and stored papers. */
import { createHash } from 'node:crypto';

/** The part of a Disk that is needed here; the door itself hashes what it is asked for. */
type Measuring = {
  readonly measure: (file: string, algorithms: readonly string[]) => { readonly hashes: readonly string[] } | null;
};

/** Of several parts: as of them joined. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Of a file of any size; null when there is none. */
export function hashOfFile(disk: Measuring, file: string): string | null {
  return disk.measure(file, ['sha256'])?.hashes[0] ?? null;
}
