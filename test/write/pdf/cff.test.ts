/** Subsets of PostScript outlines, made of ranges of the face's bytes, as fontkit reads and draws them. */
import fs from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCff, type CffFace } from '../../../src/write/pdf/cff/read.ts';
import { cffSubset } from '../../../src/write/pdf/cff/subset.ts';
import { characterWise, type FontkitFont } from '../../../src/write/pdf/character-font.ts';
import { isSkipped } from '../../pdf-tools.ts';
import { openFonts } from '../../../src/write/pdf/face.ts';
import { readShipped } from './shipped.ts';

const faceFiles = ['FandolFang', 'FandolHei', 'FandolKai', 'FandolSong', 'FandolSong-Bold'];
const text = '一二督办责任，。：（）《》“—…○Aq1%';

test.each(faceFiles)('glyphs of a subset of %s are drawn as the face draws them', (name) => {
  const [font] = openFonts(readShipped(`templates/fonts/${name}.otf`)) as [FontkitFont];
  const glyphs = [0, ...Array.from(text, (each) => font.glyphForCodePoint(each.codePointAt(0) ?? 0).id)];
  const [small] = openFonts(withOutlines(font, Buffer.concat(cffSubset(outlines(font), glyphs)))) as [FontkitFont];
  const drawn = (of: FontkitFont, id: number): string => of.getGlyph(id).path.toSVG();
  expect(glyphs.map((_, place) => drawn(small, place))).toEqual(glyphs.map((id) => drawn(font, id)));
  expect(new Set(glyphs.map((id) => drawn(font, id))).size).toBeGreaterThan(15);
});

test('the glyphs of a face of several parts keep theirs', () => {
  const [font] = openFonts(readShipped('templates/fonts/FandolSong.otf')) as [FontkitFont];
  const own = outlines(font);
  const [part] = own.parts as [CffFace['parts'][number]];
  // Told apart by their StdHW.
  const parts = [1, 2, 3].map((value) => ({ ...part, private: new Map([[10, Uint8Array.of(139 + value)]]) }));
  const several: CffFace = { ...own, parts, partOf: (glyph) => (glyph < 300 ? 2 : glyph % 2) };
  const glyphs = Array.from({ length: own.charStrings.count }, (_, glyph) => glyph);
  const read = readCff(Buffer.concat(cffSubset(several, glyphs)), 1000) as CffFace;
  const programs = (face: CffFace): string => Buffer.concat(glyphs.map(face.charStrings.item)).toString('latin1');
  expect(programs(read) === programs(own)).toBe(true);
  const partsOf = (face: CffFace): string[] => glyphs.map((glyph) => said(face.parts[face.partOf(glyph)]?.private));
  expect(partsOf(read)).toEqual(partsOf(several));
  expect(read.parts).toHaveLength(3);
});

test.each([1000, 2000, 2048, 3000])('a face of %i units that names no matrix has it named in a subset', (units) => {
  const [font] = openFonts(readShipped('templates/fonts/FandolSong.otf')) as [FontkitFont];
  const own = readCff(tableOf(font, 'CFF '), units) as CffFace;
  const [small] = openFonts(withOutlines(font, Buffer.concat(cffSubset(own, [0, 1, 2])))) as [FontkitFont];
  const matrix = small['CFF ']?.topDict.FontMatrix ?? [];
  expect(matrix.map((each) => each * units)).toEqual([expect.closeTo(1, 9), 0, 0, expect.closeTo(1, 9), 0, 0]);
});

const collection = '/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc';
const reason = fs.existsSync(collection) ? null : 'no Noto CJK collection on this machine';

test.skipIf(isSkipped(reason))('so has one with subroutines', () => {
  const [font] = openFonts(fs.readFileSync(collection)) as [FontkitFont];
  const wide = Object.create(font, { unitsPerEm: { value: 2000 } }) as FontkitFont;
  const subset = characterWise(wide).createSubset();
  subset.includeGlyph(0x4e00);
  const [small] = openFonts(withOutlines(font, inflateSync(subset.encode()))) as [FontkitFont];
  expect(small['CFF ']?.topDict.FontMatrix[0]).toBeCloseTo(1 / 2000, 12);
});

function said(dict: CffFace['top'] | undefined): string {
  return JSON.stringify(Array.from(dict ?? [], ([operator, operands]) => [operator, Array.from(operands)]));
}

function outlines(font: FontkitFont): CffFace {
  return readCff(tableOf(font, 'CFF '), 1000) as CffFace;
}

function tableOf({ stream, directory }: FontkitFont, tag: string): Uint8Array {
  const { offset = 0, length = 0 } = directory.tables[tag] ?? {};
  return stream.buffer.subarray(offset, offset + length);
}

/** The font's file with other outlines (OpenType, "Organization of an OpenType Font"); nobody looks at its checksums. */
function withOutlines(font: FontkitFont, outlinesTable: Uint8Array): Uint8Array {
  const tags = ['CFF ', 'cmap', 'head', 'hhea', 'hmtx', 'maxp'];
  const tables = tags.map((tag) => (tag === 'CFF ' ? outlinesTable : tableOf(font, tag)));
  const head = Buffer.alloc(12 + 16 * tags.length);
  head.write('OTTO', 'latin1');
  head.writeUInt16BE(tags.length, 4);
  let offset = head.length;
  for (const [place, tag] of tags.entries()) {
    head.write(tag, 12 + 16 * place, 'latin1');
    head.writeUInt32BE(offset, 20 + 16 * place);
    head.writeUInt32BE(tables[place]?.length ?? 0, 24 + 16 * place);
    offset += tables[place]?.length ?? 0;
  }
  return Buffer.concat([head, ...tables]);
}
