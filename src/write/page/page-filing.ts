/** Returns that are missing, and those that came late. */
import type { FilingRow, PageView } from '../../document/page-view.ts';
import { html, type Html } from './html.ts';
import { note, scrollBox } from './page-parts.ts';

export function filingSection({ missing: { filingDay, missing, late } }: PageView): Html {
  return html`<div class="pair">
    <div>
      <h3>未报送</h3>
      ${filingTable(`至统计日仍未报送（报送时限${filingDay}）`, missing, '没有未报送的任务。')}
    </div>
    <div>
      <h3>迟报</h3>
      ${filingTable(`在报送时限${filingDay}之后报送`, late, '没有迟报的任务。')}
    </div>
  </div>`;
}

function filingTable(caption: string, rows: readonly FilingRow[], none: string): Html {
  if (rows.length === 0) return note(none);
  const table = html`<table class="narrow">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">单位</th>
        <th scope="col" class="number">项次</th>
        <th scope="col">任务</th>
        <th scope="col">情况</th>
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
