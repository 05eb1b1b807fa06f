/**
 * The marks of a part that say something to `read-back.ts`, a stretch between two texts at a time. Papers have thousands of stretches and few
 * different ones, a cell of a table like the one above it: what each says is read once and remembered by its letters.
 */
import { unescapeXml } from '../../ooxml/xml.ts';
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
  readonly xml: string;
  readonly marks: readonly StretchMark[];
  /** Ids of the relations that it names. */
  readonly relations: readonly string[];
  readonly ending: StretchEnd;
  /** Stretches that came after this one: to compare a few takes less time than to look among all. */
  readonly followers: Stretch[];
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
  '<w:pStyle': 'w:val',
  '<w:rStyle': 'w:val',
  '<w:tblStyle': 'w:val',
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
const relation = / r:(?:id|embed|link)="([^"]*)"/g;

const remembered = new Map<string, Stretch>();
/** Of stretches, and of the letters of one: an office's own letterhead is read once and no more. */
const mostRemembered = 4000;
const longestRemembered = 4000;

const mostFollowers = 6;

/** `before`: the stretch before this one. */
export function stretchOf(xml: string, before: Stretch): Stretch {
  for (const follower of before.followers) if (follower.xml === xml) return follower;
  const found = remembered.get(xml) ?? newStretch(xml);
  const isKept = xml.length <= longestRemembered && before.followers.length < mostFollowers;
  if (isKept) before.followers.push(found);
  return found;
}

/** Before the first one. */
export function noStretch(): Stretch {
  return readStretch('');
}

function newStretch(xml: string): Stretch {
  if (xml.length > longestRemembered) return readStretch(xml);
  if (remembered.size >= mostRemembered) remembered.clear();
  // A copy: V8 would else hold the whole text that this was cut from.
  const read = readStretch(` ${xml}`.slice(1));
  remembered.set(read.xml, read);
  return read;
}

function readStretch(xml: string): Stretch {
  return {
    xml,
    followers: [],
    marks: Array.from(xml.matchAll(marks), ({ 0: name, index }) => markAt(xml, name as MarkName, index)),
    relations: Array.from(xml.matchAll(relation), ([, id = '']) => id),
    ending: endingOf(xml),
  };
}

function markAt(xml: string, name: MarkName, start: number): StretchMark {
  const from = start + name.length;
  const end = endOf(xml, from);
  const isEmpty = xml.charAt(end - 2) === '/';
  const value = name === '<w:t' ? textAfter(xml, end, isEmpty) : valueIn(xml.slice(from, end), counting[name]);
  return { name, isEmpty, value, touches: start === 0 ? null : endingOf(xml.slice(0, start)) };
}

function endingOf(xml: string): StretchEnd {
  return xml.endsWith('</w:p>') ? 'paragraph' : xml.endsWith('</w:tbl>') ? 'table' : 'other';
}

function textAfter(xml: string, end: number, isEmpty: boolean): string {
  return isEmpty ? '' : unescapeXml(xml.slice(end, placeOf(xml, '<', end)));
}

function valueIn(attributes: string, name: string): string {
  return name === '' ? '' : (attribute(attributes, name) ?? '');
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
