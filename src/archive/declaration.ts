/** bagit.txt: which version of BagIt a bag keeps to, and how its tag files are encoded (RFC 8493 2.1.1). */
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { bagInfoField } from './bag-format.ts';
import type { Bag } from './open-bag.ts';

export type Declaration = {
  /** Names in manifests are percent-encoded since 1.0; before, `%` is a letter like others. */
  readonly isEncoded: boolean;
  /** A text of the bag: of a manifest, of bag-info.txt. */
  readonly decode: (bytes: Uint8Array) => string;
};

const name = 'bagit.txt';

/** What cannot be read counts as 1.0 in UTF-8, with an error: the files are still checked. */
export function readDeclaration(bag: Bag): Result<Declaration> {
  const bytes = bag.read(name);
  const place = fileOnly(bag.place(name));
  if (bytes === null) return { value: latest, messages: [error(place, 'bag-no-declaration')] };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const hasMark = text.startsWith('\uFEFF');
  const lines = hasMark ? text.slice(1) : text;
  const version = bagInfoField(lines, 'BagIt-Version') ?? '';
  const encoding = bagInfoField(lines, 'Tag-File-Character-Encoding') ?? '';
  const messages: Message[] = hasMark ? [error(place, 'bag-byte-order-mark')] : [];
  const value = isKnown(version, lines) ? declared(version, encoding) : null;
  if (value === null) messages.push(error(place, 'bag-version', { version, encoding }));
  return { value: value ?? latest, messages };
}

/** 1.0 lays down the two lines to the letter; the drafts before were taken more freely. */
function isKnown(version: string, lines: string): boolean {
  if (/^0\.9[3-7]$/u.test(version)) return true;
  return /^BagIt-Version: 1\.0(?:\r\n|\r|\n)Tag-File-Character-Encoding: \S+(?:\r\n|\r|\n)?$/u.test(lines);
}

function declared(version: string, encoding: string): Declaration | null {
  const decode = decoderOf(encoding);
  return decode === null ? null : { isEncoded: version === '1.0', decode };
}

/** The encodings of the web: UTF-8, UTF-16, GBK, GB18030, ISO-8859-1 and others. */
function decoderOf(encoding: string): Declaration['decode'] | null {
  try {
    const decoder = new TextDecoder(encoding);
    const bigEndian = new TextDecoder('utf-16be');
    const isWide = decoder.encoding === 'utf-16le';
    return (bytes) => (isWide && bytes[0] === 0xfe && bytes[1] === 0xff ? bigEndian : decoder).decode(bytes);
  } catch {
    return null;
  }
}

const latest: Declaration = { isEncoded: true, decode: (bytes) => new TextDecoder().decode(bytes) };
