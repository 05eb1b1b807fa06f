/** Units by sections: in each cell the lights as shapes with their numbers. A cell leads to its rows of the ledger. */
import type { LightCounts, Matrix, MatrixRow, MatrixSection, PageView } from '../../document/page-view.ts';
import { html, nothing, type Html } from './html.ts';
import { isEmpty, lightCountsHtml, marks, note, scrollBox, worstTone } from './page-parts.ts';

export function matrixSection({ matrix }: PageView): Html {
  if (matrix.rows.length === 0) return note('没有参加考核的任务。');
  const table = html`<table class="matrix">
    <caption>
      各单位在各方面的项次，按亮灯分列
    </caption>
    <thead>
      ${headerRows(matrix.sections)}
    </thead>
    <tbody>
      ${matrix.rows.map((row) => matrixRow(row, matrix.sections))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">合计</th>
        ${matrix.totals.map((counts) => html`<td>${lightCountsHtml(counts)}</td>`)}
        <td class="total">${lightCountsHtml(matrix.total)}</td>
      </tr>
    </tfoot>
  </table>`;
  return html`${note(`${marks.red}红灯　${marks.yellow}黄灯　${marks.green}绿灯　${marks.none}不亮灯；点选格内数字，可在台账中查看所列各项。`)}
  ${scrollBox('亮灯矩阵', table, 'tall')}`;
}

/** Sections of one chapter share its heading; without chapters one row is enough. */
function headerRows(sections: Matrix['sections']): Html {
  if (sections.every(({ chapter }) => chapter === '')) {
    return html`<tr>
      <th scope="col">单位</th>
      ${sections.map(sectionHead)}
      <th scope="col" class="total">合计</th>
    </tr>`;
  }
  const chapters = chaptersOf(sections);
  return html`<tr>
      <th scope="col" rowspan="2">单位</th>
      ${chapters.map(({ chapter, count }) => html`<th scope="colgroup" colspan="${count}">${chapter}</th>`)}
      <th scope="col" rowspan="2" class="total">合计</th>
    </tr>
    <tr>
      ${sections.map(sectionHead)}
    </tr>`;
}

function sectionHead({ title }: MatrixSection): Html {
  return html`<th scope="col" class="section">${title}</th>`;
}

function chaptersOf(sections: Matrix['sections']): readonly { readonly chapter: string; readonly count: number }[] {
  const chapters: { chapter: string; count: number }[] = [];
  for (const { chapter } of sections) {
    const last = chapters.at(-1);
    if (last?.chapter === chapter) last.count += 1;
    else chapters.push({ chapter, count: 1 });
  }
  return chapters;
}

function matrixRow({ unit, cells, total }: MatrixRow, sections: Matrix['sections']): Html {
  return html`<tr>
    <th scope="row">${unit}</th>
    ${cells.map((counts, index) => cellHtml(counts, { unit, section: sections[index]?.key ?? '' }))}
    <td class="total">${linked(total, { unit, section: '' })}</td>
  </tr> `;
}

type Target = { readonly unit: string; readonly section: string };

function cellHtml(counts: LightCounts, target: Target): Html {
  if (isEmpty(counts)) return html`<td></td>`;
  return html`<td class="${worstTone(counts)}">${linked(counts, target)}</td>`;
}

function linked(counts: LightCounts, { unit, section }: Target): Html {
  if (isEmpty(counts)) return nothing;
  return html`<a href="#ledger" data-unit="${unit}" data-section="${section}">${lightCountsHtml(counts)}</a>`;
}
