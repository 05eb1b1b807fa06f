/** Long texts as bytes: encoded piece by piece, so that the text is never in memory as a whole, and not twice as characters. */

/** Characters that are encoded at a time. */
const atATime = 1 << 16;

/** The texts in UTF-8, one after the other. */
export function utf8Of(texts: Iterable<string>): Uint8Array {
  return Buffer.concat(utf8PartsOf(texts));
}

/** The same in parts, for who needs them in one piece no more than the texts. */
export function utf8PartsOf(texts: Iterable<string>): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < atATime) continue;
    pieces.push(Buffer.from(waiting, 'utf8'));
    waiting = '';
  }
  return [...pieces, Buffer.from(waiting, 'utf8')];
}
