/**
 * The one place that knows pdfmake (and, through it, pdfkit). The library makes the document: faces, metadata, output intent, PDF/A; what
 * stands on the pages is written into it straight from the layout (content.ts), as the body of a DOCX is.
 */
import pdfMake from 'pdfmake';
import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';
import type { FontRole } from '../../document/fonts.ts';
import type { Meta } from '../../document/tree.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { pageContent, type ContentSetting } from './content.ts';
import { rememberProfile, type ProfiledDocument } from './colour-profile.ts';
import { collectBytes, type WritingDocument } from './document-bytes.ts';
import type { FaceSet } from './face.ts';
import { embedRemembered, type Codes, type EmbeddableFont, type EmbeddingDocument } from './remembered-subset.ts';
import { metadataOf } from './metadata.ts';
import type { Size } from './geometry.ts';
import type { Page } from './page.ts';

// Nothing is fetched and no file is read but by us: faces come from memory.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy(() => false);

/** The part of pdfkit's document, as pdfmake extends it, that is touched below. */
type PdfkitDocument = EmbeddingDocument &
  ProfiledDocument &
  WritingDocument & {
    info: Record<string, unknown>;
    endMetadata: () => void;
    provideFont: (role: FontRole, bold: false, italics: false) => PdfkitFont;
    addPage: (options: { readonly size: readonly [number, number]; readonly margin: 0 }) => void;
    page: {
      readonly fonts: Record<string, unknown>;
      write: (chunk: string) => void;
    };
  };
type PdfkitFont = EmbeddableFont & { readonly id: string; readonly ref: () => unknown };
type VirtualFiles = { readonly virtualfs: { writeFileSync: (name: string, bytes: Uint8Array) => void } };

export async function renderPdf(meta: Meta, pages: readonly Page[], faces: FaceSet): Promise<Uint8Array> {
  pdfMake.setFonts(fontDictionary(faces));
  const created = pdfMake.createPdf(emptyDefinition(meta, pages[0]?.size ?? { width: 0, height: 0 }));
  // @types/pdfmake calls it pdfkit's document, whose types do not name what is used here.
  const document = (await created.getStream()) as unknown as PdfkitDocument;
  const bytes = collectBytes(document);
  rememberProfile(document);
  writePages(document, pages);
  escapeXmpMetadata(document);
  return bytes();
}

/** pdfmake makes an empty first page of it. */
function emptyDefinition(meta: Meta, { width, height }: Size): TDocumentDefinitions {
  return {
    // 1.4 and 1b: the level that a free validator (PDFBox Preflight) can check; no higher one is claimed.
    version: '1.4',
    subset: 'PDF/A-1b',
    language: 'zh-CN',
    displayTitle: true,
    // pdfkit's own type wants a Date, which only metadata.ts makes.
    info: metadataOf(meta) as unknown as NonNullable<TDocumentDefinitions['info']>,
    defaultStyle: { font: 'body' satisfies FontRole, fontSize: 12 },
    pageSize: { width, height },
    pageMargins: 0,
    content: [],
  };
}

function writePages(document: PdfkitDocument, pages: readonly Page[]): void {
  const fonts = fontsOf(document, pages);
  for (const [index, { size, items }] of pages.entries()) {
    if (index > 0) document.addPage({ size: [size.width, size.height], margin: 0 });
    const { page } = document;
    const setting: ContentSetting = {
      faceName: (role) => {
        const { font } = fonts.get(role) as PaperFont;
        page.fonts[font.id] ??= font.ref();
        return `/${font.id}`;
      },
      codes: (role) => (fonts.get(role) as PaperFont).codes,
    };
    // pdfkit turns the page upside down; this turns it back.
    page.write(`1 0 0 -1 0 ${size.height} cm\n${pageContent({ size, items }, setting)}`);
  }
}

/** A face as the paper has it, with the two-byte code of each of its code points. */
type PaperFont = { readonly font: PdfkitFont; readonly codes: Codes };

/** Codes are given in the order of the characters, so that a subset depends on nothing but its face and the set of them. */
function fontsOf(document: PdfkitDocument, pages: readonly Page[]): ReadonlyMap<FontRole, PaperFont> {
  const fonts = new Map<FontRole, PdfkitFont>();
  // Two roles may have one face, and then have one subset.
  const codePoints = new Map<PdfkitFont, Set<number>>();
  for (const { items } of pages) {
    for (const item of items) {
      if (item.kind !== 'text') continue;
      const font = fonts.get(item.face) ?? document.provideFont(item.face, false, false);
      fonts.set(item.face, font);
      const used = codePoints.get(font) ?? new Set<number>();
      codePoints.set(font, used);
      addCodePoints(used, item.value);
    }
  }
  const codes = new Map([...codePoints].map(([font, used]) => [font, embedRemembered(document, font, inOrder(used))]));
  return new Map([...fonts].map(([role, font]) => [role, { font, codes: codes.get(font) ?? new Map() }]));
}

function inOrder(codePoints: ReadonlySet<number>): string {
  return String.fromCodePoint(...Uint32Array.from(codePoints).toSorted());
}

function addCodePoints(used: Set<number>, text: string): void {
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) as number;
    used.add(codePoint);
    if (codePoint > 0xffff) at++;
  }
}

/** Role → the name of a file in pdfmake's memory that holds the face's token. */
function fontDictionary(faces: FaceSet): TFontDictionary {
  // The types leave out the virtual files on Node, which the server build has too.
  const files = (pdfMake as unknown as VirtualFiles).virtualfs;
  const entries = Object.values(faces).map(({ role, token }) => {
    const name = Buffer.from(token).toString('latin1');
    files.writeFileSync(name, token);
    return [role, { normal: name }];
  });
  return Object.fromEntries(entries) as TFontDictionary;
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
