/**
 * fontkit's font as pdfkit gets it from us. Chinese papers need no shaping, so layout is one glyph a character, and a subset holds
 * one glyph a *character*: two characters drawn alike (a space and a hard space) stay apart in the text layer, and the bytes of
 * a paper never depend on which papers were made before it.
 */

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
  /** Of OpenType with PostScript outlines; null of others. */
  readonly 'CFF ': {
    readonly globalSubrIndex?: readonly unknown[] | null;
    readonly topDict: { readonly FDArray?: readonly PrivateOwner[] | null } & PrivateOwner;
  } | null;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => FontkitGlyph;
  readonly getGlyph: (id: number) => FontkitGlyph;
  readonly createSubset: () => FontkitSubset;
};
type PrivateOwner = { readonly Private?: { readonly Subrs?: readonly unknown[] | null } };
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
/** A subset that can name the glyphs it needs beside those of its characters, before it is encoded. */
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
  const remembering: FontkitFont = Object.create(font, {
    glyphForCodePoint: { value: glyphForCodePoint },
    ...(hasNoSubroutines(font) ? { getGlyph: { value: undrawnGlyphs(font) } } : {}),
  }) as FontkitFont;
  return Object.create(remembering, { createSubset: { value: () => characterSubset(remembering) } }) as FontkitFont;
}

/** What fontkit's subset wants to know of a glyph is which subroutines it calls, for which it would draw its outline; pdfkit its advance. */
function undrawnGlyphs(font: FontkitFont): (id: number) => object {
  const advance = advancesOf(font);
  return (id) => ({ id, advanceWidth: advance(id), path: null, _usedGsubrs: {}, _usedSubrs: {} });
}

function hasNoSubroutines({ 'CFF ': outlines }: FontkitFont): boolean {
  if (!outlines) return false;
  const owners = [outlines.topDict, ...(outlines.topDict.FDArray ?? [])];
  const lists = [outlines.globalSubrIndex, ...owners.map((each) => each.Private?.Subrs)];
  return lists.every((list) => (list ?? []).length === 0);
}

function characterSubset(font: FontkitFont): CharacterSubset {
  const subset = font.createSubset();
  const includeById = subset.includeGlyph.bind(subset);
  const encode = subset.encode.bind(subset);
  const places = new Map<number, number>();
  let includesById = false;
  subset.includeGlyph = (glyph) => {
    // While encoding, a TrueType subset asks for the parts of compound glyphs by their real ids.
    if (includesById) return includeById(glyph);
    const known = places.get(glyph);
    if (known !== undefined) return known;
    subset.glyphs.push(font.glyphForCodePoint(glyph).id);
    places.set(glyph, subset.glyphs.length - 1);
    return subset.glyphs.length - 1;
  };
  subset.encode = () => {
    includesById = true;
    return encode();
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
}
