import { readZip } from '../../../src/ooxml/zip.ts';
import { readBack } from '../../../src/write/docx/read-back.ts';

/** Text of the body, its tables and text boxes; headers and footers are not text. Empty when there is no readable document. */
export function docxText(bytes: Uint8Array): readonly string[] {
  const part = readZip(bytes).value.get('word/document.xml');
  return part === undefined ? [] : readBack([new TextDecoder().decode(part)]).pieces;
}
