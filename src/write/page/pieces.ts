/** Inline runs, figures and attachment notes of a paper. */
import { formatSlot } from '../../document/official-text.ts';
import { attachmentLines } from '../../document/text.ts';
import type { AttachmentNote, Figure, Inline } from '../../document/tree.ts';
import { html, nothing, trusted, type Html } from './html.ts';

export function inlinesHtml(inlines: readonly Inline[]): Html {
  return html`${inlines.map(inlineHtml)}`;
}

function inlineHtml(inline: Inline): Html {
  switch (inline.type) {
    case 'text':
      return inline.isStrong ? html`<strong>${inline.value}</strong>` : html`${inline.value}`;
    case 'lineBreak':
      return html`<br />`;
    case 'slot':
      return html`${formatSlot(inline)}`;
  }
}

/** The picture is read out as its `alt`; its own labels are drawing, not text. */
export function figureHtml({ svg, alt, caption, widthMm }: Figure): Html {
  const named = svg.replace('<svg', `<svg role="img" aria-label="${html`${alt}`.html}" style="width:${widthMm}mm"`);
  const below = caption === '' ? nothing : html`<figcaption>${caption}</figcaption>`;
  return html`<figure>${trusted(named)}${below}</figure>`;
}

export function attachmentHtml({ names }: AttachmentNote): Html {
  return html`<div class="attachments">${attachmentLines(names).map((line) => html`<p>${line}</p>`)}</div>`;
}
