/** The writers of one run: fonts by role from office.yaml, the office's reference.docx, and what the bytes depend on. */
import path from 'node:path';
import { diskAt, type Disk } from './disk.ts';
import type { FontFace, FontRole, Office } from './domain/office.ts';
import { error, hasErrors, type Message, type Result } from './message.ts';
import { fileOnly } from './place.ts';
import type { Writers } from './plan.ts';
import { sha256 } from './sha256.ts';
import { programHash, readShipped } from './shipped.ts';
import { createDocxWriter } from './write/docx/writer.ts';
import { shippedFile } from './write/pdf/shipped-faces.ts';
import { createPdfWriter, type PdfFaces } from './write/pdf/writer.ts';

const referenceFile = 'templates/reference.docx';

/** Null when a face or the reference document cannot serve. */
export async function createWriters(disk: Disk, office: Office): Promise<Result<Writers | null>> {
  const faces = readFaces(disk, office);
  const referenceBytes = disk.read(referenceFile);
  const reference = referenceBytes === null ? null : { path: referenceFile, bytes: referenceBytes };
  const docx = await createDocxWriter({ fonts: office.fonts, reference });
  const readable = [...faces.messages, ...docx.messages];
  if (hasErrors(readable)) return { value: null, messages: readable };
  const pdf = createPdfWriter({ faces: faces.value });
  const messages = [...readable, ...pdf.messages];
  if (hasErrors(messages)) return { value: null, messages };
  const program = programHash();
  const faceHashes = Object.values(faces.value).map(({ bytes }) => sha256(bytes));
  const value: Writers = {
    write: {
      docx: (document) => Promise.resolve({ value: docx.value(document), messages: [] }),
      pdf: async (document) => wholeOrNull(await pdf.value.write(document)),
    },
    recipe: {
      docx: JSON.stringify([program, 'docx', office.fonts, referenceBytes === null ? null : sha256(referenceBytes)]),
      pdf: JSON.stringify([program, 'pdf', faceHashes]),
    },
  };
  return { value, messages };
}

/** A paper with an error has no bytes at all. */
function wholeOrNull({ value, messages }: Result<Uint8Array>): Result<Uint8Array | null> {
  return { value: hasErrors(messages) ? null : value, messages };
}

/** A face is one that comes with Duban (`duban:FandolFang`), a file of the workspace, or one of the computer by its full path. */
function readFaces(disk: Disk, office: Office): Result<PdfFaces> {
  const messages: Message[] = [];
  const faces = Object.entries(office.fonts).map(([role, { file, face }]) => {
    const bytes = readFace(disk, file);
    if (bytes === null) messages.push(error(fileOnly('inputs/office.yaml'), 'missing-font', { role, file }));
    return [role, { file, face, bytes: bytes ?? new Uint8Array() }] as const;
  });
  // Office.fonts has every role.
  return {
    value: Object.fromEntries(faces) as Record<FontRole, { file: string; bytes: Uint8Array; face: FontFace['face'] }>,
    messages,
  };
}

function readFace(disk: Disk, file: string): Uint8Array | null {
  if (file.startsWith('duban:')) {
    const shipped = shippedFile(file.slice('duban:'.length));
    return shipped === null ? null : readShipped(shipped);
  }
  return path.isAbsolute(file) ? diskAt(path.dirname(file)).read(path.basename(file)) : disk.read(file);
}
