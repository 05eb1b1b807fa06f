/** 页数 of a PDF: its page objects counted. Null when they are packed where they cannot be seen (no PDF/A-1 does that). */
export function pageCount(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/gu)?.length ?? 0;
  return pages === 0 ? null : pages;
}
