/** Tables of a paper, with their spans; header rows repeat in print. */
import type { Cell, Column, Row, Table } from '../../document/tree.ts';
import { html, nothing, type Html } from './html.ts';
import { inlinesHtml } from './pieces.ts';

export function tableHtml({ caption, columns, header, rows }: Table): Html {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const above =
    caption === ''
      ? nothing
      : html`<caption>
          ${caption}
        </caption>`;
  const head =
    header.length === 0
      ? nothing
      : html`<thead>
          ${rowsHtml(header, columns, 'th')}
        </thead>`;
  return html`<div class="scroll" role="region" aria-label="${caption === '' ? '表格' : caption}" tabindex="0">
    <table>
      ${above}
      <colgroup>
        ${columns.map(({ share }) => html`<col style="width:${Math.round((share / total) * 1000) / 10}%" />`)}
      </colgroup>
      ${head}
      <tbody>
        ${rowsHtml(rows, columns, 'td')}
      </tbody>
    </table>
  </div>`;
}

/** Cells know their column only by counting, past those that a cell of a row above still covers. */
function rowsHtml(rows: readonly Row[], columns: readonly Column[], name: 'th' | 'td'): Html {
  const covered = columns.map(() => 0);
  return html`${rows.map((row) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const first = column;
      for (; column < first + cell.columnSpan; column += 1) covered[column] = cell.rowSpan;
      return cellHtml(cell, columns[first], name);
    });
    covered.forEach((left, index) => {
      if (left > 0) covered[index] = left - 1;
    });
    return html`<tr>
      ${cells}
    </tr>`;
  })}`;
}

function cellHtml(cell: Cell, column: Column | undefined, name: 'th' | 'td'): Html {
  const { columnSpan, rowSpan, style, lines } = cell;
  const inside = lines.map((line) => html`<p>${inlinesHtml(line)}</p>`);
  if (name === 'th') {
    const scope = columnSpan === 1 ? 'col' : 'colgroup';
    return html`<th scope="${scope}" class="${style}" colspan="${columnSpan}" rowspan="${rowSpan}">${inside}</th>`;
  }
  const look = `${style} ${column?.align ?? 'left'} ${column?.kind ?? 'text'}`;
  return html`<td class="${look}" colspan="${columnSpan}" rowspan="${rowSpan}">${inside}</td>`;
}
