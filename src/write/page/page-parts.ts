/** Pieces that several parts of the page share. */
import type { LightCounts, LightTone } from '../../document/page-view.ts';
import { html, nothing, type Html } from './html.ts';

/** Shapes say the light to those who do not see the colour; words to those who do not see the shape. */
export const marks: Readonly<Record<LightTone, string>> = { green: '●', yellow: '▲', red: '■', none: '○' };
const words: Readonly<Record<LightTone, string>> = { green: '绿灯', yellow: '黄灯', red: '红灯', none: '不亮灯' };

export function lightBadge(tone: LightTone, word: string): Html {
  return html`<span class="light ${tone}"><span aria-hidden="true">${marks[tone]}</span>${word}</span>`;
}

const shownTones = ['red', 'yellow', 'green', 'none'] as const;

/** `■2 ▲1 ●5`, read out as 红灯2 黄灯1 绿灯5. */
export function lightCountsHtml(counts: LightCounts): Html {
  return html`${shownTones
    .filter((tone) => counts[tone] > 0)
    .map(
      (tone) =>
        html`<span class="count ${tone}"
          ><span aria-hidden="true">${marks[tone]}</span><span class="hidden">${words[tone]}</span>${counts[tone]}</span
        > `,
    )}`;
}

export function isEmpty(counts: LightCounts): boolean {
  return shownTones.every((tone) => counts[tone] === 0);
}

export function worstTone(counts: LightCounts): LightTone {
  return (['red', 'yellow', 'green'] as const).find((tone) => counts[tone] > 0) ?? 'none';
}

/** A table that may be wider than the page scrolls in its own box, which the keyboard can reach. */
export function scrollBox(label: string, table: Html, kind = ''): Html {
  return html`<div class="scroll ${kind}" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}

export function note(text: string): Html {
  return text === '' ? nothing : html`<p class="note">${text}</p>`;
}

/** `letters/012-区财政局.docx` as a link: each segment is escaped, the slashes stay. */
export function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
