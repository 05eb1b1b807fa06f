/** Characters with their faces: the text of a paragraph before it is broken into lines. */
import { formatSlot } from '../../document/official-text.ts';
import type { Inline } from '../../document/tree.ts';
import type { FontRole } from '../../document/fonts.ts';
import { isHangable, isHanzi, isSpace } from './characters.ts';
import type { Coverages } from './coverage.ts';
import type { FaceSet } from './face.ts';

/** One character, the face that has it, its advance over 1 em, and what is asked of it again and again (characters.ts). */
export type Letter = {
  readonly value: string;
  readonly face: FontRole;
  readonly advance: number;
  readonly isSpace: boolean;
  readonly isHanzi: boolean;
  /** How far it may hang out at a line's end, in em: a full-width closing mark by its empty half. */
  readonly hang: number;
};

/** The letters of a paragraph; `\n` stands for a forced line break. */
export function lettersOf(inlines: readonly Inline[], role: FontRole, faces: FaceSet): readonly Letter[] {
  const letters: Letter[] = [];
  for (const inline of inlines) {
    switch (inline.type) {
      case 'lineBreak':
        letters.push(withTraits('\n', role, 0));
        break;
      case 'text':
        // 黑体 is the emphasis of official papers; a smeared bold is not.
        pushLetters(letters, inline.value, { role: inline.isStrong ? 'heading' : role, faces });
        break;
      case 'slot':
        pushLetters(letters, formatSlot(inline), { role, faces });
    }
  }
  return letters;
}

export function plainLetters(text: string, role: FontRole, faces: FaceSet): readonly Letter[] {
  const letters: Letter[] = [];
  pushLetters(letters, text, { role, faces });
  return letters;
}

type SetIn = { readonly role: FontRole; readonly faces: FaceSet };

function pushLetters(letters: Letter[], text: string, { role, faces }: SetIn): void {
  const known = knownLetters(faces, role);
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) as number;
    let letter = known.get(codePoint);
    if (letter === undefined) {
      letter = letterOf(String.fromCodePoint(codePoint), role, faces);
      known.set(codePoint, letter);
    }
    letters.push(letter);
    if (codePoint > 0xffff) at++;
  }
}

const memory = new WeakMap<FaceSet, Map<FontRole, Map<number, Letter>>>();

/** The letters met so far, by code point: papers use some two thousand characters over and over. */
function knownLetters(faces: FaceSet, role: FontRole): Map<number, Letter> {
  let roles = memory.get(faces);
  if (roles === undefined) memory.set(faces, (roles = new Map()));
  let letters = roles.get(role);
  if (letters === undefined) roles.set(role, (letters = new Map()));
  return letters;
}

/** The first face that has the character: the role's own, then the body's, then the fallback, then any. Null: no face has it. */
export function faceFor(character: string, role: FontRole, faces: Coverages): FontRole | null {
  // Array.from yields no empty string.
  const codePoint = character.codePointAt(0) as number;
  const own = faces[role];
  if (own.has(codePoint)) return role;
  const order: readonly FontRole[] = ['body', 'fallback', 'kai', 'heading', 'title', 'number'];
  return order.find((other) => faces[other].has(codePoint)) ?? null;
}

function letterOf(value: string, role: FontRole, faces: FaceSet): Letter {
  const face = faceFor(value, role, faces);
  if (face !== null) return withTraits(value, face, faces[face].advance(value.codePointAt(0) as number));
  // Blanks of unusual widths need no glyph. Any other character without a face has been refused before layout.
  if (isSpace(value)) return withTraits(' ', role, faces[role].advance(0x20));
  return withTraits(value, role, 1);
}

function withTraits(value: string, face: FontRole, advance: number): Letter {
  const hang = isHangable(value) && advance === 1 ? 0.5 : 0;
  return { value, face, advance, isSpace: isSpace(value), isHanzi: isHanzi(value), hang };
}
