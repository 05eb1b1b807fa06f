/**
 * From bytes to text. Excel in China saves "CSV" as GBK without a mark, "CSV UTF-8" with one, and "Unicode text" as UTF-16LE:
 * so first the byte order mark, then strict UTF-8, then strict GB18030 (a superset of GBK). The whole file is decoded before
 * anything is split, because second bytes of GBK include `|`, `\` and letters.
 */
import { error } from '../../message.ts';
import type { Message, Result } from '../../message.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded = { readonly text: string; readonly encoding: Encoding };

/**
 * The text of a file, without byte order mark; `file` is for the messages. Undecodable bytes are an error with the line they stand in.
 * GB18030 takes almost any bytes: readers of tables must still see a known header, readers of texts a known word.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<Decoded> {
  const marked = encodingByMark(bytes);
  if (marked !== null) return decodeAs(marked, bytes, file);
  if (bytes.includes(0)) return decodeAs(encodingByZeros(bytes), bytes, file);
  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 !== null) return { value: { text: utf8, encoding: 'utf-8' }, messages: [] };
  if (isDamagedUtf8(bytes)) return decodeAs('utf-8', bytes, file);
  return decodeAs('gb18030', bytes, file);
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 that lost its mark: the zero half of each comma, digit and line end stands always on the same side. */
function encodingByZeros(bytes: Uint8Array): Encoding {
  const even = bytes.reduce((count, byte, index) => (byte === 0 && index % 2 === 0 ? count + 1 : count), 0);
  const odd = bytes.reduce((count, byte, index) => (byte === 0 && index % 2 === 1 ? count + 1 : count), 0);
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : 'utf-8';
}

/** UTF-8 with a few broken bytes would often pass as GB18030, as nonsense: in real GBK nearly every character breaks UTF-8. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  const whole = text.replaceAll(/[\0-\x7F\uFFFD]+/gu, '').length;
  return whole > broken * 10;
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, file: string): Result<Decoded> {
  const strict = decodeStrictly(encoding, bytes);
  if (strict !== null && !strict.includes('\0')) return { value: { text: strict, encoding }, messages: [] };
  const text = new TextDecoder(labelOf(encoding)).decode(bytes);
  return { value: { text, encoding }, messages: [undecodable(encoding, text, file)] };
}

function undecodable(encoding: Encoding, lossyText: string, file: string): Message {
  const at = lossyText.search(/[\uFFFD\0]/u);
  const lines = lossyText.slice(0, Math.max(at, 0)).split(/\r\n|\r|\n/u);
  return error({ file, row: lines.length, column: null }, 'undecodable', { encoding });
}

function decodeStrictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(labelOf(encoding), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function labelOf(encoding: Encoding): string {
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding;
}
