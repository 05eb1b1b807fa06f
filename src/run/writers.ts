/** The writers of one run: fonts by role from office.yaml, the office's reference.docx, and what the bytes depend on. */
import type { Disk } from '../disk/disk.ts';
import type { Fonts } from '../document/fonts.ts';
import type { Faces } from '../workspace/faces.ts';
import { hasErrors, type Result } from '../message/message.ts';
import type { Writers } from './plan.ts';
import { createPictures, pictureFaces } from './pictures.ts';
import { referenceFile } from '../workspace/reference.ts';
import { sha256 } from '../disk/sha256.ts';
import { programHash } from '../workspace/program.ts';
import { documentProblems } from '../write/docx/problems.ts';
import { createDocxWriter } from '../write/docx/writer.ts';
import { createPdfWriter } from '../write/pdf/writer.ts';

/** Null when a face or the reference document cannot serve. */
export async function createWriters(
  disk: Disk,
  office: { readonly fonts: Fonts },
  faces: Faces,
): Promise<Result<Writers | null>> {
  const reference = referenceFile(disk);
  const docx = createDocxWriter({ fonts: office.fonts, reference });
  const pdf = createPdfWriter({ faces });
  const messages = [...docx.messages, ...pdf.messages];
  if (hasErrors(messages)) return { value: null, messages };
  const program = programHash();
  const faceHashes = Object.values(faces).map(({ bytes }) => sha256(bytes));
  const picturesOf = createPictures(faces);
  const value: Writers = {
    write: {
      docx: async (document) => {
        const problems = documentProblems(document, null);
        const value = hasErrors(problems) ? null : docx.value(document, await picturesOf(document));
        return { value, messages: problems };
      },
      pdf: async (document) => wholeOrNull(await pdf.value.write(document)),
    },
    recipe: {
      docx: JSON.stringify([
        program,
        'docx',
        office.fonts,
        reference === null ? null : sha256(reference.bytes),
        // The letters of figures are drawn with them.
        pictureFaces(faces).map(({ bytes }) => sha256(bytes)),
      ]),
      pdf: JSON.stringify([program, 'pdf', faceHashes]),
    },
  };
  return { value, messages };
}

/** A paper with an error has no bytes at all. */
function wholeOrNull({ value, messages }: Result<Uint8Array>): Result<Uint8Array | null> {
  return { value: hasErrors(messages) ? null : value, messages };
}
