/** `parse`: a responsibility breakdown of any layout, as bytes, to its Catalogue. The passes, in their order. */
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Result } from '../../message.ts';
import { sha256 } from '../../sha256.ts';
import { decodeText } from '../table/decode.ts';
import { assemble } from './assemble.ts';
import { readContent } from './content.ts';
import { readItems } from './item.ts';
import { readLines } from './line.ts';

export type SourceFile = {
  /** Relative to the workspace. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

export function parseBreakdown(file: SourceFile): Promise<Result<Catalogue>> {
  const decoded = decodeText(file.bytes, file.path);
  const { lines } = readLines(decoded.value.text);
  const reads = readItems(lines, new Set()).map((item) => ({ item, content: readContent(item) }));
  const catalogue = assemble(reads, { path: file.path, sha256: sha256(file.bytes) });
  return Promise.resolve({ value: catalogue.value, messages: [...decoded.messages, ...catalogue.messages] });
}
