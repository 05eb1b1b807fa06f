/** The nodes of a paper's markup while a template is run the straight way (straight.ts). */
import { NotPlain } from './cut-steps.ts';
import { voidElements, type HtmlElement, type HtmlNode } from './html.ts';
import { markSpaces } from './markup-inline.ts';
import { elementsInside, isTextInside } from './markup-rules.ts';
import { templateBounds } from './template-bounds.ts';

/** An element that is not closed yet. */
type Open = HtmlElement & { children: readonly HtmlNode[] };

export type MarkupSheet = {
  readonly root: Open;
  readonly outside: Open[];
  open: Open;
  /** Not yet a node: text and values that follow each other are one. */
  text: string;
  /** Characters of the HTML that this stands for, and turns of loops. */
  size: number;
  turns: number;
};

export function newSheet(): MarkupSheet {
  const root = newElement('', new Map());
  return { root, outside: [], open: root, text: '', size: 0, turns: 0 };
}

/** Throws where elements were left open, or the whole is larger than a paper may be. */
export function finished(sheet: MarkupSheet): readonly HtmlNode[] {
  endText(sheet);
  if (sheet.open !== sheet.root || sheet.size > templateBounds.html) throw new NotPlain();
  return sheet.root.children;
}

export function takeTurns(sheet: MarkupSheet, turns: number): void {
  sheet.turns += turns;
  if (sheet.turns > templateBounds.turns || sheet.size > templateBounds.html) throw new NotPlain();
}

// Line ends of old systems, control characters and halves of pairs: parsers replace or report them.
// oxlint-disable-next-line eslint/no-control-regex -- they are what is looked for
const strange = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/;

// These, and the characters that Handlebars escapes.
// oxlint-disable-next-line eslint/no-control-regex -- they are what is looked for
const special = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff&<>"'`=]/;

/** A value of the view, as the template prints it. */
export function addValue(sheet: MarkupSheet, value: unknown): void {
  if (typeof value === 'string') addWords(sheet, markSpaces(value));
  else if (typeof value === 'number') addWords(sheet, String(value));
  else throw new NotPlain();
}

export function addWords(sheet: MarkupSheet, words: string): void {
  if (special.test(words)) {
    if (strange.test(words)) throw new NotPlain();
    // The longest escape, `&quot;`, has six characters.
    sheet.size += 5 * words.length;
  }
  sheet.size += words.length;
  sheet.text += words;
}

/** What follows is no part of the text before. White space may stand anywhere. */
export function endText(sheet: MarkupSheet): void {
  const { text, open } = sheet;
  if (text === '') return;
  sheet.text = '';
  if (!isTextInside(open.name) && !/^[\n\t ]*$/.test(text)) throw new NotPlain();
  addChild(open, { type: 'text', value: text, spot: noSpot });
}

function addChild(open: Open, child: HtmlNode): void {
  // Most hold one text, for which no list is made before.
  if (open.children === nothing) open.children = [child];
  // Such a list is ours.
  else (open.children as HtmlNode[]).push(child);
}

const nothing: readonly HtmlNode[] = [];

/** What is not plain is read again, to tell its place. */
const noSpot = { row: 1, column: 1 } as const;

export type Attributes = ReadonlyMap<string, string>;

export function openElement(sheet: MarkupSheet, name: string, attributes: Attributes): void {
  endText(sheet);
  const { open } = sheet;
  if (!elementsInside(open.name).includes(name)) throw new NotPlain();
  const element = newElement(name, attributes);
  addChild(open, element);
  if (voidElements.has(name)) return;
  sheet.outside.push(open);
  sheet.open = element;
}

function newElement(name: string, attributes: Attributes): Open {
  return { type: 'element', name, attributes, children: nothing, spot: noSpot };
}

export function closeElement(sheet: MarkupSheet, name: string): void {
  endText(sheet);
  const outside = sheet.open.name === name ? sheet.outside.pop() : undefined;
  if (outside === undefined) throw new NotPlain();
  sheet.open = outside;
}

/** What was added since the text before ended, for an attribute. */
export function takeValue(sheet: MarkupSheet): string {
  const { text } = sheet;
  sheet.text = '';
  if (special.test(text)) throw new NotPlain();
  return text;
}
