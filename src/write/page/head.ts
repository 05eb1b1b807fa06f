/** Head of a paper: marks, number, title and recipients, in the order of the format. */
import { headText } from '../../document/text.ts';
import type { Meta } from '../../document/tree.ts';
import { html, nothing, type Html } from './html.ts';

/** The pieces of `headText` with the class that each has in the format; empty ones are left out. */
export function headHtml(meta: Meta): Html {
  const pieces = headText(meta).map((text, index, all) => pieceHtml(text, nameOf(meta, index, all.length)));
  return html`<header>${pieces}</header>`;
}

function pieceHtml(text: string, name: string): Html {
  if (text === '') return nothing;
  return name === 'title' ? html`<h1>${text}</h1>` : html`<p class="${name}">${text}</p>`;
}

/** headText ends in number, signatories, title, recipients; before them stand mark and marks, in a bulletin its number, office and day. */
function nameOf(meta: Meta, index: number, count: number): string {
  const fromEnd = ['recipients', 'title', 'signatories', 'number'][count - 1 - index];
  if (fromEnd !== undefined) return fromEnd;
  const markAt = meta.format === 'letter' ? 0 : 3;
  if (index === markAt) return 'issuer-mark';
  return index > 3 ? 'bulletin' : 'marks';
}
