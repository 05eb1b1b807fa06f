/** The writers of one run: fonts by role from office.yaml, the office's reference.docx, and what the bytes depend on. */
import type { Disk } from '../disk/disk.ts';
import type { Fonts } from '../document/fonts.ts';
import { treeSize } from '../document/paper.ts';
import type { Faces } from '../workspace/faces.ts';
import { error, hasErrors, type Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import { weightOfCell, type Writers } from './plan.ts';
import { createPictures } from './pictures.ts';
import { referenceFile } from '../workspace/reference.ts';
import { collectGarbage } from '../disk/garbage.ts';
import { sha256 } from '../disk/sha256.ts';
import { programHash } from '../workspace/program.ts';
import { documentProblems } from '../write/docx/problems.ts';
import { createDocxWriter, UnsoundPaper } from '../write/docx/writer.ts';
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
  if (hasErrors(messages)) return failed(messages);
  const program = programHash();
  const faceNames = Object.values(faces).map(({ identity }) => identity);
  // The letters of figures are drawn with them.
  const drawnWith = [faces.heading, faces.fallback].map(({ identity }) => identity);
  const picturesOf = createPictures({ outlined: pdf.value.outlined, faces: drawnWith });
  const value: Writers = {
    write: {
      docx: async (document) => {
        // Of a report of 30,000 rows, what making its tree left.
        collectGarbage(treeSize(document.children) * weightOfCell.docx);
        const problems = documentProblems(document, null);
        if (hasErrors(problems)) return failed(problems);
        const pictures = picturesOf(document);
        return orUnsound(reference, () => ({ value: docx.value(document, pictures), messages: problems }));
      },
      pdf: async (document) => wholeOrNull(await pdf.value.write(document)),
    },
    recipe: {
      docx: {
        program,
        look: JSON.stringify(['docx', office.fonts, reference === null ? null : sha256(reference.bytes), drawnWith]),
      },
      pdf: { program, look: JSON.stringify(['pdf', faceNames]) },
    },
  };
  return { value, messages };
}

/** With the office's own package it is the package that is at fault: nobody can foresee every way in which one is broken. */
function orUnsound(
  reference: { readonly path: string } | null,
  write: () => Result<Uint8Array>,
): Result<Uint8Array | null> {
  try {
    return write();
  } catch (cause) {
    if (reference === null || !(cause instanceof UnsoundPaper)) throw cause;
    const place = { file: reference.path, row: null, column: null };
    return failed([error(place, 'reference-unsound', { fault: cause.faults[0] ?? '' })]);
  }
}

/** A paper with an error has no bytes at all. */
function wholeOrNull({ value, messages }: Result<Uint8Array>): Result<Uint8Array | null> {
  return { value: hasErrors(messages) ? null : value, messages };
}
