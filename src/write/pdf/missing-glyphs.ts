/** Characters that no face has: found before anything is laid out, each with its code and every place where it stands. */
import type { Document } from '../../document/tree.ts';
import { error, type Message } from '../../message/message.ts';
import { isSpace } from './characters.ts';
import type { Coverages } from './coverage.ts';
import type { FaceSet } from './face.ts';
import { faceFor } from './letters.ts';
import { piecesOf, type Pieces } from './pieces.ts';

export function missingGlyphs(document: Document, faces: FaceSet): readonly Message[] {
  return missingIn(piecesOf(document), faces);
}

export function missingIn(pieces: Pieces, faces: FaceSet): readonly Message[] {
  const lacking = lackingIn(faces);
  return pieces.texts.flatMap((text, index): readonly Message[] => {
    const found = lacking(text);
    if (found.length === 0) return nothing;
    const where = pieces.placeOf(index);
    return found.map(({ character, code, text: around }) =>
      error(null, 'glyph-missing', { character, code, where, text: around }),
    );
  });
}

const nothing: readonly never[] = [];

/** A character that no face has: `U+1F600`, and the words around it, so that the clerk can search for them. */
export type Lacking = { readonly character: string; readonly code: string; readonly text: string };

/** Each such character of a text once, in its order. */
export function lackingIn(faces: Coverages): (text: string) => readonly Lacking[] {
  const known = memory.get(faces) ?? new Map<number, boolean>();
  memory.set(faces, known);
  const isLacking = (codePoint: number): boolean => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const character = String.fromCodePoint(codePoint);
    const lacks = !isSpace(character) && faceFor(character, 'body', faces) === null;
    known.set(codePoint, lacks);
    return lacks;
  };
  const hasAll = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at) as number;
      if (isLacking(codePoint)) return false;
      if (codePoint > 0xffff) at++;
    }
    return true;
  };
  return (text) => {
    if (hasAll(text)) return nothing;
    const found = [...new Set(text)].filter((character) => isLacking(character.codePointAt(0) as number));
    return found.map((character) => ({ character, code: codeOf(character), text: snippet(text, character) }));
  };
}

/** Which characters some faces lack is asked once a character. */
const memory = new WeakMap<Coverages, Map<number, boolean>>();

function codeOf(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}

function snippet(text: string, character: string): string {
  const characters = Array.from(text);
  const at = characters.indexOf(character);
  return characters.slice(Math.max(0, at - 6), at + 7).join('');
}
