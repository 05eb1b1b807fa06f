/** The PDF writer: a Document as PDF/A-1b bytes, or the reasons why not. */
import { collectGarbage } from '../../disk/garbage.ts';
import type { Document } from '../../document/tree.ts';
import { hasErrors, type Message, type Result } from '../../message/message.ts';
import type { FaceSet } from './face.ts';
import { openFaces, type PdfFaces } from './faces.ts';
import { outlinedSvg } from './drawing.ts';
import { layOutDocument } from './layout.ts';
import { missingGlyphs, missingIn } from './missing-glyphs.ts';
import { renderPdf } from './pdfmake.ts';
import { piecesOf } from './pieces.ts';
import { reconcile } from './reconcile.ts';

export type PdfWriter = {
  /** No bytes (an empty array) when there is an error among the messages. */
  readonly write: (document: Document) => Promise<Result<Uint8Array>>;
  /** A figure's SVG with its texts as outlines, in the faces of the papers; null when it is no figure of ours. */
  readonly outlined: (svg: string) => string | null;
  /** Errors for the characters that none of the faces has; [] when the paper can be set. */
  readonly missingGlyphs: (document: Document) => readonly Message[];
};

/** Bytes that its content, of strings and compressed, takes until the file is put together. */
const weightOfPage = 60_000;

const nothing = new Uint8Array();

/** Opens and checks the faces once; with an error among the messages the writer refuses everything. */
export function createPdfWriter(options: { readonly faces: PdfFaces }): Result<PdfWriter> {
  const { value: faces, messages } = openFaces(options.faces);
  if (faces === null) {
    const write: PdfWriter['write'] = () => Promise.resolve({ value: nothing, messages });
    return { value: { write, outlined: () => null, missingGlyphs: () => [] }, messages };
  }
  const value: PdfWriter = {
    write: (document) => writePdf(document, faces),
    outlined: (svg) => outlinedSvg(svg, faces),
    missingGlyphs: (document) => missingGlyphs(document, faces),
  };
  return { value, messages };
}

async function writePdf(document: Document, faces: FaceSet): Promise<Result<Uint8Array>> {
  const pieces = piecesOf(document);
  const missing = missingIn(pieces, faces);
  if (hasErrors(missing)) return { value: nothing, messages: missing };
  const { pages, messages } = layOutDocument(document, pieces, faces);
  if (hasErrors(messages)) return { value: nothing, messages };
  // Of a ledger of 20,000 rows, what breaking its lines left.
  collectGarbage(pages.length * weightOfPage);
  const bytes = await renderPdf(document.meta, pages, faces);
  const differences = reconcile(bytes, pages, pieces);
  return { value: differences.length > 0 ? nothing : bytes, messages: [...messages, ...differences] };
}
