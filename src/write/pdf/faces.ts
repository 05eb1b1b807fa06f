/** The faces of one run, checked before any paper is laid out: every problem of every face at once. */
import type { FontRole } from '../../document/fonts.ts';
import { error, warning, type Message, type Place, type Result } from '../../message/message.ts';
import type { FontkitFont } from './character-font.ts';
import { flawOf, type Flaw } from './face-soundness.ts';
import { makeFace, openFonts, type Face, type FaceSet } from './face.ts';

export type FaceFile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly face: string | null;
  /** It comes with the program, whose tests have opened it: it is opened when a paper needs it. */
  readonly isShipped?: boolean;
};

/** One file a role: as office.yaml names it, its bytes, and the PostScript name inside a .ttc. */
export type PdfFaces = Readonly<Record<FontRole, FaceFile>>;

/** Null when one of them cannot serve. */
export function openFaces(files: PdfFaces): Result<FaceSet | null> {
  const messages: Message[] = [];
  // A file used in several roles is parsed once.
  const opened = new Map<string, (() => FontkitFont) | null>();
  const faces: (readonly [FontRole, Face])[] = [];
  // FontRole is the key type of PdfFaces.
  for (const [role, file] of Object.entries(files) as [FontRole, FaceFile][]) {
    const key = `${file.file}\n${file.face ?? ''}`;
    const known = opened.get(key);
    const open = known === undefined ? openerOf(role, file, messages) : known;
    opened.set(key, open);
    if (open === null) continue;
    const face = makeFace(role, open);
    const isMeasured = role !== 'fallback' && role !== 'number' && known === undefined && file.isShipped !== true;
    if (isMeasured) messages.push(...coverage(face, file));
    faces.push([role, face]);
  }
  const isWhole = faces.length === Object.keys(files).length;
  return { value: isWhole ? (Object.fromEntries(faces) as FaceSet) : null, messages };
}

function openerOf(role: FontRole, file: FaceFile, messages: Message[]): (() => FontkitFont) | null {
  if (file.isShipped === true) return once(() => openShipped(role, file));
  const font = openFont(role, file, messages);
  return font === null ? null : () => font;
}

function openShipped(role: FontRole, file: FaceFile): FontkitFont {
  const font = openFont(role, file, []);
  if (font === null) throw new Error(`the installation is damaged: ${file.file} is no font`);
  return font;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function openFont(role: FontRole, file: FaceFile, messages: Message[]): FontkitFont | null {
  const place = { file: file.file, row: null, column: null };
  const kind = Buffer.from(file.bytes.subarray(0, 4)).toString('latin1');
  if (kind === 'wOFF' || kind === 'wOF2') {
    messages.push(error(place, 'font-is-woff', { role }));
    return null;
  }
  const fonts = fontsIn(file.bytes);
  if (fonts === null || fonts.some((font) => !font.postscriptName)) {
    messages.push(error(place, 'font-unreadable', { role }));
    return null;
  }
  const font = pickFont(fonts, file.face);
  if (font === null) {
    const names = fonts.map((each) => each.postscriptName ?? '');
    messages.push(error(place, 'font-face-missing', { role, face: file.face, names }));
    return null;
  }
  const rights = font['OS/2']?.fsType;
  // Only the characters used are embedded, which is a subset.
  if (rights?.noEmbedding === true || rights?.bitmapOnly === true || rights?.noSubsetting === true) {
    messages.push(error(place, 'font-not-embeddable', { role }));
    return null;
  }
  const flaw = file.isShipped === true ? null : flawOf(font);
  if (flaw !== null) messages.push(flawMessage(flaw, { place, role }));
  return flaw === null || flaw.flaw === 'altered' ? font : null;
}

/** Of an altered one most characters are as they were as a rule, and nobody can tell which are not. */
function flawMessage({ flaw, table }: Flaw, { place, role }: { place: Place; role: FontRole }): Message {
  if (flaw === 'unusable') return error(place, 'font-unreadable', { role });
  return flaw === 'cut' ? error(place, 'font-cut', { role, table }) : warning(place, 'font-altered', { role, table });
}

function fontsIn(bytes: Uint8Array): readonly FontkitFont[] | null {
  try {
    return openFonts(bytes);
  } catch {
    // fontkit throws for whatever is no font; the message says so.
    return null;
  }
}

function pickFont(fonts: readonly FontkitFont[], face: string | null): FontkitFont | null {
  if (face === null) return fonts.length === 1 ? (fonts[0] ?? null) : null;
  return fonts.find((font) => font.postscriptName === face) ?? null;
}

/** GB2312 is what office papers are written in; a face with holes there sends words to the fallback. */
function coverage(face: Face, file: FaceFile): readonly Message[] {
  const missing = gb2312Hanzi().filter((character) => !face.has(character.codePointAt(0) as number));
  if (missing.length === 0) return [];
  const place = { file: file.file, row: null, column: null };
  const examples = missing.slice(0, 10).join('');
  return [warning(place, 'font-lacks-gb2312', { role: face.role, count: missing.length, examples })];
}

/** Rows 16 to 87 of GB2312: the 6,763 hanzi. */
function gb2312Hanzi(): readonly string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    // Row 55 ends five places early.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}
