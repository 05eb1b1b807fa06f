/** One embedded face: opened once with fontkit and shared by all papers of a run. */
import { createRequire } from 'node:module';
import type { FontRole } from '../../document/fonts.ts';
import { advanceOf, characterWise, type FontkitFont } from './character-font.ts';

type FontkitFile = FontkitFont | { readonly fonts: readonly FontkitFont[] };
type Fontkit = {
  create: (bytes: Uint8Array) => FontkitFile;
  registerFormat: (format: unknown) => void;
};

// pdfkit requires fontkit's CommonJS build; the ES build is a second fontkit with formats of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;

export type Face = {
  readonly role: FontRole;
  readonly font: FontkitFont;
  /** Stands for the parsed font where pdfmake wants the bytes of a font file. */
  readonly token: Uint8Array;
  /** Ascender over 1 em, as pdfkit will use it. */
  readonly ascender: number;
  readonly has: (codePoint: number) => boolean;
  /** Advance width over 1 em. */
  readonly advance: (codePoint: number) => number;
};

export type FaceSet = Readonly<Record<FontRole, Face>>;

/** The fonts of a file: one, or the several of a .ttc. Throws what fontkit throws when it is none. */
export function openFonts(bytes: Uint8Array): readonly FontkitFont[] {
  const file = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return 'fonts' in file ? file.fonts : [file];
}

/** `open` is asked when the face is first used: most papers use no more than three. Faces of one `open` are one font in a file. */
export function makeFace(role: FontRole, open: () => FontkitFont): Face {
  const advances = new Map<number, number>();
  const presence = new Map<number, boolean>();
  let opened: FontkitFont | null = null;
  const font = (): FontkitFont => (opened ??= open());
  return {
    role,
    get font() {
      return font();
    },
    token: tokenOf(open),
    get ascender() {
      return font().ascent / font().unitsPerEm;
    },
    has: (codePoint) => remembered(presence, codePoint, (code) => font().hasGlyphForCodePoint(code)),
    advance: (codePoint) =>
      remembered(advances, codePoint, (code) => {
        const { id } = font().glyphForCodePoint(code);
        return advanceOf(font(), id) / font().unitsPerEm;
      }),
  };
}

/** The outline of a character as an SVG path, y downwards; the matrix places it. */
export function outline(face: Face, codePoint: number, matrix: readonly number[]): string {
  return face.font
    .glyphForCodePoint(codePoint)
    .path.transform(...matrix)
    .toSVG();
}

function remembered<T>(memory: Map<number, T>, key: number, make: (key: number) => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  memory.set(key, made);
  return made;
}

const tokenMark = 'duban-face:';
const sharedFonts: (() => FontkitFont)[] = [];
const tokens = new WeakMap<() => FontkitFont, Uint8Array>();

/** A few bytes which fontkit, through the format registered below, opens as the font that is already parsed. */
function tokenOf(open: () => FontkitFont): Uint8Array {
  const known = tokens.get(open);
  if (known !== undefined) return known;
  const token = Buffer.from(`${tokenMark}${sharedFonts.length}`, 'latin1');
  let shared: FontkitFont | null = null;
  sharedFonts.push(() => (shared ??= characterWise(open())));
  tokens.set(open, token);
  return token;
}

fontkit.registerFormat(
  // fontkit calls `new format(stream)`; a constructor that returns an object yields that object.
  class {
    static probe(bytes: Uint8Array): boolean {
      return Buffer.from(bytes).toString('latin1').startsWith(tokenMark);
    }

    constructor(stream: { readonly buffer: Uint8Array }) {
      const number = Number(Buffer.from(stream.buffer).toString('latin1').slice(tokenMark.length));
      return sharedFonts[number]?.() as object;
    }
  },
);
