/**
 * What a paper's file holds of a face, remembered by face and characters. A paper's subset is its own and depends on nothing else, so that its bytes
 * never depend on which papers are made before it; papers of the same characters share the work.
 */
import { deflateSync } from 'node:zlib';
import type { CharacterSubset, FontkitFont } from './character-font.ts';
import { advancesOf } from './character-font.ts';
import { toUnicodeMap } from './to-unicode-map.ts';

/** pdfkit's object of a file, as far as a font needs it. */
type PdfkitReference = {
  compress: boolean;
  readonly data: Record<string, unknown>;
  readonly end: (bytes: Uint8Array) => void;
};
export type EmbeddingDocument = { ref: (data?: unknown) => PdfkitReference };
/** The part of pdfkit's EmbeddedFont that is touched here. */
export type EmbeddableFont = {
  readonly font: FontkitFont;
  readonly subset: CharacterSubset;
  widths: readonly number[];
  readonly scale: number;
  embed: () => void;
  toUnicodeCmap: () => PdfkitReference;
};

/** The two-byte code of each code point, as four hex digits. */
export type Codes = ReadonlyMap<number, string>;

type Subset = {
  readonly codes: Codes;
  /** Thousandths of an em, by code. */
  readonly widths: readonly number[];
  /** Both compressed. */
  readonly program: Uint8Array;
  readonly toUnicode: Uint8Array;
};

/** Lets the font write the remembered subset of these characters, each of them once, when the document ends. */
export function embedRemembered(document: EmbeddingDocument, font: EmbeddableFont, characters: string): Codes {
  const { codes, widths, program, toUnicode } = remembered(font, characters);
  const embed = font.embed.bind(font);
  font.widths = widths;
  font.subset.encode = () => program;
  font.toUnicodeCmap = () => {
    const reference = document.ref({ Filter: 'FlateDecode' });
    reference.end(toUnicode);
    return reference;
  };
  font.embed = () => {
    const makeReference = document.ref.bind(document);
    let made = 0;
    document.ref = (data) => {
      made += 1;
      // The first object that embed makes is the font program.
      if (made === 1) return makeReference({ Filter: 'FlateDecode' });
      return makeReference(hasWidths(data) ? { ...data, W: unusualWidths(widths) } : data);
    };
    embed();
    document.ref = makeReference;
  };
  return codes;
}

function hasWidths(data: unknown): data is object {
  return typeof data === 'object' && data !== null && 'W' in data;
}

/** Each stretch of codes whose width is not the usual thousand, after its first code (ISO 32000-1, 9.7.4.3): hanzi need not be told. */
function unusualWidths(widths: readonly number[]): readonly (number | readonly number[])[] {
  const entries: (number | number[])[] = [];
  let stretch: number[] = [];
  for (const [code, width] of widths.entries()) {
    if (width === 1000) {
      stretch = [];
      continue;
    }
    if (stretch.length === 0) entries.push(code, stretch);
    stretch.push(width);
  }
  return entries;
}

function makeSubset({ font, subset, scale }: EmbeddableFont, characters: string): Subset {
  const codes = new Map<number, string>();
  const advance = advancesOf(font);
  const widths = [advance(0) * scale];
  const texts = ['\0'];
  for (const character of characters) {
    const codePoint = character.codePointAt(0) as number;
    const place = subset.includeGlyph(codePoint);
    widths[place] = advance(subset.glyphs[place] as number) * scale;
    texts[place] = character;
    codes.set(codePoint, place.toString(16).padStart(4, '0'));
  }
  // PDF/A-1 wants every glyph of an embedded font in CIDSet, which pdfkit makes of the widths; no text has the parts of compound glyphs.
  for (const part of subset.includeParts()) {
    widths.push(part * scale);
    texts.push('\0');
  }
  const toUnicode = deflateSync(toUnicodeMap(texts));
  return { codes, widths, program: subset.encode(), toUnicode };
}

const memories = new WeakMap<FontkitFont, Map<string, Subset>>();

/** What is remembered of one face, in bytes: a program of a whole paper takes a quarter of a megabyte. */
const limit = 1 << 20;

function remembered(font: EmbeddableFont, characters: string): Subset {
  const memory = memories.get(font.font) ?? new Map<string, Subset>();
  memories.set(font.font, memory);
  const known = memory.get(characters);
  const subset = known ?? makeSubset(font, characters);
  // Put back last: what was not asked for longest goes first.
  memory.delete(characters);
  memory.set(characters, subset);
  if (known === undefined) forget(memory);
  return subset;
}

function forget(memory: Map<string, Subset>): void {
  let size = [...memory.values()].reduce((sum, { program }) => sum + program.length, 0);
  for (const [key, { program }] of memory) {
    if (size <= limit) return;
    memory.delete(key);
    size -= program.length;
  }
}
