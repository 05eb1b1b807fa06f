/** The bytes of pdfkit's document as it writes them, put together once: its own stream makes a buffer of every line, and copies all of them twice. */

/** The part of pdfkit's document that writes. */
export type WritingDocument = {
  /** How many bytes have been written. */
  _offset: number;
  /** A string is a line, whose end is left out. */
  _write: (piece: string | Uint8Array) => void;
  /** What it has written before it is asked. */
  readonly read: () => Uint8Array | null;
  readonly end: () => void;
};

/** From here on; the answer ends the document. */
export function collectBytes(document: WritingDocument): () => Uint8Array {
  const pieces: (string | Uint8Array)[] = [document.read() ?? new Uint8Array()];
  document._write = (piece) => {
    pieces.push(piece);
    document._offset += piece.length + (typeof piece === 'string' ? 1 : 0);
  };
  return () => {
    document.end();
    const bytes = Buffer.allocUnsafeSlow(document._offset);
    let at = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        at += bytes.write(`${piece}\n`, at, 'latin1');
      } else {
        bytes.set(piece, at);
        at += piece.length;
      }
    }
    return bytes;
  };
}
