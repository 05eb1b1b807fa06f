/** HTML of a paper: the third writer of the Document tree, one handler a node. For looking at a paper without an office program. */
import { colophonText, footText } from '../../document/text.ts';
import type { Annex, Block, Document, Heading, Paragraph } from '../../document/tree.ts';
import { documentStyle } from './document-style.ts';
import { headHtml } from './head.ts';
import { html, nothing, trusted, type Html } from './html.ts';
import { attachmentHtml, figureHtml, inlinesHtml } from './pieces.ts';
import { tableHtml } from './table.ts';

/** A page of its own, with its style sheet; it needs neither network nor script. */
export function writeHtml(document: Document): string {
  const { meta } = document;
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${meta.title}</title>
        ${trusted(`<style>${documentStyle}</style>`)}
      </head>
      <body>
        <main class="${meta.format} ${meta.orientation}">${documentHtml(document)}</main>
      </body>
    </html>`;
  return `${page.html}\n`;
}

/** Head, body, signature, annexes, colophon: the order of `documentText`. */
function documentHtml({ meta, children }: Document): Html {
  const body = children.filter((block) => block.type !== 'annex');
  const annexes = children.filter((block) => block.type === 'annex');
  return html`${headHtml(meta)}${body.map(blockHtml)}${linesHtml('foot', footText(meta))}${annexes.map(
    blockHtml,
  )}${linesHtml('colophon', colophonText(meta))}`;
}

function blockHtml(block: Block): Html {
  switch (block.type) {
    case 'heading':
      return headingHtml(block);
    case 'paragraph':
      return paragraphHtml(block);
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureHtml(block);
    case 'attachmentNote':
      return attachmentHtml(block);
    case 'pageBreak':
      return html`<hr />`;
    case 'annex':
      return annexHtml(block);
  }
}

/** Level 1 is `h2`: the title of the paper is `h1`. */
function headingHtml({ level, children }: Heading): Html {
  const inside = inlinesHtml(children);
  const name = trusted(`h${level + 1}`);
  return html`<${name}>${inside}</${name}>`;
}

function paragraphHtml({ style, children }: Paragraph): Html {
  return html`<p class="${style}">${inlinesHtml(children)}</p>`;
}

function annexHtml({ number, title, orientation, children }: Annex): Html {
  return html`<section class="annex ${orientation}">
    <p class="mark">附件${number ?? ''}</p>
    <h2 class="title">${title}</h2>
    ${children.map(blockHtml)}
  </section>`;
}

function linesHtml(name: string, lines: readonly string[]): Html {
  const some = lines.filter((line) => line !== '');
  return some.length === 0
    ? nothing
    : html`<footer class="${name}">${some.map((line) => html`<p>${line}</p>`)}</footer>`;
}
