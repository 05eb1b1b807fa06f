/** Web pages as sources: paragraphs and tables, as a browser shows them. Nothing they name is ever fetched. */
import { parseHtml } from '../document/html.ts';
import type { HtmlElement, HtmlNode } from '../document/html.ts';
import { cellSpan, childElements, htmlDepth, isHiddenElement, tableCells, tableRows } from '../document/html-table.ts';
import { error } from '../message/message.ts';
import type { Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { silent } from '../message/result.ts';
import { bounds } from '../trade/bounds.ts';
import type { SourceText } from './block.ts';
import { GrowingBlocks } from './growing-blocks.ts';
import { markAt } from './mark.ts';
import { isNoteSign } from './note-sign.ts';
import { lookStatedIn, lookStretch, withLookSigns } from './sign-rule.ts';
import type { Look } from './sign-rule.ts';

const passedOver: ReadonlySet<string> = new Set(
  'head title style script noscript template nav footer button select option svg iframe form textarea'.split(' '),
);
const ofTheirOwn: ReadonlySet<string> = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre center hr'.split(' '),
);

/** The blocks of a page; places count its paragraphs. */
export function blocksOfHtml(html: string, file: string): Result<SourceText> {
  const found = htmlDepth(html);
  const limit = bounds.htmlDepth;
  if (found > limit) return { value: nothing, messages: [error(fileOnly(file), 'html-too-deep', { found, limit })] };
  const { nodes } = parseHtml(html);
  const page = new Page(lookStatedIn(textIn(nodes)));
  page.walk(nodes);
  page.end();
  return silent(page.blocks.done());
}

const nothing: SourceText = { blocks: [], pageNumbers: [] };

class Page {
  readonly blocks = new GrowingBlocks();
  private text = '';
  /** The number of the list's point that is open. */
  private number = '';
  /** The look by which the page says who leads. */
  private readonly look: Look | null;
  private isSetOff = false;

  constructor(look: Look | null) {
    this.look = look;
  }

  walk(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (node.type === 'text') {
        const text = node.value.replaceAll(/[ \t\r\n]+/gu, ' ');
        this.text += this.isSetOff ? lookStretch(text) : text;
      } else if (this.look !== null && !this.isSetOff && hasLookOf(this.look, node)) {
        this.isSetOff = true;
        this.element(node);
        this.isSetOff = false;
      } else this.element(node);
    }
  }

  /** What was gathered is a paragraph. */
  end(): void {
    const text = (this.look === null ? this.text : withLookSigns(this.text, this.look)).trim();
    if (text !== '') {
      this.blocks.paragraph(markAt(text) === null ? this.number + text : text);
      this.number = '';
    }
    this.text = '';
  }

  private element(element: HtmlElement): void {
    const { name, children } = element;
    if (passedOver.has(name) || isHiddenElement(element)) return;
    if (name === 'sup' && isNoteSign(textIn(children))) return;
    if (name === 'br') return this.end();
    if (name === 'table') return this.table(element);
    if (name === 'ol') return this.list(element);
    if (!ofTheirOwn.has(name)) return this.walk(children);
    this.end();
    this.walk(children);
    this.end();
  }

  /** A browser numbers the points of a list. */
  private list({ attributes, children }: HtmlElement): void {
    let number = Number(attributes.get('start') ?? '1') || 1;
    this.end();
    for (const child of children) {
      if (child.type === 'element' && child.name === 'li') {
        this.number = `${number}. `;
        number += 1;
      }
      this.walk([child]);
      this.end();
    }
  }

  private table(element: HtmlElement): void {
    this.end();
    // A page laid out by a table has its tables in the cells.
    if (holdsTable(element.children)) return this.walk(tableRows(element).flatMap(tableCells).flatMap(asBlock));
    this.blocks.openTable();
    for (const row of tableRows(element)) {
      if (isHiddenElement(row)) continue;
      this.blocks.openRow();
      for (const cell of tableCells(row)) {
        this.blocks.openCell({ across: cellSpan(cell, 'colspan'), down: cellSpan(cell, 'rowspan') });
        this.walk(cell.children);
        this.end();
      }
      this.blocks.closeRow();
    }
    this.blocks.closeTable();
  }
}

const looked: Readonly<Record<Look, { readonly names: string; readonly style: RegExp }>> = {
  bold: { names: 'b strong', style: /font-weight\s*:\s*(?:bold|[6-9]00)|font-family\s*:[^;]{0,60}(?:黑体|hei)/iu },
  underline: { names: 'u', style: /text-decoration[^;:]{0,8}:[^;]{0,40}underline/iu },
  italic: { names: 'i em', style: /font-style\s*:\s*(?:italic|oblique)/iu },
  red: {
    names: '',
    style: /(?<![-\w])color\s*:\s*(?:red|#(?:f00|[c-f][0-9a-f]0000)|rgb\(\s*(?:2[0-5]|19)\d,\s*0,\s*0\s*\))/iu,
  },
};

function hasLookOf(look: Look, { name, attributes }: HtmlElement): boolean {
  const { names, style } = looked[look];
  const isRed = look === 'red' && /^(?:red|#f00|#[c-f][0-9a-f]0000)$/iu.test(attributes.get('color') ?? '');
  return isRed || names.split(' ').includes(name) || style.test(attributes.get('style') ?? '');
}

function textIn(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : textIn(node.children))).join('');
}

function holdsTable(nodes: readonly HtmlNode[]): boolean {
  return childElements(nodes).some(({ name, children }) => name === 'table' || holdsTable(children));
}

function asBlock(cell: HtmlElement): readonly HtmlElement[] {
  return [{ ...cell, name: 'div' }];
}
