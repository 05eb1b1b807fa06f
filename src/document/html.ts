/**
 * HTML as plain nodes, read with parse5. HTML parsers repair silently (text inside `<table>` is moved in front of it, a missing end
 * tag is made up); here every repair is a problem with its place.
 */
import { parseFragment, type DefaultTreeAdapterTypes, type Token } from 'parse5';

export type Spot = { readonly row: number; readonly column: number };

export type HtmlNode = HtmlElement | HtmlText;
export type HtmlText = { readonly type: 'text'; readonly value: string; readonly spot: Spot };
export type HtmlElement = {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
  readonly spot: Spot;
};

export type HtmlProblem = { readonly spot: Spot; readonly found: string };

/** Of the subset, those that are never closed. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'col']);
/** parse5 makes these up, rightly, when a template leaves them out. */
const impliedElements: ReadonlySet<string> = new Set(['tbody', 'colgroup']);

export type ParsedHtml = { readonly nodes: readonly HtmlNode[]; readonly problems: readonly HtmlProblem[] };

export function parseHtml(html: string): ParsedHtml {
  const problems: HtmlProblem[] = [];
  const fragment = parseFragment(html, {
    sourceCodeLocationInfo: true,
    onParseError: (each) => {
      // Views mark white space of data by noncharacters (markup.ts); they are no fault.
      if (each.code === 'noncharacter-in-input-stream') return;
      problems.push({ spot: { row: each.startLine, column: each.startCol }, found: each.code });
    },
  });
  const reader = { problems, lastOffset: -1 };
  return { nodes: fragment.childNodes.flatMap((node) => readNode(node, reader)), problems };
}

/** The class of an element that may have one; empty when it has none. */
export function oneClass(element: HtmlElement): string {
  return element.attributes.get('class')?.trim() ?? '';
}

export function elementsOf(nodes: readonly HtmlNode[], name: string): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  for (const node of nodes) if (node.type === 'element' && node.name === name) found.push(node);
  return found;
}

type Reader = { readonly problems: HtmlProblem[]; lastOffset: number };

function readNode(node: DefaultTreeAdapterTypes.ChildNode, reader: Reader): readonly HtmlNode[] {
  if (node.nodeName === '#comment' || node.nodeName === '#documentType') return [];
  const location = node.sourceCodeLocation ?? null;
  if (location !== null) noteOrder(location, node.nodeName, reader);
  const spot = { row: location?.startLine ?? 1, column: location?.startCol ?? 1 };
  if ('value' in node) return [{ type: 'text', value: node.value, spot }];
  if (!('attrs' in node)) return [];
  noteRepair(node, reader);
  return [
    {
      type: 'element',
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
      children: node.childNodes.flatMap((child) => readNode(child, reader)),
      spot,
    },
  ];
}

/** In reading order the places only grow; what stands before its place was moved by the parser. */
function noteOrder(location: Token.Location, name: string, reader: Reader): void {
  if (location.startOffset < reader.lastOffset) {
    reader.problems.push({ spot: { row: location.startLine, column: location.startCol }, found: `misplaced ${name}` });
  }
  reader.lastOffset = Math.max(reader.lastOffset, location.startOffset);
}

function noteRepair(element: DefaultTreeAdapterTypes.Element, reader: Reader): void {
  const location = element.sourceCodeLocation ?? null;
  const isWhole = location?.startTag !== undefined && location.endTag !== undefined;
  if (isWhole || voidElements.has(element.tagName)) return;
  if (location?.startTag === undefined && impliedElements.has(element.tagName)) return;
  const spot = { row: location?.startLine ?? 1, column: location?.startCol ?? 1 };
  reader.problems.push({ spot, found: `<${element.tagName}> without </${element.tagName}>` });
}
