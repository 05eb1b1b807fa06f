/** Markup: the checked HTML subset becomes blocks of the Document tree. */
import type { Result } from '../message/message.ts';
import { elementsOf, oneClass, parseHtml, type HtmlElement, type HtmlNode } from './html.ts';
import { inlinesOf, linesOf, textOf, wordsOf } from './markup-inline.ts';
import { checkMarkup, type MarkupSource } from './markup-rules.ts';
import { tableOf } from './markup-table.ts';
import type { Annex, Block, Figure, ParagraphStyle } from './tree.ts';

export type FigureSet = Readonly<Record<string, Figure>>;
export type Body = { readonly title: string; readonly children: readonly Block[] };

/** Title and blocks of one rendered template. With an error among the messages the value must not be printed. */
export function parseMarkup(html: string, file: string, figures: FigureSet): Result<Body> {
  const parsed = parseHtml(html);
  const messages = checkMarkup(parsed, sourceIn(file));
  return { value: messages.length > 0 ? { title: '', children: [] } : bodyOf(parsed.nodes, figures), messages };
}

/** The same of nodes that stand nowhere; null where they have a fault, for which a place is to be told. */
export function soundBody(nodes: readonly HtmlNode[], figures: FigureSet): Body | null {
  return checkMarkup({ nodes, problems: [] }, sourceIn('')).length === 0 ? bodyOf(nodes, figures) : null;
}

function sourceIn(file: string): MarkupSource {
  return { dataMark: null, figures: null, placeOf: ({ row, column }) => ({ file, row, column }) };
}

function bodyOf(nodes: readonly HtmlNode[], figures: FigureSet): Body {
  const reader: Reader = { figures, annexCount: elementsOf(nodes, 'section').length, annexes: 0, drawn: 0 };
  return { title: titleOf(nodes), children: readBlocks(nodes, reader) };
}

function titleOf(nodes: readonly HtmlNode[]): string {
  const [title] = elementsOf(nodes, 'h1');
  return title === undefined ? '' : textOf(title);
}

function readBlocks(nodes: readonly HtmlNode[], reader: Reader): readonly Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) blocks.push(...readBlock(node, reader));
  return blocks;
}

type Reader = { readonly figures: FigureSet; readonly annexCount: number; annexes: number; drawn: number };

function readBlock(node: HtmlNode, reader: Reader): readonly Block[] {
  if (node.type === 'text' || node.name === 'h1') return [];
  switch (node.name) {
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
      // The four levels of 7.3.3 in order.
      return [{ type: 'heading', level: (Number(node.name[1]) - 1) as 1 | 2 | 3 | 4, children: inlinesOf(node) }];
    case 'p':
      return paragraphOf(node);
    case 'table':
      return [tableOf(node)];
    case 'ol':
      return attachmentsOf(node);
    case 'figure':
      return figureOf(node, reader);
    case 'hr':
      return [{ type: 'pageBreak' }];
    case 'section':
      return [annexOf(node, reader)];
    default:
      // markup-rules.ts has refused every other element.
      throw new Error(`markup <${node.name}> passed the rules and has no reader`);
  }
}

/** A paragraph that a false condition left empty is not printed. */
function paragraphOf(node: HtmlElement): readonly Block[] {
  const children = inlinesOf(node);
  // The rules allow the names of ParagraphStyle only.
  const style = (oneClass(node) || 'body') as ParagraphStyle;
  return children.length === 0 ? [] : [{ type: 'paragraph', style, children }];
}

function attachmentsOf(node: HtmlElement): readonly Block[] {
  const names = elementsOf(node.children, 'li').map((item) => wordsOf(linesOf(item).flat()));
  return names.length === 0 ? [] : [{ type: 'attachmentNote', names }];
}

/** A chart of nothing was not drawn; those that were are counted as the paper has them: 图1, 图2. */
function figureOf(node: HtmlElement, reader: Reader): readonly Block[] {
  const figure = reader.figures[node.attributes.get('data-name') ?? ''];
  if (figure === undefined) return [];
  reader.drawn += 1;
  return [{ ...figure, caption: `图${reader.drawn} ${figure.caption}`.trim() }];
}

function annexOf(node: HtmlElement, reader: Reader): Annex {
  reader.annexes += 1;
  return {
    type: 'annex',
    number: reader.annexCount === 1 ? null : reader.annexes,
    title: titleOf(node.children),
    orientation: (node.attributes.get('class') ?? '').split(/\s+/).includes('landscape') ? 'landscape' : 'portrait',
    // The rules allow no section inside a section.
    children: readBlocks(node.children, reader) as readonly Exclude<Block, Annex>[],
  };
}
