/**
 * A draft that was edited by hand becomes the issued paper: number and dates are written into their paragraphs, everything else stays to
 * the byte as the clerk left it. Refused when a slot is not there exactly once, or when the file is not fit to go out.
 */
import type { CalendarDate } from '../../trade/calendar.ts';
import { addDays } from '../../trade/calendar.ts';
import { blankSlot, formatSlot } from '../../document/official-text.ts';
import { slotsOf } from '../../document/slots.ts';
import type { Document } from '../../document/tree.ts';
import { error, hasErrors, type Message, type Place, type Result } from '../../message/message.ts';
import { readZip, writeZip } from '../../ooxml/zip.ts';
import { readBack } from './read-back.ts';
import type { OpenSlot } from './edited-slots.ts';
import { openSlots } from './edited-slots.ts';
import type { Edit, EditedParagraph } from './edited-text.ts';
import { editedParagraphs, replaceText, textOfEdited, withEdits } from './edited-text.ts';
import { packageFaults } from './reference-safety.ts';
import { lookOf } from './styles.ts';
import { attribute, scanXml, xmlEvents } from './xml-events.ts';

export type FilledPaper = {
  readonly bytes: Uint8Array;
  /** Its text, one piece a paragraph. */
  readonly text: readonly string[];
  /** The days by which it asks for answers, as the clerk left them. */
  readonly replyDays: readonly CalendarDate[];
};

const part = 'word/document.xml';

/** `document`: the tree of the paper with number and date. Null, with an error, when the file cannot be issued as it stands. */
export function fillEdited(
  bytes: Uint8Array,
  document: Document,
  { place, issuedOn }: { readonly place: Place; readonly issuedOn: CalendarDate },
): Result<FilledPaper | null> {
  const zip = readZip(bytes, undefined, place);
  const refused = hasErrors(zip.messages) ? zip.messages : unfit(zip.value, place);
  if (refused.length > 0) return { value: null, messages: refused };
  const xml = new TextDecoder().decode(zip.value.get(part));
  const marked = markFaults(xml, place);
  if (marked.length > 0) return { value: null, messages: marked };
  const paragraphs = editedParagraphs(xml);
  const names = styleNames(new TextDecoder().decode(zip.value.get('word/styles.xml')));
  const slots = openSlots(document).map((slot) => fill(slot, paragraphs, { names, place }));
  const messages = slots.flatMap((slot) => slot.messages);
  if (hasErrors(messages)) return { value: null, messages };
  const replies = fillReplies(paragraphs, document, issuedOn);
  const filled = withEdits(xml, [...slots.flatMap(({ value }) => value), ...replies.edits]);
  const entries = [...zip.value].map(([name, content]) =>
    name === part ? { name, bytes: new TextEncoder().encode(filled) } : { name, bytes: content },
  );
  return { value: { bytes: writeZip(entries), text: readBack([filled]).pieces, replyDays: replies.days }, messages };
}

/** The text of a finished DOCX, one piece a paragraph; [] when it is none. */
export function docxText(bytes: Uint8Array): readonly string[] {
  const document = readZip(bytes).value.get(part);
  return document === undefined ? [] : readBack([new TextDecoder().decode(document)]).pieces;
}

function unfit(parts: ReadonlyMap<string, Uint8Array>, place: Place): readonly Message[] {
  return packageFaults(parts, place).length === 0 ? [] : [error(place, 'edited-unfit')];
}

/** A paper goes out with no tracked change open and no comment in it. */
function markFaults(xml: string, place: Place): readonly Message[] {
  const found = new Set<string>();
  scanXml(xml, (event) => {
    if (event.type === 'open') found.add(event.name);
  });
  const isTracked = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].some((name) => found.has(name));
  return [
    ...(isTracked ? [error(place, 'edited-tracked')] : []),
    ...(found.has('w:commentReference') ? [error(place, 'edited-comments')] : []),
  ];
}

/** Style ids of the file to their names: WPS and Word give ids of their own on saving, and keep the names. */
function styleNames(xml: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let id = '';
  for (const event of xmlEvents(xml)) {
    if (event.type !== 'open') continue;
    if (event.name === 'w:style') id = attribute(event.attributes, 'w:styleId') ?? '';
    if (event.name === 'w:name' && !names.has(id)) names.set(id, attribute(event.attributes, 'w:val') ?? '');
  }
  return names;
}

type Where = { readonly names: ReadonlyMap<string, string>; readonly place: Place };

function fill(
  slot: OpenSlot,
  paragraphs: readonly EditedParagraph[],
  { names, place }: Where,
): Result<readonly Edit[]> {
  const wanted = new Set<string>(slot.styles.flatMap((id) => [id, lookOf(id).name]));
  const found = paragraphs.flatMap((paragraph) => {
    const isStyled = wanted.has(paragraph.styleId) || wanted.has(names.get(paragraph.styleId) ?? '');
    const match = isStyled ? slot.blank.exec(textOfEdited(paragraph)) : null;
    return match === null ? [] : [{ paragraph, from: match.index, to: match.index + match[0].length }];
  });
  const count = found.filter(({ paragraph }) => !paragraph.isFallback).length;
  if (count !== 1) return { value: [], messages: [error(place, 'edited-slot', { slot: slot.name, count })] };
  return {
    value: found.flatMap(({ paragraph, from, to }) => replaceText(paragraph, [{ from, to, put: slot.put }])),
    messages: [],
  };
}

type Replies = { readonly edits: readonly Edit[]; readonly days: readonly CalendarDate[] };

/** A slot whose days the clerk left alone gets the day it was given (a reissue may keep an earlier one); another counts its own. */
function fillReplies(paragraphs: readonly EditedParagraph[], document: Document, issuedOn: CalendarDate): Replies {
  const given = slotsOf(document);
  const days: CalendarDate[] = [];
  let at = 0;
  const edits = paragraphs.flatMap((paragraph) => {
    const replacements = [...textOfEdited(paragraph).matchAll(blankSlot)].map((match) => {
      const count = Number(match[1]);
      const { slot = 'replyDay', days: asked = 0, on: was = null } = given[at] ?? {};
      const on = was !== null && asked === count ? was : addDays(issuedOn, count);
      if (!paragraph.isFallback) at += 1;
      if (!paragraph.isFallback && slot === 'replyDay') days.push(on);
      const put = formatSlot({ type: 'slot', slot, days: count, on });
      return { from: match.index, to: match.index + match[0].length, put };
    });
    return replaceText(paragraph, replacements);
  });
  return { edits, days };
}
