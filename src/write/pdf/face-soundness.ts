/** Whether the file of an office's own face is whole, and one that can be embedded: what it lacks would be found in the middle of a paper, or by nobody. */
import { advanceOf, characterWise, type FontkitFont } from './character-font.ts';

/** What characters are found in, measured and drawn by (OpenType 1.9, Required Tables). */
const needed = ['cmap', 'hhea', 'hmtx', 'maxp', 'glyf', 'loca', 'CFF '] as const;

export type Flaw = {
  /** unusable: a part is missing, or one that we do not know · cut: the file ends before a table does · altered: a table is not as its checksum says. */
  readonly flaw: 'unusable' | 'cut' | 'altered';
  readonly table: string;
};

/** Null when there is none. */
export function flawOf(font: FontkitFont): Flaw | null {
  const { stream, directory } = font;
  const tables = needed.flatMap((table) => {
    const found = directory.tables[table];
    return found === undefined ? [] : [{ table, ...found }];
  });
  const cut = tables.find(({ offset, length }) => offset + length > stream.buffer.length);
  if (cut !== undefined) return { flaw: 'cut', table: cut.table };
  const altered = tables.find(
    ({ offset, length, checkSum }) => checksumOf(stream.buffer.subarray(offset, offset + length)) !== checkSum,
  );
  if (altered !== undefined && isUsable(font)) return { flaw: 'altered', table: altered.table };
  return isUsable(font) ? null : { flaw: 'unusable', table: '' };
}

/** The sum of its numbers of four bytes, noughts behind the last (OpenType 1.9, Calculating Checksums). */
function checksumOf(table: Uint8Array): number {
  const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
  padded.set(table);
  padded.swap32();
  let sum = 0;
  for (const number of new Uint32Array(padded.buffer, padded.byteOffset, padded.length / 4)) sum = (sum + number) >>> 0;
  return sum;
}

/** One of its characters is embedded, to see whether that can be done. */
function isUsable(font: FontkitFont): boolean {
  try {
    const [codePoint] = font.characterSet;
    if (codePoint === undefined || !font.hasGlyphForCodePoint(codePoint)) return false;
    const subset = characterWise(font).createSubset();
    subset.includeGlyph(codePoint);
    return subset.encode().length > 0 && Number.isFinite(advanceOf(font, font.glyphForCodePoint(codePoint).id));
  } catch {
    // fontkit throws for a table that is not there; the message says that the file is not usable.
    return false;
  }
}
