/** A paper: a view and its template become a Document. The one place where the parts of this folder meet. */
import { isRemembering, memorize, recall, remember, touchAnswer } from '../disk/memory.ts';
import { sha256 } from '../disk/sha256.ts';
import { hasErrors, type Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import { parseMarkup, soundBody, type Body, type FigureSet } from './markup.ts';
import type { Shape, ViewOf } from './shape.ts';
import { renderTemplate, straightNodes, type Templates } from './template.ts';
import { treeHash } from './tree-hash.ts';
import type { Block, Document, Meta } from './tree.ts';

/** What a view function gives: the data of its template, and the facts of the format. The title comes from the template's `<h1>`. */
export type Paper<S extends Shape> = {
  readonly template: string;
  readonly shape: S;
  readonly view: ViewOf<S>;
  readonly meta: Omit<Meta, 'title'>;
  readonly figures?: FigureSet;
};

const paperKind = { name: 'paper', isJson: true } as const;

export function documentOf<S extends Shape>(templates: Templates, paper: Paper<S>): Result<Document> {
  const make = (): Result<Document> => worded(templates, paper);
  return isRemembering() ? remember(paperKind, identityOf(templates, paper), make) : make();
}

function identityOf<S extends Shape>(
  templates: Templates,
  { template, view, meta, figures }: Pick<Paper<S>, 'template' | 'view' | 'meta' | 'figures'>,
): string {
  return sha256(JSON.stringify([template, templates.identityOf(template), view, meta, figures]));
}

/** What is asked of every paper; few are made, and only for those its words are wanted. */
export type Outline = {
  readonly title: string;
  /** `treeSize`. */
  readonly size: number;
};

/** The outline of a paper, with the messages of its wording. Both are remembered apart from its words. */
export type Outlined = Result<Outline> & {
  /** Null where the outline was remembered: then the words are, too. */
  readonly document: Document | null;
  /** Hash of what it says (tree-hash.ts); `document` gives the words where it is not known. */
  readonly tree: (document: () => Document) => string;
};

export function paperOutline<S extends Shape>(templates: Templates, paper: Paper<S>): Outlined {
  const of = identityOf(templates, paper);
  const tree = treeOf(of);
  const known = recall<Result<Outline>>('outline', of);
  if (known !== null) {
    touchAnswer(paperKind, of);
    return { ...known, document: null, tree };
  }
  const { value: document, messages } = remember(paperKind, of, () => worded(templates, paper));
  const value = { title: document.meta.title, size: treeSize(document.children) };
  return { ...memorize('outline', of, { value, messages }), document, tree };
}

/** A function of its own: one that is made beside the wording holds the view for as long as anybody has it. */
function treeOf(of: string): Outlined['tree'] {
  return (document) => remember('tree', of, () => treeHash(document()));
}

/** Cells and paragraphs. */
export function treeSize(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'annex') return sum + treeSize(block.children);
    return sum + (block.type === 'table' ? block.rows.length * block.columns.length : 1);
  }, 0);
}

function worded<S extends Shape>(templates: Templates, paper: Paper<S>): Result<Document> {
  const straight = straightBody(templates, paper);
  if (straight !== null) return silent(documentWith(paper, straight));
  const html = renderTemplate(templates, paper.template, paper);
  if (hasErrors(html.messages)) return { value: documentWith(paper, noBody), messages: html.messages };
  const body = parseMarkup(html.value, `templates/${paper.template}.hbs`, paper.figures ?? {});
  return { value: documentWith(paper, body.value), messages: [...html.messages, ...body.messages] };
}

/** Null for what must go the exact way, to make it or to tell what is wrong. */
function straightBody<S extends Shape>(templates: Templates, paper: Paper<S>): Body | null {
  const nodes = straightNodes(templates, paper.template, paper);
  return nodes === null ? null : soundBody(nodes, paper.figures ?? {});
}

const noBody: Body = { title: '', children: [] };

function documentWith<S extends Shape>({ meta }: Paper<S>, { title, children }: Body): Document {
  return { meta: { ...meta, title }, children };
}
