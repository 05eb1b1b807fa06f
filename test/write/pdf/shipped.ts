/** The faces that come with Duban, opened once for the PDF tests, and documents in one line. */
import fs from 'node:fs';
import type { Document, Meta } from '../../../src/document/tree.ts';
import type { PdfFaces } from '../../../src/write/pdf/faces.ts';
import { createPdfWriter } from '../../../src/write/pdf/writer.ts';
import { shippedFaces } from '../../../src/write/pdf/shipped-faces.ts';
import { openFaces } from '../../../src/write/pdf/faces.ts';
import { layOutDocument } from '../../../src/write/pdf/layout.ts';
import { piecesOf } from '../../../src/write/pdf/pieces.ts';
import type { FaceSet } from '../../../src/write/pdf/face.ts';
import type { Page, TextItem } from '../../../src/write/pdf/page.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { meta } from '../sample-documents.ts';

const root = new URL('../../../', import.meta.url);

export function readShipped(file: string): Uint8Array {
  return fs.readFileSync(new URL(file, root));
}

const entries = Object.entries(shippedFaces).map(([role, { name, file }]) => [
  role,
  { file: `duban:${name}`, face: null, bytes: readShipped(file) },
]);
// shippedFaces has every role.
export const shippedFiles = Object.fromEntries(entries) as PdfFaces;

const writer = createPdfWriter({ faces: shippedFiles });
export const faceMessages = writer.messages;
export const pdfWriter = writer.value;

const opened = openFaces(shippedFiles).value;
if (opened === null) throw new Error('the shipped faces do not open');
export const faces: FaceSet = opened;

/** The bytes of a paper that must come out without a message. */
export async function pdfOf(document: Document): Promise<Uint8Array> {
  const { value, messages } = await pdfWriter.write(document);
  if (messages.length > 0) throw new Error(messages.map((each) => wordMessage(each, 'en')).join('\n'));
  return value;
}

export function pagesOf(document: Document): readonly Page[] {
  const { pages, messages } = layOutDocument(document, piecesOf(document), faces);
  if (messages.length > 0) throw new Error(messages.map((each) => wordMessage(each, 'en')).join('\n'));
  return pages;
}

export function textItems(page: Page | undefined): readonly TextItem[] {
  return (page?.items ?? []).filter((item) => item.kind === 'text');
}

/** The lines of a page as read, top to bottom: runs on one baseline joined. */
export function linesOf(page: Page | undefined): readonly string[] {
  const lines = new Map<number, string>();
  for (const item of textItems(page)) {
    const key = Math.round(item.baseline * 10);
    lines.set(key, (lines.get(key) ?? '') + item.value);
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

export function tableMeta(parts: Partial<Meta> = {}): Meta {
  return meta({
    format: 'table',
    title: '考核评分表',
    issuerMark: '',
    documentNumber: null,
    recipients: [],
    note: '',
    copiedTo: [],
    printedBy: '',
    ...parts,
  });
}
