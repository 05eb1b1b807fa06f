/**
 * HTML that leaves a parser nothing to repair: every element of the subset in a place where it may stand, closed where it was opened.
 * Templates make no other, and reading it needs no HTML parser's care. What is not of this kind is left to html.ts, which tells why.
 */
import type { HtmlElement, HtmlNode } from './html.ts';
import { elementsInside, isTextInside } from './markup-rules.ts';

/** The nodes as html.ts reads them, but without their places; null when this is anything else than plain. */
export function parsePlainHtml(html: string): readonly HtmlNode[] | null {
  if (strange.test(html)) return null;
  const root: HtmlNode[] = [];
  const reading: Reading = { html, open: [{ name: '', children: root }] };
  let at = 0;
  while (at < html.length) {
    const next = html.charCodeAt(at) === lessThan ? takeTag(reading, at) : takeText(reading, at);
    if (next === null) return null;
    at = next;
  }
  return reading.open.length === 1 ? root : null;
}

type Open = { readonly name: string; readonly children: HtmlNode[] };
type Reading = { readonly html: string; readonly open: Open[] };

// Line ends of old systems, control characters and halves of pairs: parsers replace or report them.
// oxlint-disable-next-line eslint/no-control-regex -- they are what is looked for
const strange = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/;

const lessThan = 60;
const noSpot = { row: 1, column: 1 } as const;

const tagPattern = /<(?:\/([a-z][a-z0-9-]*)>|([a-z][a-z0-9-]*)((?: [a-z-]+="[^"<>&]*")*) ?(\/?)>)/y;

/** The place after the tag at `at`; null when it is not plain. */
function takeTag({ html, open }: Reading, at: number): number | null {
  tagPattern.lastIndex = at;
  const match = tagPattern.exec(html);
  const parent = open.at(-1);
  if (match === null || parent === undefined) return null;
  const [, closed, name = '', written = '', solidus] = match;
  if (closed !== undefined) return closed === parent.name && open.length > 1 ? closeTag(open) : null;
  const isVoid = voidElements.has(name);
  if (!elementsInside(parent.name).includes(name) || (solidus === '/' && !isVoid)) return null;
  const attributes = attributesOf(written);
  if (attributes === null) return null;
  const children: HtmlNode[] = [];
  const element: HtmlElement = { type: 'element', name, attributes, children, spot: noSpot };
  parent.children.push(element);
  if (!isVoid) open.push({ name, children });
  return tagPattern.lastIndex;
}

const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'col']);

function closeTag(open: Open[]): number {
  open.pop();
  return tagPattern.lastIndex;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Null when one is given twice. */
function attributesOf(written: string): ReadonlyMap<string, string> | null {
  if (written === '') return noAttributes;
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) return null;
    attributes.set(name, value);
  }
  return attributes;
}

/** The place after the text at `at`; null when none may stand here, or it holds a reference that templates do not make. */
function takeText({ html, open }: Reading, at: number): number | null {
  const parent = open.at(-1);
  const next = html.indexOf('<', at);
  const end = next === -1 ? html.length : next;
  const value = unescaped(html.slice(at, end));
  if (parent === undefined || value === null) return null;
  if (!isTextInside(parent.name) && !/^[\n\t ]*$/.test(value)) return null;
  parent.children.push({ type: 'text', value, spot: noSpot });
  return end;
}

/** The characters that Handlebars escapes, by what stands after `&`. */
const references: Readonly<Record<string, string>> = {
  'amp;': '&',
  'lt;': '<',
  'gt;': '>',
  'quot;': '"',
  '#x27;': "'",
  '#x60;': '`',
  '#x3D;': '=',
};

function unescaped(text: string): string | null {
  if (!text.includes('&')) return text;
  const [first = '', ...others] = text.split('&');
  let plain = first;
  for (const other of others) {
    const end = other.indexOf(';') + 1;
    const character = references[other.slice(0, end)];
    if (character === undefined) return null;
    plain += character + other.slice(end);
  }
  return plain;
}
