/** Tables: absolute widths in the grid and in every cell, header rows first and repeated, rows that stay whole where they can. */
import { inlineText } from '../../document/text.ts';
import type { Cell, CellStyle, Column, Table } from '../../document/tree.ts';
import { inlinesXml } from './paragraph.ts';
import { lookOf, mutedStyle, strongStyle, tableStyle } from './styles.ts';
import { tableGrid } from './table-grid.ts';
import type { GridCell } from './table-grid.ts';
import { emWidth } from '../../document/text-width.ts';
import { run, styledParagraph } from './xml.ts';

export type TextBlock = { readonly width: number; readonly height: number };

/** `isKept`: the last row stays with what follows the table. */
export type TablePlace = TextBlock & { readonly isKept: boolean };

export function tableXml(table: Table, block: TablePlace): string {
  const widths = columnWidths(table.columns, block.width);
  const rows = tableGrid([...table.header, ...table.rows]);
  const plan: TablePlan = {
    columns: table.columns,
    widths,
    blockHeight: block.height,
  };
  const caption = table.caption === '' ? '' : styledParagraph('TableCaption', run(table.caption));
  // Word takes a table without rows for damage.
  if (rows.length === 0) return caption;
  return (
    `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="${tableStyle.id}"/><w:tblW w:w="${block.width}" w:type="dxa"/><w:jc w:val="center"/>` +
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows.map((cells, index) => rowXml(cells, { isHeader: index < table.header.length, isKept: isRowKept(rows, index, block.isKept) }, plan)).join('')}</w:tbl>`
  );
}

type TablePlan = {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly blockHeight: number;
};

/** Shares of the width in whole twentieths whose sum is exact: each column ends where its running share is rounded to. */
export function columnWidths(columns: readonly Column[], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  let share = 0;
  let end = 0;
  return columns.map((column) => {
    share += column.share;
    const start = end;
    end = Math.round((share / total) * width);
    return end - start;
  });
}

/** The rows of a merged cell stay together, unless there are too many of them, a heading with its rows, the last row with the signature. */
function isRowKept(rows: readonly (readonly GridCell[])[], index: number, isLastKept: boolean): boolean {
  const next = rows[index + 1];
  if (next === undefined) return isLastKept;
  if (isGroupHeading(rows[index] ?? [])) return true;
  return next.some((each) => each.merge === 'continue' && each.cell.rowSpan <= 6);
}

/** One cell over all columns heads the rows below it, and must not end a page. */
function isGroupHeading(cells: readonly GridCell[]): boolean {
  const [only, ...others] = cells;
  return only !== undefined && others.length === 0 && only.cell.columnSpan > 1 && only.merge === 'none';
}

type RowRole = { readonly isHeader: boolean; readonly isKept: boolean };

function rowXml(cells: readonly GridCell[], role: RowRole, plan: TablePlan): string {
  // A row that could be taller than a page must be allowed to break, else its end is lost.
  const isWhole = rowHeight(cells, plan) < plan.blockHeight * 0.8;
  const properties = `${isWhole ? '<w:cantSplit/>' : ''}${role.isHeader && isWhole ? '<w:tblHeader/>' : ''}`;
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => cellXml(cell, plan, role)).join('')}</w:tr>`;
}

function widthOf({ column, cell }: GridCell, plan: TablePlan): number {
  return plan.widths.slice(column, column + cell.columnSpan).reduce((sum, width) => sum + width, 0);
}

const textLook = lookOf('TableText');

/** An estimate from above: lines of text by their widths, in the lines of the style. */
function rowHeight(cells: readonly GridCell[], plan: TablePlan): number {
  const lineHeight = typeof textLook.line === 'number' ? textLook.line : 0;
  const heights = cells.map((each) => {
    const perLine = Math.max(1, Math.floor((widthOf(each, plan) - 190) / (textLook.size ?? 240)));
    const lines = each.cell.lines.map((line) => Math.max(1, Math.ceil((emWidth(inlineText(line)) + 1) / perLine)));
    return each.merge === 'none' ? lines.reduce((sum, count) => sum + count, 0) * lineHeight + 80 : 0;
  });
  return Math.max(0, ...heights);
}

function cellXml(each: GridCell, plan: TablePlan, role: RowRole): string {
  const { cell, merge } = each;
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const merged = merge === 'none' ? '' : merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const shade = shades[cell.style];
  const shading = shade === '' ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>`;
  const properties = `<w:tcW w:w="${widthOf(each, plan)}" w:type="dxa"/>${span}${merged}${shading}<w:vAlign w:val="center"/>`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${cellContent(each, plan, role)}</w:tc>`;
}

// Light enough that black text and a black-and-white print stay readable.
const shades: Readonly<Record<CellStyle, string>> = {
  plain: '',
  strong: 'F2F2F2',
  muted: '',
  green: 'DDEFD5',
  yellow: 'FFF0C2',
  red: 'F9D9D6',
};

/** A cell always holds a paragraph; a continuation holds an empty one. */
function cellContent({ cell, column, merge }: GridCell, plan: TablePlan, { isHeader, isKept }: RowRole): string {
  const lines = merge === 'continue' || cell.lines.length === 0 ? [[]] : cell.lines;
  const align = plan.columns[column]?.align ?? 'left';
  // Long codes and numbers may break anywhere, so that no column is pushed off the page.
  const isCode = plan.columns[column]?.kind === 'code';
  const wrap = isCode && !isHeader ? '<w:wordWrap w:val="0"/>' : '';
  const justify = isHeader || align === 'left' ? '' : `<w:jc w:val="${align}"/>`;
  return lines
    .map((line) =>
      styledParagraph(
        isHeader ? 'TableHead' : 'TableText',
        lineXml(line, cell.style),
        (isKept ? '<w:keepNext/>' : '') + wrap + justify,
      ),
    )
    .join('');
}

function lineXml(line: Cell['lines'][number], style: CellStyle): string {
  if (style !== 'strong' && style !== 'muted') return inlinesXml(line);
  const character = style === 'strong' ? strongStyle.id : mutedStyle.id;
  return line
    .map((inline) => (inline.type === 'text' ? run(inline.value, { style: character }) : inlinesXml([inline])))
    .join('');
}
