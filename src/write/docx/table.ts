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
import { escapeXml, run, runEnd, runKind, runStarts, styledParagraph } from '../../ooxml/xml.ts';

export type TextBlock = { readonly orientation: Orientation; readonly width: number; readonly height: number };

/** `isKept`: the last row stays with what follows the table. */
export type TablePlace = TextBlock & { readonly isKept: boolean };

export function pushTable(pieces: string[], table: Table, place: TablePlace): void {
  const widths = wholeWidths(table, place);
  const rows = tableGrid([...table.header, ...table.rows]);
  const looks = tableLooks[place.orientation];
  const caption = table.caption === '' ? '' : styledParagraph('TableCaption', run(table.caption));
  // Word takes a table without rows for damage.
  if (rows.length === 0) return void pieces.push(caption);
  const kept = keptRows(rows, { widths, look: lookOf(looks.text), blockHeight: place.height, isKept: place.isKept });
  const plan: TablePlan = { columns: table.columns, widths, looks, frames: framesLike(table.columns, widths, looks) };
  pieces.push(
    `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="${tableStyle.id}"/><w:tblW w:w="${place.width}" w:type="dxa"/><w:jc w:val="center"/>` +
      '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>' +
      `<w:tblGrid>${widths.map(gridColumn).join('')}</w:tblGrid>`,
  );
  for (let index = 0; index < rows.length; index += 1) {
    const { isWhole = true, isKept = false } = kept[index] ?? {};
    pushRow(pieces, rows[index] ?? [], { isHeader: index < table.header.length, isWhole, isKept, plan });
  }
  pieces.push('</w:tbl>');
}

function gridColumn(width: number): string {
  return `<w:gridCol w:w="${width}"/>`;
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
  let total = 0;
  for (const each of shares) total += each;
  const widths: number[] = [];
  let [share, end] = [0, 0];
  for (const each of shares) {
    share += each;
    const start = end;
    end = Math.round((share / total) * width);
    widths.push(end - start);
  }
  return widths;
}

type RowRole = RowKeeping & { readonly isHeader: boolean; readonly plan: TablePlan };

function pushRow(pieces: string[], cells: readonly GridCell[], role: RowRole): void {
  const properties = `${role.isWhole ? '<w:cantSplit/>' : ''}${role.isHeader && role.isWhole ? '<w:tblHeader/>' : ''}`;
  pieces.push(properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${properties}</w:trPr>`);
  for (const each of cells) pushCell(pieces, each, frameOf(each, role));
  pieces.push('</w:tr>');
}

function pushCell(pieces: string[], { cell, merge }: GridCell, frame: Frame): void {
  // A cell always holds a paragraph; a continuation holds an empty one.
  const lines = merge === 'continue' || cell.lines.length === 0 ? noLines : cell.lines;
  let before = frame.first;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? [];
    const end = at === lines.length - 1 ? cellEnds : paragraphEnds;
    const text = plainText(line, cell.style);
    const kind = runKind(text);
    if (kind === null) pieces.push(before.bare, lineXml(line, cell.style), end.bare);
    else pieces.push(before[kind], escapeXml(text), end.run);
    before = frame.further;
  }
}

const noLines: Cell['lines'] = [[]];
const paragraphEnds = { bare: '</w:p>', run: `${runEnd}</w:p>` } as const;
const cellEnds = { bare: '</w:p></w:tc>', run: `${runEnd}</w:p></w:tc>` } as const;

/** Of a line that is one text in the look of its paragraph; empty for all others. */
function plainText(line: Cell['lines'][number], style: CellStyle): string {
  const [only] = line;
  const isPlain = line.length === 1 && only?.type === 'text' && !only.isStrong && !hasOwnLook(style);
  return isPlain ? only.value : '';
}

/** Marks before the first line of a cell and before its further ones, whether a run follows or something else. */
type Frame = { readonly first: LineStart; readonly further: LineStart };
type LineStart = Readonly<Record<'bare' | keyof typeof runStarts, string>>;

/** Of cells of one column and one row, which most are, one is like the other. */
function frameOf(each: GridCell, role: RowRole): Frame {
  if (each.merge !== 'none' || each.cell.columnSpan !== 1) return newFrame(each, role);
  const number = (each.column * 2 + (role.isHeader ? 1 : 0)) * 2 + (role.isKept ? 1 : 0);
  return (role.plan.frames[each.cell.style][number] ??= newFrame(each, role));
}

/** Of each style, by column and what the row is. */
type Frames = Readonly<Record<CellStyle, (Frame | undefined)[]>>;

/** Tables of one kind, as letters have them, mostly have the same columns: their marks are made once. By all that `newFrame` takes from a plan. */
const remembered = new Map<string, Frames>();
const mostRemembered = 50;

function framesLike(columns: readonly TableColumn[], widths: readonly number[], looks: TablePlan['looks']): Frames {
  let key: string = looks.text;
  for (const [index, { align, kind }] of columns.entries()) key += ` ${widths[index] ?? 0} ${align} ${kind}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const made: Frames = { plain: [], strong: [], muted: [], green: [], yellow: [], red: [] };
  remembered.set(key, made);
  return made;
}

function newFrame(each: GridCell, { isHeader, isKept, plan }: RowRole): Frame {
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
  const whole = styledParagraph(look, '', (isKept ? '<w:keepNext/>' : '') + wrap + justify);
  const paragraph = whole.slice(0, -paragraphEnds.bare.length);
  const width = `<w:tcW w:w="${cellWidth(each, plan.widths)}" w:type="dxa"/>`;
  return {
    first: lineStart(`<w:tc><w:tcPr>${width}${span}${merged}${shading}<w:vAlign w:val="center"/></w:tcPr>${paragraph}`),
    further: lineStart(paragraph),
  };
}

function lineStart(bare: string): LineStart {
  return { bare, plain: bare + runStarts.plain, figure: bare + runStarts.figure };
}

function hasOwnLook(style: CellStyle): boolean {
  return style === 'strong' || style === 'muted';
}

function lineXml(line: Cell['lines'][number], style: CellStyle): string {
  if (!hasOwnLook(style)) return inlinesXml(line);
  const character = style === 'strong' ? strongStyle.id : mutedStyle.id;
  return line
    .map((inline) => (inline.type === 'text' ? run(inline.value, { style: character }) : inlinesXml([inline])))
    .join('');
}
