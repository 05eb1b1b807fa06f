/** Which characters the shipped faces have: the list stands in the bundle in the place of src/write/pdf/shipped-coverage.ts. */
import type { Plugin } from 'rolldown';
import type { Disk } from '../disk/disk.ts';
import { coverageText } from '../write/pdf/coverage.ts';
import { openFonts } from '../write/pdf/face.ts';
import { shippedFaces } from '../write/pdf/shipped-faces.ts';

export function shippedCoverageFile(disk: Disk): Plugin {
  return {
    name: 'shipped-coverage',
    load(id) {
      if (!/[/\\]src[/\\]write[/\\]pdf[/\\]shipped-coverage\.ts$/u.test(id)) return null;
      return { code: `export const shippedCoverage = ${JSON.stringify(coverageOf(disk))};`, moduleType: 'js' };
    },
  };
}

/** By the names of the faces. @internal */
export function coverageOf(disk: Disk): Readonly<Record<string, string>> {
  const faces = Object.values(shippedFaces).map(({ name, file }) => {
    const [font] = openFonts(disk.read(file) ?? new Uint8Array());
    const characters = font?.characterSet.filter((codePoint) => font.hasGlyphForCodePoint(codePoint)) ?? [];
    return [name, coverageText(characters)] as const;
  });
  return Object.fromEntries(faces);
}
