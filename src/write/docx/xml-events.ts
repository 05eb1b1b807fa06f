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
    const skipped = skip(xml, start);
    if (skipped !== null) {
      if (skipped.text !== '') take({ type: 'text', value: skipped.text });
      at = skipped.end;
      continue;
    }
    const end = endOfTag(xml, start);
    take(tagOf(xml, start, end));
    at = end;
  }
}

/** All events at once, for small parts. */
export function xmlEvents(xml: string): readonly XmlEvent[] {
  const events: XmlEvent[] = [];
  scanXml(xml, (event) => events.push(event));
  return events;
}

/** Comments, instructions and document types go; CDATA is text. */
function skip(xml: string, start: number): { readonly end: number; readonly text: string } | null {
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

/** A `>` may stand inside an attribute's quotes. */
function endOfTag(xml: string, start: number): number {
  let end = after(xml, '>', start);
  while (end < xml.length && isInQuotes(xml.slice(start, end))) end = after(xml, '>', end);
  return end;
}

function isInQuotes(tag: string): boolean {
  let quote = '';
  for (let at = tag.indexOf('"'); at >= 0 && at < tag.length; at += 1) {
    const character = tag.charAt(at);
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}

function tagOf(xml: string, start: number, end: number): XmlTag {
  const isClosing = xml.charAt(start + 1) === '/';
  const isEmpty = xml.charAt(end - 2) === '/';
  const inside = xml.slice(start + (isClosing ? 2 : 1), end - (isEmpty ? 2 : 1));
  const space = inside.search(/\s/);
  const name = space === -1 ? inside : inside.slice(0, space);
  return {
    type: isClosing ? 'close' : 'open',
    name,
    attributes: space === -1 ? '' : inside.slice(space),
    isEmpty,
    start,
    end,
  };
}

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
