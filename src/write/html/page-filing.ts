/** Returns that are missing, and those that came late. */
import type { FilingRow, PageView } from '../../document/page-view.ts';
import { html, type Html } from './html.ts';
import { note, scrollBox } from './page-parts.ts';

export function filingSection({ missing }: PageView): Html {
  return html`<h3>未报送</h3>
    ${filingTable({ caption: `至统计日仍未报送（报送时限${missing.filingDay}）`, detail: '情况' }, missing.missing, '没有未报送的事项。')}
    <h3>迟报</h3>
    ${filingTable({ caption: `在报送时限${missing.filingDay}之后报送`, detail: '情况' }, missing.late, '没有迟报的事项。')}`;
}

type Heads = { readonly caption: string; readonly detail: string };

function filingTable({ caption, detail }: Heads, rows: readonly FilingRow[], none: string): Html {
  if (rows.length === 0) return note(none);
  const table = html`<table class="narrow">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">单位</th>
        <th scope="col" class="number">事项数</th>
        <th scope="col">任务</th>
        <th scope="col">${detail}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.unit}</th>
            <td class="number">${row.count}</td>
            <td>${row.tasks}</td>
            <td>${row.detail}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
  return scrollBox(caption, table);
}
