/** A DOCX written by hand: strings in a zip. Plain lines and a plain table of eight columns; no style, nothing is checked or read back. */
import { escapeXml } from '../../src/ooxml/xml.ts';
import { writeZip } from '../../src/ooxml/zip.ts';

export function docxByHand({ paragraphs, tables }) {
  return writeZip(packageOf(bodyXml(paragraphs.map(xmlParagraph).join(''), tables.flat())));
}

export function xmlParagraph(text) {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

export function bodyXml(lines, rows, escape = escapeXml) {
  const cell = (text) =>
    `<w:tc><w:tcPr><w:tcW w:w="1100" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p></w:tc>`;
  const table = rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('');
  const grid = '<w:gridCol w:w="1100"/>'.repeat(8);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines}<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${table}</w:tbl><w:p/></w:body></w:document>`;
}

export function packageOf(body) {
  const entry = (name, text) => ({ name, bytes: new TextEncoder().encode(text) });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const types = 'application/vnd.openxmlformats-';
  return [
    entry(
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    entry(
      '_rels/.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    entry('word/document.xml', body),
  ];
}
