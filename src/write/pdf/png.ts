/** The PNGs that PDF/A-1 and pdfkit take as they are: grey, RGB or palette, no alpha, not interlaced. */

const signature = '89504e470d0a1a0a';

export function isEmbeddablePng(base64: string): boolean {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length < 33 || bytes.toString('hex', 0, 8) !== signature) return false;
  const colorType = bytes[25];
  const isInterlaced = bytes[28] !== 0;
  return (colorType === 0 || colorType === 2 || colorType === 3) && !isInterlaced && !hasTransparency(bytes);
}

/** A tRNS chunk makes a colour or palette entries transparent. */
function hasTransparency(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'tRNS') return true;
  }
  return false;
}
