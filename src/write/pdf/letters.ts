/** Characters with their faces: the text of a paragraph before it is broken into lines. */
import { formatSlot } from '../../document/official-text.ts';
import type { Inline } from '../../document/tree.ts';
import type { FontRole } from '../../document/fonts.ts';
import { isSpace } from './characters.ts';
import type { FaceSet } from './face.ts';

/** One character, the face that has it, and its advance over 1 em. */
export type Letter = { readonly value: string; readonly face: FontRole; readonly advance: number };

/** The letters of a paragraph; `\n` stands for a forced line break. */
export function lettersOf(inlines: readonly Inline[], role: FontRole, faces: FaceSet): readonly Letter[] {
  return inlines.flatMap((inline) => {
    switch (inline.type) {
      case 'lineBreak':
        return [{ value: '\n', face: role, advance: 0 }];
      case 'text':
        // 黑体 is the emphasis of official papers; a smeared bold is not.
        return plainLetters(inline.value, inline.isStrong ? 'heading' : role, faces);
      case 'slot':
        return plainLetters(formatSlot(inline), role, faces);
    }
  });
}

export function plainLetters(text: string, role: FontRole, faces: FaceSet): readonly Letter[] {
  const known = knownLetters(faces, role);
  return Array.from(text, (value) => {
    const letter = known.get(value) ?? letterOf(value, role, faces);
    known.set(value, letter);
    return letter;
  });
}

const memory = new WeakMap<FaceSet, Map<FontRole, Map<string, Letter>>>();

/** The letters met so far: papers use some two thousand characters over and over. */
function knownLetters(faces: FaceSet, role: FontRole): Map<string, Letter> {
  const roles = memory.get(faces) ?? new Map<FontRole, Map<string, Letter>>();
  const letters = roles.get(role) ?? new Map<string, Letter>();
  memory.set(faces, roles.set(role, letters));
  return letters;
}

/** The first face that has the character: the role's own, then the body's, then the fallback, then any. Null: no face has it. */
export function faceFor(character: string, role: FontRole, faces: FaceSet): FontRole | null {
  // Array.from yields no empty string.
  const codePoint = character.codePointAt(0) as number;
  const own = faces[role];
  if (own.has(codePoint)) return role;
  const order: readonly FontRole[] = ['body', 'fallback', 'kai', 'heading', 'title', 'number'];
  return order.find((other) => faces[other].has(codePoint)) ?? null;
}

function letterOf(value: string, role: FontRole, faces: FaceSet): Letter {
  const face = faceFor(value, role, faces);
  if (face !== null) return { value, face, advance: faces[face].advance(value.codePointAt(0) as number) };
  // Blanks of unusual widths need no glyph. Any other character without a face has been refused before layout.
  if (isSpace(value)) return { value: ' ', face: role, advance: faces[role].advance(0x20) };
  return { value, face: role, advance: 1 };
}
