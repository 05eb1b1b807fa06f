/** What the bundle knows of the faces that come with Duban is what fontkit finds in them. */
import { expect, test } from 'vitest';
import { coverageOf } from '../../src/bundle/shipped-coverage.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { coverageIn } from '../../src/write/pdf/coverage.ts';
import { openFonts } from '../../src/write/pdf/face.ts';
import { shippedFaces } from '../../src/write/pdf/shipped-faces.ts';
import { repository } from '../run/program.ts';

test('each face has the characters that its coverage says, of all that there are', () => {
  const disk = diskAt(repository);
  const coverages = coverageOf(disk);
  for (const { name, file } of Object.values(shippedFaces)) {
    const [font] = openFonts(disk.read(file) ?? new Uint8Array());
    const { has } = coverageIn(coverages[name] ?? '');
    const differing: number[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1)
      if (font?.hasGlyphForCodePoint(code) !== has(code)) differing.push(code);
    expect(differing).toEqual([]);
  }
  const { has } = coverageIn(coverages['FandolFang'] ?? '');
  expect([has(0x56fd), has(0x1f600)]).toEqual([true, false]);
});
