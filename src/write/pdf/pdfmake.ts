/** The one place that knows pdfmake (and, through it, pdfkit): a definition in, PDF/A-1b bytes out. */
import pdfMake from 'pdfmake';
import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';
import type { CharacterSubset } from './character-font.ts';
import type { Face } from './face.ts';
import { escapeXml } from '../../ooxml/xml.ts';

/** pdfmake changes the definition it is given: make a fresh one for each call. */
export type PdfDefinition = TDocumentDefinitions;

// Nothing is fetched and no file is read but by us: pictures and faces come from memory.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy(() => false);

/** The part of pdfkit's document that is touched below. */
type PdfkitDocument = {
  info: Record<string, unknown>;
  endMetadata: () => void;
  readonly _fontFamilies: Readonly<Record<string, PdfkitFont>>;
};
type PdfkitFont = {
  readonly subset: CharacterSubset;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly scale: number;
};
type VirtualFiles = { readonly virtualfs: { writeFileSync: (name: string, bytes: Uint8Array) => void } };

export async function renderPdf(definition: PdfDefinition, faces: readonly Face[]): Promise<Uint8Array> {
  pdfMake.setFonts(fontDictionary(faces));
  const created = pdfMake.createPdf(definition);
  // @types/pdfmake calls it pdfkit's document, whose types do not name what is used here.
  const document = (await created.getStream()) as unknown as PdfkitDocument;
  declareParts(document);
  escapeXmpMetadata(document);
  return created.getBuffer();
}

/** Role → the name of a file in pdfmake's memory that holds the face's token. */
function fontDictionary(faces: readonly Face[]): TFontDictionary {
  // The types leave out the virtual files on Node, which the server build has too.
  const files = (pdfMake as unknown as VirtualFiles).virtualfs;
  const entries = faces.map((face) => {
    const name = Buffer.from(face.token).toString('latin1');
    files.writeFileSync(name, face.token);
    return [face.role, { normal: name }];
  });
  return Object.fromEntries(entries) as TFontDictionary;
}

/** PDF/A-1 wants every glyph of an embedded font in CIDSet; pdfkit would leave out the parts of compound glyphs. */
function declareParts(document: PdfkitDocument): void {
  for (const font of Object.values(document._fontFamilies)) {
    for (const advance of font.subset.includeParts()) {
      font.widths.push(advance * font.scale);
      font.unicode.push([0]);
    }
  }
}

/** pdfkit 0.19.1 writes the info fields into the XMP packet as they are, so `&` or `<` would break it; the info dictionary needs them plain. */
function escapeXmpMetadata(document: PdfkitDocument): void {
  const endMetadata = document.endMetadata.bind(document);
  document.endMetadata = () => {
    const plain = Object.entries(document.info);
    document.info = Object.fromEntries(
      plain.map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    endMetadata();
  };
}
