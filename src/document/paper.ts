/** A paper: a view and its template become a Document. The one place where the parts of this folder meet. */
import { remember } from '../disk/memory.ts';
import { hasErrors, type Result } from '../message/message.ts';
import { parseMarkup, type FigureSet } from './markup.ts';
import type { Shape, ViewOf } from './shape.ts';
import { renderTemplate, type Templates } from './template.ts';
import type { Document, Meta } from './tree.ts';

/** What a view function gives: the data of its template, and the facts of the format. The title comes from the template's `<h1>`. */
export type Paper<S extends Shape> = {
  readonly template: string;
  readonly shape: S;
  readonly view: ViewOf<S>;
  readonly meta: Omit<Meta, 'title'>;
  readonly figures?: FigureSet;
};

export function documentOf<S extends Shape>(templates: Templates, paper: Paper<S>): Result<Document> {
  const { template, view, meta, figures } = paper;
  const all = JSON.stringify([template, templates.identityOf(template), view, meta, figures]);
  return remember('paper', all, () => worded(templates, paper));
}

function worded<S extends Shape>(templates: Templates, paper: Paper<S>): Result<Document> {
  const html = renderTemplate(templates, paper.template, paper);
  const empty = { meta: { ...paper.meta, title: '' }, children: [] };
  if (hasErrors(html.messages)) return { value: empty, messages: html.messages };
  const body = parseMarkup(html.value, `templates/${paper.template}.hbs`, paper.figures ?? {});
  const meta = { ...paper.meta, title: body.value.title };
  return { value: { meta, children: body.value.children }, messages: [...html.messages, ...body.messages] };
}
