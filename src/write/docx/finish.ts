/** The finishing step: body and skeleton become one package, with the paper's own dates, ids and pictures, in a fixed order. */
import { propertiesOf } from '../../document/properties.ts';
import type { Document } from '../../document/tree.ts';
import type { Section } from './body.ts';
import type { Media } from './media.ts';
import { withIds } from './reference-styles.ts';
import type { Skeleton } from './skeleton.ts';
import { escapeXml, styledParagraph, type XmlPieces } from '../../ooxml/xml.ts';

export type PaperContent = { readonly sections: readonly Section[]; readonly media: Media };

/** The parts of a paper by name, in the order in which they are zipped; what was made for this paper as text. */
export type PaperParts = ReadonlyMap<string, XmlPieces | Uint8Array>;

export function packageParts(document: Document, skeleton: Skeleton, content: PaperContent): PaperParts {
  const parts = new Map<string, XmlPieces | Uint8Array>([
    ...skeleton.parts,
    ['word/document.xml', documentXml(skeleton, content.sections)],
    [relationsName, relationsPart(skeleton, content.media)],
    ['docProps/core.xml', [coreXml(document)]],
    ...content.media.parts().map((part) => [`word/${part.name}`, part.bytes] as const),
  ]);
  return new Map([...parts].toSorted(byPackageOrder));
}

/** [Content_Types].xml first, as readers expect; the rest by code unit. */
function byPackageOrder(
  [a]: readonly [name: string, ...unknown[]],
  [b]: readonly [name: string, ...unknown[]],
): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : 1);
}

function rankOf(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function documentXml(skeleton: Skeleton, sections: readonly Section[]): XmlPieces {
  const last = sections.length - 1;
  const properties = sections.map((section, index) => sectionProperties(section, index, skeleton));
  const made = sections.flatMap(({ xml }, index) =>
    index === last ? [xml] : [xml, [styledParagraph('SectionEnd', '', properties[index])]],
  );
  const body = skeleton.styleIds.size === 0 ? made : made.map((xml) => withOwnIds(xml, skeleton));
  return [skeleton.opening].concat(...body, skeleton.closing, (properties[last] ?? '') + skeleton.end);
}

/** Ids of a reference document in the place of ours. What is one string in many places stays one. */
function withOwnIds(xml: XmlPieces, { styleIds }: Skeleton): XmlPieces {
  const known = new Map<string, string>();
  return xml.map((piece) => {
    const made = known.get(piece) ?? withIds(piece, styleIds);
    known.set(piece, made);
    return made;
  });
}

function sectionProperties(section: Section, index: number, { sections }: Skeleton): string {
  if (section.orientation === 'landscape') return sections.landscape;
  return index === 0 ? sections.first : sections.portrait;
}

const relationsName = 'word/_rels/document.xml.rels';

/** Bytes that are in many papers are the same ones, so that they are compressed once. */
export function isInMany(name: string, { parts }: Skeleton): boolean {
  return parts.has(name) || name === relationsName;
}

/** Without pictures it is one for all papers. */
function relationsPart(skeleton: Skeleton, media: Media): XmlPieces | Uint8Array {
  if (media.parts().length > 0) return [relationsXml(skeleton, media)];
  const known = withoutPictures.get(skeleton) ?? new TextEncoder().encode(skeleton.relations);
  withoutPictures.set(skeleton, known);
  return known;
}

const withoutPictures = new WeakMap<Skeleton, Uint8Array>();

function relationsXml(skeleton: Skeleton, media: Media): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const added = media.parts().map((part) => `<Relationship Id="${part.id}" Type="${type}" Target="${part.name}"/>`);
  return skeleton.relations.replace('</Relationships>', `${added.join('')}</Relationships>`);
}

function coreXml({ meta }: Document): string {
  const { title, author, date } = propertiesOf(meta);
  const instant = `${date}T00:00:00Z`;
  const creator = escapeXml(author);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
  );
}
