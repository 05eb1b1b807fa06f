/** Skeleton: a package with a hole for the body. Made from the docx library's package, or from an office's reference document. */
import { landscapeNumberXml } from './landscape-number.ts';
import { evenMark, oddMark } from './package.ts';
import type { FontNames } from './style-xml.ts';
import { docDefaultsXml, styleXmls } from './style-xml.ts';

export type Skeleton = {
  /** Every part but the document, its relations and core.xml, by name: the same in every paper. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** `word/document.xml` up to the place of the text, from there to the last section's properties, and after these. */
  readonly opening: string;
  readonly closing: string;
  readonly end: string;
  readonly relations: string;
  readonly sections: SectionProperties;
  /** An office's reference document, whose letterhead takes the place of mark and rules. */
  readonly hasOwnLetterhead: boolean;
  /** Our style ids to those of a reference document; empty = the same. */
  readonly styleIds: ReadonlyMap<string, string>;
  /** First id of a drawing that is free. */
  readonly firstId: number;
  /** Begins the names of pictures; nothing else in the package does. */
  readonly picturePrefix: string;
};

/** `w:sectPr` of the first pages, of further portrait pages, and of landscape pages. */
export type SectionProperties = { readonly first: string; readonly portrait: string; readonly landscape: string };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function skeletonOf(parts: ReadonlyMap<string, Uint8Array>, fonts: FontNames): Skeleton {
  const text = (name: string): string => decoder.decode(parts.get(name));
  const document = text('word/document.xml');
  const [first = '', landscape = ''] = [...document.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map((match) => match[0]);
  const fixed = new Map(parts);
  for (const name of ['word/document.xml', 'word/_rels/document.xml.rels', 'docProps/core.xml']) fixed.delete(name);
  for (const name of fixed.keys()) {
    if (/^word\/(footer|header)\d*\.xml$/.test(name))
      fixed.set(name, encoder.encode(withLandscapeNumbers(withCachedFields(text(name)))));
  }
  fixed.set('word/styles.xml', encoder.encode(stylesXml(text('word/styles.xml'), fonts)));
  fixed.set('word/settings.xml', encoder.encode(settingsXml(text('word/settings.xml'))));
  fixed.set('word/webSettings.xml', encoder.encode(webSettings));
  const types = text('[Content_Types].xml').replace('</Types>', `${webSettingsType}</Types>`);
  fixed.set('[Content_Types].xml', encoder.encode(types));
  return {
    parts: fixed,
    opening: document.slice(0, document.indexOf('<w:body>') + '<w:body>'.length),
    closing: '',
    end: '</w:body></w:document>',
    relations: text('word/_rels/document.xml.rels').replace(
      '</Relationships>',
      `${webSettingsRelation}</Relationships>`,
    ),
    sections: { first, landscape, portrait: withoutFirstPage(first) },
    hasOwnLetterhead: false,
    styleIds: new Map(),
    firstId: 1,
    picturePrefix: 'figure',
  };
}

function withoutFirstPage(section: string): string {
  return section.replace('<w:titlePg/>', '').replace(/<w:(?:footer|header)Reference w:type="first"[^>]*\/>/g, '');
}

function withLandscapeNumbers(footer: string): string {
  if (footer.includes(oddMark)) return footer.replace(/<w:p>.*<\/w:p>/, landscapeNumberXml('odd'));
  return footer.includes(evenMark) ? footer.replace(/<w:p>.*<\/w:p>/, landscapeNumberXml('even')) : footer;
}

/** Word repairs a file whose PAGE field has no result yet; a cached 1 stands until the page is laid out. */
function withCachedFields(xml: string): string {
  return xml.replaceAll(
    /(<w:fldChar w:fldCharType="separate"\/><\/w:r>)(<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:fldChar w:fldCharType="end"\/>)/g,
    '$1<w:r><w:t>1</w:t></w:r>$2',
  );
}

function stylesXml(made: string, fonts: FontNames): string {
  const opening = made.slice(0, made.indexOf('>', made.indexOf('<w:styles')) + 1);
  return `${opening}${docDefaultsXml(fonts)}${[...styleXmls(fonts).values()].join('')}</w:styles>`;
}

/** Chinese characters keep their full width, so that lines keep 28; tab stops every two characters. */
function settingsXml(made: string): string {
  return (
    made
      .replace('<w:displayBackgroundShape/>', '')
      .replace(/<w:defaultTabStop w:val="\d+"\/>/, '<w:defaultTabStop w:val="630"/>')
      // A line that ends at a line break keeps its width in justified text.
      .replace('<w:compat>', '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>')
  );
}

const webSettings =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:webSettings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
const webSettingsType =
  '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.webSettings+xml" PartName="/word/webSettings.xml"/>';
const webSettingsRelation =
  '<Relationship Id="rIdWebSettings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/webSettings" Target="webSettings.xml"/>';
