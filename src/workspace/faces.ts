/** Faces by role, as office.yaml names them: their bytes, for the PDF writer and the charts. */
import type { FontFace, FontRole, Fonts } from '../document/fonts.ts';
import path from 'node:path';
import { diskAt, type Disk } from '../disk/disk.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import { readShipped } from './shipped.ts';
import { shippedFile } from '../write/pdf/shipped-faces.ts';

/** `identity`: what stands for the bytes in a recipe; of a face that comes with Duban its name, since the program's hash covers it. */
type FaceFile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly face: FontFace['face'];
  readonly identity: string;
  readonly isShipped: boolean;
};

export type Faces = Readonly<Record<FontRole, FaceFile>>;

/** A face is one that comes with Duban (`duban:FandolFang`), a file of the workspace, or one of the computer by its full path. */
export function readFaces(disk: Disk, office: { readonly fonts: Fonts }): Result<Faces> {
  const messages: Message[] = [];
  const faces = Object.entries(office.fonts).map(([role, font]) => {
    const read = readFace(disk, font);
    if (read === null) messages.push(error(fileOnly('inputs/office.yaml'), 'missing-font', { role, file: font.file }));
    return [role, read ?? ownFace(font, new Uint8Array())] as const;
  });
  // `fonts` has every role.
  return { value: Object.fromEntries(faces) as Record<FontRole, FaceFile>, messages };
}

function readFace(disk: Disk, font: FontFace): FaceFile | null {
  const { file } = font;
  if (file.startsWith('duban:')) {
    const shipped = shippedFile(file.slice('duban:'.length));
    return shipped === null ? null : shippedFace(font, shipped);
  }
  const bytes = path.isAbsolute(file) ? diskAt(path.dirname(file)).read(path.basename(file)) : disk.read(file);
  return bytes === null ? null : ownFace(font, bytes);
}

/** Read when first asked for, and once a process: the six are 31 MB, and most runs need two of them. */
const shippedBytes = new Map<string, Uint8Array>();

function shippedFace({ file, face }: FontFace, shipped: string): FaceFile {
  return {
    file,
    face,
    identity: file,
    isShipped: true,
    get bytes() {
      const bytes = shippedBytes.get(shipped) ?? readShipped(shipped);
      shippedBytes.set(shipped, bytes);
      return bytes;
    },
  };
}

function ownFace({ file, face }: FontFace, bytes: Uint8Array): FaceFile {
  return { file, face, bytes, identity: sha256(bytes), isShipped: false };
}
