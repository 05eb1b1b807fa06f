/** Characters that no face has: found before anything is laid out, each with its code and every place where it stands. */
import type { Document } from '../../document/tree.ts';
import { error, type Message } from '../../message.ts';
import { isSpace } from './characters.ts';
import type { FaceSet } from './face.ts';
import { faceFor } from './letters.ts';
import { piecesOf, type Pieces } from './pieces.ts';

export function missingGlyphs(document: Document, faces: FaceSet): readonly Message[] {
  return missingIn(piecesOf(document), faces);
}

export function missingIn(pieces: Pieces, faces: FaceSet): readonly Message[] {
  const lacking = new Set<string>();
  const known = new Set<string>();
  return pieces.texts.flatMap((text, index) => {
    const found = new Set<string>();
    for (const character of text) {
      if (!known.has(character)) {
        known.add(character);
        if (!isSpace(character) && faceFor(character, 'body', faces) === null) lacking.add(character);
      }
      if (lacking.has(character)) found.add(character);
    }
    // places and texts are of one length.
    const where = pieces.places[index] ?? { kind: 'body' };
    return [...found].map((character) =>
      error(null, 'glyph-missing', { character, code: codeOf(character), where, text: snippet(text, character) }),
    );
  });
}

function codeOf(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}

/** The words around the character, so that the clerk can search for them. */
function snippet(text: string, character: string): string {
  const characters = Array.from(text);
  const at = characters.indexOf(character);
  return characters.slice(Math.max(0, at - 6), at + 7).join('');
}
