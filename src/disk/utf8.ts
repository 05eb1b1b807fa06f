/** Long texts as bytes: encoded piece by piece, so that the text is never in memory as a whole, and not twice as characters. */

/** Characters that are encoded at a time. */
const atATime = 1 << 16;

/** The texts in UTF-8, one after the other. */
export function utf8Of(texts: Iterable<string>): Uint8Array {
  return Buffer.concat(utf8PartsOf(texts));
}

/** The same in parts, for who needs them in one piece no more than the texts. */
export function utf8PartsOf(texts: Iterable<string>): readonly Uint8Array[] {
  return Array.from(gathered(texts), (text) => Buffer.from(text, 'utf8'));
}

/** Short texts joined to longer ones, for who does something with each. */
export function* gathered(texts: Iterable<string>): Iterable<string> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < atATime) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}
