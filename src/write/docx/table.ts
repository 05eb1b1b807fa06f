/** Tables: absolute widths in the grid and in every cell, header rows first and repeated, rows that stay whole where they can. */
import type { Cell, CellStyle, TableColumn, Orientation, Table } from '../../document/tree.ts';
import { columnWidths } from '../../document/column-widths.ts';
import { shades } from '../../document/paper-look.ts';
import { inlinesXml } from './paragraph.ts';
import { cellWidth, keptRows } from './row-keeping.ts';
import type { RowKeeping } from './row-keeping.ts';
import { lookOf, mutedStyle, strongStyle, tableStyle } from './styles.ts';
import type { StyleId } from './styles.ts';
import { tableGrid } from './table-grid.ts';
import type { GridCell } from './table-grid.ts';
import { run, styledParagraph, type XmlPieces } from '../../ooxml/xml.ts';

export type TextBlock = { readonly orientation: Orientation; readonly width: number; readonly height: number };

/** `isKept`: the last row stays with what follows the table. */
export type TablePlace = TextBlock & { readonly isKept: boolean };

export function tableXml(table: Table, place: TablePlace): XmlPieces {
  const widths = wholeWidths(table, place);
  const rows = tableGrid([...table.header, ...table.rows]);
  const looks = tableLooks[place.orientation];
  const caption = table.caption === '' ? '' : styledParagraph('TableCaption', run(table.caption));
  // Word takes a table without rows for damage.
  if (rows.length === 0) return [caption];
  const kept = keptRows(rows, { widths, look: lookOf(looks.text), blockHeight: place.height, isKept: place.isKept });
  const plan: TablePlan = { columns: table.columns, widths, looks, frames: noFrames() };
  return [
    `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="${tableStyle.id}"/><w:tblW w:w="${place.width}" w:type="dxa"/><w:jc w:val="center"/>` +
      '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>' +
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows.map((cells, index) => rowXml(cells, { isHeader: index < table.header.length, ...kept(index) }, plan)),
    '</w:tbl>',
  ];
}

/** Tables that lie across are ledgers of a hundred rows and more, and are set smaller. */
const tableLooks = {
  portrait: { text: 'TableText', head: 'TableHead' },
  landscape: { text: 'LedgerText', head: 'LedgerHead' },
} as const satisfies Record<Orientation, { readonly text: StyleId; readonly head: StyleId }>;

type TablePlan = {
  readonly columns: readonly TableColumn[];
  readonly widths: readonly number[];
  readonly looks: (typeof tableLooks)[Orientation];
  readonly frames: Frames;
};

/** Widths in whole twentieths whose sum is exact: each column ends where the running sum is rounded to. */
function wholeWidths(table: Table, { width, orientation }: TextBlock): readonly number[] {
  const shares = columnWidths(table, width / 20, orientation) ?? table.columns.map(({ share }) => share);
  const total = shares.reduce((sum, each) => sum + each, 0);
  let share = 0;
  let end = 0;
  return shares.map((each) => {
    share += each;
    const start = end;
    end = Math.round((share / total) * width);
    return end - start;
  });
}

type RowRole = RowKeeping & { readonly isHeader: boolean };

function rowXml(cells: readonly GridCell[], role: RowRole, plan: TablePlan): string {
  const properties = `${role.isWhole ? '<w:cantSplit/>' : ''}${role.isHeader && role.isWhole ? '<w:tblHeader/>' : ''}`;
  let xml = properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${properties}</w:trPr>`;
  for (const each of cells) {
    const { cell } = each;
    const frame = frameOf(each, role, plan);
    // A cell always holds a paragraph; a continuation holds an empty one.
    const lines = each.merge === 'continue' || cell.lines.length === 0 ? noLines : cell.lines;
    xml += frame.cell;
    for (const line of lines) xml += frame.paragraph + lineXml(line, cell.style) + paragraphEnd;
    xml += '</w:tc>';
  }
  return `${xml}</w:tr>`;
}

const noLines: Cell['lines'] = [[]];
const paragraphEnd = '</w:p>';

/** What stands before the paragraphs of a cell, and before the text of each. */
type Frame = { readonly cell: string; readonly paragraph: string };

/** Of cells of one column and one row, which most are, one is like the other. */
function frameOf(each: GridCell, role: RowRole, plan: TablePlan): Frame {
  if (each.merge !== 'none' || each.cell.columnSpan !== 1) return newFrame(each, role, plan);
  const { style } = each.cell;
  const number = (each.column * 2 + (role.isHeader ? 1 : 0)) * 2 + (role.isKept ? 1 : 0);
  const known = plan.frames[style];
  return (known[number] ??= newFrame(each, role, plan));
}

/** Of each style, by column and what the row is. */
type Frames = Readonly<Record<CellStyle, (Frame | undefined)[]>>;

function noFrames(): Frames {
  return { plain: [], strong: [], muted: [], green: [], yellow: [], red: [] };
}

function newFrame(each: GridCell, { isHeader, isKept }: RowRole, plan: TablePlan): Frame {
  const { cell, merge, column } = each;
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const merged = merge === 'none' ? '' : merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const shade = shades[cell.style];
  const shading = shade === '' ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>`;
  const align = plan.columns[column]?.align ?? 'left';
  // Long codes and numbers may break anywhere, so that no column is pushed off the page.
  const isCode = plan.columns[column]?.kind === 'code';
  const wrap = isCode && !isHeader ? '<w:wordWrap w:val="0"/>' : '';
  const justify = isHeader || align === 'left' ? '' : `<w:jc w:val="${align}"/>`;
  const look = isHeader ? plan.looks.head : plan.looks.text;
  const paragraph = styledParagraph(look, '', (isKept ? '<w:keepNext/>' : '') + wrap + justify);
  return {
    cell: `<w:tc><w:tcPr><w:tcW w:w="${cellWidth(each, plan.widths)}" w:type="dxa"/>${span}${merged}${shading}<w:vAlign w:val="center"/></w:tcPr>`,
    paragraph: paragraph.slice(0, -paragraphEnd.length),
  };
}

function lineXml(line: Cell['lines'][number], style: CellStyle): string {
  if (style !== 'strong' && style !== 'muted') return inlinesXml(line);
  const character = style === 'strong' ? strongStyle.id : mutedStyle.id;
  return line
    .map((inline) => (inline.type === 'text' ? run(inline.value, { style: character }) : inlinesXml([inline])))
    .join('');
}
