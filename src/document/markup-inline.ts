/** Inline runs of the markup. White space of the template is layout and goes; white space of the data stays. */
import type { HtmlElement, HtmlNode } from './html.ts';
import type { Inline, Slot } from './tree.ts';

/**
 * Noncharacters that stand for white space of the data while it passes through HTML, so that the two kinds can be told apart.
 * Unicode reserves U+FDD0…U+FDEF for such inside use; no text has them.
 */
const dataSpaces = [
  ['\n', '\uFDD0'],
  [' ', '\uFDD1'],
  ['\t', '\uFDD2'],
] as const;
const backToSpace: ReadonlyMap<string, string> = new Map(dataSpaces.map(([space, mark]) => [mark, space]));

/** White space of a data field, marked; `\r\n` and `\r` count as `\n`. One blank between two words is the same in data and template. */
export function markSpaces(text: string): string {
  // Most texts have no white space at all.
  if (!/[\n\t\r ]/.test(text) || !/[\n\t\r]|^ | $| {2}/.test(text)) return text;
  let marked = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  for (const [space, mark] of dataSpaces) marked = marked.replaceAll(space, mark);
  return marked;
}

export function inlinesOf(node: HtmlElement): readonly Inline[] {
  const only = onlyText(node);
  if (only !== null) return plainLine(only);
  const inlines: Inline[] = [];
  for (const child of node.children) readInline(inlines, child, false);
  // The marks go last: a line of the data that is blank is no blank of the template.
  return trimmed(merged(inlines)).map(unmarked);
}

// White space that is not one blank between two words: of the template, or marked as of the data.
const odd = /[\n\t\r\f\uFDD0-\uFDD2]| {2}/;

/** What most elements hold: one text, to be taken as it stands. Null of all others. */
function onlyText({ children }: HtmlElement): string | null {
  const [first] = children;
  return first?.type === 'text' && children.length === 1 && isPlainText(first.value) ? first.value : null;
}

function isPlainText(text: string): boolean {
  return !odd.test(text) && text.trim() !== '';
}

const dataLineEnd = '\uFDD0';

/** The lines of a cell that holds one text of the data and nothing else to be seen to. Null of all others. */
function plainLines({ children }: HtmlElement): readonly (readonly Inline[])[] | null {
  const [first] = children;
  if (first?.type !== 'text' || children.length > 1) return null;
  const { value } = first;
  if (!value.includes(dataLineEnd)) return isPlainText(value) ? [plainLine(value)] : null;
  const texts = value.split(dataLineEnd);
  return texts.every(isPlainText) ? texts.map(plainLine) : null;
}

function plainLine(value: string): readonly Inline[] {
  return [{ type: 'text', value, isStrong: false }];
}

/** The paragraphs of a cell: its inlines, split at line breaks. An empty cell has none. */
export function linesOf(node: HtmlElement): readonly (readonly Inline[])[] {
  if (node.children.length === 0) return [];
  const plain = plainLines(node);
  if (plain !== null) return plain;
  const lines: Inline[][] = [[]];
  for (const inline of inlinesOf(node)) {
    if (inline.type === 'lineBreak') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines.length === 1 && lines[0]?.length === 0 ? [] : lines;
}

export function textOf(node: HtmlElement): string {
  return wordsOf(inlinesOf(node));
}

/** What the runs of text say. */
export function wordsOf(inlines: readonly Inline[]): string {
  let words = '';
  for (const inline of inlines) if (inline.type === 'text') words += inline.value;
  return words;
}

function readInline(inlines: Inline[], node: HtmlNode, isStrong: boolean): void {
  if (node.type === 'text') return readText(inlines, node.value, isStrong);
  const slot = slots[node.name];
  if (node.name === 'br') inlines.push({ type: 'lineBreak' });
  else if (slot !== undefined) inlines.push(slotOf(node, slot));
  else for (const child of node.children) readInline(inlines, child, isStrong || node.name === 'strong');
}

function readText(inlines: Inline[], text: string, isStrong: boolean): void {
  // Most texts are one run as they stand.
  if (!odd.test(text)) return void inlines.push({ type: 'text', value: text, isStrong });
  // Between Chinese characters a line end of the template is nothing; a space within a line stays.
  const lines = text
    .replaceAll(/(?<![^\S\n])[^\S\n]*\n\s*/g, '')
    .replaceAll(/[ \t\r\f]+/g, ' ')
    .split(dataLineEnd);
  for (const [index, value] of lines.entries()) {
    if (index > 0) inlines.push({ type: 'lineBreak' });
    if (value !== '') inlines.push({ type: 'text', value, isStrong });
  }
}

/** The shape of the view has made `days` a number. */
function slotOf(node: HtmlElement, slot: Slot['slot']): Inline {
  const ask = node.attributes.get('data-ask') ?? '';
  const days = Number(node.attributes.get('data-days'));
  return { type: 'slot', slot, days, ...(ask === '' ? {} : { ask }), on: null };
}

const slots: Readonly<Record<string, Slot['slot']>> = { 'reply-day': 'replyDay', 'handover-day': 'handoverDay' };

function unmarked(inline: Inline): Inline {
  if (inline.type !== 'text' || !/[\uFDD1\uFDD2]/.test(inline.value)) return inline;
  return { ...inline, value: inline.value.replaceAll(/[\uFDD1\uFDD2]/g, (mark) => backToSpace.get(mark) ?? mark) };
}

function merged(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && last.isStrong === inline.isStrong) {
      result[result.length - 1] = { ...last, value: last.value + inline.value };
    } else result.push(inline);
  }
  return result;
}

/** Drops runs of template blanks at both ends, which stand where a condition was false. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const start = inlines.findIndex(saysSomething);
  return start === -1 ? [] : inlines.slice(start, inlines.findLastIndex(saysSomething) + 1);
}

function saysSomething(inline: Inline): boolean {
  return inline.type !== 'text' || inline.value.trim() !== '';
}
