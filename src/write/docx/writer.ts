/** The DOCX writer: the package once a page format, then each paper straight from its tree (DESIGN.md §6). */
import { collectGarbage } from '../../disk/garbage.ts';
import type { Document, PageFormat, Pictures } from '../../document/tree.ts';
import type { FontRole } from '../../document/fonts.ts';
import type { Result } from '../../message/message.ts';
import { wordMessage } from '../../message/wording/word.ts';
import type { ZipEntry } from '../../ooxml/zip-data.ts';
import { writeZip } from '../../ooxml/zip.ts';
import { bodySections } from './body.ts';
import { isInMany, packageParts } from './finish.ts';
import { documentName } from './lint.ts';
import { createMedia } from './media.ts';
import { documentProblems } from './problems.ts';
import { paperFaults } from './soundness.ts';
import { readReference } from './reference.ts';
import { madeSkeleton } from './skeleton.ts';
import type { Skeleton } from './skeleton.ts';
import type { FontNames } from './style-xml.ts';

export type DocxOptions = {
  readonly fonts: Readonly<Record<FontRole, { readonly docxName: string }>>;
  /** Font of Latin letters and digits. */
  readonly latin?: string;
  /** `templates/reference.docx` of an office: its styles, letterhead and page set-up replace ours. */
  readonly reference: { readonly path: string; readonly bytes: Uint8Array } | null;
};

/** `pictures`: of the paper's figures, for programs that do not draw SVG; may be left out where a paper has none. */
export type DocxWriter = (document: Document, pictures?: Pictures) => Uint8Array;

/**
 * A writer of papers; the same tree gives the same bytes, in any order, on any day. Trees are checked before by `documentProblems`;
 * a paper that is unsound all the same is a fault of the program and thrown. With an error in the reference document the writer
 * uses the made package.
 */
export function createDocxWriter(options: DocxOptions): Result<DocxWriter> {
  const fonts = fontNames(options);
  const made = madeSkeletons(fonts);
  const reference = options.reference === null ? noReference : readReference(options.reference, fonts);
  // Papers without a head, whose pages lie across, have no letterhead to take.
  const skeletonFor = (format: PageFormat): Skeleton =>
    format === 'table' ? made.table : (reference.value ?? made[format]);
  const value: DocxWriter = (document, pictures = new Map()) =>
    writeDocx(document, skeletonFor(document.meta.format), pictures);
  return { value, messages: reference.messages };
}

/** A package that Word would not open. */
export class UnsoundPaper extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`the paper is unsound: ${faults.slice(0, 5).join('; ')}`);
    this.faults = faults;
  }
}

const noReference: Result<Skeleton | null> = { value: null, messages: [] };

const formats = ['official', 'letter', 'bulletin', 'table'] as const satisfies readonly PageFormat[];

function madeSkeletons(fonts: FontNames): Readonly<Record<PageFormat, Skeleton>> {
  const made = formats.map((format) => [format, madeSkeleton(format, fonts)] as const);
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

/** Of text, in bytes, once more when it is packed. */
const weightOfPiece = 50;

function writeDocx(document: Document, skeleton: Skeleton, pictures: Pictures): Uint8Array {
  const problems = documentProblems(document, null).map((problem) => wordMessage(problem, 'en'));
  if (problems.length > 0) throw new Error(problems.join('; '));
  const { firstId, picturePrefix: prefix } = skeleton;
  const media = createMedia({ firstId, prefix, pictures });
  const sections = bodySections(document, media, skeleton.hasOwnLetterhead);
  const parts = packageParts(document, skeleton, { sections, media });
  const faults = paperFaults(document, skeleton, { parts, media });
  if (faults.length > 0) throw new UnsoundPaper(faults);
  // A report of 30,000 rows is 46 MB of XML, which the zip holds once more.
  collectGarbage((parts.get(documentName)?.length ?? 0) * weightOfPiece);
  const entries: ZipEntry[] = [];
  for (const [name, part] of parts) {
    const isBytes = part instanceof Uint8Array;
    entries.push(isBytes ? { name, bytes: part, isKept: isInMany(name, skeleton) } : { name, texts: part });
  }
  return writeZip(entries);
}
