/**
 * A face's outlines with some of its glyphs only (Adobe Technical Note 5176), as a PDF file embeds them (CIDFontType0C; ISO 32000-1, 9.9). The programs of
 * the glyphs are copied as they stand, and a glyph's number is its place.
 */
import { cffOperator, escaped, type CffDict, type CffFace } from './read.ts';

/** What of the top DICT says how glyphs are drawn: FontBBox, PaintType, CharstringType, FontMatrix, StrokeWidth. Names and notices stay behind. */
const drawing = [5, escaped(5), escaped(6), escaped(7), escaped(8)];

/**
 * The first glyph is .notdef; the others have their places in the list as their numbers. In the pieces it is made of: the program of a glyph is the same
 * one in every subset.
 */
export function cffSubset(face: CffFace, glyphs: readonly number[]): readonly Uint8Array[] {
  const used = [...new Set(glyphs.map(face.partOf))];
  const parts = used.map((number) => face.parts[number] as CffFace['parts'][number]);
  const privates = parts.map((part) => dictOf(part.private, [...part.private.keys()]));
  const fontIndex = (from: number): Uint8Array => {
    let at = from;
    return indexOf(
      parts.map(({ font }, number) => {
        const size = privates[number]?.length ?? 0;
        at += size;
        return joined([dictOf(font, drawing), entry(cffOperator.private, [size, at - size])]);
      }),
    );
  };
  const charset = charsetOf(glyphs.length);
  const selection = selectionOf(glyphs.map((glyph) => used.indexOf(face.partOf(glyph))));
  const programs = glyphs.map(face.charStrings.item);
  const programsHead = indexHead(programs);
  const head = (at: Places): Uint8Array =>
    joined([
      // The version, and how long this header and the offsets are.
      Uint8Array.of(1, 0, 4, 4),
      indexOf([face.name]),
      indexOf([topOf(face.top, glyphs.length, at)]),
      indexOf(['Adobe', 'Identity'].map((name) => Buffer.from(name, 'latin1'))),
      // No subroutines.
      indexOf([]),
    ]);
  // Numbers below are written in five bytes, whatever they are: the head is as long with its true offsets.
  const charsetAt = head({ charset: 0, selection: 0, charStrings: 0, fonts: 0 }).length;
  const selectionAt = charsetAt + charset.length;
  const charStringsAt = selectionAt + selection.length;
  const fontsAt = charStringsAt + programsHead.length + programs.reduce((sum, { length }) => sum + length, 0);
  const privatesAt = fontsAt + fontIndex(0).length;
  const places = { charset: charsetAt, selection: selectionAt, charStrings: charStringsAt, fonts: fontsAt };
  const before = joined([head(places), charset, selection, programsHead]);
  return [before, ...programs, joined([fontIndex(privatesAt), ...privates])];
}

type Places = {
  readonly charset: number;
  readonly selection: number;
  readonly charStrings: number;
  readonly fonts: number;
};

/** The first string after the 391 that every reader knows (appendix A). */
const ownString = 391;

/** ROS, which says that glyphs are keyed by numbers, comes first (clause 18). */
function topOf(top: CffDict, count: number, at: Places): Uint8Array {
  return joined([
    entry(cffOperator.origin, [ownString, ownString + 1, 0]),
    dictOf(top, drawing),
    entry(cffOperator.count, [count]),
    entry(cffOperator.charset, [at.charset]),
    entry(cffOperator.charStrings, [at.charStrings]),
    entry(cffOperator.partOf, [at.selection]),
    entry(cffOperator.parts, [at.fonts]),
  ]);
}

/** Format 2 (clause 13): one range of all numbers but that of .notdef. */
function charsetOf(count: number): Uint8Array {
  const others = count - 1;
  return others === 0 ? Uint8Array.of(0) : Uint8Array.of(2, 0, 1, (others - 1) >> 8, (others - 1) & 0xff);
}

/** FDSelect, format 3 (clause 19): the ranges of glyphs that have one part. */
function selectionOf(parts: readonly number[]): Uint8Array {
  const ranges: number[] = [];
  let count = 0;
  for (const [glyph, part] of parts.entries()) {
    if (glyph > 0 && part === parts[glyph - 1]) continue;
    ranges.push(glyph >> 8, glyph & 0xff, part);
    count += 1;
  }
  return Uint8Array.of(3, count >> 8, count & 0xff, ...ranges, parts.length >> 8, parts.length & 0xff);
}

/** Those of the operators that a DICT has, with their operands as they stand. */
function dictOf(dict: CffDict, operators: readonly number[]): Uint8Array {
  const found = operators.filter((operator) => dict.has(operator));
  return joined(found.flatMap((operator) => [dict.get(operator) ?? new Uint8Array(), operatorBytes(operator)]));
}

function entry(operator: number, operands: readonly number[]): Uint8Array {
  const numbers = operands.flatMap((each) => [29, each >> 24, (each >> 16) & 0xff, (each >> 8) & 0xff, each & 0xff]);
  return joined([Uint8Array.from(numbers), operatorBytes(operator)]);
}

function operatorBytes(operator: number): Uint8Array {
  return operator > 0xff ? Uint8Array.of(operator >> 8, operator & 0xff) : Uint8Array.of(operator);
}

/** An INDEX (clause 5). */
function indexOf(items: readonly Uint8Array[]): Uint8Array {
  return joined([indexHead(items), ...items]);
}

/** What of an INDEX stands before its items. Offsets count from the byte before them, in as few bytes as they need. */
function indexHead(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return Uint8Array.of(0, 0);
  const end = items.reduce((sum, { length }) => sum + length, 1);
  const size = end < 0x100 ? 1 : end < 0x1_0000 ? 2 : end < 0x100_0000 ? 3 : 4;
  const head = Buffer.alloc(3 + size * (items.length + 1));
  head.writeUInt16BE(items.length);
  head.writeUInt8(size, 2);
  let offset = 1;
  head.writeUIntBE(offset, 3, size);
  for (let number = 0; number < items.length; number++) {
    offset += (items[number] as Uint8Array).length;
    head.writeUIntBE(offset, 3 + size * (number + 1), size);
  }
  return head;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces);
}
