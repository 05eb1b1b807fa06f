/** What changed since last quarter. */
import type { ChangeGroup, ChangeRow, PageView } from '../../document/page-view.ts';
import { html, type Html } from './html.ts';
import { marks, note, scrollBox } from './page-parts.ts';

export function changesSection({ changes }: PageView): Html {
  if (changes.since === '') return note('上一季度没有数据，无从比较。');
  const some = changes.groups.filter(({ rows }) => rows.length > 0);
  return html`<dl class="tiles">${changes.groups.map(changeTile)}</dl>
    ${note(`与${changes.since}末相比。办结是单位自报，销号是核查后的决定，两者分别统计。`)}
    <div class="groups">${some.map(changeGroup)}</div>`;
}

function changeTile({ title, tone, count, measure }: ChangeGroup): Html {
  return html`<div class="tile ${count === 0 ? 'none' : tone}">
    <dt>${title}</dt>
    <dd><span class="value">${count}</span><span class="detail">${measure}</span></dd>
  </div> `;
}

function changeGroup({ title, tone, count, measure, rows }: ChangeGroup): Html {
  const table = html`<table class="narrow">
    <caption>
      ${title}，${count}${measure}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="number">编号</th>
        <th scope="col">任务</th>
        <th scope="col">单位</th>
        <th scope="col">上季</th>
        <th scope="col">本季</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(changeRow)}
    </tbody>
  </table>`;
  return html`<h3><span class="count ${tone}" aria-hidden="true">${marks[tone]}</span>${title}</h3>
    ${scrollBox(title, table)} `;
}

function changeRow({ no, text, unit, before, after }: ChangeRow): Html {
  return html`<tr>
    <td class="number">${no}</td>
    <td class="text">${text}</td>
    <td>${unit}</td>
    <td>${before}</td>
    <td>${after}</td>
  </tr> `;
}
