/** From a file's bytes to blocks: by what the bytes are, not by the file's name. */
import { hasErrors, error } from '../message/message.ts';
import type { Result } from '../message/message.ts';
import { decodeText } from '../table/decode.ts';
import { blocksOfText } from './block.ts';
import type { SourceText } from './block.ts';
import { blocksOfDocx } from './docx.ts';
import { foreignKind, refusalsOfText } from './refuse.ts';

export type SourceFile = {
  /** Relative to the workspace. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

const nothing: SourceText = { blocks: [], pageNumbers: [] };

/** The blocks of a source document; nothing, with the reason, where it is refused. */
export function readSource({ path, bytes }: SourceFile): Result<SourceText> {
  const kind = foreignKind(bytes);
  if (kind !== null)
    return { value: nothing, messages: [error({ file: path, row: null, column: null }, 'foreign-file', { kind })] };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) return blocksOfDocx(bytes, path);
  const decoded = decodeText(bytes, path);
  if (hasErrors(decoded.messages)) return { value: nothing, messages: decoded.messages };
  const refusals = refusalsOfText(decoded.value.text, path);
  if (refusals.length > 0) return { value: nothing, messages: [...decoded.messages, ...refusals] };
  const blocks = blocksOfText(decoded.value.text, path);
  return { value: blocks.value, messages: [...decoded.messages, ...blocks.messages] };
}
