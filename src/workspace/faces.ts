/** Faces by role, as office.yaml names them: their bytes, for the PDF writer and the charts. */
import type { FontFace, FontRole, Fonts } from '../document/fonts.ts';
import path from 'node:path';
import { diskAt, type Disk } from '../disk/disk.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { readShipped } from './shipped.ts';
import { shippedFile } from '../write/pdf/shipped-faces.ts';

export type Faces = Readonly<
  Record<FontRole, { readonly file: string; readonly bytes: Uint8Array; readonly face: FontFace['face'] }>
>;

/** A face is one that comes with Duban (`duban:FandolFang`), a file of the workspace, or one of the computer by its full path. */
export function readFaces(disk: Disk, office: { readonly fonts: Fonts }): Result<Faces> {
  const messages: Message[] = [];
  const faces = Object.entries(office.fonts).map(([role, { file, face }]) => {
    const bytes = readFace(disk, file);
    if (bytes === null) messages.push(error(fileOnly('inputs/office.yaml'), 'missing-font', { role, file }));
    return [role, { file, face, bytes: bytes ?? new Uint8Array() }] as const;
  });
  // `fonts` has every role.
  return { value: Object.fromEntries(faces) as Record<FontRole, Faces[FontRole]>, messages };
}

function readFace(disk: Disk, file: string): Uint8Array | null {
  if (file.startsWith('duban:')) {
    const shipped = shippedFile(file.slice('duban:'.length));
    return shipped === null ? null : readShipped(shipped);
  }
  return path.isAbsolute(file) ? diskAt(path.dirname(file)).read(path.basename(file)) : disk.read(file);
}
