/** XML as a row of events: enough for packages whose parts are plain XML. Comments and instructions are passed over. */
import { unescapeXml } from '../../ooxml/xml.ts';

export type XmlEvent = XmlTag | { readonly type: 'text'; readonly value: string };

export type XmlTag = {
  readonly type: 'open' | 'close';
  readonly name: string;
  /** As written, to be asked by `attribute`. */
  readonly attributes: string;
  /** An empty element is an `open` without a `close`. */
  readonly isEmpty: boolean;
  readonly start: number;
  readonly end: number;
};

/** Calls `take` for each event: a scanner by hand, since every finished paper is read back and long ones hold millions of marks. */
export function scanXml(xml: string, take: (event: XmlEvent) => void): void {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start !== at) take({ type: 'text', value: unescapeXml(xml.slice(at, start === -1 ? undefined : start)) });
    if (start === -1) return;
    const other = skipped(xml, start);
    if (other !== null) {
      if (other.text !== '') take({ type: 'text', value: other.text });
      at = other.end;
      continue;
    }
    const tag = tagAt(xml, start);
    take(tag);
    at = tag.end;
  }
}

/** All events at once, for small parts. */
export function xmlEvents(xml: string): readonly XmlEvent[] {
  const events: XmlEvent[] = [];
  scanXml(xml, (event) => events.push(event));
  return events;
}

/** Comments, instructions and document types go; CDATA is text. */
function skipped(xml: string, start: number): { readonly end: number; readonly text: string } | null {
  const sign = xml.charCodeAt(start + 1);
  if (sign === questionMark) return { end: after(xml, '?>', start), text: '' };
  if (sign !== exclamationMark) return null;
  if (xml.startsWith('<!--', start)) return { end: after(xml, '-->', start), text: '' };
  if (!xml.startsWith('<![CDATA[', start)) return { end: after(xml, '>', start), text: '' };
  const end = after(xml, ']]>', start);
  return { end, text: xml.slice(start + 9, end - 3) };
}

const questionMark = 63;
const exclamationMark = 33;

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? xml.length : at + mark.length;
}

/** The tag that begins at `start`, in one walk over its characters: a `>` may stand inside an attribute's quotes. */
function tagAt(xml: string, start: number): XmlTag {
  const isClosing = xml.charCodeAt(start + 1) === slash;
  const nameStart = start + (isClosing ? 2 : 1);
  let nameEnd = -1;
  let quote = 0;
  let at = nameStart;
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === greaterThan) break;
    else if (code === doubleQuote || code === singleQuote) quote = code;
    else if (code <= space && nameEnd === -1) nameEnd = at;
  }
  const isEmpty = xml.charCodeAt(at - 1) === slash;
  const inside = isEmpty ? at - 1 : at;
  return {
    type: isClosing ? 'close' : 'open',
    name: xml.slice(nameStart, nameEnd === -1 ? inside : nameEnd),
    attributes: nameEnd === -1 ? '' : xml.slice(nameEnd, inside),
    isEmpty,
    start,
    end: Math.min(at + 1, xml.length),
  };
}

const space = 32;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const greaterThan = 62;

export function attribute(attributes: string, name: string): string | null {
  for (const quote of ['"', "'"]) {
    const mark = `${name}=${quote}`;
    let at = attributes.indexOf(mark);
    while (at > 0 && !/\s/.test(attributes.charAt(at - 1))) at = attributes.indexOf(mark, at + 1);
    if (at <= 0) continue;
    const start = at + mark.length;
    return unescapeXml(attributes.slice(start, attributes.indexOf(quote, start)));
  }
  return null;
}
