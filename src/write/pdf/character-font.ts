/**
 * fontkit's font as pdfkit gets it from us. Chinese papers need no shaping, so layout is one glyph a character, and a subset holds
 * one glyph a *character*: two characters drawn alike (a space and a hard space) stay apart in the text layer, and the bytes of
 * a paper never depend on which papers were made before it.
 */
import { constants, deflateSync } from 'node:zlib';
import { readCff, type CffFace } from './cff/read.ts';
import { cffSubset } from './cff/subset.ts';
import { literalCode, literalStreams } from './literal-stream.ts';

export type EmbeddingRights = {
  readonly noEmbedding?: boolean;
  readonly noSubsetting?: boolean;
  readonly bitmapOnly?: boolean;
};

/** The part of fontkit's font that we and pdfkit use. */
export type FontkitFont = {
  readonly postscriptName: string | null;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly 'OS/2'?: { readonly fsType?: EmbeddingRights };
  /** The advances of its glyphs; those beyond the end have the last one. */
  readonly hmtx: { readonly metrics: { readonly length: number; get: (id: number) => { readonly advance: number } } };
  /** PostScript outlines only. */
  readonly 'CFF '?: { readonly topDict: CffTop };
  readonly stream: { readonly buffer: Uint8Array };
  readonly directory: {
    readonly tables: Readonly<
      Record<string, { readonly offset: number; readonly length: number; readonly checkSum: number }>
    >;
  };
  /** The code points that its tables speak of. */
  readonly characterSet: readonly number[];
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => FontkitGlyph;
  readonly getGlyph: (id: number) => FontkitGlyph;
  readonly createSubset: () => FontkitSubset;
};
type CffTop = {
  FontMatrix: readonly number[];
  readonly FDArray?: readonly { readonly FontMatrix: readonly number[] }[];
};
type FontkitGlyph = {
  readonly id: number;
  /** TrueType only: the parts of a compound glyph. */
  readonly _decode?: () => { readonly components?: readonly { readonly glyphID: number }[] } | null;
  readonly path: { toSVG: () => string; transform: (...matrix: readonly number[]) => FontkitGlyph['path'] };
};
type FontkitSubset = {
  readonly glyphs: number[];
  includeGlyph: (glyph: number) => number;
  encode: () => Uint8Array;
};
/** A subset that can name the glyphs it needs beside those of its characters, before it is encoded. It encodes itself as it stands in a file, compressed. */
export type CharacterSubset = FontkitSubset & {
  /** Takes in the parts of compound glyphs; their advances, in font units, in the order of their places. */
  readonly includeParts: () => readonly number[];
};
/** Of one glyph, in font units. fontkit's own answer would draw the outline first, to know the height as well. */
export function advanceOf(font: FontkitFont, glyph: number): number {
  return advancesOf(font)(glyph);
}

/** Of many: fontkit looks for the table each time that it is asked. */
export function advancesOf({ hmtx: { metrics } }: FontkitFont): (glyph: number) => number {
  const last = metrics.length - 1;
  return (glyph) => metrics.get(Math.min(glyph, last)).advance;
}

/** The font whose glyphs are found once a character, and whose subset tells characters apart: the glyph ids it takes are code points. */
export function characterWise(font: FontkitFont): FontkitFont {
  const glyphs = new Map<number, FontkitGlyph>();
  const glyphForCodePoint = (codePoint: number): FontkitGlyph => {
    const known = glyphs.get(codePoint);
    if (known !== undefined) return known;
    const glyph = font.glyphForCodePoint(codePoint);
    glyphs.set(codePoint, glyph);
    return glyph;
  };
  const outlines = outlinesOf(font);
  const createSubset =
    outlines === null ? fontkitSubsets(font, glyphForCodePoint) : copyingSubsets(outlines, glyphForCodePoint);
  return Object.create(font, {
    glyphForCodePoint: { value: glyphForCodePoint },
    createSubset: { value: createSubset },
    ...(outlines === null ? {} : { getGlyph: { value: undrawnGlyphs(font) } }),
  }) as FontkitFont;
}

/** PostScript outlines that can be copied; null of others. */
function outlinesOf({ stream, directory, unitsPerEm }: FontkitFont): CffFace | null {
  const table = directory.tables['CFF '];
  if (table === undefined) return null;
  return readCff(stream.buffer.subarray(table.offset, table.offset + table.length), unitsPerEm);
}

/** What pdfkit wants to know of a glyph is its advance, for which fontkit would draw its outline, to know the height as well. */
function undrawnGlyphs(font: FontkitFont): (id: number) => object {
  const advance = advancesOf(font);
  return (id) => ({ id, advanceWidth: advance(id) });
}

type GlyphOf = (codePoint: number) => { readonly id: number };

/** Copies outlines as they stand, which is a tenth of the work that decoding them is. `cff` tells pdfkit what kind of outlines they are. */
function copyingSubsets(cff: CffFace, glyphOf: GlyphOf): () => CharacterSubset & { readonly cff: CffFace } {
  let streamOf: ((pieces: readonly Uint8Array[]) => Uint8Array) | null = null;
  return () => {
    const glyphs = [0];
    const encode = (): Uint8Array => {
      streamOf ??= literalStreams(literalCode(sampleOf(cff)));
      return streamOf(cffSubset(cff, glyphs));
    };
    return { glyphs, includeGlyph: placesOf(glyphs, glyphOf), encode, includeParts: () => [], cff };
  };
}

/** A hundred programs from all over a face of some thousand glyphs: bytes come in them about as often as in all. */
function sampleOf({ charStrings }: CffFace): readonly Uint8Array[] {
  const step = 64;
  return Array.from({ length: Math.ceil(charStrings.count / step) }, (_, number) => charStrings.item(number * step));
}

/** The place of each code point's glyph in the list, which takes it in where it is new. */
function placesOf(glyphs: number[], glyphOf: GlyphOf): (codePoint: number) => number {
  const places = new Map<number, number>();
  return (codePoint) => {
    const known = places.get(codePoint);
    if (known !== undefined) return known;
    glyphs.push(glyphOf(codePoint).id);
    places.set(codePoint, glyphs.length - 1);
    return glyphs.length - 1;
  };
}

/** As in `readCff`: fontkit gives a face that names no matrix a thousandth, whatever its units. */
function nameMatrix({ unitsPerEm, 'CFF ': cff }: FontkitFont): void {
  const dicts = cff === undefined ? [] : [cff.topDict, ...(cff.topDict.FDArray ?? [])];
  if (cff === undefined || unitsPerEm === 1000 || dicts.some(({ FontMatrix }) => FontMatrix[0] !== 0.001)) return;
  cff.topDict.FontMatrix = [1 / unitsPerEm, 0, 0, 1 / unitsPerEm, 0, 0];
}

const fontkitSubsets = (font: FontkitFont, glyphOf: GlyphOf) => (): CharacterSubset => {
  nameMatrix(font);
  const subset = font.createSubset();
  const includeById = subset.includeGlyph.bind(subset);
  const includeByCodePoint = placesOf(subset.glyphs, glyphOf);
  const encode = subset.encode.bind(subset);
  let includesById = false;
  // While encoding, a TrueType subset asks for the parts of compound glyphs by their real ids.
  subset.includeGlyph = (glyph) => (includesById ? includeById(glyph) : includeByCodePoint(glyph));
  subset.encode = () => {
    includesById = true;
    // As literal-stream.ts does it.
    const program = encode();
    return deflateSync(program, { strategy: constants.Z_HUFFMAN_ONLY, memLevel: 9, chunkSize: program.length });
  };
  const includeParts = (): readonly number[] => {
    const before = subset.glyphs.length;
    // The list grows while it is walked: parts may have parts.
    for (const id of subset.glyphs) {
      for (const { glyphID } of font.getGlyph(id)._decode?.()?.components ?? []) includeById(glyphID);
    }
    return subset.glyphs.slice(before).map((id) => advanceOf(font, id));
  };
  return Object.assign(subset, { includeParts });
};
