/** Faces in the file: a subset depends on its face and characters alone, and is made once for them. */
import { expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import { asArray, openPdf } from '../../../src/write/pdf/reader/objects.ts';
import { paragraph } from '../sample-documents.ts';
import { characterWise, type CharacterSubset } from '../../../src/write/pdf/character-font.ts';
import { embedRemembered } from '../../../src/write/pdf/remembered-subset.ts';
import { pdfText } from '../../../src/write/pdf/reader/pdf-text.ts';
import { faces, pagesOf, pdfOf, tableMeta, textItems } from './shipped.ts';

const paper = (title: string, ...texts: readonly string[]): Document => ({
  meta: tableMeta({ title }),
  children: texts.map(paragraph),
});

/** The program of each face, as it stands in the file, by the face's name. */
async function programs(document: Document): Promise<ReadonlyMap<string, string>> {
  const bytes = await pdfOf(document);
  const file = openPdf(bytes);
  const root = file.dictionary(file.trailer.get('Root'));
  const [page] = asArray(file.resolve(file.dictionary(root.get('Pages')).get('Kids')));
  const fonts = file.dictionary(file.dictionary(file.dictionary(page).get('Resources')).get('Font'));
  const named = [...fonts.values()].map((font): [string, string] => {
    const [descendant] = asArray(file.resolve(file.dictionary(font).get('DescendantFonts')));
    const descriptor = file.dictionary(file.dictionary(descendant).get('FontDescriptor'));
    const name = descriptor.get('FontName') as { readonly name: string };
    return [name.name.slice(7), file.stream(descriptor.get('FontFile3') ?? descriptor.get('FontFile2'))];
  });
  return new Map(named);
}

const bodyName = faces.body.font.postscriptName ?? '';

test('the same characters make the same subset, in whatever order they come', async () => {
  const one = await programs(paper('甲乙', '责任分解', '落实'));
  const other = await programs(paper('甲乙', '落实分解责任'));
  expect(one.get(bodyName)?.length).toBeGreaterThan(500);
  expect(other.get(bodyName)).toBe(one.get(bodyName));
  expect((await programs(paper('甲乙', '落实分解责任人'))).get(bodyName)).not.toBe(one.get(bodyName));
});

test('a subset is made once for a set of characters', () => {
  const font = characterWise(faces.body.font);
  const reference = { compress: false, data: {}, end: () => {} };
  let encodings = 0;
  for (const characters of ['反情', '反情', '反情馈']) {
    const own = font.createSubset() as CharacterSubset;
    const encode = (): Uint8Array => {
      encodings += 1;
      return own.encode();
    };
    const subset = { ...own, encode };
    const embeddable = { font, subset, widths: [], scale: 1, embed: () => {}, toUnicodeCmap: () => reference };
    const codes = embedRemembered({ ref: () => reference }, embeddable, characters);
    expect([...codes.keys()]).toEqual(Array.from(characters, (each) => each.codePointAt(0)));
  }
  expect(encodings).toBe(2);
});

test('widths in the file are those of the layout, though those of hanzi go without saying', async () => {
  const document = paper('责任', '落实 30% 以上，Q4（续）');
  const bytes = await pdfOf(document);
  const laidOut = pagesOf(document).flatMap(textItems);
  const widths = laidOut.map(({ value, face, size, spacing }) =>
    Array.from(value, (each) => faces[face].advance(each.codePointAt(0) ?? 0) * size + spacing),
  );
  const read = pdfText(bytes).flatMap(({ runs }) => runs.map(({ width }) => width.toFixed(3)));
  expect(read).toEqual(widths.map((letters) => letters.reduce((sum, each) => sum + each, 0).toFixed(3)));
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/W \[[^\n]*\b1000\b/u);
});
