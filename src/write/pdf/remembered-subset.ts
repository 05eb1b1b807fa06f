/**
 * Subsets of faces as they stand in the file, compressed, remembered by face and characters. A paper's subset is its own and depends on
 * nothing else, so that its bytes never depend on which papers are made before it; papers of the same characters share the work.
 */
import { constants, deflateSync } from 'node:zlib';
import type { CharacterSubset, FontkitFont } from './character-font.ts';

/** pdfkit's object of a file, as far as a font program needs it. */
type PdfkitReference = { compress: boolean; readonly data: Record<string, unknown> };
export type EmbeddingDocument = { ref: (data?: unknown) => PdfkitReference };
/** The part of pdfkit's EmbeddedFont that is touched here. */
export type EmbeddableFont = {
  readonly font: FontkitFont;
  readonly subset: CharacterSubset;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly scale: number;
  embed: () => void;
};

/** Lets the font write the remembered program when the document ends. Its characters must have been encoded, in their order. */
export function embedRemembered(document: EmbeddingDocument, font: EmbeddableFont, characters: string): void {
  declareParts(font);
  const { subset } = font;
  const makeProgram = subset.encode.bind(subset);
  const embed = font.embed.bind(font);
  subset.encode = () => remembered(font.font, characters, () => compress(makeProgram()));
  font.embed = () => {
    const makeReference = document.ref.bind(document);
    // The first object that embed makes is the font program.
    document.ref = (data) => {
      document.ref = makeReference;
      return compressed(makeReference(data));
    };
    embed();
  };
}

/** Outlines hold hardly two strings of bytes alike: looking for them would cost four times the time and save a twentieth of the size. */
function compress(program: Uint8Array): Uint8Array {
  // It comes out in one piece, and in few blocks.
  return deflateSync(program, { strategy: constants.Z_HUFFMAN_ONLY, memLevel: 9, chunkSize: program.length });
}

/** Its bytes come compressed. */
function compressed(reference: PdfkitReference): PdfkitReference {
  reference.compress = false;
  reference.data['Filter'] = 'FlateDecode';
  return reference;
}

/** PDF/A-1 wants every glyph of an embedded font in CIDSet; pdfkit would leave out the parts of compound glyphs. */
function declareParts(font: EmbeddableFont): void {
  for (const advance of font.subset.includeParts()) {
    font.widths.push(advance * font.scale);
    font.unicode.push([0]);
  }
}

const memories = new WeakMap<FontkitFont, Map<string, Uint8Array>>();

/** What is remembered of one face, in bytes: a program of a whole paper takes a quarter of a megabyte. */
const limit = 1 << 20;

function remembered(face: FontkitFont, characters: string, make: () => Uint8Array): Uint8Array {
  const memory = memories.get(face) ?? new Map<string, Uint8Array>();
  memories.set(face, memory);
  const known = memory.get(characters);
  const program = known ?? make();
  // Put back last: what was not asked for longest goes first.
  memory.delete(characters);
  memory.set(characters, program);
  if (known === undefined) forget(memory);
  return program;
}

function forget(memory: Map<string, Uint8Array>): void {
  let size = [...memory.values()].reduce((sum, program) => sum + program.length, 0);
  for (const [key, program] of memory) {
    if (size <= limit) return;
    memory.delete(key);
    size -= program.length;
  }
}
