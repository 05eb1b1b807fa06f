import { sha256 } from '../disk/sha256.ts';
import type { Document } from './tree.ts';

/** What a paper says, as one hash: the draft that was read and the one that would be issued today are the same when this is. */
export function treeHash(document: Document): string {
  const known = memory.get(document);
  if (known !== undefined) return known;
  const hash = sha256(JSON.stringify(document));
  memory.set(document, hash);
  return hash;
}

const memory = new WeakMap<Document, string>();
