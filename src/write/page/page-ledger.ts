/** The ledger: every task of every unit, with filters and columns that sort. Without script it is a plain, whole table. */
import type { LedgerRow, LightTone, PageLedger, PageView } from '../../document/page-view.ts';
import { html, nothing, type Html } from './html.ts';
import { lightBadge, note, scrollBox } from './page-parts.ts';

export function ledgerSection({ ledger }: PageView): Html {
  const titles = new Map(ledger.sections.map(({ key, title }) => [key, title]));
  const order = new Map(ledger.units.map((unit, index) => [unit, index]));
  const rows = function* (): Iterable<Html> {
    for (const [index, row] of ledger.rows.entries()) {
      yield rowHtml(row, { index, unit: order.get(row.unit) ?? order.size, section: titles.get(row.section) ?? '' });
    }
  };
  const table = html`<table class="ledger sortable" id="ledger-table">
    <caption>
      工作台账：一个单位的一项任务为一行，共${ledger.rows.length}行
    </caption>
    <thead>
      <tr>
        ${columns.map(({ title, kind }) => html`<th scope="col" data-sort="${kind}">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows()}
    </tbody>
  </table>`;
  return html`${filterForm(ledger)}
    <p id="ledger-count" class="note" role="status">共${ledger.rows.length}行。</p>
    ${scrollBox('工作台账', table, 'tall')} ${note('进展情况为单位填报的原文。共性任务和区外单位不亮灯。')}
    <p class="printed">各项任务的办理情况见工作台账（ledger.pdf）。</p>`;
}

const columns = [
  { title: '编号', kind: 'number' },
  { title: '任务', kind: 'text' },
  { title: '单位', kind: 'number' },
  { title: '角色', kind: 'text' },
  { title: '亮灯', kind: 'number' },
  { title: '状态', kind: 'text' },
  { title: '进度', kind: 'number' },
  { title: '计划', kind: 'number' },
  { title: '完成时限', kind: 'text' },
  { title: '报送', kind: 'text' },
  { title: '进展情况', kind: 'text' },
] as const;

const lightOrder: Readonly<Record<LightTone, number>> = { red: 0, yellow: 1, green: 2, none: 3 };

type Place = { readonly index: number; readonly unit: number; readonly section: string };

/** `data-key` is what a column sorts by where its text is not. */
function rowHtml(row: LedgerRow, { index, unit, section }: Place): Html {
  return html`<tr
    data-light="${row.light}"
    data-unit="${row.unit}"
    data-section="${row.section}"
    data-status="${row.status}"
  >
    <td class="number" data-key="${index}">${row.no}</td>
    <td class="text"><span class="path">${section}</span>${row.text}</td>
    <td data-key="${unit}">${row.unit}</td>
    <td>${row.role}</td>
    <td data-key="${lightOrder[row.light]}">
      ${lightBadge(row.light, row.lightWord)}${
        row.reason === '' ? nothing : html`<span class="reason">${row.reason}</span>`
      }
    </td>
    <td>${row.status}</td>
    ${percentCell(row.percent)}${percentCell(row.planned)}
    <td class="date">${row.deadline}</td>
    <td>${row.filing}</td>
    <td class="text">${row.progress}</td>
  </tr> `;
}

function percentCell(value: number | null): Html {
  return value === null
    ? html`<td class="number" data-key=""></td>`
    : html`<td class="number" data-key="${value}">${value}%</td>`;
}

/** Hidden until the script makes it work. */
function filterForm({ lights, units, sections, statuses }: PageLedger): Html {
  return html`<form id="filters" role="search" aria-label="筛选台账" hidden>
    ${select(
      { name: 'light', label: '亮灯' },
      lights.map(({ tone, word }) => [tone, word]),
    )}
    ${select(
      { name: 'unit', label: '单位' },
      units.map((unit) => [unit, unit]),
    )}
    ${select(
      { name: 'section', label: '方面' },
      sections.map(({ key, title }) => [key, title]),
    )}
    ${select(
      { name: 'status', label: '状态' },
      statuses.map((status) => [status, status]),
    )}
    <p><label for="filter-text">文字</label><input id="filter-text" name="text" type="search" autocomplete="off" /></p>
    <p><button type="reset">清除筛选</button></p>
  </form>`;
}

function select(
  field: { readonly name: string; readonly label: string },
  options: readonly (readonly [string, string])[],
): Html {
  const { name, label } = field;
  return html`<p>
    <label for="filter-${name}">${label}</label
    ><select id="filter-${name}" name="${name}">
      <option value="">全部</option>
      ${options.map(([value, word]) => html`<option value="${value}">${word}</option>`)}
    </select>
  </p>`;
}
