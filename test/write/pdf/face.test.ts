import { expect, test } from 'vitest';
import { advanceOf, characterWise } from '../../../src/write/pdf/character-font.ts';
import { openFonts } from '../../../src/write/pdf/face.ts';
import { openFaces, type PdfFaces } from '../../../src/write/pdf/faces.ts';
import { readShipped, shippedFiles } from './shipped.ts';

test.each(['FandolFang.otf', 'DubanSupplement.ttf'])(
  'advances of %s are those that fontkit draws outlines for',
  (name) => {
    const [font] = openFonts(readShipped(`templates/fonts/${name}`));
    if (font === undefined) throw new Error('no font');
    const seen = characterWise(font);
    for (const character of '督办，A1 ○—') {
      const { id, advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0) as unknown as Glyph;
      expect(advanceOf(font, id)).toBe(advanceWidth);
      // What pdfkit asks for by number, .notdef first.
      expect((seen.getGlyph(id) as unknown as Glyph).advanceWidth).toBe(advanceWidth);
    }
    expect((seen.getGlyph(0) as unknown as Glyph).advanceWidth).toBe(
      (font.getGlyph(0) as unknown as Glyph).advanceWidth,
    );
  },
);

type Glyph = { readonly id: number; readonly advanceWidth: number };

test('a shipped face is read when a character asks for it, one of the office is checked at once', () => {
  const read: string[] = [];
  const counted = Object.entries(shippedFiles).map(([role, { file, face, bytes }]) => {
    const own = { file, face, isShipped: role !== 'kai' };
    return [role, Object.defineProperty(own, 'bytes', { get: () => (read.push(role), bytes) })];
  });
  const { value: faces, messages } = openFaces(Object.fromEntries(counted) as PdfFaces);
  expect(messages).toEqual([]);
  expect([...new Set(read)]).toEqual(['kai']);
  read.length = 0;
  expect(faces?.body.has(0x7763)).toBe(true);
  expect(faces?.body.advance(0x7763)).toBe(1);
  expect([...new Set(read)]).toEqual(['body']);
});
