/**
 * The marks of a part that say something to `read-back.ts`, a stretch between two texts at a time, up to the mark before the next text.
 * Papers have thousands of stretches and few different ones, a cell of a table like the one above it: what each says is read once and remembered
 * by its letters.
 */
import { textStart, unescapeXml } from '../../ooxml/xml.ts';
import { attribute } from './xml-events.ts';

export type StretchMark = {
  /** What it begins with: `<w:p`, `</w:p`. */
  readonly name: MarkName;
  readonly isEmpty: boolean;
  /** Of its one attribute that counts, or the text of a `<w:t`; '' where it has none. */
  readonly value: string;
  /** The mark that it touches, as far as the stretch shows it; null where it begins the stretch. */
  readonly touches: StretchEnd | null;
};

/** Marks that others may have to touch, or must not. */
export type StretchEnd = 'paragraph' | 'table' | 'other';

export type Stretch = {
  readonly marks: readonly StretchMark[];
  /** Ids of the styles and of the relations that it names. */
  readonly styles: readonly string[];
  readonly relations: readonly string[];
  readonly ending: StretchEnd;
  /** A text comes next. */
  readonly opensText: boolean;
};

/** The marks that count, each with its attribute that does. */
const counting = {
  '<w:t': '',
  '<w:p': '',
  '</w:p': '',
  '<w:br': '',
  '<w:cr': '',
  '<mc:Fallback': '',
  '</mc:Fallback': '',
  '<wp:docPr': 'id',
  '<w:fldChar': 'w:fldCharType',
  '<w:tbl': '',
  '<w:tblW': 'w:w',
  '<w:gridCol': 'w:w',
  '</w:tblGrid': '',
  '<w:tr': '',
  '</w:tr': '',
  '<w:tc': '',
  '<w:tcW': 'w:w',
  '<w:gridSpan': 'w:val',
  '</w:tc': '',
  '</w:tbl': '',
} as const satisfies Readonly<Record<string, string>>;

export type MarkName = keyof typeof counting;

/** One expression finds them, and passes over the others at once. */
const marks = new RegExp(`(?:${Object.keys(counting).join('|')})(?=[\\s/>])`, 'g');
const style = /<w:(?:p|r|tbl)Style(?=[\s/>])/g;
const relation = / r:(?:id|embed|link)="([^"]*)"/g;

const remembered = new Map<string, Stretch>();
/** Of stretches, and of the letters of one: the head of a letter with its drawn rules has 4,500. */
const mostRemembered = 4000;
const longestRemembered = 6000;

export function stretchOf(xml: string): Stretch {
  return remembered.get(xml) ?? newStretch(xml);
}

function newStretch(xml: string): Stretch {
  const read = readStretch(xml);
  if (xml.length > longestRemembered) return read;
  if (remembered.size >= mostRemembered) remembered.clear();
  // A copy: V8 would else hold the whole text that this was cut from.
  remembered.set(` ${xml}`.slice(1), read);
  return read;
}

function readStretch(written: string): Stretch {
  const opensText = written.endsWith(textStart);
  const xml = opensText ? written.slice(0, -textStart.length) : written;
  return {
    marks: Array.from(xml.matchAll(marks), ({ 0: name, index }) => markAt(xml, name as MarkName, index)),
    styles: Array.from(xml.matchAll(style), ({ 0: name, index }) => valueAt(xml, index + name.length, 'w:val')),
    relations: Array.from(xml.matchAll(relation), ([, id = '']) => id),
    ending: opensText ? 'other' : endingOf(xml),
    opensText,
  };
}

function markAt(xml: string, name: MarkName, start: number): StretchMark {
  const from = start + name.length;
  const end = endOf(xml, from);
  const isEmpty = xml.charAt(end - 2) === '/';
  const value = name === '<w:t' ? textAfter(xml, end, isEmpty) : valueAt(xml, from, counting[name]);
  return { name, isEmpty, value, touches: start === 0 ? null : endingOf(xml.slice(0, start)) };
}

function endingOf(xml: string): StretchEnd {
  return xml.endsWith('</w:p>') ? 'paragraph' : xml.endsWith('</w:tbl>') ? 'table' : 'other';
}

function textAfter(xml: string, end: number, isEmpty: boolean): string {
  return isEmpty ? '' : unescapeXml(xml.slice(end, placeOf(xml, '<', end)));
}

/** Of an attribute, in the mark whose name ends there. */
function valueAt(xml: string, from: number, name: string): string {
  return name === '' ? '' : (attribute(xml.slice(from, endOf(xml, from)), name) ?? '');
}

/** The place of the next such letter, or the end. */
function placeOf(xml: string, letter: string, from: number): number {
  const at = xml.indexOf(letter, from);
  return at === -1 ? xml.length : at;
}

/** After the mark. Its last value ends with a quote; a `>` before that one stands inside a value. */
function endOf(xml: string, from: number): number {
  let end = placeOf(xml, '>', from);
  if (xml.charAt(from) === ' ') {
    while (end < xml.length && !/["' ]\/?$/.test(xml.slice(end - 2, end))) end = placeOf(xml, '>', end + 1);
  }
  return Math.min(end + 1, xml.length);
}
