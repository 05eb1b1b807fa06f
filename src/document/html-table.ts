/** Tables of a web page as plain nodes: what both readers of pages ask of them. */
import type { HtmlElement, HtmlNode } from './html.ts';

export function childElements(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [node] : []));
}

/** Said to be hidden by the element itself; what a style sheet says is not looked at. */
export function isHiddenElement({ attributes }: HtmlElement): boolean {
  return attributes.has('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.get('style') ?? '');
}

const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** The caption and the rows. */
export function tableRows({ children }: HtmlElement): readonly HtmlElement[] {
  return childElements(children).flatMap((each) =>
    rowGroups.has(each.name) ? tableRows(each) : each.name === 'tr' || each.name === 'caption' ? [each] : [],
  );
}

/** The cells of a row; a caption is one. */
export function tableCells(row: HtmlElement): readonly HtmlElement[] {
  if (row.name === 'caption') return [row];
  return childElements(row.children).filter(({ name }) => name === 'td' || name === 'th');
}

const widestSpan = 1000;

export function cellSpan({ attributes }: HtmlElement, name: 'colspan' | 'rowspan' | 'span'): number {
  return Math.min(Math.max(Number.parseInt(attributes.get(name) ?? '1', 10) || 1, 1), widestSpan);
}

/** Parsers and walks go as deep as the page does; elements that are never closed make it deep as well. */
export function htmlDepth(html: string): number {
  let [depth, most] = [0, 0];
  for (const { 1: closing } of html.matchAll(/<(\/?)[a-z][a-z0-9]*(?=[\s>])/giu)) {
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  const unclosed = html.match(/<(?:br|hr|img|input|meta|link|col|p|li|td|tr|th|dd|dt|option)\b/giu)?.length ?? 0;
  return most - unclosed;
}
