/** XML as a row of events: enough for packages whose parts are plain XML. Comments and instructions are passed over. */
import { unescapeXml } from './xml.ts';

export type XmlEvent =
  | {
      readonly type: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly isEmpty: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly type: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly type: 'text'; readonly value: string };

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** An empty element gives an `open` with `isEmpty` and no `close`. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  for (const match of xml.matchAll(token)) {
    const [whole, cdata, slash, name, attributes = '', empty, text] = match;
    const start = match.index;
    const end = start + whole.length;
    if (text !== undefined) yield { type: 'text', value: unescapeXml(text) };
    else if (cdata !== undefined) yield { type: 'text', value: cdata };
    else if (name !== undefined && slash === '/') yield { type: 'close', name, start, end };
    else if (name !== undefined) yield { type: 'open', name, attributes, isEmpty: empty === '/', start, end };
  }
}

export function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? null : unescapeXml(match[1] ?? match[2] ?? '');
}
