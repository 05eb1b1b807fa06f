/** SHA-256 in hex, the one hash of Duban: of files, recipes and stored papers. */
import { createHash } from 'node:crypto';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
