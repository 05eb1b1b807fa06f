/** `parse`: a responsibility breakdown of any layout, as bytes, to its Catalogue. The passes, in their order. */
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Result } from '../../message.ts';
import { sha256 } from '../../sha256.ts';
import { decodeText } from '../table/decode.ts';
import { assemble } from './assemble.ts';
import type { Reading } from './assemble.ts';
import { readContent } from './content.ts';
import { gatherSubPoints } from './group.ts';
import { readItems } from './item.ts';
import { readLines } from './line.ts';
import { unfoldLines } from './unfold.ts';
import { splitUnnumbered } from './unnumbered.ts';

export type SourceFile = {
  /** Relative to the workspace. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

/** The Catalogue of a source document; with an error among the messages it is good for looking at only. */
export function parseBreakdown(file: SourceFile): Promise<Result<Catalogue>> {
  const { value, messages } = readBreakdown(file);
  return Promise.resolve({ value: value.catalogue, messages });
}

/** As parseBreakdown, with the traces that `parse --explain` prints. */
export function readBreakdown(file: SourceFile): Result<Reading> {
  const decoded = decodeText(file.bytes, file.path);
  const { lines } = readLines(decoded.value.text);
  const reads = readItems(unfoldLines(lines), new Set()).map((item) => ({ item, content: readContent(item) }));
  const reading = assemble(gatherSubPoints(splitUnnumbered(reads)), { path: file.path, sha256: sha256(file.bytes) });
  return { value: reading.value, messages: [...decoded.messages, ...reading.messages] };
}
