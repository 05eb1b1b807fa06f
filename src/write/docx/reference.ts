/**
 * `templates/reference.docx`: an office's own package. Its styles, letterhead (header, footer, what stands before and after the
 * marker) and page set-up replace ours; the text of a paper goes where a paragraph says {{正文}}. Styles are matched by name, and
 * those it lacks are added.
 */
import { error, hasErrors } from '../../message/message.ts';
import type { Message, Place, Result } from '../../message/message.ts';
import { readZip } from '../../ooxml/zip.ts';
import { packageFaults } from './reference-safety.ts';
import { referenceStyles } from './reference-styles.ts';
import type { SectionProperties, Skeleton } from './skeleton.ts';
import type { FontNames } from './style-xml.ts';
import { attribute, xmlEvents } from './xml-events.ts';

const limits = { entries: 500, entryBytes: 32 << 20, totalBytes: 64 << 20 };
const marker = '{{正文}}';

type ReferenceFile = { readonly path: string; readonly bytes: Uint8Array };

/** The skeleton, or null with what is wrong with the file. */
export function readReference(reference: ReferenceFile, fonts: FontNames): Result<Skeleton | null> {
  const { value: found, messages } = openReference(reference);
  return { value: found === null ? null : skeleton(found, fonts), messages };
}

/** What is wrong with the file; [] when it can serve. */
export function referenceProblems(reference: ReferenceFile): readonly Message[] {
  return openReference(reference).messages;
}

function openReference(reference: ReferenceFile): Result<Found | null> {
  const place: Place = { file: reference.path, row: null, column: null };
  const { value: parts, messages } = readZip(reference.bytes, limits, place);
  if (hasErrors(messages)) return { value: null, messages };
  const faults = packageFaults(parts, place);
  if (hasErrors(faults)) return { value: null, messages: faults };
  const document = new TextDecoder().decode(parts.get('word/document.xml'));
  const found = findMarker(document, parts, place);
  if (!('start' in found)) return { value: null, messages: [found] };
  const section = lastSection(document, place);
  if (!('xml' in section)) return { value: null, messages: [section] };
  return { value: { parts, document, found, section }, messages: [] };
}

type Span = { readonly start: number; readonly end: number };
type Section = Span & { readonly xml: string };

/** The paragraph of the body that says the marker and nothing else. */
function findMarker(document: string, parts: ReadonlyMap<string, Uint8Array>, place: Place): Span | Message {
  const paragraphs = paragraphsOf(document);
  const elsewhere = [...parts]
    .filter(([name]) => /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/.test(name))
    .flatMap(([, bytes]) => paragraphsOf(new TextDecoder().decode(bytes)));
  const all = [...paragraphs, ...elsewhere].reduce((sum, each) => sum + each.text.split(marker).length - 1, 0);
  if (all === 0) return error(place, 'reference-marker-missing', undefined);
  if (all > 1) return error(place, 'reference-marker-twice', { count: all });
  const own = paragraphs.find((each) => each.isTopLevel && each.text.trim() === marker);
  return own ?? error(place, 'reference-marker-place', undefined);
}

type FoundParagraph = Span & { readonly text: string; readonly isTopLevel: boolean };

/** Paragraphs with the text of their own runs, however Word has split it. */
function paragraphsOf(xml: string): readonly FoundParagraph[] {
  const found: FoundParagraph[] = [];
  const open: { start: number; text: string; isTopLevel: boolean }[] = [];
  let depth = 0;
  let isText = false;
  for (const event of xmlEvents(xml)) {
    const paragraph = open.at(-1);
    if (event.type === 'text') {
      if (isText && paragraph !== undefined) paragraph.text += event.value;
      continue;
    }
    const isOpening = event.type === 'open' && !event.isEmpty;
    if (event.name === 'w:t') isText = isOpening;
    // document > body > paragraph
    if (event.name === 'w:p' && isOpening) open.push({ start: event.start, text: '', isTopLevel: depth === 2 });
    if (event.name === 'w:p' && event.type === 'close' && paragraph !== undefined)
      found.push({ ...paragraph, end: event.end });
    if (event.name === 'w:p' && event.type === 'close') open.pop();
    depth += isOpening ? 1 : event.type === 'close' ? -1 : 0;
  }
  return found;
}

function lastSection(document: string, place: Place): Section | Message {
  const all = [...document.matchAll(/<w:sectPr\b[^<>]*?(?:\/>|>[\s\S]*?<\/w:sectPr>)/g)];
  const [only] = all;
  if (only === undefined || all.length > 1) return error(place, 'reference-sections', { count: all.length });
  return { xml: only[0], start: only.index, end: only.index + only[0].length };
}

type Found = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly document: string;
  readonly found: Span;
  readonly section: Section;
};

function skeleton({ parts, document, found, section }: Found, fonts: FontNames): Skeleton {
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  const styles = referenceStyles(text('word/styles.xml'), fonts);
  const fixed = new Map(parts);
  for (const name of ['word/document.xml', 'word/_rels/document.xml.rels', 'docProps/core.xml', '_rels/.rels']) {
    fixed.delete(name);
  }
  fixed.set('word/styles.xml', new TextEncoder().encode(styles.xml));
  fixed.set('[Content_Types].xml', new TextEncoder().encode(withTypes(text('[Content_Types].xml'))));
  fixed.set('_rels/.rels', new TextEncoder().encode(withCoreRelation(text('_rels/.rels'))));
  return {
    parts: fixed,
    opening: withNamespaces(document.slice(0, found.start)),
    closing: document.slice(found.end, section.start),
    end: document.slice(section.end),
    relations: text('word/_rels/document.xml.rels'),
    sections: sectionsOf(section.xml),
    hasOwnLetterhead: true,
    styleIds: styles.ids,
    firstId: highestId(document) + 1,
    picturePrefix: freePrefix('figure', `${text('word/_rels/document.xml.rels')} ${[...parts.keys()].join(' ')}`),
  };
}

/** Prefixes that our body uses and the office's document may not declare. */
function withNamespaces(opening: string): string {
  const root = /<w:document\b[^<>]*>/.exec(opening)?.[0] ?? '';
  const missing = Object.entries(namespaces).filter(
    ([prefix]) => attribute(root.slice('<w:document'.length, -1), `xmlns:${prefix}`) === null,
  );
  const added = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return opening.replace(root, `${root.slice(0, -1)}${added}>`);
}

const namespaces = {
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
} as const;

function withTypes(types: string): string {
  const known = [...xmlEvents(types)].flatMap((event) =>
    event.type === 'open' ? [attribute(event.attributes, 'Extension')?.toLowerCase()] : [],
  );
  const added = [
    ...(['png', 'svg+xml'] as const)
      .filter((type) => !known.includes(type.slice(0, 3)))
      .map((type) => `<Default ContentType="image/${type}" Extension="${type.slice(0, 3)}"/>`),
    types.includes('/docProps/core.xml')
      ? ''
      : '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>',
  ].join('');
  return types.replace('</Types>', `${added}</Types>`);
}

function withCoreRelation(relations: string): string {
  if (relations.includes('metadata/core-properties')) return relations;
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  return relations.replace(
    '</Relationships>',
    `<Relationship Id="rIdCore" Type="${core}" Target="docProps/core.xml"/></Relationships>`,
  );
}

/** A first-page letterhead stays on the first page; a landscape page is the same sheet turned to the left. */
function sectionsOf(first: string): SectionProperties {
  const portrait = first
    .replace(/<w:titlePg\b[^<>]*\/>/, '')
    .replace(/<w:(?:footer|header)Reference\b[^<>]*w:type="first"[^<>]*\/>/g, '');
  return { first, portrait, landscape: turned(portrait) };
}

function turned(section: string): string {
  const size = /<w:pgSz\b([^<>]*)\/>/.exec(section)?.[1] ?? '';
  const margins = /<w:pgMar\b([^<>]*)\/>/.exec(section)?.[1] ?? '';
  const pick = (attributes: string, name: string): string => attribute(attributes, `w:${name}`) ?? '';
  const from = { top: 'left', left: 'bottom', bottom: 'right', right: 'top' } as const;
  const turnedMargins = Object.entries(from).map(([side, source]) => ` w:${side}="${pick(margins, source)}"`);
  const others = ['header', 'footer', 'gutter'].map((name) => ` w:${name}="${pick(margins, name) || '0'}"`);
  return section
    .replace(/<w:pgSz\b[^<>]*\/>/, `<w:pgSz w:w="${pick(size, 'h')}" w:h="${pick(size, 'w')}" w:orient="landscape"/>`)
    .replace(/<w:pgMar\b[^<>]*\/>/, `<w:pgMar${turnedMargins.join('')}${others.join('')}/>`);
}

function highestId(document: string): number {
  return Math.max(0, ...[...document.matchAll(/<wp:docPr\b[^<>]*?\bid="(\d+)"/g)].map((match) => Number(match[1])));
}

/** A reference document may be an earlier paper of ours, pictures and all. */
function freePrefix(prefix: string, taken: string): string {
  return taken.includes(`"${prefix}`) || taken.includes(`media/${prefix}`) ? freePrefix(`x${prefix}`, taken) : prefix;
}
