/** Skeleton: a package with a hole for the body. Ours, or made from an office's reference document. */
import type { PageFormat } from '../../document/tree.ts';
import {
  contentTypesXml,
  xmlDeclaration,
  documentRelationsXml,
  footersOf,
  footerXml,
  landscapeXml,
  namespaces,
  packageRelationsXml,
  portraitXml,
  settingsXml,
  stylesXml,
  webSettingsXml,
} from './package.ts';
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

/** The package of a page format, with styles in the faces of the office. */
export function madeSkeleton(format: PageFormat, fonts: FontNames): Skeleton {
  const footers = footersOf(format);
  const first = portraitXml(footers);
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypesXml(footers)],
    ['_rels/.rels', packageRelationsXml],
    ['word/styles.xml', stylesXml(docDefaultsXml(fonts) + [...styleXmls(fonts).values()].join(''))],
    ['word/settings.xml', settingsXml],
    ['word/webSettings.xml', webSettingsXml],
    ...footers.map((footer, index) => [`word/footer${index + 1}.xml`, footerXml(footer)] as const),
  ];
  const encoder = new TextEncoder();
  return {
    parts: new Map(parts.map(([name, xml]) => [name, encoder.encode(xml)])),
    opening: `${xmlDeclaration}<w:document ${namespaces}><w:body>`,
    closing: '',
    end: '</w:body></w:document>',
    relations: documentRelationsXml(footers),
    sections: { first, landscape: landscapeXml(footers), portrait: withoutFirstPage(first) },
    hasOwnLetterhead: false,
    styleIds: new Map(),
    firstId: 1,
    picturePrefix: 'figure',
  };
}

function withoutFirstPage(section: string): string {
  return section.replace('<w:titlePg/>', '').replace(/<w:(?:footer|header)Reference w:type="first"[^>]*\/>/g, '');
}
