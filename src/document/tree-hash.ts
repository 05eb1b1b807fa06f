import { sha256, sha256Of } from '../disk/sha256.ts';
import type { Block, Document } from './tree.ts';

/** What a paper says, as one hash: the draft that was read and the one that would be issued today are the same when this is. */
export function treeHash(document: Document): string {
  const known = memory.get(document);
  if (known !== undefined) return known;
  const hash = document.children.some(isLong) ? sha256Of(documentParts(document)) : sha256(JSON.stringify(document));
  memory.set(document, hash);
  return hash;
}

const memory = new WeakMap<Document, string>();

/** Rows of a table that is long: a report of 30,000 would be 27 MB of JSON, and half as much again for its hash. */
const many = 2000;

function isLong(block: Block): boolean {
  return block.type === 'annex' ? block.children.some(isLong) : block.type === 'table' && block.rows.length > many;
}

/** JSON as it is printed in one piece, row by row. */
function documentParts(document: Document): Iterable<string> {
  return objectParts(document, 'children', listParts(document.children, blockParts));
}

function* blockParts(block: Block): Iterable<string> {
  if (!isLong(block)) yield JSON.stringify(block);
  else if (block.type === 'annex') yield* objectParts(block, 'children', listParts(block.children, blockParts));
  else if (block.type === 'table') yield* objectParts(block, 'rows', listParts(block.rows, whole));
}

function whole(value: unknown): readonly string[] {
  return [JSON.stringify(value)];
}

/** `inParts`: what is printed of one of its keys. */
function* objectParts(value: object, key: string, inParts: Iterable<string>): Iterable<string> {
  let before = '{';
  for (const [name, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (name === key) yield* inParts;
    else yield JSON.stringify(each);
  }
  yield '}';
}

function* listParts<T>(list: readonly T[], partsOf: (each: T) => Iterable<string>): Iterable<string> {
  let before = '[';
  for (const each of list) {
    yield before;
    before = ',';
    yield* partsOf(each);
  }
  yield list.length === 0 ? '[]' : ']';
}
