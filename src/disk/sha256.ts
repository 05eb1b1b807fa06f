/** SHA-256 in hex, the one hash of Duban: of files, recipes and stored papers. */
import { createHash, hash } from 'node:crypto';
import { gathered } from './utf8.ts';

/** The part of a Disk that is needed here; the door itself hashes what it is asked for. */
type Measuring = {
  readonly measure: (file: string, algorithms: readonly string[]) => { readonly hashes: readonly string[] } | null;
};

/** A file and what it held. `path`: in the workspace; `sha256`: in hex. */
export type HashedFile = { readonly path: string; readonly sha256: string };

/** Of several parts: as of them joined. One alone, of which there are a thousand, goes without a stream made for it. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const [first = '', ...others] = parts;
  if (others.length === 0) return hash('sha256', first, 'hex');
  const stream = createHash('sha256');
  for (const part of parts) stream.update(part);
  return stream.digest('hex');
}

/** Of long texts: of all of them joined, which are never in memory as one. */
export function sha256Of(texts: Iterable<string>): string {
  const stream = createHash('sha256');
  for (const text of gathered(texts)) stream.update(text, 'utf8');
  return stream.digest('hex');
}

/** Of a file of any size; null when there is none. */
export function hashOfFile(disk: Measuring, file: string): string | null {
  return disk.measure(file, ['sha256'])?.hashes[0] ?? null;
}
