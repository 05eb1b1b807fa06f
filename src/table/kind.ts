/** What a file is by its content: names lie, and clerks rename. */
import type { Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { NoTable } from '../message/wording/workbook.ts';
import { zipNames } from '../ooxml/zip.ts';
import { decodeText } from './decode.ts';
import type { Decoded } from './decode.ts';
import type { InputFile } from './file.ts';

/** text: of whatever content. The others are told by their first bytes, or by what lies in the package. */
export type FileKind = 'text' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'docx' | NoTable;

/** A file opened as far as it takes to know what it is. page: a web page that is called one; `text`: empty of what is no text. */
export type OpenedFile = InputFile & { readonly kind: FileKind | 'page'; readonly text: Decoded };

/** Of a text it is told where it could not be decoded. */
export function openFile(file: InputFile): Result<OpenedFile> {
  const kind = kindOfFile(file);
  if (kind !== 'text') return silent({ ...file, kind, text: noText });
  const { value: text, messages } = decodeText(file.bytes, file.path);
  const written = kindOfText(text.text);
  const isPage = written === 'html' && isNamedPage(file.path);
  return { value: { ...file, kind: isPage ? 'page' : (written ?? 'text'), text }, messages };
}

const noText: Decoded = { text: '', encoding: 'utf-8' };

/** A page that is called a workbook is told as what it is, and refused. */
export function isNamedPage(path: string): boolean {
  return /\.html?$/iu.test(path);
}

const marks: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  // Excel 5 and 95 without the compound file around it.
  ['xls', [0x09, 0x08, 0x08, 0x00]],
  ['xls', [0x09, 0x08, 0x10, 0x00]],
];
const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

export function kindOfFile({ bytes }: InputFile): FileKind {
  if (bytes.length === 0) return 'empty';
  if (beginsWith(bytes, zip)) return kindOfZip(bytes);
  if (beginsWith(bytes, compound)) return kindOfCompound(bytes);
  return marks.find(([, mark]) => beginsWith(bytes, mark))?.[0] ?? 'text';
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** By the names of its entries. A package that cannot be listed is left to the reader of .xlsx, which says so. */
function kindOfZip(bytes: Uint8Array): FileKind {
  const names = zipNames(bytes)?.map((name) => name.toLowerCase());
  if (names === undefined) return 'xlsx';
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\//u)) return 'docx';
  if (has(/^ofd\.xml$/u)) return 'ofd';
  if (has(/^ppt\//u)) return 'other';
  // OpenDocument texts have tables too, of the same elements.
  if (has(/^mimetype$/u) && has(/^content\.xml$/u)) return 'ods';
  if (has(/^xl\/workbook\.bin$/u)) return 'xlsb';
  return has(/^\[content_types\]\.xml$|^xl\//u) ? 'xlsx' : 'zip';
}

/** Excel 97, WPS, Word and protected workbooks share one container; the names of its streams stand in UTF-16. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  return has('WordDocument') ? 'doc' : has('PowerPoint Document') ? 'other' : 'xls';
}

/** What a text is that is no CSV: pages and tables of other kinds that a system gave the ending .xls. */
export function kindOfText(text: string): NoTable | null {
  const start = text.slice(0, 2000).trimStart();
  if (/^<(?:!doctype\s+html|html|head|meta|body|table|style)\b/iu.test(start)) return 'html';
  if (/^<\?xml\b/iu.test(start)) return /<html\b/iu.test(start) ? 'html' : 'xml';
  if (/^(?:MIME-Version:|From:[^\n]*\n|Content-Type:\s*multipart)/iu.test(start)) return 'html';
  if (start.startsWith('{\\rtf')) return 'doc';
  return /^(?:\{\s*"|\[\s*(?:[[{]|"[^"\n]*"\s*[,\]]))/u.test(start) ? 'json' : null;
}
