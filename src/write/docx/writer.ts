/** The DOCX writer: the package once a page format, then each paper straight from its tree (DESIGN.md §6). */
import type { Document, PageFormat } from '../../document/tree.ts';
import type { FontRole } from '../../domain/office.ts';
import type { Result } from '../../message.ts';
import { bodySections } from './body.ts';
import { finishedPackage } from './finish.ts';
import { createMedia } from './media.ts';
import { makePackage } from './package.ts';
import { skeletonOf } from './skeleton.ts';
import type { Skeleton } from './skeleton.ts';
import type { FontNames } from './style-xml.ts';

export type DocxOptions = {
  readonly fonts: Readonly<Record<FontRole, { readonly docxName: string }>>;
  /** Font of Latin letters and digits. */
  readonly latin?: string;
  /** `templates/reference.docx` of an office: its styles, letterhead and page set-up replace ours. */
  readonly reference: { readonly path: string; readonly bytes: Uint8Array } | null;
};

export type DocxWriter = (document: Document) => Uint8Array;

/** A writer of papers; the same tree gives the same bytes, in any order, on any day. */
export async function createDocxWriter(options: DocxOptions): Promise<Result<DocxWriter>> {
  const fonts = fontNames(options);
  const skeletons = await madeSkeletons(fonts);
  return { value: (document) => writeDocx(document, skeletons[document.meta.format]), messages: [] };
}

const formats = ['official', 'letter', 'bulletin', 'table'] as const satisfies readonly PageFormat[];

async function madeSkeletons(fonts: FontNames): Promise<Readonly<Record<PageFormat, Skeleton>>> {
  const made = await Promise.all(
    formats.map(async (format) => [format, skeletonOf(await makePackage(format), fonts)] as const),
  );
  // One entry a format, by the list above.
  return Object.fromEntries(made) as Record<PageFormat, Skeleton>;
}

function fontNames(options: DocxOptions): FontNames {
  const { title, heading, body, kai, number, fallback } = options.fonts;
  return {
    latin: options.latin ?? 'Times New Roman',
    roles: {
      title: title.docxName,
      heading: heading.docxName,
      body: body.docxName,
      kai: kai.docxName,
      number: number.docxName,
      fallback: fallback.docxName,
    },
  };
}

function writeDocx(document: Document, skeleton: Skeleton): Uint8Array {
  const media = createMedia();
  const sections = bodySections(document, media, skeleton.hasOwnLetterhead);
  return finishedPackage(document, skeleton, { sections, media });
}
