/** Tables without lines that only place text side by side: marks and number, joint signatures, the colophon. */
import { layoutTableStyle } from './styles.ts';

export type LayoutCell = {
  readonly width: number;
  /** Paragraphs; at least one. */
  readonly content: string;
  readonly borders?: string;
  readonly align?: 'top' | 'bottom';
};

export type LayoutRow = { readonly cells: readonly LayoutCell[]; readonly height?: number };

export function layoutTableXml(rows: readonly LayoutRow[]): string {
  const widths = rows[0]?.cells.map((cell) => cell.width) ?? [];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${layoutTableStyle.id}"/><w:tblW w:w="${total}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `${rows.map(rowXml).join('')}</w:tbl>`
  );
}

function rowXml(row: LayoutRow): string {
  const height = row.height === undefined ? '' : `<w:trHeight w:val="${row.height}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${row.cells.map(cellXml).join('')}</w:tr>`;
}

function cellXml(cell: LayoutCell): string {
  const borders = cell.borders === undefined ? '' : `<w:tcBorders>${cell.borders}</w:tcBorders>`;
  const align = cell.align === 'bottom' ? '<w:vAlign w:val="bottom"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${cell.width}" w:type="dxa"/>${borders}${align}</w:tcPr>${cell.content}</w:tc>`;
}
