/** The text of a written paper, for its comparison with the text of the tree (`documentText`). */
import { parseHtml, type HtmlElement, type HtmlNode } from '../../document/html.ts';

/** What a reader finds in `<main>`, in order; drawings are not text. Compare with all white space taken out. */
export function htmlText(page: string): string {
  return parseHtml(page).nodes.flatMap(mainOf).map(textOf).join('');
}

function mainOf(node: HtmlNode): readonly HtmlElement[] {
  if (node.type === 'text') return [];
  return node.name === 'main' ? [node] : node.children.flatMap(mainOf);
}

function textOf(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  return node.name === 'svg' ? '' : node.children.map(textOf).join('');
}
