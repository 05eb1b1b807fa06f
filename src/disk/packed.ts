/**
 * Bytes of the memory that are many, and packed: of a hundred times the units they are 32 MB of JSON, which is to say 5. Those of a usual quarter
 * are few, and stay as they are: they are there at once.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/** What zlib begins with; neither JSON nor V8's own printer does. */
const mark = 0x78;

export function packed(bytes: Uint8Array): Uint8Array {
  // A copy: zlib answers with a part of the 16 KB in which it wrote.
  return new Uint8Array(deflateSync(bytes, { level: 1 }));
}

/** As they were, packed or not. */
export function unpacked(bytes: Uint8Array): Uint8Array {
  return bytes[0] === mark ? inflateSync(bytes) : bytes;
}
