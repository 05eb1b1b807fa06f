/**
 * From bytes to text. Excel in China saves "CSV" as GBK without a mark, "CSV UTF-8" with one, and "Unicode text" as UTF-16LE:
 * so first the byte order mark, then strict UTF-8, then strict GB18030 (a superset of GBK). The whole file is decoded before
 * anything is split, because second bytes of GBK include `|`, `\` and letters.
 */
import { error } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded = { readonly text: string; readonly encoding: Encoding };

/**
 * The text of a file, without byte order mark; `file` is for the messages. Undecodable bytes are an error with the line they stand in.
 * GB18030 takes almost any bytes: readers of tables must still see a known header, readers of texts a known word.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<Decoded> {
  const marked = encodingByMark(bytes);
  if (marked !== null) return decodeAs(marked, bytes, file);
  const isUtf8 = decodeStrictly('utf-8', bytes) !== null;
  const unmarked = bytes.includes(0) ? encodingByZeros(bytes, isUtf8) : null;
  if (unmarked !== null) return decodeAs(unmarked, bytes, file);
  if (isUtf8 || isDamagedUtf8(bytes)) return decodeAs('utf-8', bytes, file);
  return decodeAs('gb18030', bytes, file);
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 that lost its mark, by the separators, line ends and digits of a table: other zero halves prove nothing, for 一 is U+4E00. Null when
 * there are too few of them: zero bytes that got into a text of another encoding.
 */
function encodingByZeros(bytes: Uint8Array, isUtf8: boolean): Encoding | null {
  let [little, big] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (second === 0 && isOfTables(first)) little += 1;
    if (first === 0 && isOfTables(second)) big += 1;
  }
  // As UTF-8 only ASCII passes, and of that every second byte of UTF-16 is zero.
  const zeros = isUtf8 ? bytes.filter((byte) => byte === 0).length * 4 : Math.max(little, big) * 500;
  if (little === big || zeros < bytes.length) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** Tab, line feed, carriage return, comma, semicolon, 0 to 9. */
function isOfTables(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || byte === 44 || byte === 59 || (byte >= 48 && byte <= 57);
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

// UTF-8 read as GBK turns ，。“的 into these; GBK read as Latin-1 into accented letters; twice converted text into 锟斤拷.
const utf8AsGbk = /锛|銆|鈥|鐨|绗|浠|璐ｄ|鍗曚/gu;
const latinised = /[\u0080-\u00B6\u00B8-\u00D6\u00D8-\u00FF]/gu;
const lost = /\uFFFD|锟斤拷|烫烫/gu;
// Big5 read as GBK has Japanese signs among the Chinese ones.
const kana = /[\u3041-\u30FA]/gu;
// What a save in a code page without Chinese leaves, and what a web page's source has.
const replaced = /[?？]{4,}|(?:&#x?[0-9a-f]{4,5};){2,}|(?:\\u[0-9a-f]{4}){2,}/giu;

/** Whether a text was converted wrongly on its way: no reader can mend it. */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  if (count(kana) * 20 > han && count(kana) > 3) return true;
  if (count(lost) * 200 > sample.length || count(lost) > 20) return true;
  if (count(utf8AsGbk) * 12 > han && count(utf8AsGbk) > 3) return true;
  if ((sample.match(replaced)?.join('').length ?? 0) > Math.max(han, 8)) return true;
  return count(latinised) * 5 > sample.length && count(latinised) > han;
}
