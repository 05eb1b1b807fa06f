/** index.html: one self-contained page a quarter. It needs no network and no script to be read; the script adds filters and sorting. */
import type { PageView } from '../../document/page-view.ts';
import { sha256 } from '../../disk/sha256.ts';
import { bytesOf, html, trusted, type Html } from './html.ts';
import { changesSection } from './page-changes.ts';
import { filingSection } from './page-filing.ts';
import { ledgerSection } from './page-ledger.ts';
import { matrixSection } from './page-matrix.ts';
import { chartsSection, overviewSection, pageHeader } from './page-overview.ts';
import { papersSection, scoresSection } from './page-papers.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

export function writePage(page: PageView): readonly Uint8Array[] {
  return bytesOf(html`${pageHtml(page)}${trusted('\n')}`);
}

const sections = [
  { id: 'overview', title: '总体情况', write: overviewSection },
  { id: 'charts', title: '图表', write: chartsSection },
  { id: 'matrix', title: '亮灯矩阵', write: matrixSection },
  { id: 'missing', title: '报送情况', write: filingSection },
  { id: 'changes', title: '本季变化', write: changesSection },
  { id: 'scores', title: '考核得分', write: scoresSection },
  { id: 'ledger', title: '工作台账', write: ledgerSection },
  { id: 'papers', title: '文件', write: papersSection },
] as const;

function pageHtml(page: PageView): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${page.period}${page.subject}</title>
        <link rel="icon" href="data:," />
        ${trusted(`<style>${pageStyle}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        ${pageHeader(page)}
        <nav aria-label="本页内容">
          <ul>
            ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">
          ${sections.map(({ id, title, write }) => sectionHtml(id, title, write(page)))}
        </main>
        <footer>
          <p>${page.office}　${page.facts.map(({ label, value }) => html`<span>${label}${value}</span>　`)}</p>
        </footer>
        ${trusted(`<script>${pageScript}</script>`)}
      </body>
    </html>`;
}

function sectionHtml(id: string, title: string, body: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `;
}

/** The page can load nothing and run nothing but its own script, wherever it is opened. */
const scriptHash = Buffer.from(sha256(new TextEncoder().encode(pageScript)), 'hex').toString('base64');
const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
