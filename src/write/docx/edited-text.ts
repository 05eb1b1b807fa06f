/** The paragraphs of a document part with the place of every piece of text, so that a few words can be put in and nothing else moves. */
import { escapeXml } from '../../ooxml/xml.ts';
import { attribute, scanXml, xmlEvents } from './xml-events.ts';

/** Text of one `w:t`, and where it stands in the part. */
type Piece = { readonly text: string; readonly start: number; readonly end: number };

export type EditedParagraph = {
  readonly styleId: string;
  readonly pieces: readonly Piece[];
  /** Shown by old programs only, and a copy of what stands before it. */
  readonly isFallback: boolean;
};

type Open = { styleId: string; pieces: Piece[]; readonly isFallback: boolean };

/** In the order in which they end; a text box's before the one it hangs in. */
export function editedParagraphs(xml: string): readonly EditedParagraph[] {
  const done: EditedParagraph[] = [];
  const open: Open[] = [];
  let text: number | null = null;
  let fallbacks = 0;
  scanXml(xml, (event) => {
    if (event.type === 'text') return;
    const { name, attributes, isEmpty } = event;
    const isOpening = event.type === 'open' && !isEmpty;
    const top = open.at(-1);
    if (name === 'w:t' && isOpening) text = event.end;
    else if (name === 'w:t' && text !== null) {
      top?.pieces.push({ text: plain(xml.slice(text, event.start)), start: text, end: event.start });
      text = null;
    } else if (name === 'mc:Fallback' && !isEmpty) fallbacks += isOpening ? 1 : -1;
    else if (name === 'w:p' && isOpening) open.push({ styleId: '', pieces: [], isFallback: fallbacks > 0 });
    else if (name === 'w:p' && event.type === 'close') done.push(...open.splice(-1));
    else if (name === 'w:pStyle' && top !== undefined) top.styleId = attribute(attributes, 'w:val') ?? '';
    // Neither a word nor a slot runs over a tab or a line break.
    else if (['w:tab', 'w:br', 'w:cr'].includes(name)) top?.pieces.push({ text: '\n', start: 0, end: 0 });
  });
  return done;
}

function plain(xml: string): string {
  return xmlEvents(xml)
    .map((event) => (event.type === 'text' ? event.value : ''))
    .join('');
}

export type Edit = { readonly start: number; readonly end: number; readonly xml: string };

export function textOfEdited({ pieces }: EditedParagraph): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Characters from..to of a paragraph's text, and what takes their place. */
export type TextReplacement = { readonly from: number; readonly to: number; readonly put: string };

/** What is put goes into the first piece that holds one of the characters; the others lose theirs. Replacements are in order and apart. */
export function replaceText({ pieces }: EditedParagraph, replacements: readonly TextReplacement[]): readonly Edit[] {
  let at = 0;
  return pieces.flatMap(({ text, start, end }) => {
    const begin = at;
    at += text.length;
    const here = replacements.filter(({ from, to }) => from < at && to > begin);
    if (here.length === 0) return [];
    let [result, kept] = ['', 0];
    for (const { from, to, put } of here) {
      result += text.slice(kept, Math.max(from - begin, 0)) + (from >= begin ? put : '');
      kept = Math.min(to - begin, text.length);
    }
    return [{ start, end, xml: escapeXml(result + text.slice(kept)) }];
  });
}

/** Edits do not overlap: each piece is edited once. */
export function withEdits(xml: string, edits: readonly Edit[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, xml: put } of edits.toSorted((a, b) => a.start - b.start)) {
    result += xml.slice(at, start) + put;
    at = end;
  }
  return result + xml.slice(at);
}
