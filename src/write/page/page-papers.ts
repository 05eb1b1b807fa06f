/** Scores by group, and the ways to every paper. */
import type { PageView, PaperGroup, ScoreGroup, ScoreRow } from '../../document/page-view.ts';
import { html, type Html } from './html.ts';
import { hrefOf, note, scrollBox } from './page-parts.ts';

export function scoresSection({ scores }: PageView): Html {
  if (scores.length === 0) return note('本季度没有考核得分。');
  return html`<div class="pair">${scores.map(scoreGroup)}</div>
    ${note('同分同名次；每一分的依据见各单位考核评分表。')}`;
}

const counts = [
  ['应报送', 'required'],
  ['按时', 'onTime'],
  ['迟报', 'late'],
  ['未报送', 'missing'],
  ['绿灯', 'green'],
  ['黄灯', 'yellow'],
  ['红灯', 'red'],
  ['已销号', 'closed'],
] as const;

function scoreGroup({ name, rows }: ScoreGroup): Html {
  const table = html`<table class="scores sortable">
    <caption>
      ${name}，${rows.length}个单位
    </caption>
    <thead>
      <tr>
        <th scope="col" class="number" data-sort="number">名次</th>
        <th scope="col" data-sort="number">单位</th>
        <th scope="col" class="number" data-sort="number">得分</th>
        ${counts.map(([title]) => html`<th scope="col" class="number" data-sort="number">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(scoreRow)}
    </tbody>
  </table>`;
  return html`<div>
    <h3>${name}</h3>
    ${scrollBox(`${name}考核得分`, table)}
  </div> `;
}

function scoreRow(row: ScoreRow, index: number): Html {
  const unit = row.paper === '' ? html`${row.unit}` : html`<a href="${hrefOf(row.paper)}">${row.unit}</a>`;
  const rank = Number.isNaN(Number(row.rank)) ? '' : row.rank;
  return html`<tr>
    <td class="number" data-key="${rank}">${row.rank}</td>
    <th scope="row" data-key="${index}">${unit}</th>
    <td class="number score" data-key="${row.score}">${row.score}</td>
    ${counts.map(([, field]) => html`<td class="number" data-key="${row[field]}">${row[field]}</td>`)}
  </tr> `;
}

export function papersSection({ papers }: PageView): Html {
  if (papers.length === 0) return note('本季度没有生成文件。');
  return html`<div class="papers">${papers.map(paperGroup)}</div>
    ${note('链接指向与本页同一文件夹的文件；本页移动时请连同文件夹一起移动。')}`;
}

function paperGroup({ title, papers }: PaperGroup): Html {
  return html`<div>
    <h3>${title}</h3>
    <ul>
      ${papers.map((paper) => html`<li><a href="${hrefOf(paper.path)}">${paper.title}</a></li> `)}
    </ul>
  </div> `;
}
