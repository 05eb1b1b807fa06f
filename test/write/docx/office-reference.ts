/** A reference document as an office might make it: letterhead above and below the marker, own styles, a first-page header. */
import { writeZip } from '../../../src/ooxml/zip.ts';

/** What a test changes in it. */
export type Changes = {
  readonly marker?: string;
  readonly header?: string;
  readonly relations?: string;
  /** Attributes added to the document's root. */
  readonly root?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly without?: string;
};

export const paragraphXml = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function officeReference(changes: Changes): Uint8Array {
  const parts = new Map(Object.entries({ ...partsOf(changes), ...changes.parts }));
  if (changes.without !== undefined) parts.delete(changes.without);
  return writeZip([...parts].map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(xml) })));
}

function partsOf(changes: Changes): Readonly<Record<string, string>> {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="2200" w:right="1500" w:bottom="2000" w:left="1600" w:header="851" w:footer="992" w:gutter="0"/><w:titlePg/></w:sectPr>';
  return {
    '[Content_Types].xml':
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>` +
      `<Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/>` +
      `<Override PartName="/word/header2.xml" ContentType="${word}.header+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels':
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId2" Type="${relationships}/header" Target="header1.xml"/><Relationship Id="rId3" Type="${relationships}/header" Target="header2.xml"/>${changes.relations ?? ''}</Relationships>`,
    'word/document.xml':
      `${head}<w:document ${main} xmlns:r="${relationships}"${changes.root ?? ''}><w:body>${paragraphXml('临江区纪律检查委员会')}` +
      `${changes.marker ?? paragraphXml('{{正文}}')}${paragraphXml('地址：临江区政府大院')}${section}</w:body></w:document>`,
    'word/styles.xml':
      `${head}<w:styles ${main}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="a7"><w:name w:val="公文正文"/><w:basedOn w:val="a"/><w:rPr><w:color w:val="000080"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Colophon"><w:name w:val="底栏"/><w:basedOn w:val="a"/></w:style></w:styles>',
    'word/header1.xml': `${head}<w:hdr ${main}>${paragraphXml('内部资料')}${changes.header ?? ''}</w:hdr>`,
    'word/header2.xml': `${head}<w:hdr ${main}>${paragraphXml('')}</w:hdr>`,
  };
}
