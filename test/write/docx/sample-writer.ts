/** The DOCX writer as tests use it: with the faces of an office's computer, and the pictures of the sample papers. */
import type { Document } from '../../../src/document/tree.ts';
import type { Result } from '../../../src/message/message.ts';
import { createDocxWriter, type DocxOptions } from '../../../src/write/docx/writer.ts';
import { samplePictures } from '../sample-documents.ts';
import { sampleFonts } from './sample-fonts.ts';

export type SampleWriter = (document: Document) => Uint8Array;

export function sampleWriter(reference: DocxOptions['reference'] = null): Result<SampleWriter> {
  const { value: write, messages } = createDocxWriter({ fonts: sampleFonts, reference });
  return { value: (document) => write(document, samplePictures), messages };
}
