/** What Chinese typesetting says of single characters (GB/T 15834—2011 5.1, CLREQ 3.1). */

/** 5.1.3 and 5.1.11: closing marks, dashes, ellipses, connectors and separators never begin a line. */
const notAtStart = new Set('。，、；：？！．）》〉】〕」』］｝”’·•‧—–―…⋯～~％%‰℃°!),.:;?]}/／々ー'.split(''));

/** 5.1.4: opening marks never end a line. */
const notAtEnd = new Set('（《〈【〔「『［｛“‘([{￥¥$＄№'.split(''));

/** Full-width closing marks: the right half is empty, so it may hang out of the line. */
const hangable = new Set('。，、；：？！）》〉】〕」』’”'.split(''));

export function mayBeginLine(character: string): boolean {
  return !notAtStart.has(character) && !/^\p{M}/u.test(character);
}

export function mayEndLine(character: string): boolean {
  return !notAtEnd.has(character);
}

export function isHangable(character: string): boolean {
  return hangable.has(character);
}

export function isSpace(character: string): boolean {
  return /^\s$/u.test(character);
}

/** Hanzi, kana and full-width signs: set without spaces between words. */
export function isWide(character: string): boolean {
  return /^[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(character);
}

/** Characters of UAX #14's class ID whichever they are: between two of them a line may end. */
export function isHanzi(character: string): boolean {
  return /^[\u3400-\u4dbf\u4e00-\u9fff]$/.test(character);
}

const openingQuotes = new Set(['“', '‘']);
const closingQuotes = new Set(['”', '’']);

export function isOpeningQuote(character: string): boolean {
  return openingQuotes.has(character);
}

export function isClosingQuote(character: string): boolean {
  return closingQuotes.has(character);
}
