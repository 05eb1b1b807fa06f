/** What a file is by its first bytes: names lie, and clerks rename. */
import type { InputFile } from './file.ts';

export type FileKind = 'text' | 'xlsx' | 'xls' | 'empty' | 'other';

const marks: readonly (readonly [FileKind, readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  // Compound file of Excel 97 and of WPS's own .et.
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['other', [0x25, 0x50, 0x44, 0x46]],
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [0x52, 0x61, 0x72, 0x21]],
];

export function kindOfFile({ bytes }: InputFile): FileKind {
  if (bytes.length === 0) return 'empty';
  const known = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return known?.[0] ?? 'text';
}
