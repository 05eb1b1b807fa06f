/** Head, headline figures and charts of the page. */
import type { LightShare, PageFigure, PageView, Tile } from '../../document/page-view.ts';
import { html, nothing, trusted, type Html } from './html.ts';
import { lightBadge, marks, note } from './page-parts.ts';

export function pageHeader({ office, period, subject, breakdown, facts, notice }: PageView): Html {
  return html`<header>
    <p class="office">${office}</p>
    <h1><span>${period}</span><span>${subject}</span></h1>
    <p class="source">${breakdown}</p>
    <dl class="facts">
      ${facts.map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${notice === '' ? nothing : html`<p class="notice">${notice}</p>`}
  </header>`;
}

export function overviewSection({ tiles, lights }: PageView): Html {
  return html`<dl class="tiles many">${tiles.map(tileHtml)}</dl>
    ${lightBar(lights)} ${note('一项任务由几个单位承担的，按单位计项次；各项占比按最大余额法取一位小数，合计为100%。')}`;
}

function tileHtml({ label, value, detail, tone }: Tile): Html {
  return html`<div class="tile ${tone}">
    <dt>${label}</dt>
    <dd><span class="value">${value}</span>${detail === '' ? nothing : html`<span class="detail">${detail}</span>`}</dd>
  </div> `;
}

/** The bar is drawing; the list below it says the same in words. */
function lightBar(lights: readonly LightShare[]): Html {
  const drawn = lights.filter(({ count }) => count > 0);
  return html`<div class="lights">
    <div class="bar" aria-hidden="true">
      ${drawn.map(({ tone, count }) => html`<span class="${tone}" style="flex-grow:${count}">${marks[tone]}</span>`)}
    </div>
    <ul>
      ${lights.map(
        ({ tone, word, count, share }) =>
          html`<li>${lightBadge(tone, word)} <b>${count}</b>项次，占${share.toFixed(1)}%</li>`,
      )}
    </ul>
  </div>`;
}

export function chartsSection({ figures }: PageView): Html {
  if (figures.length === 0) return note('本季度没有可供制图的数据。');
  return html`<div class="charts">${figures.map(figureHtml)}</div>`;
}

/** Twice in the page, of which the style sheet shows the one that the window has room for. */
function figureHtml(figure: PageFigure, index: number): Html {
  const id = `figure-${index + 1}`;
  const drawn = (svg: string, name: string): Html =>
    trusted(svg.replace('<svg', `<svg class="${name}" role="img" aria-labelledby="${id}"`));
  return html`<figure>
    <figcaption id="${id}">图${index + 1}　${figure.caption}</figcaption>
    <div class="drawing">${drawn(figure.svg, 'wide')}${drawn(figure.slimSvg, 'slim')}</div>
    <details>
      <summary>图中数据</summary>
      <p>${figure.alt}</p>
    </details>
  </figure> `;
}
