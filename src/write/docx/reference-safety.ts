/** What a reference document must not hold: macros, document types (entity bombs), anything from outside the file. */
import { error } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import { attribute, xmlEvents } from './xml-events.ts';

export function packageFaults(parts: ReadonlyMap<string, Uint8Array>, place: Place): readonly Message[] {
  const texts = new Map(
    [...parts].filter(([name]) => /\.(?:xml|rels|vml)$/i.test(name)).map(([name, bytes]) => [name, decode(bytes)]),
  );
  const document = texts.get('word/document.xml');
  if (document === undefined) return [error(place, 'reference-not-docx', undefined)];
  if (document.includes('http://purl.oclc.org/ooxml/')) return [error(place, 'reference-strict', undefined)];
  const required = ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/styles.xml'];
  return [
    ...required.filter((part) => !texts.has(part)).map((part) => error(place, 'reference-part-missing', { part })),
    ...macroFaults(parts, texts.get('[Content_Types].xml') ?? '', place),
    ...[...texts]
      .filter(([, xml]) => /<!DOCTYPE/i.test(xml))
      .map(([part]) => error(place, 'reference-doctype', { part })),
    ...[...texts].filter(([name]) => name.endsWith('.rels')).flatMap(([part, xml]) => externalFaults(part, xml, place)),
  ];
}

/** XML may be UTF-16; a document type must not hide in it. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function macroFaults(parts: ReadonlyMap<string, unknown>, types: string, place: Place): readonly Message[] {
  const macro = [...parts.keys()].find((name) => /vba(?:Project|Data)|\/activeX\//i.test(name));
  if (macro !== undefined) return [error(place, 'reference-macros', { part: macro })];
  return /macroEnabled/i.test(types) ? [error(place, 'reference-macros', { part: '[Content_Types].xml' })] : [];
}

function externalFaults(part: string, xml: string, place: Place): readonly Message[] {
  return [...xmlEvents(xml)].flatMap((event) => {
    if (event.type !== 'open' || attribute(event.attributes, 'TargetMode')?.toLowerCase() !== 'external') return [];
    return [error(place, 'reference-external', { part, target: attribute(event.attributes, 'Target') ?? '' })];
  });
}
